'use client';
import { useTranslations } from 'use-intl';
import { PARTS_IN_TALK, type PartInTalk } from '@/lib/notes/transcript/index.ts';
import styles from './new.module.css';
import type { TranscriptState } from './use-transcript.ts';

/** Who each name of the transcript is: a guess stands there, a person corrects it. */
export function Speakers({
  reading,
  called,
}: {
  reading: TranscriptState;
  /** By label, what the voice will be called. */
  called: ReadonlyMap<string, string>;
}) {
  const t = useTranslations('interviews.new');
  const names: Record<PartInTalk, string> = {
    interviewer: t('asks'),
    interviewee: t('answers'),
    companion: t('companion'),
    nobody: t('nobody'),
  };
  return (
    <section className={styles.section} aria-labelledby="speakers">
      <h2 id="speakers">{t('speakers')}</h2>
      <p className="soft">
        {t('guessed')} {t('speakersHint')}
      </p>
      <ul className={`plain-list ${styles.speakers}`}>
        {reading.speakers.map(({ label, turns, sample }) => (
          <li key={label} className={styles.speaker}>
            <p>
              <strong>{label}</strong> <span className="small soft">{t('turnCount', { n: turns })}</span>
              <span className={`small soft ${styles.sample}`}>{sample}</span>
            </p>
            <div className={styles.part}>
              <select
                aria-label={t('isWhoOf', { name: label })}
                value={reading.cast[label]}
                onChange={(event) => reading.setPart(label, event.target.value as PartInTalk)}
              >
                {PARTS_IN_TALK.map((part) => (
                  <option key={part} value={part}>
                    {names[part]}
                  </option>
                ))}
              </select>
              <span className="small soft">
                {called.has(label) ? t('becomes', { name: called.get(label) ?? '' }) : t('becomesNothing')}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
