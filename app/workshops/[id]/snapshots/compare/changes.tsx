import { CARD_CHANGES } from '@/lib/journey/diff/index.ts';
import { CardList } from './card-list.tsx';
import styles from './compare.module.css';
import type { CompareContext } from './context.ts';
import { Figures } from './figures.tsx';
import { Frictions } from './frictions.tsx';
import { ChangesPicture } from './picture.tsx';
import { Sign } from './sign.tsx';
import { Structure } from './structure.tsx';

/**
 * All that leads from the one map to the other: how much, the figures, the frictions, the picture, the
 * structure, and every card. Nothing of it needs a script.
 * @param svg the picture as SVG text; null when it could not be drawn
 */
export function Changes({ context, svg }: { context: CompareContext; svg: string | null }) {
  const { comparison, t } = context;
  if (comparison.isSame) return <p className="notice">{t('same')}</p>;
  const { counts, structure } = comparison;
  return (
    <>
      <ul className={styles.counts}>
        {CARD_CHANGES.map(
          (kind) =>
            counts[kind] > 0 && (
              <li key={kind}>
                <Sign kind={kind} /> {t(`count.${kind}`, { n: counts[kind] })}
              </li>
            ),
        )}
        {structure.length > 0 && <li>{t('count.structure', { n: structure.length })}</li>}
      </ul>
      <div className={styles.beside}>
        <Figures {...context} />
        <Frictions {...context} />
      </div>
      <ChangesPicture context={context} svg={svg} />
      <Structure {...context} />
      <CardList {...context} />
    </>
  );
}
