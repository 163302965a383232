import { cookies, headers } from 'next/headers';
import { isLocale, LOCALE_COOKIE, type Locale, negotiateLocale } from './locale.ts';
import type { Namespace } from './messages.ts';
import { formatter, translator } from './translator.ts';

/** The language of this request: the reader's choice, else the browser's wish. Only inside Next. */
export async function currentLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  return isLocale(chosen) ? chosen : negotiateLocale((await headers()).get('accept-language'));
}

/** Sentences of one namespace in this request's language. */
export async function translations<N extends Namespace>(namespace: N) {
  return translator(await currentLocale(), namespace);
}

/** Dates and numbers in this request's language. */
export async function formats() {
  return formatter(await currentLocale());
}
