'use server';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { can, type Role } from '@/lib/auth/can.ts';
import { readInvitation } from '@/lib/services/invitations.ts';
import { joinAsUser } from '@/lib/services/joining.ts';
import { functionName, joinInput } from '../../_lib/auth/inputs.ts';
import { signInWith } from '../../_lib/auth/sign-in.ts';
import { defineFormAction, defineOpenFormAction } from '../../_lib/form-action.ts';

/** Joins by name and function, signs the guest in, and opens what the role is for. */
export const joinByName = defineOpenFormAction(joinInput, async (input, { db, runtime }) => {
  // Before the use is counted: a link that is used up by this very visitor still has to lead somewhere.
  const { workshopId, role } = await readInvitation(db, input.token);
  await signInWith(runtime, 'invitation', input);
  redirect(destination(workshopId, role));
});

/** One click for whoever is signed in already. */
export const joinSignedIn = defineFormAction(
  z.object({ token: z.string().min(1).max(200), functionName: functionName.default('') }),
  async (input, { user, db, runtime }) => {
    const { role } = await readInvitation(db, input.token);
    const { workshopId } = await joinAsUser(db, user, input, runtime.rooms);
    redirect(destination(workshopId, role));
  },
);

function destination(workshopId: string, role: Role): string {
  return `/workshops/${workshopId}/${can({ role }, 'map.write') ? 'map' : 'snapshots'}`;
}
