import type { Lane, Phase, Touchpoint } from '../../journey/model.ts';
import type { PersonaSign } from '../../journey/personas.ts';
import { PersonaBadge } from '../../journey/svg/persona-badge.tsx';
import { renameTarget, type Target } from '../structure/actions.ts';
import type { useStructure } from '../structure/use-structure.tsx';
import { useMapText } from '../ui/text.ts';
import { Dots } from './card-row.tsx';
import { NameField } from './name-field.tsx';
import styles from './table.module.css';
import type { TableState } from './table-state.ts';

interface HeadProps {
  table: TableState;
  structure: ReturnType<typeof useStructure>;
  row: number;
  column: number;
}

/** A phase over its touchpoints. */
export function PhaseHead({ phase, span, ...head }: HeadProps & { phase: Phase; span: number }) {
  const t = useMapText();
  return (
    <th
      scope="colgroup"
      colSpan={span}
      className={styles.phase}
      data-part={phase.part}
      data-collection="phases"
      data-id={phase.id}
      tabIndex={-1}
      data-row={head.row}
      data-column={head.column}
    >
      <div className={styles.stay}>
        <span className={styles.part}>{t(`part.${phase.part}`)}</span>
        <Name {...head} target={{ collection: 'phases', id: phase.id }} name={phase.name} />
      </div>
    </th>
  );
}

interface TouchpointHeadProps extends HeadProps {
  touchpoint: Touchpoint;
  number: number;
  part: Phase['part'];
  signs: ReadonlyMap<string, PersonaSign>;
}

/** A touchpoint over its column: number, name, by what means and whose. */
export function TouchpointHead({ touchpoint, number, part, signs, ...head }: TouchpointHeadProps) {
  const { id, name, channel, owner, personas } = touchpoint;
  const means = [channel, owner].filter(Boolean).join(' · ');
  const who = personas.flatMap((persona) => signs.get(persona) ?? []);
  return (
    <th
      scope="col"
      className={styles.touchpoint}
      data-part={part}
      data-collection="touchpoints"
      data-id={id}
      tabIndex={-1}
      data-row={head.row}
      data-column={head.column}
    >
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
      <Name {...head} target={{ collection: 'touchpoints', id }} name={name} />
      {(means || who.length > 0) && (
        <span className={styles.means}>
          {means}
          {who.map((sign) => (
            <svg key={sign.id} width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
              <PersonaBadge sign={sign} x={0} y={0} />
            </svg>
          ))}
        </span>
      )}
    </th>
  );
}

/** A lane at the left of its cells. */
export function LaneHead({ lane, folded, ...head }: HeadProps & { lane: Lane; folded: boolean }) {
  return (
    <th
      scope="row"
      className={styles.lane}
      data-collection="lanes"
      data-id={lane.id}
      data-folded={folded || undefined}
      tabIndex={-1}
      data-row={head.row}
      data-column={head.column}
    >
      <div className={styles.stayUp}>
        <Name {...head} target={{ collection: 'lanes', id: lane.id }} name={lane.name} />
      </div>
    </th>
  );
}

/** The name, or the field in which it is changed, and the button of its menu. */
function Name({ table, structure, target, name }: HeadProps & { target: Target; name: string }) {
  const t = useMapText();
  const { board } = table;
  if (structure.renaming?.id === target.id) {
    return (
      <NameField
        name={name}
        done={(next) => {
          if (next !== null && next !== name) renameTarget(board, target, next);
          structure.setRenaming(null);
        }}
      />
    );
  }
  return (
    <span className={styles.named}>
      {/* Its own language, so that a long name is divided where it may be. */}
      <span className={styles.name} lang={board.$journey.get().meta.locale}>
        {name}
      </span>
      <button
        type="button"
        tabIndex={-1}
        data-structure
        className={styles.more}
        aria-haspopup="menu"
        aria-label={t('structure.menu', { name })}
        title={t('structure.menu', { name })}
      >
        <Dots />
      </button>
    </span>
  );
}
