import { z } from 'zod';
import { PASSWORD_MAX, PASSWORD_MIN } from '@/lib/auth/password.ts';

/** What the forms around signing in send, as it must look; lengths in characters. */
const personName = z.string().trim().min(1).max(80);
export const functionName = z.string().trim().max(80);
export const emailAddress = z.string().trim().max(254).pipe(z.email());

export const passwordInput = z.object({
  email: z.string().trim().min(1).max(254),
  password: z.string().min(1).max(PASSWORD_MAX),
});

export const newAccountInput = z.object({
  name: personName,
  email: emailAddress,
  password: z.string().min(PASSWORD_MIN).max(PASSWORD_MAX),
});

export const joinInput = z.object({
  token: z.string().min(1).max(200),
  name: personName,
  functionName: functionName.default(''),
});
