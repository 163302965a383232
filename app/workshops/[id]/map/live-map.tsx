import { headers } from 'next/headers';
import { type Actor, can } from '@/lib/auth/can.ts';
import { MESSAGES } from '@/lib/i18n/messages.ts';
import { currentLocale } from '@/lib/i18n/server.ts';
import { TIME_ZONE } from '@/lib/i18n/translator.ts';
import { runtime } from '@/lib/runtime.ts';
import { seatOf } from '@/lib/services/members.ts';
import { type MapName, mapDocument } from '@/lib/sync/protocol.ts';
import { takeSnapshotWords } from '../snapshots/words.ts';
import { drawnMap } from './drawn.tsx';
import { MapClient } from './map-client.tsx';

interface LiveMapProps {
  actor: Actor;
  map: MapName;
  title: string;
  /** What the address asks for by `?view=`. */
  view: string | string[] | undefined;
}

/**
 * One of the workshop's maps, live, for whoever may read it. Until the browser has it, the map as the server
 * knows it stands there to be read.
 */
export async function LiveMap({ actor, map, title, view }: LiveMapProps) {
  const { workshopId } = actor;
  const locale = await currentLocale();
  const opened = can(actor, 'map.structure', { structure: 'everyone' });
  const { key, drawn, sources } = await drawnMap(mapDocument(workshopId, map), locale);
  return (
    <MapClient
      workshopId={workshopId}
      map={map}
      title={title}
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
      snapshot={can(actor, 'snapshot.take') ? takeSnapshotWords(locale) : null}
      asked={typeof view === 'string' ? view : undefined}
      drawing={{ key, drawn: (await isWithinPage()) ? drawn : null }}
    />
  );
}

/** Whether the browser has a page of ours and asks for the difference: nothing is made into HTML then. */
async function isWithinPage(): Promise<boolean> {
  const asked = new URL((await headers()).get('x-request-path') ?? '', 'http://own.invalid');
  return asked.searchParams.has('_rsc');
}
