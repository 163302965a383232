import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import styles from './menu.module.css';

export type MenuItem =
  | { heading: string }
  | { label: string; run: () => void; danger?: boolean; disabled?: boolean; hint?: string };

interface MenuProps {
  /** The button's name for whoever does not see its sign. */
  label: string;
  items: () => MenuItem[];
  className?: string;
  children: ReactNode;
  disabled?: boolean;
}

/** A button with a menu by the WAI-ARIA pattern: arrows, Home, End, first letters, Escape back to the button. */
export function Menu({ label, items, className, children, disabled }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState<MenuItem[] | null>(null);
  const close = (refocus = true) => {
    setOpen(null);
    if (refocus) button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open !== null}
        aria-controls={open ? id : undefined}
        disabled={disabled}
        onPointerDown={(event) => event.stopPropagation()}
        onClick={() => (open ? close() : setOpen(items()))}
      >
        {children}
      </button>
      {open && <Popup id={id} label={label} items={open} anchor={button} close={close} />}
    </>
  );
}

interface PopupProps {
  id: string;
  label: string;
  items: MenuItem[];
  anchor: React.RefObject<HTMLButtonElement | null>;
  close: (refocus?: boolean) => void;
}

function Popup({ id, label, items, anchor, close }: PopupProps) {
  const ref = useRef<HTMLDivElement>(null);
  const closing = useRef(close);
  closing.current = close;

  useEffect(() => {
    const menu = ref.current;
    if (!menu || !anchor.current) return;
    // In the top layer, so that neither the canvas' transforms nor its clipping reach it.
    menu.showPopover();
    placeBeside(menu, anchor.current);
    const entries = () => [...menu.querySelectorAll<HTMLElement>('[role=menuitem]:not([disabled])')];
    entries()[0]?.focus();
    const onKey = (event: KeyboardEvent) => {
      event.stopPropagation();
      const all = entries();
      const at = all.indexOf(document.activeElement as HTMLElement);
      const go = (index: number) => {
        event.preventDefault();
        all[(index + all.length) % all.length]?.focus();
      };
      if (event.key === 'ArrowDown') go(at + 1);
      else if (event.key === 'ArrowUp') go(at - 1);
      else if (event.key === 'Home') go(0);
      else if (event.key === 'End') go(all.length - 1);
      else if (event.key === 'Escape') closing.current();
      else if (event.key === 'Tab') closing.current();
      else if (event.key.length === 1 && event.key !== ' ') {
        const letter = event.key.toLocaleLowerCase();
        const rotated = [...all.slice(at + 1), ...all.slice(0, at + 1)];
        rotated.find((e) => e.textContent?.trim().toLocaleLowerCase().startsWith(letter))?.focus();
      }
    };
    const onOutside = (event: PointerEvent) => {
      const target = event.target as Node;
      if (!menu.contains(target) && !anchor.current?.contains(target)) closing.current(false);
    };
    // Native: tldraw's shortcuts listen on the body, before React would stop anything.
    menu.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onOutside, { capture: true });
    return () => {
      menu.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onOutside, { capture: true });
    };
  }, [anchor]);

  return (
    <div
      ref={ref}
      id={id}
      role="menu"
      aria-label={label}
      popover="manual"
      className={styles.menu}
      onPointerDown={(event) => event.stopPropagation()}
      onWheel={(event) => event.stopPropagation()}
    >
      {items.map((item, i) =>
        'heading' in item ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a menu's entries do not move while it is open
          <div key={i} role="presentation" className={styles.heading}>
            {item.heading}
          </div>
        ) : (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            key={i}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className={item.danger ? `${styles.item} ${styles.danger}` : styles.item}
            disabled={item.disabled}
            onClick={() => {
              close();
              item.run();
            }}
          >
            <span>{item.label}</span>
            {item.hint && <kbd>{item.hint}</kbd>}
          </button>
        ),
      )}
    </div>
  );
}

/** Below the button and inside the window; above it when there is no room below. */
function placeBeside(menu: HTMLElement, anchor: HTMLElement) {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: w, offsetHeight: h } = menu;
  const left = Math.max(8, Math.min(at.left, window.innerWidth - w - 8));
  const below = at.bottom + 4;
  const top = below + h <= window.innerHeight - 8 ? below : Math.max(8, at.top - h - 4);
  menu.style.left = `${left}px`;
  menu.style.top = `${top}px`;
}
