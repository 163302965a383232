import { createFormatter, createTranslator } from 'use-intl/core';
import { type Locale, regionOf } from './locale.ts';
import { MESSAGES, type Namespace } from './messages.ts';

/** The zone dates are shown in on the server; a stated one, so that server and browser agree. */
export const TIME_ZONE = 'Europe/Stockholm';

/** Sentences of one namespace, their dates and numbers by region too; usable in pages, routes, services and tests alike. */
export function translator<N extends Namespace>(locale: Locale, namespace: N) {
  return createTranslator({
    locale: regionOf(locale),
    messages: MESSAGES[locale],
    namespace,
    timeZone: TIME_ZONE,
  });
}

/** Dates and numbers by locale. */
export function formatter(locale: Locale) {
  return createFormatter({ locale: regionOf(locale), timeZone: TIME_ZONE });
}
