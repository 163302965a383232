import { headers } from 'next/headers';
import type { ZodType } from 'zod';
import { isOwnOrigin } from '@/lib/auth/origin.ts';
import type { SessionUser } from '@/lib/auth/session.ts';
import type { Db } from '@/lib/db/types.ts';
import { AppError } from '@/lib/errors.ts';
import { type Runtime, runtime } from '@/lib/runtime.ts';
import { requireUser } from './guard.ts';
import { parseInput } from './input.ts';
import { failure, type Result } from './result.ts';

export type { Failure, Result } from './result.ts';

export interface ActionContext {
  user: SessionUser;
  db: Db;
  runtime: Runtime;
}

/**
 * A server action for whoever is signed in: input checked by `schema`, Origin checked, errors returned
 * as `{ ok: false, error }`. The handler still asks `requireActor` for what it is about to do.
 */
export function defineAction<I, T>(
  schema: ZodType<I>,
  handler: (input: I, context: ActionContext) => Promise<T>,
): (input: unknown) => Promise<Result<T>> {
  return (input) =>
    settled(async () => {
      const held = await ownRequest();
      const user = await requireUser();
      return handler(parseInput(schema, input), { user, db: held.db, runtime: held });
    });
}

/** The runtime, for a request that comes from our own pages. Throws foreignOrigin. */
export async function ownRequest(): Promise<Runtime> {
  const held = runtime();
  if (!isOwnOrigin(await headers(), held.config)) throw new AppError('foreignOrigin');
  return held;
}

/** What `work` gives, or why it failed in a form that may leave the server. */
export async function settled<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, data: await work() };
  } catch (error) {
    const { status: _status, ...shown } = await failure(error);
    return { ok: false, error: shown };
  }
}
