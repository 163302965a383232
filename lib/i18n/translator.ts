import { createFormatter, createTranslator } from 'use-intl/core';
import type { Locale } from './locale.ts';
import { MESSAGES, type Namespace } from './messages.ts';

/** The zone dates are shown in on the server; a stated one, so that server and browser agree. */
export const TIME_ZONE = 'Europe/Stockholm';

/** Sentences of one namespace; usable in pages, routes, services and tests alike. */
export function translator<N extends Namespace>(locale: Locale, namespace: N) {
  return createTranslator({ locale, messages: MESSAGES[locale], namespace, timeZone: TIME_ZONE });
}

/** English as it is written in Europe: 19 Oct 2026, 15:38. */
const REGION: Record<Locale, string> = { en: 'en-GB', sv: 'sv-SE' };

/** Dates and numbers by locale. */
export function formatter(locale: Locale) {
  return createFormatter({ locale: REGION[locale] as Locale, timeZone: TIME_ZONE });
}
