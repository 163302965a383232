import { useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useLocale } from 'use-intl';
import type { Board } from '../board.ts';
import { useValue } from '../signals.ts';
import { useMapText } from '../ui/text.ts';
import { builtIn } from './built-in.ts';
import { commandsOf } from './commands.ts';
import { entriesOf } from './entries.ts';
import { optionId } from './option-id.ts';
import styles from './palette.module.css';
import { queryOf } from './rank.ts';
import { Results } from './results.tsx';
import { type Entry, search } from './search.ts';

interface PaletteProps {
  board: Board;
  onClose: () => void;
}

/** One field that finds cards, touchpoints, lanes, findings, people and commands; Enter goes there. */
export default function Palette({ board, onClose }: PaletteProps) {
  const t = useMapText();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  // Where one was: what is added goes there.
  const [from] = useState(() => document.activeElement);
  const entries = useEntries(board, from);
  const groups = useMemo(() => search(entries, typed), [entries, typed]);
  const shown = useMemo(() => groups.flatMap((g) => g.entries), [groups]);
  const [at, setAt] = useState(0);
  const active = shown[Math.min(at, shown.length - 1)];
  const words = useMemo(() => queryOf(typed).words, [typed]);
  useModal(dialog, onKey);

  function run(entry: Entry | undefined) {
    if (!entry) return;
    // First the dialog gives the focus back, then what is run may take it elsewhere.
    dialog.current?.close();
    entry.run();
  }
  function onKey(event: KeyboardEvent) {
    if (event.isComposing || (event.target as Element).tagName === 'BUTTON') return;
    const last = shown.length - 1;
    const now = Math.min(at, last);
    const to: Record<string, number> = {
      ArrowDown: now === last ? 0 : now + 1,
      ArrowUp: now <= 0 ? last : now - 1,
      PageDown: Math.min(now + 8, last),
      PageUp: Math.max(now - 8, 0),
    };
    if (event.key === 'Enter') run(active);
    else if (event.key in to) setAt(to[event.key] as number);
    else return;
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside it; Escape does the same
    <dialog
      ref={dialog}
      data-palette
      className={styles.palette}
      aria-label={t('find.title')}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && dialog.current?.close()}
    >
      <div className={styles.frame}>
        <div className={styles.field}>
          <input
            type="text"
            role="combobox"
            aria-label={t('find.title')}
            aria-expanded={shown.length > 0}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={active && optionId(id, active)}
            placeholder={t('find.placeholder')}
            autoComplete="off"
            spellCheck={false}
            enterKeyHint="go"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setAt(0);
            }}
          />
          <button
            type="button"
            className={styles.close}
            aria-label={t('close')}
            onClick={() => dialog.current?.close()}
          >
            <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
              <path d="M4 4l8 8M12 4l-8 8" stroke="currentColor" strokeWidth="1.700" strokeLinecap="round" />
            </svg>
          </button>
        </div>
        <Results
          id={id}
          groups={groups}
          words={words}
          active={active}
          onPoint={(entry) => setAt(shown.indexOf(entry))}
          onChoose={run}
        />
        <Told count={shown.length} more={groups.reduce((sum, g) => sum + g.more, 0)} typed={typed} />
      </div>
    </dialog>
  );
}

/** How many answer, said when the typing pauses. */
function Told({ count, more, typed }: { count: number; more: number; typed: string }) {
  const t = useMapText();
  const said = useDeferredValue(typed.trim() === '' ? '' : t('find.count', { count: count + more }));
  return (
    <footer className={styles.foot}>
      <span role="status">{said}</span>
      <span className={styles.keys} aria-hidden="true">
        <kbd>↑</kbd> <kbd>↓</kbd> {t('find.choose')} <kbd>↵</kbd> {t('find.go')} <kbd>Esc</kbd>{' '}
        {t('find.leave')}
      </span>
    </footer>
  );
}

/** What can be found; read anew when the map changes while the palette is open. */
function useEntries(board: Board, from: Element | null): Entry[] {
  const t = useMapText();
  const locale = useLocale();
  const journey = useDeferredValue(useValue(board.$journey));
  const findings = useValue(board.$findings);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the entries are made of
  return useMemo(
    () => entriesOf(board, t, [...builtIn(board, t, locale, from), ...commandsOf(board)]),
    [board, t, locale, from, journey, findings],
  );
}

/** Modal, with keys of its own: native, because the canvas' shortcuts listen on the body, before React's. */
function useModal(
  ref: React.RefObject<HTMLDialogElement | null>,
  onKey: (event: KeyboardEvent) => void,
): void {
  const latest = useRef(onKey);
  latest.current = onKey;
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog?.open) dialog?.showModal();
    const listen = (event: KeyboardEvent) => {
      event.stopPropagation();
      latest.current(event);
    };
    dialog?.addEventListener('keydown', listen);
    return () => dialog?.removeEventListener('keydown', listen);
  }, [ref]);
}
