import { useEffect, useSyncExternalStore } from 'react';
import type { NotesEditor } from '@/lib/notes/editor/editor.ts';
import styles from './notes.module.css';

/** How much room the list takes at most, CSS pixels: above the line where there is less below it. */
const HEIGHT = 300;

/** The touchpoints a `#` line may mean. The keys are the notes' own; this shows and takes clicks. */
export function Offers({ editor, label }: { editor: NotesEditor; label: string }) {
  const { subscribe, get } = editor.offer;
  const offer = useSyncExternalStore(subscribe, get, get);
  const active = offer?.active ?? -1;
  useEffect(() => {
    const field = document.querySelector('[data-panel=notes] [role=textbox]');
    if (active < 0) {
      field?.removeAttribute('aria-activedescendant');
      field?.removeAttribute('aria-controls');
      return;
    }
    field?.setAttribute('aria-controls', 'capture-offers');
    field?.setAttribute('aria-activedescendant', `capture-offer-${active}`);
    document.getElementById(`capture-offer-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  if (!offer) return null;
  const above = offer.bottom + HEIGHT > window.innerHeight;
  const left = Math.max(8, Math.min(offer.left, window.innerWidth - 328));
  const where = above ? { bottom: window.innerHeight - offer.top + 4 } : { top: offer.bottom + 4 };
  return (
    <div
      id="capture-offers"
      role="listbox"
      aria-label={label}
      className={styles.offers}
      style={{ left, ...where }}
    >
      {offer.items.map((item, i) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the notes hold the focus and hear the keys
        <div
          key={item.id}
          id={`capture-offer-${i}`}
          role="option"
          tabIndex={-1}
          aria-selected={i === active}
          className={styles.offer}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => editor.take(item)}
        >
          <span>{item.name}</span>
          <span className={styles.phase}>{item.phase}</span>
        </div>
      ))}
    </div>
  );
}
