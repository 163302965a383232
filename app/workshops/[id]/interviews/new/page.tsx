import Link from 'next/link';
import { requireActor } from '@/app/_lib/guard.ts';
import { page } from '@/app/_lib/page.tsx';
import type { Actor } from '@/lib/auth/can.ts';
import { AppError } from '@/lib/errors.ts';
import { MESSAGES } from '@/lib/i18n/messages.ts';
import { currentLocale, formats, translations } from '@/lib/i18n/server.ts';
import { TIME_ZONE } from '@/lib/i18n/translator.ts';
import { toWallTime } from '@/lib/i18n/wall-time.ts';
import { runtime } from '@/lib/runtime.ts';
import { plannableInterview } from '@/lib/services/interviews.ts';
import { InterviewsIntl } from '../intl.tsx';
import { planChoices } from '../plan/form-data.ts';
import { FILE_ERRORS } from './file-errors.ts';
import { ImportForm, type Planned } from './import-form.tsx';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ interview?: string }>;
}

export async function generateMetadata() {
  return { title: (await translations('interviews'))('new.title') };
}

/**
 * Takes a transcript in: paste or upload, see what was understood, say who is who, record the consent.
 * `?interview=` names the planned interview it is the transcript of.
 */
export default page(async ({ params, searchParams }: Props) => {
  const { id } = await params;
  const { interview } = await searchParams;
  const actor = await requireActor(id, 'interview.create');
  const t = await translations('interviews');
  const locale = await currentLocale();
  const planned = typeof interview === 'string' ? await readPlanned(actor, interview) : null;
  const { interviews, errors } = MESSAGES[locale];
  const sentences = Object.fromEntries(FILE_ERRORS.map((code) => [code, errors[code]])) as Partial<
    typeof errors
  >;
  return (
    <main id="content" className="page">
      <div className="stack tight">
        <p>
          {planned ? (
            <Link href={`/workshops/${id}/interviews/plan/${planned.interviewId}`}>
              {t('new.backToPlan', { alias: planned.alias })}
            </Link>
          ) : (
            <Link href={`/workshops/${id}/interviews`}>{t('new.back')}</Link>
          )}
        </p>
        <h1>{planned ? t('new.titleOf', { alias: planned.alias }) : t('new.title')}</h1>
      </div>
      <InterviewsIntl
        locale={locale}
        messages={{ interviews: { new: interviews.new }, errors: sentences }}
        timeZone={TIME_ZONE}
      >
        <ImportForm
          workshopId={id}
          me={{ userId: actor.userId, role: actor.role }}
          planned={planned}
          {...(await planChoices(actor))}
        />
      </InterviewsIntl>
    </main>
  );
});

/** The planned interview with its consent. Throws interviewNotFound, forbidden, interviewTakenIn. */
async function readPlanned(actor: Actor, interviewId: string): Promise<Planned> {
  const row = await plannableInterview(runtime().db, actor, interviewId);
  if (row.status !== 'planned') throw new AppError('interviewTakenIn');
  const format = await formats();
  const { id, alias, kind, segment, personaId, plannedAt, interviewerId, noteTakerId, consent, consentAt } =
    row;
  return {
    interviewId: id,
    alias,
    kind,
    segment,
    personaId,
    heldOn: plannedAt && plannedAt <= new Date() ? toWallTime(plannedAt).slice(0, 10) : '',
    interviewerId,
    noteTakerId,
    consent,
    recorded: consentAt ? format.dateTime(consentAt, { dateStyle: 'long' }) : undefined,
  };
}
