'use server';
import { redirect } from 'next/navigation';
import { createFirstAccount } from '@/lib/services/users.ts';
import { newAccountInput } from '../_lib/auth/inputs.ts';
import { signInWith } from '../_lib/auth/sign-in.ts';
import { defineOpenFormAction } from '../_lib/form-action.ts';

/** Makes the first account, signs it in and goes on to the second half of the page. */
export const makeFirstAccount = defineOpenFormAction(newAccountInput, async (input, { db, runtime }) => {
  await createFirstAccount(db, input);
  await signInWith(runtime, 'password', { email: input.email, password: input.password });
  redirect('/welcome');
});
