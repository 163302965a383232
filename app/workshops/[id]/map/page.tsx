import { requireActor } from '@/app/_lib/guard.ts';
import { page } from '@/app/_lib/page.tsx';
import { translations } from '@/lib/i18n/server.ts';
import { runtime } from '@/lib/runtime.ts';
import { toBeOf } from '@/lib/services/to-be.ts';
import { TwoMaps } from '../to-be/two-maps.tsx';
import { LiveMap } from './live-map.tsx';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ view?: string | string[] }>;
}

export async function generateMetadata() {
  return { title: (await translations('map'))('title') };
}

/** The live map; where there is a to-be map besides, with the way to it. */
export default page(async ({ params, searchParams }: Props) => {
  const { id } = await params;
  const { view } = await searchParams;
  const actor = await requireActor(id, 'map.read');
  const title = (await translations('map'))('title');
  const map = <LiveMap actor={actor} map="asIs" title={title} view={view} />;
  const toBe = await toBeOf(runtime().db, actor.workshopId);
  return toBe ? (
    <TwoMaps actor={actor} current="asIs" toBe={toBe}>
      {map}
    </TwoMaps>
  ) : (
    map
  );
});
