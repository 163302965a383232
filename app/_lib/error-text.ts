import type { ErrorCode } from '@/lib/errors.ts';
import type { Locale } from '@/lib/i18n/locale.ts';
import { translator } from '@/lib/i18n/translator.ts';

/** An error's sentence: what happened and what to do. Works on the server; clients get it with the error. */
export function errorText(
  locale: Locale,
  code: ErrorCode,
  params: Record<string, string | number> = {},
): string {
  // Which placeholders a code's sentence has is known only to whoever threw it.
  const t = translator(locale, 'errors') as unknown as (key: string, values: typeof params) => string;
  return t(code, params);
}
