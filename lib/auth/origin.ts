import type { Config } from '../config.ts';

interface HeaderReader {
  get(name: string): string | null;
}

/**
 * Whether a request that changes something comes from our own pages: its Origin must be the configured
 * address, or without one the host the request itself was sent to. A missing Origin is refused: every
 * browser sends it with a POST.
 */
export function isOwnOrigin(headers: HeaderReader, config: Pick<Config, 'baseUrl'>): boolean {
  const origin = headers.get('origin');
  if (!origin || origin === 'null') return false;
  try {
    if (config.baseUrl) return new URL(origin).origin === new URL(config.baseUrl).origin;
    return new URL(origin).host === (headers.get('x-forwarded-host') ?? headers.get('host'));
  } catch {
    return false;
  }
}

/**
 * A path of ours to go back to, from outside (query, form, Referer): a path as it stands, anything that
 * would leave the site becomes `fallback`.
 */
export function ownPath(value: unknown, fallback = '/'): string {
  if (typeof value !== 'string' || !value.startsWith('/') || /[\\\p{Cc}]/u.test(value)) return fallback;
  const base = 'http://own.invalid';
  try {
    const url = new URL(value, base);
    // A path may resolve to two slashes at its front ("/.//evil"), which a browser reads as a host.
    if (url.origin !== base || url.pathname.startsWith('//')) return fallback;
    return url.pathname + url.search + url.hash;
  } catch {
    return fallback;
  }
}
