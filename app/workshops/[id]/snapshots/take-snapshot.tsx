'use client';

import { useRef, useState, useTransition } from 'react';
import type { MapName } from '@/lib/sync/protocol.ts';
import { takeSnapshotAction } from './actions.ts';
import styles from './take-snapshot.module.css';
import type { TakeSnapshotWords } from './words.ts';

type State = { taken: number } | { failed: string } | null;

/**
 * The button that takes a snapshot, with its dialog: a label, progress, and the way to what was taken.
 * Stands on the timeline and on the map; its sentences come from the server (`takeSnapshotWords`).
 */
export function TakeSnapshot({
  workshopId,
  map = 'asIs',
  words,
  className = 'button primary',
}: {
  workshopId: string;
  /** Of which map. */
  map?: MapName;
  words: TakeSnapshotWords;
  className?: string;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [state, setState] = useState<State>(null);
  const [working, start] = useTransition();

  const take = (form: FormData) =>
    start(async () => {
      const said = { label: form.get('label'), note: form.get('note') };
      const result = await takeSnapshotAction({ workshopId, map, ...said }).catch(() => null);
      if (result?.ok) setState({ taken: result.data.number });
      else setState({ failed: result ? result.error.message : words.unreached });
    });
  const open = () => {
    setState(null);
    dialog.current?.showModal();
  };

  return (
    <>
      {/* Found by name on the map, too. */}
      <button type="button" className={className} data-command="" onClick={open}>
        {words.button}
      </button>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby="take-snapshot-title">
        <h2 id="take-snapshot-title">{words.title}</h2>
        {state && 'taken' in state ? (
          <div className="stack">
            <p className="notice" role="status">
              {words.done.replace('{number}', String(state.taken))}
            </p>
            <div className="row">
              <a
                ref={(link) => link?.focus()}
                className="button primary"
                href={`/workshops/${workshopId}/snapshots/${state.taken}`}
              >
                {words.read}
              </a>
              <button type="button" className="button" onClick={() => dialog.current?.close()}>
                {words.close}
              </button>
            </div>
          </div>
        ) : (
          <form
            className="stack"
            // Not its action: that would empty the fields also when nothing was taken.
            onSubmit={(event) => {
              event.preventDefault();
              if (!working) take(new FormData(event.currentTarget));
            }}
          >
            <p className="soft">{words.text}</p>
            <div className="field">
              <label htmlFor="take-snapshot-label">{words.label}</label>
              <input
                id="take-snapshot-label"
                name="label"
                required
                maxLength={120}
                placeholder={words.placeholder}
                aria-describedby="take-snapshot-hint"
                autoComplete="off"
              />
              <p className="hint" id="take-snapshot-hint">
                {words.hint}
              </p>
            </div>
            <div className="field">
              <label htmlFor="take-snapshot-note">{words.note}</label>
              <textarea
                id="take-snapshot-note"
                name="note"
                rows={3}
                maxLength={2000}
                aria-describedby="take-snapshot-note-hint"
              />
              <p className="hint" id="take-snapshot-note-hint">
                {words.noteHint}
              </p>
            </div>
            {state && 'failed' in state && (
              <p className="notice warn" role="alert">
                {state.failed}
              </p>
            )}
            <div className="row">
              <button type="submit" className="button primary" aria-disabled={working}>
                {working ? words.working : words.confirm}
              </button>
              <button type="button" className="button" onClick={() => dialog.current?.close()}>
                {words.cancel}
              </button>
            </div>
          </form>
        )}
      </dialog>
    </>
  );
}
