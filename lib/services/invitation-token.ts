import { createHash, randomBytes } from 'node:crypto';

/** A link's secret: 192 bits, 32 characters that are safe in a URL and in a QR code. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

/** What is stored of it. The secret has full entropy, so a plain hash is enough. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
