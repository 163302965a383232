'use client';
import { type ReactNode, useId, useState } from 'react';
import styles from './findings.module.css';

/** On a narrow screen folded away behind a button; on a wide one, and without scripts, simply there. */
export function Folding({ label, children }: { label: string; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className={styles.folding} data-open={open}>
      <button
        type="button"
        className={`button ${styles.fold}`}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      <div id={id} className={styles.folded}>
        {children}
      </div>
    </div>
  );
}
