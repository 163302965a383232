'use client';
import { useTranslations } from 'use-intl';

/** "Interviewer 2" in the reader's language; an interviewee is called by the alias everywhere. */
export function useSpeakerName(): (turn: { role: string; speaker: string }) => string {
  const t = useTranslations('interviews.role');
  return ({ role, speaker }) => {
    if (role !== 'interviewer') return speaker;
    const number = /\d+$/.exec(speaker)?.[0];
    return number ? t('interviewerN', { n: number }) : t('interviewer');
  };
}
