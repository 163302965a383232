import { isLocale, LOCALE_COOKIE } from '@/lib/i18n/locale.ts';

/**
 * Remembers the language a reader wished by `?lang=`, and opens the page in it; null where none was wished.
 * A link, for pages whose address no form may tell (LanguageForm comes back by it).
 */
export function inLanguage(wished: string | null, at: string): Response | null {
  if (!isLocale(wished)) return null;
  return new Response(null, {
    status: 303,
    headers: {
      Location: at,
      'Set-Cookie': `${LOCALE_COOKIE}=${wished}; Path=/; Max-Age=31536000; SameSite=Lax`,
      'Cache-Control': 'private, no-store',
    },
  });
}
