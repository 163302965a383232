import type { ReactElement } from 'react';
import type { ZodType } from 'zod';
import { isOwnOrigin, ownPath } from '@/lib/auth/origin.ts';
import { AppError } from '@/lib/errors.ts';
import { currentLocale } from '@/lib/i18n/server.ts';
import { runtime } from '@/lib/runtime.ts';
import { type HtmlContext, htmlAnswer, problemAnswer } from './html-route.tsx';
import { parseInput } from './input.ts';
import { type Failure, failure } from './result.ts';

/** More than any form of ours may hold: its texts are a few thousand letters. */
const MOST_BYTES = 64 * 1024;

type Params = Record<string, string>;

/**
 * The POST of a plain HTML form on a document of our own: Origin checked, fields parsed by `schema`, and a
 * way to go on (303) back. An AppError becomes the problem page with its status and a way back to the form.
 * @param handler authorises and acts; returns a path of ours, with the anchor the reader stood at, or a Response
 * @param refused what to answer instead, so that what was typed is not lost; null: the problem page after all
 */
export function formRoute<P extends Params, I>(
  schema: ZodType<I>,
  handler: (input: I, params: P, context: HtmlContext & { request: Request }) => Promise<string | Response>,
  refused?: (
    failure: Failure & { status: number },
    fields: Record<string, string>,
    params: P,
    context: HtmlContext & { request: Request },
  ) => Promise<ReactElement | null>,
): (request: Request, context: { params: Promise<P> }) => Promise<Response> {
  return async (request, { params }) => {
    const held = runtime();
    const context = { db: held.db, runtime: held, locale: await currentLocale(), request };
    let fields: Record<string, string> = {};
    try {
      if (!isOwnOrigin(request.headers, held.config)) throw new AppError('foreignOrigin');
      fields = await textFields(request);
      const next = await handler(parseInput(schema, fields), await params, context);
      if (next instanceof Response) return next;
      return new Response(null, {
        status: 303,
        headers: { Location: ownPath(next), 'Cache-Control': 'private, no-store' },
      });
    } catch (error) {
      const shown = await failure(error);
      const signedOut = shown.code === 'signInRequired' || shown.code === 'sessionExpired';
      const own = !signedOut && shown.code !== 'foreignOrigin' && refused;
      const document = own ? await refused(shown, fields, await params, context) : null;
      if (document) return htmlAnswer(document, { status: shown.status });
      return problemAnswer(shown, request, formAddress(request));
    }
  };
}

/** The text of a form. Throws badRequest for what is no form, or too large. */
async function textFields(request: Request): Promise<Record<string, string>> {
  if (Number(request.headers.get('content-length') ?? MOST_BYTES + 1) > MOST_BYTES)
    throw new AppError('badRequest');
  let form: FormData;
  try {
    form = await request.formData();
  } catch (cause) {
    throw new AppError('badRequest', {}, { cause });
  }
  const fields: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string') fields[name] = value;
  return fields;
}

/** The path of the page the form stood on; only its path, so that a forged Referer leads nowhere else. */
function formAddress(request: Request): string {
  const referer = request.headers.get('referer');
  if (!referer || !URL.canParse(referer)) return '/';
  const { pathname, search } = new URL(referer);
  return ownPath(pathname + search);
}
