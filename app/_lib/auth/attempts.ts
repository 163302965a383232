import { headers } from 'next/headers';
import { Attempts } from '@/lib/auth/attempts.ts';
import { type AttemptCounter, type Runtime, runtime } from '@/lib/runtime.ts';

const WINDOW_MS = 60_000;

/** Wrong tries a minute: of one address at one e-mail, of one address at any, at one e-mail from anywhere. */
const MOST = { pair: 10, address: 40, email: 40 };

/** On the runtime, because actions and routes are evaluated apart and must count together. */
function counters(held: Runtime) {
  held.attempts ??= {
    pair: new Attempts({ most: MOST.pair, windowMs: WINDOW_MS }),
    address: new Attempts({ most: MOST.address, windowMs: WINDOW_MS }),
    email: new Attempts({ most: MOST.email, windowMs: WINDOW_MS }),
  };
  return held.attempts;
}

/**
 * Runs one try at signing in, `work`, under the limits; a try that throws stays counted. `email` is what was
 * tried; null for a link, whose secret cannot be guessed: there only the address counts. With `counted: 'all'`
 * the ones that work count too: each sends a mail. Throws tooManyAttempts with the seconds to wait.
 */
export async function limited<T>(
  email: string | null,
  work: () => Promise<T>,
  { counted = 'wrong' }: { counted?: 'wrong' | 'all' } = {},
): Promise<T> {
  const { pair, address, email: byEmail } = counters(runtime());
  // server/http puts the client's address here and lets nothing of the client's own through.
  const from = (await headers()).get('x-forwarded-for') ?? 'unknown';
  const who = email?.trim().toLowerCase();
  const keys: [AttemptCounter, string][] = [[address, from]];
  if (who) keys.push([pair, `${from} ${who}`], [byEmail, who]);
  for (const [counter, key] of keys) counter.check(key);
  const begun = keys.map(([counter, key]) => counter.begin(key));
  const result = await work();
  if (counted === 'wrong') for (const attempt of begun) attempt.succeeded();
  return result;
}
