import type { CardChange } from '@/lib/journey/diff/index.ts';
import { CardItem } from './card-item.tsx';
import styles from './compare.module.css';
import type { CompareContext } from './context.ts';

/** Every card that changed, where it lies or lay: by touchpoint, then by lane. */
export function CardList(context: CompareContext) {
  const { comparison, t, contentLocale } = context;
  if (comparison.places.length === 0) return null;
  return (
    <section aria-labelledby="cards">
      <h2 id="cards">{t('list.title')}</h2>
      {comparison.places.map(({ touchpoint, phase, gone, number, lanes }) => (
        <section key={touchpoint?.id ?? ''} className={styles.touchpoint}>
          <h3>
            {number !== null && <span className={styles.rank}>{number}</span>}
            <span lang={touchpoint ? contentLocale : undefined}>
              {touchpoint ? touchpoint.name || t('structure.unnamed') : t('list.tray')}
            </span>
            {phase && (
              <span className="small soft" lang={contentLocale}>
                {phase.name}
              </span>
            )}
            {gone && <span className="chip">{t('list.gone')}</span>}
          </h3>
          <dl className={styles.lanes}>
            {lanes.map(({ lane, gone: laneGone, changes }) => (
              <div key={lane?.id ?? ''}>
                {lane && (
                  <dt>
                    <span lang={contentLocale}>{lane.name || t('structure.unnamed')}</span>
                    {laneGone && !gone && <span className="chip">{t('list.gone')}</span>}
                  </dt>
                )}
                {changes.map((change: CardChange) => (
                  <dd key={change.card.id}>
                    <CardItem change={change} context={context} />
                  </dd>
                ))}
              </div>
            ))}
          </dl>
        </section>
      ))}
    </section>
  );
}
