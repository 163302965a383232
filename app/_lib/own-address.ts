import type { Config } from '@/lib/config.ts';

/** The address to put into links for others: the configured one, else the one this request came to. */
export function ownAddress(
  headers: { get(name: string): string | null },
  config: Pick<Config, 'baseUrl'>,
): string {
  if (config.baseUrl) return config.baseUrl;
  // server/http sets both from what it knows; a client's own are never let through.
  const host = headers.get('x-forwarded-host') ?? headers.get('host') ?? 'localhost';
  return `${headers.get('x-forwarded-proto') ?? 'http'}://${host}`;
}
