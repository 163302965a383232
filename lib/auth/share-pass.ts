import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * What a browser holds after the right passcode: until when, signed for that one link and that passcode.
 * It is worth nothing by itself: the link is looked up at every request, and may be off by then.
 */
export const SHARE_PASS_COOKIE = 'utifran-share';
export const SHARE_PASS_SECONDS = 12 * 60 * 60;

interface Locked {
  id: string;
  passcodeHash: string | null;
}

export function sharePass(secret: string, link: Locked, now = Date.now()): string {
  const until = String(now + SHARE_PASS_SECONDS * 1000);
  return `${until}.${sign(secret, link, until)}`;
}

/** Whether the cookie opens the link now; a link without a passcode needs none. */
export function holdsSharePass(
  secret: string,
  link: Locked,
  pass: string | undefined,
  now = Date.now(),
): boolean {
  if (link.passcodeHash === null) return true;
  const [until = '', given = ''] = (pass ?? '').split('.');
  const signed = Buffer.from(sign(secret, link, until));
  const claimed = Buffer.from(given);
  return claimed.length === signed.length && timingSafeEqual(claimed, signed) && Number(until) > now;
}

const sign = (secret: string, { id, passcodeHash }: Locked, until: string): string =>
  createHmac('sha256', secret).update(`share\n${id}\n${passcodeHash}\n${until}`).digest('base64url');
