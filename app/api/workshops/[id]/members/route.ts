import { requireActor } from '@/app/_lib/guard.ts';
import { defineRoute } from '@/app/_lib/route.ts';
import { listMembers } from '@/lib/services/members.ts';

/** The people of a workshop: who wrote a card, and from which function. */
export const GET = defineRoute<{ id: string }, unknown>(async (_request, { id }, { db }) => {
  const members = await listMembers(db, await requireActor(id, 'member.list'));
  return { members: members.map(({ joinedAt: _joinedAt, kind: _kind, ...member }) => member) };
});
