import type { AppError } from '@/lib/errors.ts';

/**
 * A request's body, of which no more than `most` bytes are ever held.
 * @throws what `tooLarge` gives, and `missing` where there is none
 */
export async function boundedBody(
  request: Request,
  most: number,
  problem: { tooLarge: () => AppError; missing: () => AppError },
): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > most) throw problem.tooLarge();
  if (!request.body) throw problem.missing();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > most) throw problem.tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}
