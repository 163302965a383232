import { boundedBody } from '@/app/_lib/bounded-body.ts';
import { AppError } from '@/lib/errors.ts';

/** The bytes of a picture that is brought in. Throws imageTooLarge, imageUnreadable. */
export const readBody = (request: Request, most: number): Promise<Uint8Array> =>
  boundedBody(request, most, {
    tooLarge: () => new AppError('imageTooLarge', { max: most / 1024 / 1024 }),
    missing: () => new AppError('imageUnreadable'),
  });
