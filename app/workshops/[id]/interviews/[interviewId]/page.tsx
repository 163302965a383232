import Link from 'next/link';
import { requireActor } from '@/app/_lib/guard.ts';
import { page } from '@/app/_lib/page.tsx';
import { workshopOf } from '@/app/_lib/workshop.ts';
import { can } from '@/lib/auth/can.ts';
import { MESSAGES } from '@/lib/i18n/messages.ts';
import { currentLocale, formats, translations } from '@/lib/i18n/server.ts';
import { TIME_ZONE } from '@/lib/i18n/translator.ts';
import { runtime } from '@/lib/runtime.ts';
import { listTags } from '@/lib/services/findings.ts';
import { readInterview } from '@/lib/services/interviews.ts';
import { InterviewsIntl } from '../intl.tsx';
import { ConsentLine } from '../plan/consent-line.tsx';
import { CaptureOnReader } from './capture/on-reader.tsx';
import styles from './reader.module.css';
import { Reader } from './reader.tsx';

interface Props {
  params: Promise<{ id: string; interviewId: string }>;
  searchParams: Promise<{ finding?: string | string[] }>;
}

export async function generateMetadata() {
  return { title: (await translations('interviews'))('title') };
}

/** One interview by turns, with what is marked in it. `#turn-<n>` and `?finding=<id>` lead to a place. */
export default page(async ({ params, searchParams }: Props) => {
  const { id, interviewId } = await params;
  const { finding } = await searchParams;
  const actor = await requireActor(id, 'interview.list');
  const { interview, rights, turns, findings, sharedBy } = await readInterview(
    runtime().db,
    actor,
    interviewId,
  );
  const t = await translations('interviews');
  const format = await formats();
  const locale = await currentLocale();
  const workshop = await workshopOf(id);
  return (
    <main id="content" className={`page ${styles.page}`}>
      <header className="stack tight">
        <p>
          <Link href={`/workshops/${id}/interviews`}>{t('read.back')}</Link>
        </p>
        <h1>{interview.alias}</h1>
        <p className="soft">
          {[
            t(`kind.${interview.kind}`),
            t('read.meta', { turns: turns.length }),
            interview.heldOn &&
              format.dateTime(new Date(`${interview.heldOn}T12:00:00Z`), { dateStyle: 'long' }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {rights.mark && <ConsentLine workshopId={id} interview={interview} />}
        {(rights.mark || can(actor, 'interview.erase')) && (
          <p className="row">
            {rights.mark && turns.length > 0 && (
              <Link href={`/workshops/${id}/interviews/${interviewId}/clean`}>{t('clean.link')}</Link>
            )}
            {can(actor, 'interview.erase') && (
              <Link href={`/workshops/${id}/interviews/${interviewId}/erase`}>{t('erase.link')}</Link>
            )}
          </p>
        )}
      </header>
      <InterviewsIntl
        locale={locale}
        messages={{ interviews: MESSAGES[locale].interviews }}
        timeZone={TIME_ZONE}
      >
        {rights.mark && <CaptureOnReader actor={actor} interview={interview} />}
        <Reader
          workshopId={id}
          interview={{
            id: interview.id,
            alias: interview.alias,
            shared: interview.status === 'shared',
            quoteOnMap: interview.consent.quoteOnMap,
            sharedAt: interview.sharedAt?.toISOString() ?? null,
            sharedBy,
          }}
          language={workshop.locale}
          turns={turns}
          initialFindings={findings}
          initialTags={rights.mark ? await listTags(runtime().db, actor) : []}
          mayMark={rights.mark}
          wanted={typeof finding === 'string' ? finding : null}
        />
      </InterviewsIntl>
    </main>
  );
});
