import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { clock } from '@/lib/journey/clock.ts';
import type { GuideQuestion } from '@/lib/services/guides.ts';
import styles from './panels.module.css';

interface Props {
  workshopId: string;
  guide: GuideQuestion[];
  /** By question id, when it was asked. */
  covered: Record<string, number | null>;
  onCover(questionId: string, on: boolean): void;
}

/** What is to be asked, and what has been. */
export function GuidePanel({ workshopId, guide, covered, onCover }: Props) {
  const t = useTranslations('interviews.capture');
  const done = guide.filter(({ id }) => covered[id] !== undefined).length;
  const parts = [guide.filter(({ core }) => core), guide.filter(({ core }) => !core)];
  return (
    <section className={styles.panel} data-panel="guide" tabIndex={-1} aria-labelledby="capture-guide">
      <header className={styles.head}>
        <h2 id="capture-guide">{t('guide')}</h2>
        {guide.length > 0 && <span className="soft small">{t('progress', { done, all: guide.length })}</span>}
      </header>
      {guide.length === 0 && (
        <p className="soft">
          {t('guideEmpty')}{' '}
          <Link href={`/workshops/${workshopId}/interviews/guide`} prefetch={false}>
            {t('guideGo')}
          </Link>
        </p>
      )}
      {parts.map((questions, i) => (
        <div key={i === 0 ? 'core' : 'more'} className={styles.part}>
          {i === 1 && questions.length > 0 && <h3>{t('guideMore')}</h3>}
          <ol className={styles.questions}>
            {questions.map((question) => (
              <Question
                key={question.id}
                question={question}
                at={covered[question.id]}
                onCover={(on) => onCover(question.id, on)}
              />
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}

interface QuestionProps {
  question: GuideQuestion;
  /** Undefined while it has not been asked. */
  at: number | null | undefined;
  onCover(on: boolean): void;
}

function Question({ question, at, onCover }: QuestionProps) {
  const t = useTranslations('interviews.capture');
  const { text, followUps, tests } = question;
  const isDone = at !== undefined;
  return (
    <li className={styles.question} data-done={isDone}>
      <label className={styles.check}>
        <input type="checkbox" checked={isDone} onChange={(event) => onCover(event.target.checked)} />
        <span>{text}</span>
      </label>
      {isDone && (
        <p className={styles.when}>
          {typeof at === 'number' ? t('covered', { time: clock(at) }) : t('coveredNoTime')}
        </p>
      )}
      {followUps.length > 0 && (
        <ul className={styles.followUps}>
          {followUps.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {tests && <p className={styles.tests}>{t('guideTests', { text: tests.text })}</p>}
    </li>
  );
}
