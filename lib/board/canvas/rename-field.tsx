import { useEffect, useRef } from 'react';
import { LIMITS } from '../../journey/model.ts';
import type { Board } from '../board.ts';
import { renameTarget, type Target } from '../structure/actions.ts';
import { useMapText } from '../ui/text.ts';
import styles from './headers.module.css';

interface RenameFieldProps {
  board: Board;
  target: Target;
  name: string;
  done: () => void;
}

/** A name while it is changed: Enter or leaving keeps it, Escape does not. */
export function RenameField({ board, target, name, done }: RenameFieldProps) {
  const t = useMapText();
  const ref = useRef<HTMLInputElement>(null);
  const keep = useRef(true);

  useEffect(() => {
    const field = ref.current;
    field?.focus();
    field?.select();
    // tldraw's shortcuts listen on the body, before React would stop anything.
    const onKey = (event: KeyboardEvent) => {
      event.stopPropagation();
      if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
      keep.current = event.key === 'Enter';
      field?.blur();
      board.editor?.getContainer().focus();
    };
    field?.addEventListener('keydown', onKey);
    return () => field?.removeEventListener('keydown', onKey);
  }, [board]);

  return (
    <input
      ref={ref}
      className={styles.rename}
      defaultValue={name}
      maxLength={LIMITS.name}
      aria-label={t('structure.renameLabel')}
      onBlur={(event) => {
        if (keep.current && event.target.value !== name) renameTarget(board, target, event.target.value);
        done();
      }}
    />
  );
}
