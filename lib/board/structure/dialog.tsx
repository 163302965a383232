import { type ReactNode, useEffect, useRef } from 'react';
import dialogStyles from '../ui/dialog.module.css';
import styles from './dialog.module.css';

interface DialogProps {
  title: string;
  children: ReactNode;
  /** The buttons at the foot. */
  actions: ReactNode;
  onClose: () => void;
}

/** A window over the map; Escape closes it, and what had the focus gets it back. */
export function Dialog({ title, children, actions, onClose }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    // tldraw's shortcuts and the wheel that moves the map listen before React would stop anything.
    const stop = (event: Event) => event.stopPropagation();
    dialog?.addEventListener('keydown', stop);
    dialog?.addEventListener('wheel', stop);
    return () => {
      dialog?.removeEventListener('keydown', stop);
      dialog?.removeEventListener('wheel', stop);
    };
  }, []);
  return (
    <dialog
      ref={ref}
      className={`${dialogStyles.dialog} ${styles.dialog}`}
      aria-labelledby="structure-dialog-title"
      onClose={onClose}
      onPointerDown={(event) => event.stopPropagation()}
    >
      <h2 id="structure-dialog-title">{title}</h2>
      {children}
      <form method="dialog" className={`${dialogStyles.actions} ${styles.foot}`}>
        {actions}
      </form>
    </dialog>
  );
}
