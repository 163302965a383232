import type { ReactNode } from 'react';
import type { ReviewContext } from './context.ts';

/** Which map, when, what the group says of it, and what the reader can do with it. */
export function Head({ context, actions }: { context: ReviewContext; actions?: ReactNode }) {
  const { review, snapshot, t, contentLocale } = context;
  return (
    <header className="head">
      <p className="eyebrow">
        {t('eyebrow', { number: snapshot.number })} · {t('taken', { date: snapshot.takenAt })}
        {snapshot.map === 'toBe' && <span className="chip">{t('toBe')}</span>}
      </p>
      <h1 lang={contentLocale}>{review.workshop.title}</h1>
      <p className="subtitle" lang={contentLocale}>
        {snapshot.label}
      </p>
      {snapshot.note && (
        <div className="group-note">
          <p className="label">{t('note')}</p>
          <p lang={contentLocale}>{snapshot.note}</p>
        </div>
      )}
      {review.workshop.demo && <p className="notice">{t('fictional')}</p>}
      {actions && <div className="row no-print actions">{actions}</div>}
    </header>
  );
}

/** The report's sections as links: on a phone nobody scrolls to what they do not know is there. */
export function Contents({ context }: { context: ReviewContext }) {
  const { review, t } = context;
  const sections = [
    review.since && ['since', t('since.title')],
    ['asked', t('asked.title')],
    ['curves', t('curves.title')],
    ['story', t('story.title')],
    ['frictions', t('frictions.title')],
    review.opportunities.length > 0 && ['opportunities', t('opportunities.title')],
    ['chains', t('chains.title')],
    ['assumed', t('assumed.title')],
    ['decisions', t('decisions.title')],
    ['journey', t('map.title')],
  ].filter((section) => section !== false && section !== null) as [string, string][];
  return (
    <nav className="contents no-print" aria-label={t('contents')}>
      <ul>
        {sections.map(([id, title]) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
