import { memo, useEffect, useRef } from 'react';
import { KindPicture } from '../reading/kind-mark.tsx';
import { useMapText } from '../ui/text.ts';
import { placesOf } from './fold.ts';
import { optionId } from './option-id.ts';
import styles from './palette.module.css';
import { type Entry, excerpt, type FoundGroup, type FoundIn } from './search.ts';

interface ResultsProps {
  id: string;
  groups: readonly FoundGroup[];
  words: readonly string[];
  active: Entry | undefined;
  onPoint: (entry: Entry) => void;
  onChoose: (entry: Entry) => void;
}

/** What was found, sort by sort; the field keeps the keyboard and names the active one. */
export function Results({ id, groups, words, active, onPoint, onChoose }: ResultsProps) {
  const t = useMapText();
  const ref = useRef<HTMLDivElement>(null);
  const activeId = active && optionId(id, active);
  useEffect(() => {
    const option = activeId ? document.getElementById(activeId) : null;
    option?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);
  const entryAt = (target: EventTarget) => {
    const option = (target as Element).closest('[role=option]');
    return groups.flatMap((g) => g.entries).find((entry) => optionId(id, entry) === option?.id);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keyboard, by aria-activedescendant
    <div
      ref={ref}
      id={`${id}-list`}
      role="listbox"
      aria-label={t('find.results')}
      className={styles.list}
      // The field keeps the keyboard while a hand chooses.
      onPointerDown={(event) => event.pointerType === 'mouse' && event.preventDefault()}
      onPointerMove={(event) => {
        const entry = entryAt(event.target);
        if (entry && entry !== active) onPoint(entry);
      }}
      onClick={(event) => {
        const entry = entryAt(event.target);
        if (entry) onChoose(entry);
      }}
    >
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options
        <div key={group.in} role="group" aria-labelledby={`${id}-${group.in}`}>
          <div id={`${id}-${group.in}`} className={styles.heading}>
            {t(`find.in.${group.in}`)}
            {group.more > 0 && <span className={styles.more}>{t('find.more', { count: group.more })}</span>}
          </div>
          {group.entries.map((entry) => (
            <Option
              key={entry.id}
              id={optionId(id, entry)}
              entry={entry}
              words={words}
              isActive={entry === active}
            />
          ))}
        </div>
      ))}
      {groups.length === 0 && <p className={styles.nothing}>{t('find.nothing')}</p>}
    </div>
  );
}

interface OptionProps {
  id: string;
  entry: Entry;
  words: readonly string[];
  isActive: boolean;
}

const Option = memo(function Option({ id, entry, words, isActive }: OptionProps) {
  const { text, places } = excerpt(entry.label, placesOf(entry.label, words));
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field has the keyboard, by aria-activedescendant
    <div id={id} role="option" aria-selected={isActive} className={styles.option}>
      <span className={styles.sign} aria-hidden="true">
        {entry.kind ? <KindPicture kind={entry.kind} /> : <SortSign sort={entry.in} colour={entry.colour} />}
      </span>
      <span className={styles.label}>
        <Marked text={text} places={places} />
      </span>
      {entry.detail && <span className={styles.detail}>{entry.detail}</span>}
      {entry.hint && <kbd className={styles.hint}>{entry.hint}</kbd>}
    </div>
  );
});

function Marked({ text, places }: { text: string; places: readonly [number, number][] }) {
  let from = 0;
  const parts = places.flatMap(([start, end]) => {
    const before = text.slice(from, start);
    from = end;
    return [before, <mark key={start}>{text.slice(start, end)}</mark>];
  });
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  );
}

const SIGNS: Partial<Record<FoundIn, string>> = {
  command: 'M6 4.500 10.500 9 6 13.500',
  touchpoint: 'M6 2.500v13M12 2.500v13',
  phase: 'M2.500 5.500h13M6.500 9.500v5M11.500 9.500v5',
  lane: 'M2.500 6h13M2.500 12h13',
};

function SortSign({ sort, colour }: { sort: FoundIn; colour: string | undefined }) {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      {sort === 'person' ? (
        <circle cx="9" cy="9" r="5.500" fill={colour} />
      ) : (
        <path
          d={SIGNS[sort]}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.600"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )}
    </svg>
  );
}
