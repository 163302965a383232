import type { FrictionChange, FrictionChangeKind } from '@/lib/journey/diff/index.ts';
import styles from './compare.module.css';
import type { CompareContext } from './context.ts';

type Spot = NonNullable<FrictionChange['after']>;

/** Up is worse, down is better: an arrow beside the word, so that a glance is enough. */
const ARROW: Record<FrictionChangeKind, string> = {
  new: '+',
  graver: '↑',
  wider: '↑',
  narrower: '↓',
  milder: '↓',
  gone: '−',
};

/** Where customers chafe: what is new, graver, milder, gone. */
export function Frictions({ a, b, comparison: { frictions }, contentLocale, t, name }: CompareContext) {
  const told = ({ severity, reach }: Spot) =>
    t('frictions.spot', { severity: t(`frictions.severity.${severity as 1 | 2 | 3}`), reach });
  return (
    <section aria-labelledby="frictions">
      <h2 id="frictions">{t('frictions.title')}</h2>
      {frictions.length === 0 ? (
        <p className="soft">{t('frictions.none')}</p>
      ) : (
        <ul className={styles.frictions}>
          {frictions.map(({ touchpointId, kind, before, after }) => {
            const spot = after ?? before;
            return (
              <li key={touchpointId} data-kind={kind}>
                <p>
                  <span className={styles.arrow} aria-hidden="true">
                    {ARROW[kind]}
                  </span>
                  <strong>{t(`frictions.kind.${kind}`)}</strong> ·{' '}
                  <span lang={contentLocale}>{name(touchpointId)}</span>
                </p>
                <p className="small soft">
                  {after && spot ? told(spot) : before && t('frictions.was', { spot: told(before) })}
                  {after && before && ` (${t('frictions.was', { spot: told(before) })})`}
                </p>
              </li>
            );
          })}
        </ul>
      )}
      {a.takenAt < b.takenAt && frictions.some(({ kind }) => kind === 'gone') && (
        <p className={`small soft ${styles.hint}`}>{t('frictions.goneHint')}</p>
      )}
    </section>
  );
}
