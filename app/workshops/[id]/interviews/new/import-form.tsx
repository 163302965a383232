'use client';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { useTranslations } from 'use-intl';
import { castTurns } from '@/lib/notes/transcript/index.ts';
import { importAction } from '../actions.ts';
import { Consent, type ConsentState, NO_CONSENT } from './consent.tsx';
import { Details, type DetailsState, firstDetails, type Person } from './details.tsx';
import styles from './new.module.css';
import { Preview } from './preview.tsx';
import { Source } from './source.tsx';
import { Speakers } from './speakers.tsx';
import { useTranscript } from './use-transcript.ts';

interface Props {
  workshopId: string;
  me: { userId: string; role: string };
  people: Person[];
}

/** Everything a new interview needs, on one sheet; what is understood of the transcript stands beside it. */
export function ImportForm({ workshopId, me, people }: Props) {
  const t = useTranslations('interviews.new');
  const router = useRouter();
  const reading = useTranscript();
  const [details, setDetails] = useState<DetailsState>(() => firstDetails(me));
  const [consent, setConsent] = useState<ConsentState>(NO_CONSENT);
  const [problem, setProblem] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const [saving, startSaving] = useTransition();

  const turns = reading.transcript ? castTurns(reading.transcript.turns, reading.cast) : [];
  const missing = [
    turns.length === 0 && t('missingTranscript'),
    turns.length > 0 && !turns.some((turn) => turn.role === 'interviewee') && t('missingInterviewee'),
    details.alias.trim() === '' && t('missingAlias'),
    !consent.notes && t('missingConsent'),
  ].filter((what) => what !== false);

  const save = () => {
    setTried(true);
    setProblem(null);
    if (missing.length > 0 || saving) return;
    startSaving(async () => {
      const answer = await importAction({
        workshopId,
        bytes: reading.bytes(),
        fileName: reading.source.kind === 'file' ? reading.source.name : '',
        cast: Object.entries(reading.cast),
        details: { ...details, alias: details.alias.trim(), heldOn: details.heldOn || null, consent },
      });
      if (answer.ok) router.push(`/workshops/${workshopId}/interviews/${answer.data.id}`);
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
        {reading.speakers.length > 0 && <Speakers reading={reading} />}
        <Details
          value={details}
          onChange={setDetails}
          people={people}
          aliasMissing={tried && details.alias.trim() === ''}
        />
        <Consent value={consent} onChange={setConsent} notesMissing={tried && !consent.notes} />
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
      <Preview turns={turns} skipped={reading.transcript?.skipped ?? []} alias={details.alias.trim()} />
    </form>
  );
}
