import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import styles from './menu.module.css';
import { useMapText } from './text.ts';

export type MenuItem =
  | { heading: string }
  | {
      label: string;
      run: () => void;
      danger?: boolean;
      disabled?: boolean;
      hint?: string;
      /** One of several that exclude each other; the chosen one is checked. */
      checked?: boolean;
    }
  /** Opens further entries in place of these. */
  | { label: string; more: () => MenuItem[]; disabled?: boolean };

interface MenuProps {
  /** The button's name for whoever does not see its sign. */
  label: string;
  items: () => MenuItem[];
  className?: string;
  children: ReactNode;
  disabled?: boolean;
  /** The children hold the name, unseen, beside what they show of it. */
  named?: boolean;
  /** −1 where a list or grid carries the focus itself. */
  tabIndex?: number;
}

/** A button with a menu by the WAI-ARIA pattern: arrows, Home, End, first letters, Escape back to the button. */
export function Menu({ label, items, className, children, disabled, named, tabIndex }: MenuProps) {
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
        aria-label={named ? undefined : label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open !== null}
        aria-controls={open ? id : undefined}
        disabled={disabled}
        tabIndex={tabIndex}
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

/** The entries themselves, beside `anchor`; for a menu whose button is drawn elsewhere. */
export function Popup({ id, label, items, anchor, close }: PopupProps) {
  const t = useMapText();
  const ref = useRef<HTMLDivElement>(null);
  const [pages, setPages] = useState<{ label: string; items: MenuItem[] }[]>([]);
  const page = pages.at(-1);
  const back = () => setPages((open) => open.slice(0, -1));
  const closing = useRef(close);
  closing.current = close;
  const stepBack = useRef<(() => void) | null>(null);
  stepBack.current = page ? back : null;
  const depth = pages.length;

  useEffect(() => {
    const menu = ref.current;
    if (!menu || !anchor.current) return;
    if (depth > 0 || menu.matches(':popover-open')) placeBeside(menu, anchor.current);
    const entries = entriesOf(menu);
    // Past the way back, to what was asked for.
    (entries[depth > 0 ? 1 : 0] ?? entries[0])?.focus();
  }, [depth, anchor]);

  useEffect(() => {
    const menu = ref.current;
    if (!menu || !anchor.current) return;
    // In the top layer, so that neither the canvas' transforms nor its clipping reach it.
    menu.showPopover();
    placeBeside(menu, anchor.current);
    const entries = () => entriesOf(menu);
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
      else if (
        event.key === 'ArrowRight' &&
        document.activeElement?.getAttribute('aria-haspopup') === 'menu'
      ) {
        event.preventDefault();
        (document.activeElement as HTMLElement).click();
      } else if (event.key === 'ArrowLeft' && stepBack.current) stepBack.current();
      else if (event.key === 'Escape') {
        // In a dialog Escape would close that as well.
        event.preventDefault();
        (stepBack.current ?? closing.current)();
      } else if (event.key === 'Tab') closing.current();
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
      {page && (
        <button type="button" role="menuitem" tabIndex={-1} className={styles.back} onClick={back}>
          <span aria-hidden="true">‹</span>
          <span className="visually-hidden">{t('back')}</span> {page.label}
        </button>
      )}
      {(page?.items ?? items).map((item, i) =>
        'heading' in item ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a menu's entries do not move while it is open
          <div key={i} role="presentation" className={styles.heading}>
            {item.heading}
          </div>
        ) : 'more' in item ? (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            key={i}
            type="button"
            role="menuitem"
            aria-haspopup="menu"
            tabIndex={-1}
            className={styles.item}
            disabled={item.disabled}
            onClick={() => setPages((open) => [...open, { label: item.label, items: item.more() }])}
          >
            <span>{item.label}</span>
            <span aria-hidden="true">›</span>
          </button>
        ) : (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            key={i}
            type="button"
            {...(item.checked === undefined
              ? { role: 'menuitem' }
              : { role: 'menuitemradio', 'aria-checked': item.checked })}
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
            {item.checked && <span aria-hidden="true">✓</span>}
          </button>
        ),
      )}
    </div>
  );
}

const entriesOf = (menu: HTMLElement) => [
  ...menu.querySelectorAll<HTMLElement>('[role^=menuitem]:not([disabled])'),
];

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
