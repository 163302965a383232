'use server';
import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { defineFormAction } from '@/app/_lib/form-action.ts';
import { requireActor } from '@/app/_lib/guard.ts';
import { CONSENT_FORM_MAX, saveConsentForm } from '@/lib/services/interviews.ts';

export const saveFormAction = defineFormAction(
  // A browser counts a line break as two: room for them, the service counts them as one.
  z.object({ workshopId: z.uuid(), text: z.string().max(CONSENT_FORM_MAX * 2) }),
  async ({ workshopId, text }, { db }): Promise<true> => {
    await saveConsentForm(db, await requireActor(workshopId, 'workshop.settings'), text);
    revalidatePath(`/workshops/${workshopId}/interviews/consent`);
    return true;
  },
);
