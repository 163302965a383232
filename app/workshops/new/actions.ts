'use server';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { LOCALES } from '@/lib/i18n/locale.ts';
import { TEMPLATE_KEYS } from '@/lib/services/templates/index.ts';
import { createWorkshop } from '@/lib/services/workshops.ts';
import { defineFormAction } from '../../_lib/form-action.ts';

const input = z.object({
  title: z.string().trim().min(1).max(120),
  template: z.enum(TEMPLATE_KEYS),
  locale: z.enum(LOCALES),
});

/** Makes the workshop and opens its map. */
export const makeWorkshop = defineFormAction(input, async (given, { user, db }) => {
  const { id } = await createWorkshop(db, user, given);
  redirect(`/workshops/${id}/map`);
});
