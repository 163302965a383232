import type { ReviewContext } from './context.ts';
import { Small } from './small.tsx';

/** What was asked and whom; which functions were around the table, and which were missed there. */
export function Asked(context: ReviewContext) {
  const { review, snapshot, t, format, contentLocale, isSmall } = context;
  const { asked } = review;
  const { onTray } = snapshot.figures.counts;
  return (
    <section className="section" aria-labelledby="asked">
      <h2 id="asked">{t('asked.title')}</h2>
      <p>
        {t('asked.interviews', { customers: asked.customerInterviews, employees: asked.employeeInterviews })}{' '}
        {isSmall(asked.customerInterviews) && <Small {...context} />}{' '}
        {onTray > 0 && t('asked.tray', { n: onTray })}
      </p>
      {asked.questions.length > 0 && (
        <div className="questions">
          <h3>{t('asked.questions', { n: asked.questions.length })}</h3>
          <ol lang={contentLocale}>
            {asked.questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ol>
        </div>
      )}
      <div className="pair">
        <div>
          <h3>{t('asked.present')}</h3>
          <p>
            {asked.functions.length > 0 ? (
              <span lang={contentLocale}>{format.list(asked.functions)}</span>
            ) : (
              <span className="soft">{t('asked.noFunctions')}</span>
            )}
          </p>
        </div>
        {asked.missing.length > 0 && (
          <div className="missing">
            <h3>{t('asked.missing')}</h3>
            <p lang={contentLocale}>{format.list(asked.missing)}</p>
            <p className="soft">{t('asked.missingText', { n: asked.missing.length })}</p>
          </div>
        )}
      </div>
    </section>
  );
}
