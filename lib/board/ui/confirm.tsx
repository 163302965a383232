import { type ReactNode, useEffect, useRef } from 'react';
import styles from './dialog.module.css';

interface ConfirmProps {
  title: string;
  children: ReactNode;
  confirm: string;
  cancel?: string;
  danger?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something that others would notice; says what will happen. Escape is no. */
export function Confirm(props: ConfirmProps) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    const stop = (event: KeyboardEvent) => event.stopPropagation();
    dialog?.addEventListener('keydown', stop);
    return () => dialog?.removeEventListener('keydown', stop);
  }, []);
  return (
    <dialog ref={ref} className={styles.dialog} aria-labelledby="confirm-title" onClose={props.onClose}>
      <h2 id="confirm-title">{props.title}</h2>
      <div className="stack tight">{props.children}</div>
      <div className={styles.actions}>
        {props.cancel && (
          <button type="button" className="button" onClick={() => ref.current?.close()}>
            {props.cancel}
          </button>
        )}
        <button
          type="button"
          className={props.danger ? 'button danger' : 'button primary'}
          onClick={() => {
            props.onConfirm();
            ref.current?.close();
          }}
        >
          {props.confirm}
        </button>
      </div>
    </dialog>
  );
}
