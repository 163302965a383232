import { headers } from 'next/headers';
import { encode } from 'uqr';
import type { Config } from '@/lib/config.ts';
import { ownAddress } from './own-address.ts';

/** A fresh link: shown this once, since only its hash is stored. */
export interface NewLink {
  url: string;
  label: string;
  /** The QR code's dark modules as an SVG path, and how many modules it is wide. */
  qr: { path: string; size: number };
  /** The address names this computer itself: nobody else can open it. */
  onlyHere: boolean;
}

/** @param path of ours, with the link's secret in it */
export async function shownOnce(
  config: Pick<Config, 'baseUrl'>,
  path: string,
  label: string,
): Promise<NewLink> {
  const base = ownAddress(await headers(), config);
  const url = `${base}${path}`;
  const onlyHere = /^(localhost|127\.|\[::1\])/.test(new URL(base).host);
  return { url, label, qr: qrPath(url), onlyHere };
}

function qrPath(text: string): NewLink['qr'] {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { path, size };
}
