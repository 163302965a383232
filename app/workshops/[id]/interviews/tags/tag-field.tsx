'use client';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { completions } from './completions.ts';
import styles from './tags.module.css';

interface Props {
  /** Tags in use, those used most first. */
  known: readonly string[];
  /** Those that are on already, and not offered. */
  has: readonly string[];
  onAdd: (tag: string) => void;
  /** Backspace in the empty field. */
  onTakeBack?: (() => void) | undefined;
  /** Escape in the empty field. */
  onLeave?: (() => void) | undefined;
  autoFocus?: boolean;
}

/**
 * A field for tags that completes from those in use (WAI-ARIA combobox): arrows choose, Enter or comma adds
 * what is chosen, else what is typed; the field stays for the next one.
 */
export function TagField({ known, has, onAdd, onTakeBack, onLeave, autoFocus = false }: Props) {
  const t = useTranslations('interviews');
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(-1);
  const [closed, setClosed] = useState(!autoFocus);
  const id = useId();
  const offered = closed ? [] : completions(typed, known, has);
  const chosen = offered[at];
  const add = (tag: string) => {
    const name = tag.trim();
    if (name !== '') onAdd(name);
    setTyped('');
    setAt(-1);
  };
  /** Whether the key meant something here. */
  const press = (event: KeyboardEvent): boolean => {
    const { key } = event;
    if (key === 'ArrowDown') {
      setClosed(false);
      setAt(Math.min(at + 1, offered.length - 1));
    } else if (key === 'ArrowUp') setAt(Math.max(at - 1, -1));
    else if (key === 'Enter') add(chosen ?? typed);
    else if (key === ',') add(typed);
    else if (key === 'Tab' && typed.trim() !== '') add(chosen ?? typed);
    else if (key === 'Backspace' && typed === '' && onTakeBack) onTakeBack();
    else if (key === 'Escape') {
      // The tools around must not hear it: it only ends what is typed here.
      event.stopPropagation();
      if (typed === '' && at < 0) onLeave?.();
      setTyped('');
      setAt(-1);
    } else return false;
    return true;
  };
  return (
    <div className={styles.field}>
      <input
        type="text"
        role="combobox"
        aria-expanded={offered.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={chosen === undefined ? undefined : `${id}-${at}`}
        aria-label={t('across.addTag')}
        placeholder={t('across.addTag')}
        autoComplete="off"
        maxLength={40}
        // biome-ignore lint/a11y/noAutofocus: opened by a key or a button to be typed into at once
        autoFocus={autoFocus}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(-1);
          setClosed(false);
        }}
        onBlur={() => setClosed(true)}
        onFocus={() => setClosed(false)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (press(event)) event.preventDefault();
        }}
      />
      <div
        role="listbox"
        id={`${id}-list`}
        aria-label={t('across.tagsInUse')}
        className={styles.list}
        hidden={offered.length === 0}
      >
        {offered.map((name, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keyboard, and chooses with arrows and Enter
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          <div
            key={name}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === at}
            className={styles.option}
            // Before the field loses the focus and the list goes.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => add(name)}
          >
            {name}
          </div>
        ))}
      </div>
    </div>
  );
}
