import type { ReactElement } from 'react';
import { z } from 'zod';
import { parseCookies, secureCookies } from '@/lib/auth/cookies.ts';
import { holdsSharePass, SHARE_PASS_COOKIE, SHARE_PASS_SECONDS, sharePass } from '@/lib/auth/share-pass.ts';
import { type ErrorCode, isAppError } from '@/lib/errors.ts';
import { formatter, translator } from '@/lib/i18n/translator.ts';
import { outsideWords } from '@/lib/review/outside-words.ts';
import { countOpening, findShare, type OpenShare, sharedReview, tryPasscode } from '@/lib/services/shares.ts';
import { limited } from '../../_lib/auth/attempts.ts';
import { formRoute } from '../../_lib/form-route.tsx';
import { type HtmlContext, htmlAnswer, htmlRoute } from '../../_lib/html-route.tsx';
import { failure } from '../../_lib/result.ts';
import { WalkDocument } from '../../workshops/[id]/snapshots/[number]/walk/document.tsx';
import { inLanguage } from './language.ts';
import { isOpening, isUnfurling, isWithin } from './opening.ts';
import { ClosedDocument, PasscodeDocument, type ShareProps, UnfurlDocument } from './plain-document.tsx';
import { SharedDocument } from './shared-document.tsx';

type Params = { token: string };

const HOURS = SHARE_PASS_SECONDS / 3600;
/** Beside what every document has. */
const HEADERS = { 'X-Robots-Tag': 'noindex, nofollow, noarchive' };

/**
 * One snapshot, for whoever holds its link and needs no account: what they may read is decided here, at
 * every request, from the link's row (ADR 23).
 */
export const GET = htmlRoute<Params>(async (request, { token }, context) => {
  const props = propsOf(request, token, context);
  const asked = new URL(request.url).searchParams;
  const wished = inLanguage(asked.get('lang'), props.at);
  if (wished) return wished;
  try {
    const share = await findShare(context.db, token);
    if (isUnfurling(request.headers) && !asked.has('read')) return answer(<UnfurlDocument {...props} />);
    return (await lockedOut(request, share, props, context)) ?? (await read(request, share, props, context));
  } catch (error) {
    if (!isAppError(error) || !isLinkProblem(error.code)) throw error;
    const { message, status } = await failure(error);
    return answer(<ClosedDocument {...props} message={message} />, status);
  }
});

/** The passcode, tried: right, and this browser may read for some hours; wrong, and it is asked for again. */
export const POST = formRoute<Params, { passcode: string }>(
  z.object({ passcode: z.string().max(200) }),
  async ({ passcode }, { token }, { db, runtime, request }) => {
    const share = await findShare(db, token);
    await limited(`share:${share.id}`, () => tryPasscode(share, passcode));
    // What follows comes from within; without the browser's word for it, that is counted instead.
    if (isWithin(request.headers)) await countOpening(db, share.id);
    const secure = secureCookies(runtime.config) ? '; Secure' : '';
    const pass = sharePass(runtime.config.authSecret, share);
    const cookie = `${SHARE_PASS_COOKIE}=${pass}; Path=${pathOf(token)}; Max-Age=${SHARE_PASS_SECONDS}; HttpOnly; SameSite=Lax${secure}`;
    return new Response(null, {
      status: 303,
      headers: { Location: pathOf(token), 'Set-Cookie': cookie, 'Cache-Control': 'private, no-store' },
    });
  },
  async ({ code, message }, _fields, { token }, context) => {
    const props = propsOf(context.request, token, context);
    if (code === 'passcodeWrong' || code === 'tooManyAttempts' || code === 'invalidInput')
      return <PasscodeDocument {...props} hours={HOURS} wrong={message} />;
    return isLinkProblem(code) ? <ClosedDocument {...props} message={message} /> : null;
  },
);

/** The page that asks for the passcode, unless this browser has given it. */
async function lockedOut(
  request: Request,
  share: OpenShare,
  props: ShareProps,
  { runtime }: HtmlContext,
): Promise<Response | null> {
  const pass = parseCookies(request.headers.get('cookie'))[SHARE_PASS_COOKIE];
  if (holdsSharePass(runtime.config.authSecret, share, pass)) return null;
  return answer(<PasscodeDocument {...props} hours={HOURS} />);
}

async function read(
  request: Request,
  share: OpenShare,
  props: ShareProps,
  { db, locale }: HtmlContext,
): Promise<Response> {
  const review = await sharedReview(db, share, outsideWords(locale));
  const { at } = props;
  if (new URL(request.url).searchParams.has('walk'))
    return answer(
      <WalkDocument review={review} locale={locale} headers={props.headers} back={at} noReferrer />,
    );
  if (isOpening(request)) await countOpening(db, share.id);
  const t = translator(locale, 'share');
  const until = formatter(locale).dateTime(share.expiresAt, { dateStyle: 'long' });
  return answer(
    <SharedDocument review={review} locale={locale} headers={props.headers} at={at}>
      <p>
        {t('guest.shared')} {t('guest.until', { date: until })} {t('guest.rules')}
      </p>
    </SharedDocument>,
  );
}

const answer = (document: ReactElement, status = 200) => htmlAnswer(document, { status, headers: HEADERS });

const pathOf = (token: string): string => `/s/${encodeURIComponent(token)}`;

const propsOf = (request: Request, token: string, { locale }: HtmlContext): ShareProps => ({
  locale,
  headers: request.headers,
  at: pathOf(token),
});

const PROBLEMS: readonly ErrorCode[] = ['shareUnknown', 'shareExpired', 'shareRevoked', 'snapshotDamaged'];

/** What a link may come to: said without the way to a start page that its holder has no account for. */
const isLinkProblem = (code: ErrorCode): boolean => PROBLEMS.includes(code);
