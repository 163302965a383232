import { type RefObject, useEffect, useId, useRef } from 'react';
import type { Board } from '../board.ts';
import { useValue } from '../signals.ts';
import { useMapText } from '../ui/text.ts';
import { choicesOf } from './choices.ts';
import styles from './filter.module.css';
import { type CardFilter, FIELD, FILTER_KEYS, type FilterKey, filterOf, isActive } from './filter.ts';
import { wordOf } from './words.ts';

interface PopoverProps {
  board: Board;
  anchor: RefObject<HTMLButtonElement | null>;
  close: (refocus: boolean) => void;
}

/** One list for each thing the cards can be asked for, with how many cards have it. */
export default function FilterPopover({ board, anchor, close }: PopoverProps) {
  const t = useMapText();
  const id = useId();
  const ref = useRef<HTMLDivElement>(null);
  const { $filter, set, clear } = filterOf(board);
  const filter = useValue($filter);
  const choices = useValue('filter choices', () => choicesOf(board), [board]);
  const shown = FILTER_KEYS.filter((key) => choices[key].length > 0);
  useAsPopover(ref, anchor, close);

  return (
    <div ref={ref} role="dialog" aria-label={t('filter.title')} popover="manual" className={styles.popover}>
      <h2>{t('filter.title')}</h2>
      {shown.length === 0 && <p className="soft">{t('filter.noCards')}</p>}
      {shown.map((key) => (
        <div key={key} className={styles.field}>
          <label htmlFor={`${id}-${key}`}>{t(`filter.by.${key}`)}</label>
          <select
            id={`${id}-${key}`}
            value={encode(filter[FIELD[key]])}
            data-active={filter[FIELD[key]] !== undefined || undefined}
            onChange={(event) => set({ [FIELD[key]]: decode(event.target.value) } as Partial<CardFilter>)}
          >
            <option value="">{t(`filter.all.${key}`)}</option>
            {withChosen(choices[key], filter, key).map((choice) => (
              <option key={encode(choice.value)} value={encode(choice.value)}>
                {t('filter.choice', { name: wordOf(t, board, key, choice), count: choice.count })}
              </option>
            ))}
          </select>
        </div>
      ))}
      <p className={styles.acts}>
        <button type="button" className="button" disabled={!isActive(filter)} onClick={clear}>
          {t('filter.showAll')}
        </button>
        <button type="button" className="button primary" onClick={() => close(true)}>
          {t('filter.done')}
        </button>
      </p>
    </div>
  );
}

/** What is asked for stays to be seen when its last card is gone. */
function withChosen(choices: ReturnType<typeof choicesOf>[FilterKey], filter: CardFilter, key: FilterKey) {
  const value = filter[FIELD[key]];
  if (value === undefined || choices.some((c) => c.value === value)) return choices;
  return [...choices, { value, name: null, count: 0 }];
}

// An option's value is text; no id begins with a sign.
const encode = (value: string | null | undefined) =>
  value === undefined ? '' : value === null ? '–' : value;
const decode = (value: string) => (value === '' ? undefined : value === '–' ? null : value);

/** In the top layer under its button; Escape and a click elsewhere close it. */
function useAsPopover(
  ref: RefObject<HTMLDivElement | null>,
  anchor: RefObject<HTMLButtonElement | null>,
  close: (refocus: boolean) => void,
): void {
  const closing = useRef(close);
  closing.current = close;
  useEffect(() => {
    const popover = ref.current;
    if (!popover || !anchor.current) return;
    popover.showPopover();
    const at = anchor.current.getBoundingClientRect();
    popover.style.top = `${at.bottom + 6}px`;
    popover.style.left = `${Math.max(8, Math.min(at.left, window.innerWidth - popover.offsetWidth - 8))}px`;
    popover.querySelector<HTMLElement>('select, button')?.focus();
    const onKey = (event: KeyboardEvent) => {
      // Native: the canvas' shortcuts listen on the body, before React would stop anything.
      event.stopPropagation();
      if (event.key === 'Escape') closing.current(true);
    };
    const onOutside = (event: PointerEvent) => {
      const target = event.target as Node;
      if (!popover.contains(target) && !anchor.current?.contains(target)) closing.current(false);
    };
    const onLeave = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof Node && !popover.contains(relatedTarget)) closing.current(false);
    };
    popover.addEventListener('keydown', onKey);
    popover.addEventListener('focusout', onLeave);
    document.addEventListener('pointerdown', onOutside, { capture: true });
    return () => {
      popover.removeEventListener('keydown', onKey);
      popover.removeEventListener('focusout', onLeave);
      document.removeEventListener('pointerdown', onOutside, { capture: true });
    };
  }, [ref, anchor]);
}
