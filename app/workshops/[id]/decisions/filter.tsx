import type { translations } from '@/lib/i18n/server.ts';
import type { ListedDecision } from '@/lib/services/decisions.ts';
import styles from './decisions.module.css';
import { ALL, answers, functionsOf, NONE, queryOf, type Shown, STATES } from './shown.ts';

/** Which decisions are listed: by state as links, by function as a plain form. */
export function Filter({
  base,
  decisions,
  shown,
  t,
}: {
  base: string;
  decisions: readonly ListedDecision[];
  shown: Shown;
  t: Awaited<ReturnType<typeof translations<'decisions'>>>;
}) {
  const functions = functionsOf(decisions);
  const unnamed = decisions.some(({ functionName }) => functionName === '');
  const selected = shown.functionName === null ? ALL : shown.functionName || NONE;
  return (
    <div className={`${styles.filter} no-print`}>
      <nav aria-label={t('list.filter')}>
        <ul className={styles.states}>
          {STATES.map((state) => (
            <li key={state}>
              <a
                href={`${base}${queryOf({ ...shown, state })}`}
                aria-current={state === shown.state ? 'page' : undefined}
              >
                {t(`list.${state}`, { n: decisions.filter(answers({ ...shown, state })).length })}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {functions.length + Number(unnamed) > 1 && (
        <form method="get" action={base} className={styles.byFunction}>
          {shown.state !== 'open' && <input type="hidden" name="state" value={shown.state} />}
          <label htmlFor="by-function">{t('list.function')}</label>
          <select id="by-function" name="function" defaultValue={selected}>
            <option value={ALL}>{t('list.everyFunction')}</option>
            {functions.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
            {unnamed && <option value={NONE}>{t('list.noFunction')}</option>}
          </select>
          <button type="submit" className="button">
            {t('list.show')}
          </button>
        </form>
      )}
    </div>
  );
}
