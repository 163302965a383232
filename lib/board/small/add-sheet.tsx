import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { LIMITS, type Severity, type Touchpoint } from '../../journey/model.ts';
import { EmotionToken } from '../../journey/svg/emotion-token.tsx';
import { signed } from '../../journey/svg/paint.ts';
import type { Board } from '../board.ts';
import { useMapText } from '../ui/text.ts';
import { type Draft, draftOf, EMPTY, isComplete, keepDraft, type PhoneKind } from './drafts.ts';
import { putOnMap } from './put-on-map.ts';
import styles from './small.module.css';

interface AddSheetProps {
  board: Board;
  touchpoint: Touchpoint;
  kind: PhoneKind;
  /** With the new card, or null when the sheet was closed without one. */
  done: (cardId: string | null) => void;
}

/** From the screen's foot: what was said, how it felt, what chafed; one button puts it on the map. */
export function AddSheet({ board, touchpoint, kind, done }: AddSheetProps) {
  const t = useMapText();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const words = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState<Draft>(() => draftOf(touchpoint.id, kind));
  const made = useRef<string | null>(null);

  useEffect(() => {
    dialog.current?.showModal();
    // A feeling begins with the face; the others with the words.
    if (kind !== 'emotion') words.current?.focus();
  }, [kind]);

  const change = (fields: Partial<Draft>) => {
    const next = { ...draft, ...fields };
    setDraft(next);
    keepDraft(touchpoint.id, kind, next);
  };
  const put = (event: FormEvent) => {
    event.preventDefault();
    made.current = putOnMap(board, touchpoint.id, kind, draft);
    if (!made.current) return;
    keepDraft(touchpoint.id, kind, null);
    setDraft(EMPTY);
    dialog.current?.close();
  };

  return (
    <dialog
      ref={dialog}
      className={styles.sheet}
      aria-labelledby={id}
      onClose={() => done(made.current)}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <form className={styles.form} onSubmit={put}>
        <header className={styles.sheetHead}>
          <h2 id={id}>
            {t(`kind.${kind}`)} <span>{touchpoint.name}</span>
          </h2>
          <button
            type="button"
            className={styles.round}
            aria-label={t('close')}
            onClick={() => dialog.current?.close()}
          >
            <svg width="18" height="18" viewBox="0 0 16 16" aria-hidden="true">
              <path d="m4 4 8 8m0-8-8 8" stroke="currentColor" strokeWidth="1.800" strokeLinecap="round" />
            </svg>
          </button>
        </header>
        {kind === 'emotion' && <Faces chosen={draft.valence} choose={(valence) => change({ valence })} />}
        <label className={styles.words}>
          <span>{kind === 'emotion' ? t('small.why') : t(`typeHere.${kind}`)}</span>
          <textarea
            ref={words}
            rows={kind === 'emotion' ? 2 : 4}
            maxLength={LIMITS.cardText}
            value={draft.text}
            onChange={(event) => change({ text: event.target.value })}
          />
        </label>
        {kind === 'friction' && (
          <Gravity chosen={draft.severity} choose={(severity) => change({ severity })} />
        )}
        <button type="submit" className={`button primary ${styles.put}`} disabled={!isComplete(kind, draft)}>
          {t('small.put')}
        </button>
      </form>
    </dialog>
  );
}

const FELT = [
  [-2, 'veryBad'],
  [-1, 'bad'],
  [0, 'neutral'],
  [1, 'good'],
  [2, 'veryGood'],
] as const;

/** Five faces, each with its sign and its words: nobody has to guess what a face stands for. */
function Faces({ chosen, choose }: { chosen: number | null; choose: (valence: number) => void }) {
  const t = useMapText();
  return (
    <fieldset className={styles.faces}>
      <legend>{t('panel.valence')}</legend>
      {FELT.map(([valence, word]) => (
        <button
          key={valence}
          type="button"
          aria-pressed={chosen === valence}
          className={styles.face}
          onClick={() => choose(valence)}
        >
          <svg width="40" height="40" viewBox="0 0 28 28" aria-hidden="true">
            <EmotionToken card={{ evidence: 'observed', emoji: null, valence }} size={28} />
          </svg>
          <span>{t(`read.felt.${word}`)}</span>
          <span className="soft tabular">{signed(valence)}</span>
        </button>
      ))}
    </fieldset>
  );
}

function Gravity({
  chosen,
  choose,
}: {
  chosen: Severity | null;
  choose: (severity: Severity | null) => void;
}) {
  const t = useMapText();
  return (
    <fieldset className={styles.choices}>
      <legend>{t('panel.severity')}</legend>
      {([1, 2, 3] as Severity[]).map((severity) => (
        <button
          key={severity}
          type="button"
          className={styles.choice}
          aria-pressed={chosen === severity}
          onClick={() => choose(chosen === severity ? null : severity)}
        >
          <span aria-hidden="true">{'▲'.repeat(severity)}</span>
          {t(`panel.severityOf.${severity}`)}
        </button>
      ))}
    </fieldset>
  );
}
