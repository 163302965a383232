import { headers } from 'next/headers';
import { requireActor } from '@/app/_lib/guard.ts';
import { page } from '@/app/_lib/page.tsx';
import { can } from '@/lib/auth/can.ts';
import { MESSAGES } from '@/lib/i18n/messages.ts';
import { currentLocale, translations } from '@/lib/i18n/server.ts';
import { TIME_ZONE } from '@/lib/i18n/translator.ts';
import { runtime } from '@/lib/runtime.ts';
import { seatOf } from '@/lib/services/members.ts';
import { takeSnapshotWords } from '../snapshots/words.ts';
import { drawnMap } from './drawn.tsx';
import { MapClient } from './map-client.tsx';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ view?: string | string[] }>;
}

export async function generateMetadata() {
  return { title: (await translations('map'))('title') };
}

/** The live map. Until the browser has it, the map as the server knows it stands there to be read. */
export default page(async ({ params, searchParams }: Props) => {
  const { id } = await params;
  const { view } = await searchParams;
  const actor = await requireActor(id, 'map.read');
  const locale = await currentLocale();
  const opened = can(actor, 'map.structure', { structure: 'everyone' });
  const { key, drawn, sources } = await drawnMap(id, locale);
  return (
    <MapClient
      workshopId={id}
      user={{
        id: actor.userId,
        name: actor.name,
        functionName: actor.functionName,
        seat: await seatOf(runtime().db, actor),
      }}
      rights={{
        write: can(actor, 'map.write'),
        structure: can(actor, 'map.structure') ? 'always' : opened ? 'ifOpened' : 'never',
      }}
      locale={locale}
      messages={MESSAGES[locale].map}
      timeZone={TIME_ZONE}
      sources={sources}
      snapshot={can(actor, 'snapshot.take') ? await takeSnapshotWords(locale) : null}
      asked={typeof view === 'string' ? view : undefined}
      drawing={{ key, drawn: (await isWithinPage()) ? drawn : null }}
    />
  );
});

/** Whether the browser has a page of ours and asks for the difference: nothing is made into HTML then. */
async function isWithinPage(): Promise<boolean> {
  const asked = new URL((await headers()).get('x-request-path') ?? '', 'http://own.invalid');
  return asked.searchParams.has('_rsc');
}
