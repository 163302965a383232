import NextAuth from 'next-auth';
import { authOptions } from '@/app/_lib/auth/options.ts';
import { errorText } from '@/app/_lib/error-text.ts';
import { isAppError } from '@/lib/errors.ts';
import { currentLocale } from '@/lib/i18n/server.ts';
import { runtime } from '@/lib/runtime.ts';

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

/** next-auth's own addresses: the ways back from OpenID Connect and e-mail links, and sign-in by program. */
async function handle(request: Request, context: Context): Promise<Response> {
  let refused: unknown;
  const options = authOptions(runtime(), (error) => {
    refused = error;
  });
  const response: Response = await NextAuth(options)(request, context);
  // next-auth answers 401 to whatever it was refused with; too many tries deserve their own answer.
  if (!isAppError(refused) || refused.code !== 'tooManyAttempts') return response;
  return new Response(errorText(await currentLocale(), refused.code, refused.params), {
    status: refused.status,
    headers: { 'Retry-After': String(refused.params.seconds), 'Content-Type': 'text/plain; charset=utf-8' },
  });
}

export { handle as GET, handle as POST };
