import type { ZodType } from 'zod';
import type { Db } from '@/lib/db/types.ts';
import type { Runtime } from '@/lib/runtime.ts';
import { type ActionContext, ownRequest, settled } from './action.ts';
import { requireUser } from './guard.ts';
import { parseInput } from './input.ts';
import type { Failure } from './result.ts';

/** What a form's action gave back last: nothing yet, what came of it, or why it failed with what was typed. */
export type FormState<T = unknown> =
  | null
  | { data: T; error?: undefined }
  | { data?: undefined; error: Failure; typed: Record<string, string> };

export type FormAction<T = unknown> = (state: FormState<T>, form: FormData) => Promise<FormState<T>>;

/**
 * A server action for `<ActionForm>`: its fields are the input, so it works without JavaScript too. For
 * whoever is signed in; the handler still asks `requireActor` for what it is about to do.
 */
export function defineFormAction<I, T>(
  schema: ZodType<I>,
  handler: (input: I, context: ActionContext) => Promise<T>,
): FormAction<T> {
  return formAction(schema, async (input, held) =>
    handler(input, { user: await requireUser(), db: held.db, runtime: held }),
  );
}

/** As defineFormAction, for the pages before anybody is signed in. */
export function defineOpenFormAction<I, T>(
  schema: ZodType<I>,
  handler: (input: I, context: { db: Db; runtime: Runtime }) => Promise<T>,
): FormAction<T> {
  return formAction(schema, (input, held) => handler(input, { db: held.db, runtime: held }));
}

function formAction<I, T>(
  schema: ZodType<I>,
  handler: (input: I, held: Runtime) => Promise<T>,
): FormAction<T> {
  return async (_state, form) => {
    const fields = textFields(form);
    const result = await settled(async () => {
      const held = await ownRequest();
      return handler(parseInput(schema, fields), held);
    });
    // What was typed comes back to be corrected; a password never does.
    const { password: _password, ...typed } = fields;
    return result.ok ? { data: result.data } : { error: result.error, typed };
  };
}

/** The text of a form, without what React puts into it (`$ACTION_…`). */
function textFields(form: FormData): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string' && !name.startsWith('$')) fields[name] = value;
  }
  return fields;
}
