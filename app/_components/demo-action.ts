'use server';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { mayCreateWorkshops } from '@/lib/auth/can.ts';
import { AppError } from '@/lib/errors.ts';
import { currentLocale } from '@/lib/i18n/server.ts';
import { createDemo } from '@/lib/services/demo/index.ts';
import { defineFormAction } from '../_lib/form-action.ts';

/** Makes the filled example in the reader's language and opens its map. */
export const openDemo = defineFormAction(z.object({}), async (_input, { user, db, runtime }) => {
  if (!mayCreateWorkshops(user)) throw new AppError('forbidden');
  const { id } = await createDemo(db, user, await currentLocale(), runtime.work);
  redirect(`/workshops/${id}/map`);
});
