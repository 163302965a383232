import { requireActor } from '@/app/_lib/guard.ts';
import { defineRoute } from '@/app/_lib/route.ts';
import { readFile } from '@/lib/services/files.ts';

/** One picture, for good: its bytes never change. Opened by itself it is sandboxed; see server/http/headers. */
export const GET = defineRoute<{ id: string; fileId: string }, unknown>(
  async (request, { id, fileId }, { db }) => {
    const { type, bytes, sha256 } = await readFile(db, await requireActor(id, 'map.read'), fileId);
    const headers = {
      'Content-Type': type,
      'Content-Disposition': 'inline',
      'Cache-Control': 'private, max-age=31536000, immutable',
      ETag: `"${sha256}"`,
    };
    if (request.headers.get('if-none-match') === headers.ETag)
      return new Response(null, { status: 304, headers });
    return new Response(bytes as Uint8Array<ArrayBuffer>, { headers });
  },
);
