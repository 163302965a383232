import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { ownPath } from '@/lib/auth/origin.ts';
import { isAppError } from '@/lib/errors.ts';
import { runtime } from '@/lib/runtime.ts';
import { Problem } from '../_components/problem.tsx';
import { toSignIn } from './guard.ts';
import { failure } from './result.ts';

/**
 * A page or layout whose AppErrors become words, with the status they stand for: what happened and what to
 * do. Whoever must sign in is sent to the sign-in page and brought back. Other errors go on to error.tsx.
 * @param options `framed`: the page brings its own frame, so its problem page needs one too
 */
export function page<P>(
  render: (props: P) => Promise<ReactNode>,
  { framed = false }: { framed?: boolean } = {},
): (props: P) => Promise<ReactNode> {
  return async (props) => {
    try {
      return await render(props);
    } catch (error) {
      if (!isAppError(error)) throw error;
      const { code, params, status } = await failure(error);
      if (code === 'signInRequired' || code === 'sessionExpired') toSignIn(code, await pathOfRequest());
      runtime().answerStatus(status);
      return <Problem code={code} params={params} framed={framed} />;
    }
  };
}

/** Where the reader wanted to go: server/http tells it by header. */
async function pathOfRequest(): Promise<string> {
  const url = new URL(ownPath((await headers()).get('x-request-path')), 'http://own.invalid');
  url.searchParams.delete('_rsc');
  return url.pathname + url.search;
}
