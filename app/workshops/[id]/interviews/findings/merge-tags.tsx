'use client';
import { useRouter } from 'next/navigation';
import { useRef, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl';
import type { MergeOutlook, TagChange } from '@/lib/services/findings.ts';
import { mergeAction, outlookAction, retagAction } from './actions.ts';
import styles from './findings.module.css';

interface Props {
  workshopId: string;
  tags: readonly string[];
}

/** Two tags that mean the same become one: what that changes is said first, and it can be taken back. */
export function MergeTags({ workshopId, tags }: Props) {
  const t = useTranslations('interviews');
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [from, setFrom] = useState('');
  const [into, setInto] = useState('');
  const [outlook, setOutlook] = useState<MergeOutlook | null>(null);
  const [done, setDone] = useState<{ n: number; undo: TagChange[] } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [working, startWorking] = useTransition();
  const ready = from !== '' && into.trim() !== '' && into.trim() !== from;

  const attempt = (work: () => Promise<void>) =>
    startWorking(async () => {
      setProblem(null);
      try {
        await work();
      } catch (cause) {
        console.error(cause);
        setProblem(t('read.unreachable'));
      }
    });
  const chooseFrom = (tag: string) => {
    setFrom(tag);
    setOutlook(null);
    if (tag === '') return;
    attempt(async () => {
      const answer = await outlookAction({ workshopId, from: tag });
      if (answer.ok) setOutlook(answer.data);
      else setProblem(answer.error.message);
    });
  };
  const merge = () =>
    attempt(async () => {
      const answer = await mergeAction({ workshopId, from, into });
      if (!answer.ok) return setProblem(answer.error.message);
      setDone({ n: Object.keys(answer.data.tags).length, undo: answer.data.undo });
      router.refresh();
    });
  const takeBack = () =>
    attempt(async () => {
      if (!done) return;
      const answer = await retagAction({ workshopId, changes: done.undo });
      if (!answer.ok) return setProblem(answer.error.message);
      setDone(null);
      router.refresh();
      dialog.current?.close();
    });
  const open = () => {
    setFrom('');
    setInto('');
    setOutlook(null);
    setDone(null);
    setProblem(null);
    dialog.current?.showModal();
  };
  return (
    <>
      <button type="button" className="button quiet" onClick={open}>
        {t('across.merge')}
      </button>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby="merge-title">
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (ready && !working && !done) merge();
          }}
        >
          <h2 id="merge-title">{t('across.mergeTitle')}</h2>
          <p className="soft">{t('across.mergeWhat')}</p>
          <label className="field">
            <span>{t('across.mergeFrom')}</span>
            <select
              value={from}
              disabled={done !== null}
              onChange={(event) => chooseFrom(event.target.value)}
            >
              <option value="">{t('across.choose')}</option>
              {tags.map((tag) => (
                <option key={tag} value={tag}>
                  {tag}
                </option>
              ))}
            </select>
          </label>
          <label className="field">
            <span>{t('across.mergeInto')}</span>
            <input
              type="text"
              list="merge-into"
              maxLength={40}
              autoComplete="off"
              value={into}
              disabled={done !== null}
              onChange={(event) => setInto(event.target.value)}
            />
            <datalist id="merge-into">
              {tags
                .filter((tag) => tag !== from)
                .map((tag) => (
                  <option key={tag} value={tag} />
                ))}
            </datalist>
          </label>
          <div role="status">
            {done ? (
              <p className="notice">{t('across.merged', { n: done.n })}</p>
            ) : (
              outlook && (
                <p>
                  {t('across.outlook', { findings: outlook.findings, interviews: outlook.interviews })}{' '}
                  {outlook.kept > 0 && t('across.outlookKept', { n: outlook.kept })}
                </p>
              )
            )}
          </div>
          {problem && (
            <p className="notice warn" role="alert">
              {problem}
            </p>
          )}
          <div className="row">
            {done ? (
              <button type="button" className="button" aria-disabled={working} onClick={takeBack}>
                {t('read.undo')}
              </button>
            ) : (
              <button type="submit" className="button primary" aria-disabled={!ready || working}>
                {working && into !== '' ? t('across.merging') : t('across.mergeConfirm')}
              </button>
            )}
            <button type="button" className="button" onClick={() => dialog.current?.close()}>
              {done ? t('read.done') : t('across.cancel')}
            </button>
          </div>
        </form>
      </dialog>
    </>
  );
}
