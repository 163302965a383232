import { isOwnOrigin, ownPath } from '@/lib/auth/origin.ts';
import { isLocale, LOCALE_COOKIE } from '@/lib/i18n/locale.ts';
import { runtime } from '@/lib/runtime.ts';

/** Remembers the reader's language for a year and goes back to the page the form stood on. */
export async function POST(request: Request): Promise<Response> {
  const headers = new Headers({ Location: backFrom(request.headers.get('referer')) });
  const locale = (await request.formData()).get('locale');
  if (isLocale(locale) && isOwnOrigin(request.headers, runtime().config)) {
    headers.set('Set-Cookie', `${LOCALE_COOKIE}=${locale}; Path=/; Max-Age=31536000; SameSite=Lax`);
  }
  return new Response(null, { status: 303, headers });
}

/** The path of the page before; only its path, so that a forged Referer leads nowhere else. */
function backFrom(referer: string | null): string {
  if (!referer || !URL.canParse(referer)) return '/';
  const { pathname, search } = new URL(referer);
  return ownPath(pathname + search);
}
