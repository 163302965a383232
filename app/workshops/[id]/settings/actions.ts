'use server';
import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { encode } from 'uqr';
import { z } from 'zod';
import { INVITABLE_ROLES } from '@/lib/auth/can.ts';
import { createInvitation, MAX_INVITATION_DAYS, revokeInvitation } from '@/lib/services/invitations.ts';
import { changeRole, removeMember } from '@/lib/services/members.ts';
import { defineFormAction } from '../../../_lib/form-action.ts';
import { requireActor } from '../../../_lib/guard.ts';
import { ownAddress } from '../../../_lib/own-address.ts';

const workshopId = z.uuid();

/** A fresh link: shown this once, since only its hash is stored. */
export interface NewLink {
  url: string;
  label: string;
  /** The QR code's dark modules as an SVG path, and how many modules it is wide. */
  qr: { path: string; size: number };
  /** The address names this computer itself: nobody else can open it. */
  onlyHere: boolean;
}

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
  const base = ownAddress(await headers(), runtime.config);
  const url = `${base}/join/${token}`;
  const onlyHere = /^(localhost|127\.|\[::1\])/.test(new URL(base).host);
  return { url, label: input.label, qr: qrPath(url), onlyHere };
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

function qrPath(text: string): NewLink['qr'] {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { path, size };
}
