import { createFormatter, createTranslator } from 'use-intl/core';
import type { Locale } from './locale.ts';
import { MESSAGES, type Namespace } from './messages.ts';

/** The zone dates are shown in on the server; a stated one, so that server and browser agree. */
export const TIME_ZONE = 'Europe/Stockholm';

/** English as it is written in Europe: 19 Oct 2026, 15:38. */
const REGION: Record<Locale, string> = { en: 'en-GB', sv: 'sv-SE' };

/** Sentences of one namespace, their dates and numbers by region too; usable in pages, routes, services and tests alike. */
export function translator<N extends Namespace>(locale: Locale, namespace: N) {
  const region = REGION[locale] as Locale;
  return createTranslator({ locale: region, messages: MESSAGES[locale], namespace, timeZone: TIME_ZONE });
}

/** Dates and numbers by locale. */
export function formatter(locale: Locale) {
  return createFormatter({ locale: REGION[locale] as Locale, timeZone: TIME_ZONE });
}
