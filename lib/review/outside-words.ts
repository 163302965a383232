import type { Locale } from '../i18n/locale.ts';
import { translator } from '../i18n/translator.ts';
import type { OutsideWords } from './outside.ts';

/** How what may not leave the workshop is spoken of, in the reader's language. */
export function outsideWords(locale: Locale): OutsideWords {
  const t = translator(locale, 'share');
  return { withheld: t('withheld'), person: (kind, n) => t(`person.${kind}`, { n }) };
}
