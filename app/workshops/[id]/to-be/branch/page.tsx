import { requireActor } from '@/app/_lib/guard.ts';
import { page } from '@/app/_lib/page.tsx';
import { translations } from '@/lib/i18n/server.ts';
import { BranchPage } from './branch-page.tsx';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ from?: string | string[] }>;
}

export async function generateMetadata() {
  return { title: (await translations('toBe'))('branch.againTitle') };
}

/** Where the facilitator begins the to-be map, or begins it anew, from a snapshot. */
export default page(async ({ params, searchParams }: Props) => {
  const { id } = await params;
  const actor = await requireActor(id, 'snapshot.restore');
  return <BranchPage actor={actor} from={(await searchParams).from} />;
});
