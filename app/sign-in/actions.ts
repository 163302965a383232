'use server';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { ownPath } from '@/lib/auth/origin.ts';
import { AppError } from '@/lib/errors.ts';
import { limited } from '../_lib/auth/attempts.ts';
import { emailAddress, passwordInput } from '../_lib/auth/inputs.ts';
import { beginSignIn, signInWith } from '../_lib/auth/sign-in.ts';
import { defineOpenFormAction } from '../_lib/form-action.ts';

const from = z.string().max(2000).default('/');

/** E-mail and password, then back to where the reader wanted to go. */
export const signInByPassword = defineOpenFormAction(
  passwordInput.extend({ from }),
  async ({ email, password, from: back }, { runtime }) => {
    await signInWith(runtime, 'password', { email, password });
    redirect(ownPath(back));
  },
);

/** On to the organisation's own identity provider. */
export const signInByOidc = defineOpenFormAction(z.object({ from }), async ({ from: back }, { runtime }) => {
  if (!runtime.config.oidc) throw new AppError('notFound');
  redirect(await beginSignIn(runtime, 'oidc', { callbackUrl: ownPath(back) }));
});

/** Sends a link to whoever has an account; the answer is the same for an address nobody has. */
export const sendSignInLink = defineOpenFormAction(
  z.object({ email: emailAddress, from }),
  async ({ email, from: back }, { runtime }) => {
    if (!runtime.config.smtp || !runtime.config.baseUrl) throw new AppError('notFound');
    const input = { email, callbackUrl: ownPath(back) };
    await limited(email, () => beginSignIn(runtime, 'email', input), { counted: 'all' });
    redirect('/sign-in?sent=1');
  },
);
