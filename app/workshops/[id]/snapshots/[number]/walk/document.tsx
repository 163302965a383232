import type { ReactNode } from 'react';
import type { Locale } from '@/lib/i18n/locale.ts';
import { translator } from '@/lib/i18n/translator.ts';
import type { Review } from '@/lib/review/review.ts';
import { HtmlDocument } from '../../../../../_lib/html/document.tsx';
import { reviewContext } from '../context.ts';
import { REPORT_CSS } from '../report.tsx';
import { notesFor } from './notes.ts';
import { type Screen, screensOf } from './screens.tsx';
import { WALK_SCRIPT } from './script.ts';

/**
 * The review told together in a room: one screen at a time, in big type. The screens are one document and
 * their links lead within it, so that it works without JavaScript and full screen lasts; the script adds keys.
 * @param back where the report is read
 * @param noReferrer see HtmlDocument
 */
export function WalkDocument({
  review,
  locale,
  headers,
  back,
  noReferrer = false,
}: {
  review: Review;
  locale: Locale;
  headers: { get(name: string): string | null };
  back: string;
  noReferrer?: boolean;
}) {
  return (
    <WalkFrame title={review.workshop.title} locale={locale} headers={headers} noReferrer={noReferrer}>
      <main id="content" className="walk">
        <Walk review={review} locale={locale} back={back} />
      </main>
    </WalkFrame>
  );
}

/** The document around the screens. */
export function WalkFrame({
  title,
  locale,
  headers,
  noReferrer = false,
  children,
}: {
  title: string;
  locale: Locale;
  headers: { get(name: string): string | null };
  noReferrer?: boolean;
  children: ReactNode;
}) {
  const product = translator(locale, 'common')('product');
  return (
    <HtmlDocument
      locale={locale}
      title={`${translator(locale, 'review')('walk.title')}: ${title} · ${product}`}
      headers={headers}
      css={[...REPORT_CSS, 'workshops/[id]/snapshots/[number]/css/walk.css']}
      script={WALK_SCRIPT}
      noReferrer={noReferrer}
    >
      {children}
    </HtmlDocument>
  );
}

/** The bar and the screens. @param back where the report is read */
export function Walk({ review, locale, back }: { review: Review; locale: Locale; back: string }) {
  const context = reviewContext(review, locale, undefined, back);
  const { t } = context;
  const screens = screensOf(context);
  const links: Links = { of: screens.length, back, t };
  return (
    <>
      <h1 className="visually-hidden">{`${t('walk.title')}: ${review.workshop.title}`}</h1>
      <header className="walk-bar no-print">
        <a className="button quiet" href={back} data-key="Escape">
          {t('walk.leave')}
        </a>
        <label className="walk-toggle">
          <input type="checkbox" id="notes" /> {t('walk.notes')} <kbd>N</kbd>
        </label>
        <button type="button" className="button quiet" id="full" hidden>
          {t('walk.full')} <kbd>F</kbd>
        </button>
      </header>
      {screens.map((screen, i) => (
        <OneScreen
          key={screen.id}
          screen={screen}
          notes={notesFor(screen, context)}
          number={i + 1}
          links={links}
        />
      ))}
    </>
  );
}

interface Links {
  of: number;
  back: string;
  t: ReturnType<typeof translator<'review'>>;
}

function OneScreen({
  screen,
  notes,
  number,
  links: { of, back, t },
}: {
  screen: Screen;
  notes: ReturnType<typeof notesFor>;
  number: number;
  links: Links;
}) {
  return (
    <section className="screen" id={`screen-${number}`} data-kind={screen.kind} aria-labelledby={screen.id}>
      <div className="screen-told">{screen.told}</div>
      <section className="notes no-print" aria-label={t('walk.notes')}>
        {(['say', 'ask'] as const).map((part) => (
          <div key={part}>
            <p className="label">{t(`walk.${part}`)}</p>
            <ul>
              {notes[part].map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        ))}
      </section>
      <nav className="walk-nav no-print" aria-label={t('walk.nav')}>
        {number > 1 ? (
          <a className="button" href={`#screen-${number - 1}`} rel="prev">
            ← {t('walk.previous')}
          </a>
        ) : (
          <span />
        )}
        <span className="walk-progress">{t('walk.progress', { number, of })}</span>
        {number < of ? (
          <a className="button primary" href={`#screen-${number + 1}`} rel="next">
            {t('walk.next')} →
          </a>
        ) : (
          <a className="button primary" href={`${back}#decisions`}>
            {t('walk.toReport')}
          </a>
        )}
      </nav>
    </section>
  );
}
