import type { Config } from '../lib/config.ts';

/** Where to open us, as printed and as told to a second server. */
export function addressOf(config: Pick<Config, 'baseUrl' | 'host'>, port: number): string {
  if (config.baseUrl) return config.baseUrl;
  const host = ['', '0.0.0.0', '::'].includes(config.host) ? 'localhost' : config.host;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** A request's path without its query; `/` for what is no path. */
export function pathOf(url: string | undefined): string {
  const path = url?.split('?', 1)[0] ?? '';
  return path.startsWith('/') ? path : '/';
}
