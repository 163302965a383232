'use client';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { CORE_ADVISED } from '@/lib/services/guides/limits.ts';
import type { GuideKind, GuideQuestion, Knowledge } from '@/lib/services/guides.ts';
import styles from './guide.module.css';
import { GuideAside, type TemplateOffer } from './guide-aside.tsx';
import { QuestionForm } from './question-form.tsx';
import { QuestionItem } from './question-item.tsx';
import { type Draft, useGuide } from './use-guide.ts';
import { useReorder } from './use-reorder.ts';

interface Props {
  workshopId: string;
  kind: GuideKind;
  initial: GuideQuestion[];
  mayChange: boolean;
  /** The language the questions are written in. */
  language: string;
  templates: readonly TemplateOffer[];
  knowledge: readonly Knowledge[];
}

const EMPTY: Draft = { text: '', followUps: [], core: true, tests: null };
/** What is being written: a question of the guide by its id, or a new one. */
type Writing = { id: string | null; draft: Draft };

/** The guide of one kind of interview: read it, write it, put it in order. */
export function GuideEditor({ workshopId, kind, initial, mayChange, language, templates, knowledge }: Props) {
  const t = useTranslations('interviews.guide');
  const guide = useGuide(workshopId, kind, initial);
  const { questions } = guide;
  const [writing, setWriting] = useState<Writing | null>(null);
  /** Where the keyboard goes once the page shows what was done. */
  const [goTo, setGoTo] = useState<{ selector: string } | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const hintId = useId();
  const reorder = useReorder(
    list,
    questions.map((q) => q.id),
    guide.move,
  );

  useEffect(() => {
    if (goTo) root.current?.querySelector<HTMLElement>(goTo.selector)?.focus();
  }, [goTo]);

  const core = questions.filter((q) => q.core);
  const fifth = core[CORE_ADVISED];
  const close = (selector: string) => {
    setWriting(null);
    setGoTo({ selector });
  };
  async function save(draft: Draft): Promise<boolean> {
    if (!writing) return false;
    const done = writing.id ? await guide.update(writing.id, draft) : await guide.add(draft);
    if (done) close(writing.id ? `[data-question="${writing.id}"] [data-edit]` : '[data-add]');
    return done;
  }
  async function remove(id: string) {
    const removing = guide.remove(id);
    setGoTo({ selector: '[data-undo]' });
    await removing;
  }
  const form = (title: string, held: Writing) => (
    <QuestionForm
      title={title}
      initial={held.draft}
      knowledge={knowledge}
      advised={core.filter((q) => q.id !== held.id).length >= CORE_ADVISED}
      onSave={save}
      onCancel={() => close(held.id ? `[data-question="${held.id}"] [data-edit]` : '[data-add]')}
    />
  );

  return (
    <div className={styles.columns} ref={root}>
      <section className="stack" aria-label={t('questions')}>
        {guide.problem && (
          <p className="notice warn" role="alert">
            {guide.problem}
          </p>
        )}
        <p id={hintId} hidden>
          {t('handleHint')}
        </p>
        {questions.length === 0 && !writing && (
          <div className="empty stack tight">
            <h2>{t('emptyTitle')}</h2>
            <p>{mayChange ? t('empty') : t('emptyReader')}</p>
          </div>
        )}
        <ol className={styles.questions} ref={list} aria-busy={guide.saving}>
          {questions.map((question, at) => (
            <li
              key={question.id}
              className={styles.question}
              data-question={question.id}
              data-dragged={reorder.dragged?.id === question.id}
              data-gap={
                reorder.dragged?.gap === at
                  ? 'before'
                  : reorder.dragged?.gap === questions.length && at === questions.length - 1
                    ? 'after'
                    : undefined
              }
              lang={writing?.id === question.id ? undefined : language}
            >
              {question === fifth && (
                <div className={`notice ${styles.advice}`} role="note">
                  <p>
                    <strong>{t('adviseTitle')}.</strong> {t('advise')}
                  </p>
                  {mayChange && (
                    <button
                      type="button"
                      className="button"
                      onClick={() => {
                        const { text, followUps, tests } = question;
                        guide.update(question.id, { text, followUps, tests, core: false });
                        setGoTo({ selector: `[data-question="${question.id}"] [data-edit]` });
                      }}
                    >
                      {t('adviseMove')}
                    </button>
                  )}
                </div>
              )}
              {writing?.id === question.id ? (
                form(t('form.editTitle'), writing)
              ) : (
                <QuestionItem
                  question={question}
                  number={question.core ? core.indexOf(question) + 1 : null}
                  at={at}
                  count={questions.length}
                  mayChange={mayChange}
                  hintId={hintId}
                  onGrab={(event) => reorder.begin(event, question.id)}
                  onMove={(to) => guide.move(question.id, to)}
                  onEdit={() => setWriting({ id: question.id, draft: question })}
                  onRemove={() => remove(question.id)}
                />
              )}
            </li>
          ))}
        </ol>
        <div className={styles.said} role="status">
          {guide.said && <p className="small soft">{guide.said}</p>}
        </div>
        {guide.undo && (
          <p>
            <button
              type="button"
              className="button"
              data-undo
              onClick={async () => {
                const back = guide.undo;
                await guide.takeBack();
                setGoTo({
                  selector:
                    back?.kind === 'removed'
                      ? `[data-question="${back.question.id}"] [data-edit]`
                      : '[data-add]',
                });
              }}
            >
              {t('undo')}
            </button>
          </p>
        )}
        {mayChange &&
          (writing?.id === null ? (
            <div className={styles.question}>{form(t('form.newTitle'), writing)}</div>
          ) : (
            <p>
              <button
                type="button"
                className="button primary"
                data-add
                onClick={() => setWriting({ id: null, draft: EMPTY })}
              >
                {t('add')}
              </button>
            </p>
          ))}
      </section>
      <GuideAside
        questions={questions}
        mayChange={mayChange}
        language={language}
        templates={templates}
        knowledge={knowledge}
        onApply={guide.apply}
        onAsk={({ kind: tested, text }) =>
          setWriting({ id: null, draft: { ...EMPTY, tests: { kind: tested, text } } })
        }
      />
    </div>
  );
}
