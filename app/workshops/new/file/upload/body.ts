import { z } from 'zod';
import { boundedBody } from '@/app/_lib/bounded-body.ts';
import { AppError } from '@/lib/errors.ts';
import { MOST_IMPORT_BYTES } from '@/lib/services/imports.ts';

/** What stands around a file in a form: boundaries, names, the other field. */
const AROUND = 16 * 1024;
const MB = 1024 * 1024;

const title = z.string().trim().max(120);

export interface Sent {
  bytes: Uint8Array;
  /** null: none was given. */
  title: string | null;
}

/**
 * The file and the name out of a form, of which no more than a journey file's worth is ever held. Throws
 * journeyFileTooLarge, journeyFileForeign, invalidInput.
 */
export async function readUpload(request: Request): Promise<Sent> {
  const form = await new Response((await bounded(request)) as BodyInit, {
    headers: { 'Content-Type': request.headers.get('content-type') ?? '' },
  })
    .formData()
    .catch((cause: unknown) => {
      throw new AppError('journeyFileForeign', {}, { cause });
    });
  const file = form.get('file');
  if (!(file instanceof Blob) || file.size === 0) throw new AppError('journeyFileForeign');
  const given = title.safeParse(form.get('title') ?? '');
  if (!given.success || given.data.includes('\0')) throw new AppError('invalidInput', { field: 'title' });
  return { bytes: new Uint8Array(await file.arrayBuffer()), title: given.data || null };
}

const bounded = (request: Request) =>
  boundedBody(request, MOST_IMPORT_BYTES + AROUND, {
    tooLarge: () => new AppError('journeyFileTooLarge', { max: MOST_IMPORT_BYTES / MB }),
    missing: () => new AppError('journeyFileForeign'),
  });
