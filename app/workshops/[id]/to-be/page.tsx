import { requireActor } from '@/app/_lib/guard.ts';
import { page } from '@/app/_lib/page.tsx';
import { translations } from '@/lib/i18n/server.ts';
import { runtime } from '@/lib/runtime.ts';
import { toBeOf } from '@/lib/services/to-be.ts';
import { LiveMap } from '../map/live-map.tsx';
import { BranchPage } from './branch/branch-page.tsx';
import { TwoMaps } from './two-maps.tsx';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ view?: string | string[]; from?: string | string[] }>;
}

export async function generateMetadata() {
  return { title: (await translations('toBe'))('mapTitle') };
}

/** The live map of what should be; where there is none yet, how it comes to be. */
export default page(async ({ params, searchParams }: Props) => {
  const { id } = await params;
  const { view, from } = await searchParams;
  const actor = await requireActor(id, 'map.read');
  const toBe = await toBeOf(runtime().db, actor.workshopId);
  if (!toBe) return <BranchPage actor={actor} from={from} />;
  const title = (await translations('toBe'))('mapTitle');
  return (
    <TwoMaps actor={actor} current="toBe" toBe={toBe}>
      <LiveMap actor={actor} map="toBe" title={title} view={view} />
    </TwoMaps>
  );
});
