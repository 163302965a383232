import Link from 'next/link';
import { redirect } from 'next/navigation';
import * as Y from 'yjs';
import { requireActor } from '@/app/_lib/guard.ts';
import { page } from '@/app/_lib/page.tsx';
import { workshopOf } from '@/app/_lib/workshop.ts';
import { MESSAGES } from '@/lib/i18n/messages.ts';
import { currentLocale, translations } from '@/lib/i18n/server.ts';
import { TIME_ZONE } from '@/lib/i18n/translator.ts';
import { openJourney, toJourney } from '@/lib/journey/document.ts';
import type { NamedTouchpoint } from '@/lib/notes/touchpoint.ts';
import { runtime } from '@/lib/runtime.ts';
import { listGuide } from '@/lib/services/guides.ts';
import { isBefore, openCapture } from '@/lib/services/interviews.ts';
import { journeyDocument } from '@/lib/sync/protocol.ts';
import { InterviewsIntl } from '../../intl.tsx';
import styles from './capture.module.css';
import { Capture } from './capture.tsx';

interface Props {
  params: Promise<{ id: string; interviewId: string }>;
}

export async function generateMetadata() {
  return { title: (await translations('interviews'))('capture.title') };
}

/** The room of an interview while it is held: guide, notes and what is marked, for the two who hold it. */
export default page(async ({ params }: Props) => {
  const { id, interviewId } = await params;
  const actor = await requireActor(id, 'interview.list');
  const { db, rooms } = runtime();
  const { row, hasNotes } = await openCapture(db, actor, interviewId);
  if (!hasNotes || row.status === 'shared') redirect(`/workshops/${id}/interviews/${row.id}`);
  if (!row.consent.notes || row.consentAt === null) return <ConsentFirst workshopId={id} row={row} />;
  const locale = await currentLocale();
  const { interviews, map } = MESSAGES[locale];
  return (
    <InterviewsIntl
      locale={locale}
      messages={{ interviews: { capture: interviews.capture }, map: { save: map.save } }}
      timeZone={TIME_ZONE}
    >
      <Capture
        workshopId={id}
        interview={{
          id: row.id,
          alias: row.alias,
          before: isBefore(row),
          begun: row.status !== 'planned',
          asks: row.interviewerId === actor.userId && row.noteTakerId !== actor.userId,
        }}
        user={{ id: actor.userId, name: actor.name }}
        guide={await listGuide(db, actor, row.kind)}
        touchpoints={namesIn(await rooms.read(journeyDocument(id)))}
        language={(await workshopOf(id)).locale}
      />
    </InterviewsIntl>
  );
});

/** The touchpoints of a map, in its order. */
function namesIn(state: Uint8Array): NamedTouchpoint[] {
  const journey = openJourney(new Y.Doc());
  Y.applyUpdate(journey.doc, state);
  const { phases, touchpoints } = toJourney(journey);
  journey.doc.destroy();
  const names = new Map(phases.map((phase) => [phase.id, phase.name]));
  return touchpoints.map(({ id, name, place }) => ({ id, name, phase: names.get(place.phaseId) ?? '' }));
}

async function ConsentFirst({ workshopId, row }: { workshopId: string; row: { id: string; alias: string } }) {
  const t = await translations('interviews');
  return (
    <main id="content" className={`page ${styles.gate}`}>
      <p>
        <Link href={`/workshops/${workshopId}/interviews`}>{t('read.back')}</Link>
      </p>
      <h1>{t('capture.consentTitle')}</h1>
      <p>{t('capture.consentBody', { alias: row.alias })}</p>
      <p>
        <Link className="button primary" href={`/workshops/${workshopId}/interviews/plan/${row.id}`}>
          {t('capture.consentGo')}
        </Link>
      </p>
    </main>
  );
}
