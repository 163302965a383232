import type { ReactElement } from 'react';
import { ownPath } from '@/lib/auth/origin.ts';
import type { Db } from '@/lib/db/types.ts';
import type { Locale } from '@/lib/i18n/locale.ts';
import { currentLocale } from '@/lib/i18n/server.ts';
import { type Runtime, runtime } from '@/lib/runtime.ts';
import { HtmlProblem } from './html/problem.tsx';
import { type Failure, failure } from './result.ts';

export interface HtmlContext {
  db: Db;
  runtime: Runtime;
  locale: Locale;
}

type Params = Record<string, string>;

/**
 * A page that is a document of its own, without Next's runtime: what the handler returns (an `HtmlDocument`,
 * or a Response as it stands) is the answer. AppErrors become the problem page with their status; whoever
 * must sign in is sent to do so and brought back. The handler authorises, as a page does.
 */
export function htmlRoute<P extends Params>(
  handler: (request: Request, params: P, context: HtmlContext) => Promise<ReactElement | Response>,
): (request: Request, context: { params: Promise<P> }) => Promise<Response> {
  return async (request, { params }) => {
    try {
      const held = runtime();
      const context = { db: held.db, runtime: held, locale: await currentLocale() };
      const answer = await handler(request, await params, context);
      return answer instanceof Response ? answer : await htmlAnswer(answer);
    } catch (error) {
      return problemAnswer(await failure(error), request);
    }
  };
}

/** An element of the whole document as an answer nobody keeps. */
export async function htmlAnswer(
  document: ReactElement | string,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): Promise<Response> {
  const html = typeof document === 'string' ? document : await runtime().markup(document);
  return new Response(`<!doctype html>${html.replace(/^<!doctype html>/i, '')}`, {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'private, no-store', ...headers },
  });
}

/**
 * What went wrong, as a document with its status, or as the way to the sign-in page.
 * @param back where the form stood that was sent, when it was one
 */
export async function problemAnswer(
  shown: Failure & { status: number },
  request: Request,
  back?: string,
): Promise<Response> {
  const { code, status, params } = shown;
  if (code === 'signInRequired' || code === 'sessionExpired') {
    const from = back ?? ownPath(request.headers.get('x-request-path'));
    const query = new URLSearchParams({ reason: code, from });
    return new Response(null, {
      status: 303,
      headers: { Location: `/sign-in?${query}`, 'Cache-Control': 'private, no-store' },
    });
  }
  const headers: Record<string, string> =
    status === 429 ? { 'Retry-After': String(params.seconds ?? 60) } : {};
  const locale = await currentLocale();
  return htmlAnswer(
    <HtmlProblem failure={shown} locale={locale} headers={request.headers} {...(back && { back })} />,
    { status, headers },
  );
}
