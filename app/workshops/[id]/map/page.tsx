import * as Y from 'yjs';
import { requireActor } from '@/app/_lib/guard.ts';
import { page } from '@/app/_lib/page.tsx';
import { can } from '@/lib/auth/can.ts';
import { MESSAGES } from '@/lib/i18n/messages.ts';
import { currentLocale, translations } from '@/lib/i18n/server.ts';
import { TIME_ZONE } from '@/lib/i18n/translator.ts';
import { openJourney, toJourney } from '@/lib/journey/document.ts';
import { MapPicture } from '@/lib/journey/svg/map-picture.tsx';
import { runtime } from '@/lib/runtime.ts';
import { journeyDocument } from '@/lib/sync/protocol.ts';
import { takeSnapshotWords } from '../snapshots/words.ts';
import { MapClient } from './map-client.tsx';
import { mapLabels } from './map-labels.ts';

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata() {
  return { title: (await translations('map'))('title') };
}

/** The live map. Until the browser has it, the map as the server knows it stands there as a picture. */
export default page(async ({ params }: Props) => {
  const { id } = await params;
  const actor = await requireActor(id, 'map.read');
  const locale = await currentLocale();
  const write = can(actor, 'map.write');
  const opened = can(actor, 'map.structure', { structure: 'everyone' });
  const journey = await currentJourney(id);
  const labels = await mapLabels(runtime().db, id, journey);
  return (
    <MapClient
      workshopId={id}
      user={{ id: actor.userId, name: actor.name, functionName: actor.functionName }}
      rights={{
        write,
        structure: can(actor, 'map.structure') ? 'always' : opened ? 'ifOpened' : 'never',
      }}
      locale={locale}
      messages={MESSAGES[locale].map}
      timeZone={TIME_ZONE}
      sources={labels.sources}
      snapshot={can(actor, 'snapshot.take') ? await takeSnapshotWords(locale) : null}
    >
      <MapPicture journey={journey} labels={labels} />
    </MapClient>
  );
});

async function currentJourney(workshopId: string) {
  const doc = new Y.Doc();
  const j = openJourney(doc);
  Y.applyUpdate(doc, await runtime().rooms.read(journeyDocument(workshopId)));
  const journey = toJourney(j);
  doc.destroy();
  return journey;
}
