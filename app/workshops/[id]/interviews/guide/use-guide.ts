'use client';
import { useCallback, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Result } from '@/app/_lib/result.ts';
import type { GuideKind, GuideQuestion } from '@/lib/services/guides.ts';
import type { TemplateKey } from '@/lib/services/templates/index.ts';
import {
  addQuestionAction,
  applyTemplateAction,
  moveQuestionAction,
  removeQuestionAction,
  updateQuestionAction,
} from './actions.ts';

export type Draft = Pick<GuideQuestion, 'text' | 'followUps' | 'core' | 'tests'>;

/** What was done last and can be taken back. */
type Undo = { kind: 'removed'; question: GuideQuestion; at: number } | { kind: 'added'; ids: string[] };

/** The guide and what may be done to it: shown at once, and as the server has it once it has answered. */
export function useGuide(workshopId: string, kind: GuideKind, initial: GuideQuestion[]) {
  const t = useTranslations('interviews.guide');
  const [questions, setQuestions] = useState(initial);
  const [problem, setProblem] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [undo, setUndo] = useState<Undo | null>(null);
  const [saving, setSaving] = useState(false);
  const stored = useRef(initial);
  const waiting = useRef(0);

  const act = useCallback(
    async (shown: GuideQuestion[] | null, work: () => Promise<Result<GuideQuestion[]>>) => {
      setProblem(null);
      if (shown) setQuestions(shown);
      waiting.current += 1;
      setSaving(true);
      let done = false;
      try {
        const answer = await work();
        done = answer.ok;
        if (answer.ok) stored.current = answer.data;
        else setProblem(answer.error.message);
      } catch (cause) {
        console.error(cause);
        setProblem(t('unreachable'));
      }
      waiting.current -= 1;
      // Answers come one after the other; those on the way know of what was done since.
      if (waiting.current === 0) {
        setQuestions(stored.current);
        setSaving(false);
      }
      return done;
    },
    [t],
  );
  const input = { workshopId, kind };

  return {
    questions,
    /** Something is on its way to the server. */
    saving,
    problem,
    said,
    undo,
    async add(question: Draft) {
      const done = await act(null, () => addQuestionAction({ ...input, question }));
      if (!done) return false;
      setUndo(null);
      setSaid(t('saved', { text: question.text }));
      return true;
    },
    async update(id: string, question: Draft) {
      const done = await act(null, () => updateQuestionAction({ ...input, id, question }));
      if (done) setSaid(t('saved', { text: question.text }));
      return done;
    },
    async move(id: string, to: number) {
      const from = questions.findIndex((q) => q.id === id);
      const moving = questions[from];
      if (!moving || to === from || to < 0 || to >= questions.length) return;
      setSaid(t('moved', { at: to + 1, count: questions.length, text: moving.text }));
      await act(questions.toSpliced(from, 1).toSpliced(to, 0, moving), () =>
        moveQuestionAction({ ...input, id, to }),
      );
    },
    async remove(id: string) {
      const at = questions.findIndex((q) => q.id === id);
      const question = questions[at];
      if (!question) return;
      setUndo({ kind: 'removed', question, at });
      setSaid(t('removed', { text: question.text }));
      const done = await act(questions.toSpliced(at, 1), () => removeQuestionAction({ ...input, id }));
      if (!done) setUndo(null);
    },
    async apply(template: TemplateKey) {
      const before = new Set(questions.map((q) => q.id));
      if (!(await act(null, () => applyTemplateAction({ ...input, template })))) return;
      const ids = stored.current.filter((q) => !before.has(q.id)).map((q) => q.id);
      setUndo(ids.length > 0 ? { kind: 'added', ids } : null);
      setSaid(t('added', { n: ids.length }));
    },
    async takeBack() {
      const last = undo;
      setUndo(null);
      if (last?.kind === 'removed') {
        const { question, at } = last;
        const { text, followUps, core, tests } = question;
        setSaid(t('back', { text }));
        await act(questions.toSpliced(at, 0, question), () =>
          addQuestionAction({ ...input, id: question.id, at, question: { text, followUps, core, tests } }),
        );
      }
      if (last?.kind === 'added') {
        setSaid('');
        for (const id of last.ids) await act(null, () => removeQuestionAction({ ...input, id }));
      }
    },
  };
}

export type Guide = ReturnType<typeof useGuide>;
