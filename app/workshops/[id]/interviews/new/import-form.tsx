'use client';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { useTranslations } from 'use-intl';
import { castTurns } from '@/lib/notes/transcript/index.ts';
import { importAction } from './actions.ts';
import { Consent, type ConsentState, NO_CONSENT } from './consent.tsx';
import { Details, type DetailsState, firstDetails, type Person } from './details.tsx';
import styles from './new.module.css';
import { Preview } from './preview.tsx';
import { Source } from './source.tsx';
import { Speakers } from './speakers.tsx';
import { useTranscript } from './use-transcript.ts';
import { namesOf, withoutNames } from './voices.ts';

/** What is known of a planned interview already. */
export interface Planned extends DetailsState {
  interviewId: string;
  consent: ConsentState;
  /** When the consent was recorded, as text; undefined before it has been. */
  recorded?: string | undefined;
}

interface Props {
  workshopId: string;
  me: { userId: string; role: string };
  people: Person[];
  personas: readonly { id: string; name: string }[];
  segments: readonly string[];
  planned: Planned | null;
}

/** Everything a new interview needs, on one sheet; what is understood of the transcript stands beside it. */
export function ImportForm({ workshopId, me, people, personas, segments, planned }: Props) {
  const t = useTranslations('interviews.new');
  const router = useRouter();
  const reading = useTranscript();
  const [details, setDetails] = useState<DetailsState>(() =>
    planned ? detailsOf(planned) : firstDetails(me),
  );
  const [consent, setConsent] = useState<ConsentState>(planned?.consent ?? NO_CONSENT);
  const [problem, setProblem] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const [saving, startSaving] = useTransition();

  const turns = reading.transcript ? castTurns(reading.transcript.turns, reading.cast) : [];
  const alias = details.alias.trim();
  const called = namesOf(turns, {
    asks: (n) => (n === 1 ? t('asks') : t('asksN', { n })),
    answers: (n) => (n === 1 ? alias || t('answers') : `${alias || t('answers')} ${n}`),
  });
  const missing = [
    turns.length === 0 && t('missingTranscript'),
    turns.length > 0 && !turns.some((turn) => turn.role !== 'interviewer') && t('missingInterviewee'),
    alias === '' && t('missingAlias'),
    !consent.notes && t('missingConsent'),
  ].filter((what) => what !== false);

  const save = () => {
    setTried(true);
    setProblem(null);
    if (missing.length > 0 || saving) return;
    startSaving(async () => {
      const answer = await importAction({
        workshopId,
        ...(planned && { interviewId: planned.interviewId }),
        ...details,
        alias,
        heldOn: details.heldOn || null,
        consent,
        turns: withoutNames(turns),
      }).catch(() => null);
      if (!answer) setProblem(t('unreachable'));
      else if (answer.ok) router.push(`/workshops/${workshopId}/interviews/${answer.data.id}`);
      else setProblem(answer.error.message);
    });
  };

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className={styles.fields}>
        <Source reading={reading} />
        {reading.speakers.length > 0 && <Speakers reading={reading} called={called} />}
        <Details
          value={details}
          onChange={setDetails}
          people={people}
          personas={personas}
          segments={segments}
          aliasMissing={tried && alias === ''}
        />
        <Consent
          value={consent}
          onChange={setConsent}
          notesMissing={tried && !consent.notes}
          recorded={planned?.recorded}
        />
        <div className="stack tight">
          <p role="alert" className={problem || (tried && missing.length > 0) ? 'notice warn' : undefined}>
            {problem ?? (tried && missing.length > 0 ? t('missing', { what: missing.join(', ') }) : null)}
          </p>
          <p>
            <button type="submit" className="button primary" aria-disabled={saving}>
              {saving ? t('saving') : turns.length > 0 ? t('save', { n: turns.length }) : t('saveEmpty')}
            </button>
          </p>
        </div>
      </div>
      <Preview turns={turns} skipped={reading.transcript?.skipped ?? []} called={called} />
    </form>
  );
}

const detailsOf = ({
  interviewId: _id,
  consent: _consent,
  recorded: _recorded,
  ...details
}: Planned): DetailsState => details;
