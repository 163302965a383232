'use client';
import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { ErasePreview } from '@/lib/services/interviews.ts';
import { eraseAction } from './actions.ts';
import styles from './erase.module.css';

interface Props {
  workshopId: string;
  interviewId: string;
  alias: string;
  copies: ErasePreview['copies'];
}

/** Which repetitions go too, the alias by hand, and the deed. */
export function EraseForm({ workshopId, interviewId, alias, copies }: Props) {
  const t = useTranslations('interviews.erase');
  const format = useFormatter();
  const router = useRouter();
  const field = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [typed, setTyped] = useState('');
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (working) return;
    if (typed.trim() !== alias.trim()) {
      setProblem(t('missing'));
      field.current?.focus();
      return;
    }
    setProblem(null);
    setWorking(true);
    try {
      const answer = await eraseAction({ workshopId, interviewId, alias: typed, cardIds: [...chosen] });
      if (!answer.ok) setProblem(answer.error.message);
    } catch {
      // It may have begun: the page, read anew, tells how far it is.
    }
    router.refresh();
    setWorking(false);
  };

  const where = ({ onMap, snapshots }: ErasePreview['copies'][number]) =>
    [
      onMap && t('copyOn'),
      snapshots.length > 0 && t('copyIn', { n: snapshots.length, list: format.list(snapshots.map(String)) }),
    ].filter((part) => part !== false);

  return (
    <form className="stack" onSubmit={submit}>
      {copies.length > 0 && (
        <fieldset className="stack tight">
          <legend>{t('copiesTitle')}</legend>
          <p className="small soft">{t('copiesHint')}</p>
          <ul className={`plain-list ${styles.copies}`}>
            {copies.map((copy) => (
              <li key={copy.cardId}>
                <label>
                  <input
                    type="checkbox"
                    checked={chosen.has(copy.cardId)}
                    onChange={(event) => {
                      const next = new Set(chosen);
                      if (event.target.checked) next.add(copy.cardId);
                      else next.delete(copy.cardId);
                      setChosen(next);
                    }}
                  />
                  <span>
                    {copy.text}
                    <span className="small soft"> {where(copy).join(', ')}</span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
      )}
      <div className={`field ${styles.confirm}`}>
        <label htmlFor="alias">{t('confirmLabel', { alias })}</label>
        <input
          ref={field}
          id="alias"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          aria-invalid={problem !== null}
          aria-describedby={problem ? 'erase-problem' : undefined}
          onChange={(event) => setTyped(event.target.value)}
        />
        <p id="erase-problem" className="error" role="alert">
          {problem}
        </p>
      </div>
      <div className="row">
        <button type="submit" className={`button danger ${styles.deed}`} aria-disabled={working}>
          {t('erase')}
        </button>
        <p role="status" className="soft">
          {working && t('erasing')}
        </p>
      </div>
    </form>
  );
}
