import { redirect } from 'next/navigation';
import { can } from '@/lib/auth/can.ts';
import { requireMember } from '../../_lib/guard.ts';
import { page } from '../../_lib/page.tsx';

/** Straight to what the role came for: a leader reads snapshots, everyone else maps. */
export default page(async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params;
  const actor = await requireMember(id);
  redirect(`/workshops/${id}/${can(actor, 'map.write') ? 'map' : 'snapshots'}`);
});
