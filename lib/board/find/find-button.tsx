import { lazy, Suspense, useEffect, useState } from 'react';
import type { Board } from '../board.ts';
import { useMapText } from '../ui/text.ts';
import styles from './find-button.module.css';
import { isMac } from './mac.ts';

const Palette = lazy(() => import('./palette.tsx'));

/** In the bar: finds any card, part of the map or command; Ctrl/Cmd+K does the same from anywhere. */
export function FindButton({ board }: { board: Board }) {
  const t = useMapText();
  const keys = isMac() ? '⌘K' : 'Ctrl K';
  const [open, setOpen] = useState(false);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isFindKey(event) || isElsewhere(event.target)) return;
      // Browsers and the canvas have uses of their own for it.
      event.preventDefault();
      event.stopImmediatePropagation();
      const palette = document.querySelector<HTMLDialogElement>('dialog[data-palette]');
      if (palette) palette.close();
      else setOpen(true);
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);

  return (
    <>
      <button
        type="button"
        className={styles.button}
        title={`${t('find.open')} (${keys})`}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onPointerEnter={() => void import('./palette.tsx')}
        onClick={() => setOpen(true)}
      >
        <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
          <path
            d="M12.500 12.500 16 16M7.800 13.600a5.800 5.800 0 1 0 0-11.600 5.800 5.800 0 0 0 0 11.600Z"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.700"
            strokeLinecap="round"
          />
        </svg>
        <span className="visually-hidden">{t('find.open')}</span>
        <kbd className={styles.key}>{keys}</kbd>
      </button>
      {open && (
        <Suspense>
          <Palette board={board} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

/** By letter; where the keyboard has no Latin letters, by its place. */
function isFindKey(event: KeyboardEvent): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.isComposing) return false;
  const key = event.key.toLowerCase();
  return key === 'k' || (event.code === 'KeyK' && !/^[a-z]$/.test(key));
}

/** In a drawing's text it makes a link; over another dialog nothing else may open. */
function isElsewhere(target: EventTarget | null): boolean {
  if (target instanceof HTMLElement && target.isContentEditable) return true;
  const dialog = document.querySelector('dialog[open]');
  return dialog !== null && !dialog.hasAttribute('data-palette');
}
