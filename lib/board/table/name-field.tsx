import { useEffect, useRef } from 'react';
import { LIMITS } from '../../journey/model.ts';
import { useMapText } from '../ui/text.ts';
import styles from './table.module.css';

/** A name while it is changed: Enter or leaving keeps it, Escape does not; then its cell has the focus again. */
export function NameField({ name, done }: { name: string; done: (next: string | null) => void }) {
  const t = useMapText();
  const ref = useRef<HTMLInputElement>(null);
  const told = useRef(false);
  useEffect(() => {
    ref.current?.focus();
    ref.current?.select();
  }, []);
  const tell = (next: string | null) => {
    if (told.current) return;
    told.current = true;
    done(next);
  };
  return (
    <input
      ref={ref}
      className={styles.rename}
      defaultValue={name}
      maxLength={LIMITS.name}
      aria-label={t('structure.renameLabel')}
      onBlur={(event) => tell(event.target.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
        event.preventDefault();
        const cell = event.currentTarget.closest('th');
        tell(event.key === 'Enter' ? event.currentTarget.value : null);
        cell?.focus();
      }}
    />
  );
}
