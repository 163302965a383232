import { isOwnOrigin } from '@/lib/auth/origin.ts';
import type { SessionUser } from '@/lib/auth/session.ts';
import type { Db } from '@/lib/db/types.ts';
import { AppError } from '@/lib/errors.ts';
import { type Runtime, runtime } from '@/lib/runtime.ts';
import { requireUser } from './guard.ts';
import { failure } from './result.ts';

export interface RouteContext {
  user: SessionUser;
  db: Db;
  runtime: Runtime;
}

type Params = Record<string, string>;

/**
 * A JSON route for whoever is signed in. What the handler returns becomes the body; an AppError becomes
 * its status and `{ error: { code, params, message } }`. Anything but GET and HEAD must come from our own pages.
 */
export function defineRoute<P extends Params, T>(
  handler: (request: Request, params: P, context: RouteContext) => Promise<T | Response>,
): (request: Request, context: { params: Promise<P> }) => Promise<Response> {
  return async (request, { params }) => {
    try {
      const held = runtime();
      const reads = request.method === 'GET' || request.method === 'HEAD';
      if (!reads && !isOwnOrigin(request.headers, held.config)) throw new AppError('foreignOrigin');
      const user = await requireUser();
      const answer = await handler(request, await params, { user, db: held.db, runtime: held });
      if (answer instanceof Response) return answer;
      return Response.json(answer ?? null, { headers: { 'Cache-Control': 'private, no-store' } });
    } catch (error) {
      const { status, ...shown } = await failure(error);
      const headers: Record<string, string> = { 'Cache-Control': 'no-store' };
      if (status === 429) headers['Retry-After'] = String(shown.params.seconds ?? 60);
      return Response.json({ error: shown }, { status, headers });
    }
  };
}
