import type { StructureChange } from '@/lib/journey/diff/index.ts';
import styles from './compare.module.css';
import type { CompareContext } from './context.ts';
import { FieldLines } from './field-lines.tsx';
import { Sign } from './sign.tsx';

/** What became of phases, touchpoints, lanes and personas. */
export function Structure(context: CompareContext) {
  const { comparison, t, contentLocale } = context;
  if (comparison.structure.length === 0) return null;
  return (
    <section aria-labelledby="structure">
      <h2 id="structure">{t('structure.title')}</h2>
      <ul className={styles.structure}>
        {comparison.structure.map((change) => {
          const { of, id, kinds, before, after } = change;
          const held = after ?? before;
          return (
            <li key={`${of} ${id}`}>
              <p>
                <Kinds kinds={kinds} t={t} /> <span className="soft">{t(`structure.of.${of}`)}</span>{' '}
                <strong lang={contentLocale}>{held?.name || t('structure.unnamed')}</strong>
              </p>
              <div className={`small ${styles.details}`}>
                {kinds.includes('renamed') && before && (
                  <p>{t('structure.renamed', { name: before.name || t('structure.unnamed') })}</p>
                )}
                <MovedPhase change={change} context={context} />
                {before && after && (
                  <FieldLines fields={change.fields} before={before} after={after} context={context} />
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function MovedPhase({ change, context: { t, name } }: { change: StructureChange; context: CompareContext }) {
  if (change.of !== 'touchpoints' || !change.before || !change.after) return null;
  const [from, to] = [change.before.place.phaseId, change.after.place.phaseId];
  if (from === to || !change.kinds.includes('moved')) return null;
  return <p>{t('structure.movedPhase', { from: name(from), to: name(to) })}</p>;
}

type Kind = StructureChange['kinds'][number] | 'reworded';

/** What happened, as signs and words. */
export function Kinds({ kinds, t }: { kinds: readonly Kind[]; t: CompareContext['t'] }) {
  return kinds.map((kind) => (
    <span key={kind} className={styles.kind}>
      <Sign kind={kind === 'renamed' ? 'reworded' : kind} /> {t(`kind.${kind}`)}
    </span>
  ));
}
