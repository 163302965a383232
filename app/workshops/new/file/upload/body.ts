import { z } from 'zod';
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

async function bounded(request: Request): Promise<Uint8Array> {
  const most = MOST_IMPORT_BYTES + AROUND;
  const tooLarge = () => new AppError('journeyFileTooLarge', { max: MOST_IMPORT_BYTES / MB });
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge();
  if (!request.body) throw new AppError('journeyFileForeign');
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > most) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}
