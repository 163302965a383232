import { useEffect, useRef } from 'react';
import { useEditor } from 'tldraw';
import { boardOf } from '../board.ts';
import { useValue } from '../signals.ts';
import styles from './pointers.module.css';
import { drawPointers } from './pointers.ts';
import { $pointersHidden } from './pointers-hidden.ts';

/** Where the others point. A picture for the eyes: who is here stands in the bar, in words. */
export function Pointers() {
  const editor = useEditor();
  const ref = useRef<HTMLDivElement>(null);
  const hidden = useValue($pointersHidden);
  useEffect(() => {
    if (ref.current) return drawPointers(boardOf(editor), editor, ref.current);
  }, [editor]);
  return (
    <div
      ref={ref}
      className={styles.layer}
      data-pointers={hidden ? 'hidden' : undefined}
      aria-hidden="true"
    />
  );
}
