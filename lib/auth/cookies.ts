import type { Config } from '../config.ts';

/** Cookies are marked Secure exactly when the configured address is https; without one we may be on plain http. */
export function secureCookies(config: Pick<Config, 'baseUrl'>): boolean {
  return config.baseUrl?.startsWith('https://') ?? false;
}

/** next-auth's name for the session cookie; pages, routes and sockets must agree on it. */
export function sessionCookieName(config: Pick<Config, 'baseUrl'>): string {
  return `${secureCookies(config) ? '__Secure-' : ''}next-auth.session-token`;
}

/** A Cookie header as names and decoded values; a part that cannot be read is left out. */
export function parseCookies(header: string | null | undefined): Record<string, string> {
  const out: Record<string, string> = Object.create(null);
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    const name = part.slice(0, Math.max(at, 0)).trim();
    const raw = part.slice(at + 1).trim();
    if (name === '' || name in out) continue;
    try {
      out[name] = decodeURIComponent(raw.replace(/^"(.*)"$/, '$1'));
    } catch {
      // Not ours: we never write a value that does not decode.
    }
  }
  return out;
}

/** True when the browser sent a session cookie, valid or not: tells "expired" from "never signed in". */
export function hasSessionCookie(
  config: Pick<Config, 'baseUrl'>,
  header: string | null | undefined,
): boolean {
  const name = sessionCookieName(config);
  return Object.keys(parseCookies(header)).some((key) => key === name || key.startsWith(`${name}.`));
}
