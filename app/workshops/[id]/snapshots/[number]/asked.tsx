import type { ReviewContext } from './context.ts';

/** Who was interviewed, and which functions were around the table. */
export function Asked({ snapshot, t, format }: ReviewContext) {
  const { group, figures } = snapshot;
  return (
    <section className="section" aria-labelledby="asked">
      <h2 id="asked">{t('asked.title')}</h2>
      <p>
        {t('asked.interviews', { customers: group.customerInterviews, employees: group.employeeInterviews })}{' '}
        {group.functions.length > 0
          ? t('asked.functions', { list: format.list(group.functions) })
          : t('asked.noFunctions')}{' '}
        {figures.counts.onTray > 0 && t('asked.tray', { n: figures.counts.onTray })}
      </p>
    </section>
  );
}
