import { Attempts } from '@/lib/auth/attempts.ts';
import type { Runtime } from '@/lib/runtime.ts';

const MINUTE = 60_000;

/**
 * How often one person may write, and how many mails that may cause. On the runtime, because routes are
 * evaluated apart and must count together.
 */
export function limits(held: Runtime) {
  held.talk ??= {
    posts: new Attempts({ most: 40, windowMs: MINUTE }),
    mails: new Attempts({ most: 40, windowMs: 10 * MINUTE }),
  };
  return held.talk;
}
