export const LOCALES = ['en', 'sv'] as const;
export type Locale = (typeof LOCALES)[number];

/** English as it is written in Europe: 19 Oct 2026, 15:38. */
const REGIONS: Record<Locale, string> = { en: 'en-GB', sv: 'sv-SE' };

/** What dates and numbers are written by; typed as the language it is of, as use-intl takes no other. */
export const regionOf = (locale: Locale): Locale => REGIONS[locale] as Locale;

/** Holds the reader's own choice; without it the browser's wish decides. */
export const LOCALE_COOKIE = 'locale';

export function isLocale(value: unknown): value is Locale {
  return LOCALES.includes(value as Locale);
}

/** The first of our languages in an Accept-Language header by its weights; English when none is there. */
export function negotiateLocale(acceptLanguage: string | null | undefined): Locale {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().split(';');
      const q = params.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find(Boolean);
      return { language: tag.split('-')[0]?.toLowerCase(), weight: q ? Number(q) : 1 };
    })
    .sort((a, b) => b.weight - a.weight);
  for (const { language, weight } of wanted) if (weight > 0 && isLocale(language)) return language;
  return 'en';
}
