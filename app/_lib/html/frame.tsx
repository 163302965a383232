import type { ReactNode } from 'react';
import { LOCALES, type Locale } from '@/lib/i18n/locale.ts';
import { translator } from '@/lib/i18n/translator.ts';
import { Mark } from '../../_components/mark.tsx';

/** The head of a document: the product and the way home, what stands beside it, and the language. */
export function HtmlBar({
  locale,
  home = true,
  languagesAt,
  children,
}: {
  locale: Locale;
  /** Whether the product's sign leads to the start page; not for whoever came by a link of their own. */
  home?: boolean;
  /** A path that takes `?lang=`: for a page whose own address no other may be told, as the form's would be. */
  languagesAt?: string;
  children?: ReactNode;
}) {
  const t = translator(locale, 'common');
  return (
    <header className="bar no-print">
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      {home ? (
        <a className="product" href="/" aria-label={t('product')}>
          <Mark />
        </a>
      ) : (
        <span className="product">
          <Mark />
          {t('product')}
        </span>
      )}
      {children}
      {languagesAt ? <LanguageLinks locale={locale} at={languagesAt} /> : <LanguageForm locale={locale} />}
    </header>
  );
}

/** The languages as buttons of a plain form; it comes back to the page it stands on. */
export function LanguageForm({ locale }: { locale: Locale }) {
  const t = translator(locale, 'common');
  return (
    <form className="languages" method="post" action="/api/locale" aria-label={t('language.label')}>
      {LOCALES.map((held) => (
        <button
          key={held}
          type="submit"
          name="locale"
          value={held}
          lang={held}
          aria-pressed={held === locale}
        >
          {t(`language.${held}`)}
        </button>
      ))}
    </form>
  );
}

function LanguageLinks({ locale, at }: { locale: Locale; at: string }) {
  const t = translator(locale, 'common');
  return (
    <nav className="languages" aria-label={t('language.label')}>
      {LOCALES.map((held) => (
        <a
          key={held}
          href={`${at}?lang=${held}`}
          lang={held}
          hrefLang={held}
          aria-current={held === locale ? 'true' : undefined}
        >
          {t(`language.${held}`)}
        </a>
      ))}
    </nav>
  );
}
