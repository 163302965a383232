import { AppError } from '@/lib/errors.ts';

/** A request's body, of which no more than `most` bytes are ever held. Throws imageTooLarge, imageUnreadable. */
export async function readBody(request: Request, most: number): Promise<Uint8Array> {
  const tooLarge = () => new AppError('imageTooLarge', { max: most / 1024 / 1024 });
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge();
  if (!request.body) throw new AppError('imageUnreadable');
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > most) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}
