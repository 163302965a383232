'use server';
import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { INVITABLE_ROLES } from '@/lib/auth/can.ts';
import { createInvitation, MAX_INVITATION_DAYS, revokeInvitation } from '@/lib/services/invitations.ts';
import { changeRole, removeMember } from '@/lib/services/members.ts';
import { defineFormAction } from '../../../_lib/form-action.ts';
import { requireActor } from '../../../_lib/guard.ts';
import { type NewLink, shownOnce } from '../../../_lib/new-link.ts';

const workshopId = z.uuid();

const newLink = z.object({
  workshopId,
  role: z.enum(INVITABLE_ROLES),
  label: z.string().trim().max(80).default(''),
  days: z.coerce.number().int().min(1).max(MAX_INVITATION_DAYS),
  maxUses: z
    .union([z.literal(''), z.coerce.number().int().min(1).max(1000)])
    .transform((uses) => (uses === '' ? null : uses)),
});

export const makeLink = defineFormAction(newLink, async (input, { db, runtime }): Promise<NewLink> => {
  const actor = await requireActor(input.workshopId, 'member.invite');
  const { token } = await createInvitation(db, actor, input);
  revalidatePath(`/workshops/${input.workshopId}/settings`);
  return shownOnce(runtime.config, `/join/${token}`, input.label);
});

export const revokeLink = defineFormAction(
  z.object({ workshopId, id: z.uuid() }),
  async (input, { db }): Promise<void> => {
    await revokeInvitation(db, await requireActor(input.workshopId, 'member.invite'), input.id);
    revalidatePath(`/workshops/${input.workshopId}/settings`);
  },
);

export const giveRole = defineFormAction(
  z.object({ workshopId, userId: z.uuid(), role: z.enum(INVITABLE_ROLES) }),
  async (input, { db, runtime }): Promise<void> => {
    const actor = await requireActor(input.workshopId, 'member.invite');
    await changeRole(db, actor, input, runtime.rooms);
    revalidatePath(`/workshops/${input.workshopId}/settings`);
  },
);

export const takeOut = defineFormAction(
  z.object({ workshopId, userId: z.uuid() }),
  async (input, { db, runtime }): Promise<void> => {
    const actor = await requireActor(input.workshopId, 'member.invite');
    await removeMember(db, actor, input, runtime.rooms);
    revalidatePath(`/workshops/${input.workshopId}/settings`);
  },
);
