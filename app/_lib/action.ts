import { headers } from 'next/headers';
import type { ZodType } from 'zod';
import { isOwnOrigin } from '@/lib/auth/origin.ts';
import type { SessionUser } from '@/lib/auth/session.ts';
import type { Db } from '@/lib/db/types.ts';
import { AppError } from '@/lib/errors.ts';
import { type Runtime, runtime } from '@/lib/runtime.ts';
import { requireUser } from './guard.ts';
import { parseInput } from './input.ts';
import { type Failure, failure, type Result } from './result.ts';

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
      const held = await open();
      const user = await requireUser();
      return handler(parseInput(schema, input), { user, db: held.db, runtime: held });
    });
}

/** What a form's action gave back last: nothing yet, or why it failed, with what had been typed. */
export type FormState = { error?: Failure; typed?: Record<string, string> } | null;

/**
 * A server action for `<form>` and `useActionState`, so that the form works without JavaScript too. The
 * fields of the form are the input; a success redirects. With `open: true` nobody needs to be signed in
 * and `user` is null.
 */
export function defineFormAction<I>(
  schema: ZodType<I>,
  handler: (input: I, context: ActionContext) => Promise<unknown>,
): (state: FormState, form: FormData) => Promise<FormState> {
  return formAction(schema, async (input, held) =>
    handler(input, { user: await requireUser(), db: held.db, runtime: held }),
  );
}

/** As defineFormAction, for the pages before anybody is signed in. */
export function defineOpenFormAction<I>(
  schema: ZodType<I>,
  handler: (input: I, context: { db: Db; runtime: Runtime }) => Promise<unknown>,
): (state: FormState, form: FormData) => Promise<FormState> {
  return formAction(schema, (input, held) => handler(input, { db: held.db, runtime: held }));
}

function formAction<I>(schema: ZodType<I>, handler: (input: I, held: Runtime) => Promise<unknown>) {
  return async (_state: FormState, form: FormData): Promise<FormState> => {
    const fields = Object.fromEntries(
      [...form].flatMap(([name, value]) =>
        typeof value === 'string' && !name.startsWith('$') ? [[name, value] as const] : [],
      ),
    );
    const result = await settled(async () => {
      const held = await open();
      return handler(parseInput(schema, fields), held);
    });
    if (result.ok) return null;
    const { password: _password, ...typed } = fields;
    return { error: result.error, typed };
  };
}

async function open(): Promise<Runtime> {
  const held = runtime();
  if (!isOwnOrigin(await headers(), held.config)) throw new AppError('foreignOrigin');
  return held;
}

async function settled<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, data: await work() };
  } catch (error) {
    const { status: _status, ...shown } = await failure(error);
    return { ok: false, error: shown };
  }
}
