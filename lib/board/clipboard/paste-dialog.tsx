import { useEffect, useId, useRef, useState } from 'react';
import { CARD_KINDS, type CardKind } from '../../journey/model.ts';
import type { Board } from '../board.ts';
import dialog from '../ui/dialog.module.css';
import { useMapText } from '../ui/text.ts';
import type { PasteQuestion } from './asked.ts';
import styles from './paste-dialog.module.css';
import { PASTE_LIMITS, type Pasted } from './rows.ts';

/** So many of the cards are shown; the rest are counted. */
const SHOWN = 4;
const OFF_MAP = '';

/** Before many cards are pasted, or where nobody pointed: how many, of which kind, and where to. */
export default function PasteDialog({
  board,
  question,
  onClose,
}: {
  board: Board;
  question: PasteQuestion;
  onClose: () => void;
}) {
  const t = useMapText();
  const id = useId();
  const ref = useRef<HTMLDialogElement>(null);
  const [asOne, setAsOne] = useState(false);
  const [kind, setKind] = useState<CardKind>(question.kind);
  const journey = board.$journey.get();
  const first = journey.touchpoints[0]?.id ?? OFF_MAP;
  const [touchpointId, setTouchpointId] = useState(question.cell?.touchpointId ?? first);
  const all = asOne && question.whole ? [question.whole] : question.cards;
  const cards = all.slice(0, PASTE_LIMITS.cards);
  const kindless = cards.filter((c) => c.kind === null).length;
  const names = new Set(journey.touchpoints.map(({ name }) => name.trim().toLocaleLowerCase()));
  const named = cards.filter(
    (c) => c.touchpoint && names.has(c.touchpoint.trim().toLocaleLowerCase()),
  ).length;

  useEffect(() => {
    const element = ref.current;
    element?.showModal();
    // Native: tldraw's shortcuts listen on the body.
    const stop = (event: KeyboardEvent) => event.stopPropagation();
    element?.addEventListener('keydown', stop);
    return () => element?.removeEventListener('keydown', stop);
  }, []);

  function paste() {
    const kept = question.cell?.touchpointId === touchpointId && kind === question.kind;
    const cell = touchpointId === OFF_MAP ? null : kept ? question.cell : { touchpointId };
    ref.current?.close();
    question.paste(cards, { kind, cell });
  }

  return (
    <dialog ref={ref} className={dialog.dialog} aria-labelledby={`${id}-title`} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          paste();
        }}
      >
        <h2 id={`${id}-title`}>{t('clip.title', { count: cards.length })}</h2>
        {question.whole ? (
          <fieldset className={styles.choice}>
            <legend className="visually-hidden">{t('clip.shape')}</legend>
            {[false, true].map((one) => (
              <label key={String(one)}>
                <input
                  type="radio"
                  name={`${id}-shape`}
                  checked={asOne === one}
                  onChange={() => setAsOne(one)}
                />
                {one ? t('clip.whole') : t('clip.each', { count: question.cards.length })}
              </label>
            ))}
          </fieldset>
        ) : (
          (question.cards.length > 1 || question.from === 'map') && (
            <p className={styles.line}>{t(`clip.from.${question.from}`)}</p>
          )
        )}
        {all.length > cards.length && (
          <p className="notice warn">{t('clip.tooMany', { count: all.length, max: PASTE_LIMITS.cards })}</p>
        )}
        <Preview cards={cards} kind={kind} />
        {kindless > 0 && (
          <div className="field">
            <label htmlFor={`${id}-kind`}>
              {t(kindless < cards.length ? 'clip.kindOfRest' : 'clip.kind')}
            </label>
            <select id={`${id}-kind`} value={kind} onChange={(e) => setKind(e.target.value as CardKind)}>
              {CARD_KINDS.map((k) => (
                <option key={k} value={k}>
                  {t(`kind.${k}`)}
                </option>
              ))}
            </select>
          </div>
        )}
        {named > 0 && <p className={styles.line}>{t('clip.named', { count: named })}</p>}
        {named < cards.length && (
          <div className="field">
            <label htmlFor={`${id}-where`}>{t('clip.where')}</label>
            <select id={`${id}-where`} value={touchpointId} onChange={(e) => setTouchpointId(e.target.value)}>
              {journey.phases.map((phase) => (
                <optgroup key={phase.id} label={phase.name}>
                  {journey.touchpoints
                    .filter((touchpoint) => touchpoint.place.phaseId === phase.id)
                    .map((touchpoint) => (
                      <option key={touchpoint.id} value={touchpoint.id}>
                        {touchpoint.name}
                      </option>
                    ))}
                </optgroup>
              ))}
              <option value={OFF_MAP}>{t('clip.offMap')}</option>
            </select>
          </div>
        )}
        <div className={dialog.actions}>
          <button type="button" className="button" onClick={() => ref.current?.close()}>
            {t('cancel')}
          </button>
          <button type="submit" className="button primary">
            {t('clip.paste')}
          </button>
        </div>
      </form>
    </dialog>
  );
}

function Preview({ cards, kind }: { cards: Pasted[]; kind: CardKind }) {
  const t = useMapText();
  const rest = cards.length - SHOWN;
  return (
    <ul className={styles.preview} aria-label={t('clip.preview')}>
      {cards.slice(0, SHOWN).map((card, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own and stay where they are
        <li key={i}>
          <span className={styles.kind}>{t(`kind.${card.kind ?? kind}`)}</span>
          <span className={styles.words}>{card.text}</span>
        </li>
      ))}
      {rest > 0 && <li className={styles.more}>{t('clip.more', { count: rest })}</li>}
    </ul>
  );
}
