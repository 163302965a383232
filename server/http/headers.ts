import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Config } from '../../lib/config.ts';

const FILE = /^\/api\/workshops\/[^/]+\/files\//;
const ALONE = "default-src 'none'; sandbox";

/**
 * The headers every answer carries, and the ones Next may believe of a request. In production also the
 * content security policy, on the request too: Next reads the nonce there and puts it on its own scripts.
 */
export function securityHeaders(
  config: Config,
): (request: IncomingMessage, response: ServerResponse) => void {
  const https = config.baseUrl?.startsWith('https:') ?? false;
  const always: [string, string][] = [
    ['X-Content-Type-Options', 'nosniff'],
    // Join links carry their secret in the path: no other host may see it.
    ['Referrer-Policy', 'same-origin'],
    ['X-Frame-Options', 'DENY'],
    [
      'Permissions-Policy',
      'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
    ],
    ...(https
      ? ([
          ['Strict-Transport-Security', 'max-age=31536000'],
          ['Cross-Origin-Opener-Policy', 'same-origin'],
        ] as [string, string][])
      : []),
  ];
  return (request, response) => {
    trustForwarded(request, config.baseUrl);
    // Pages do not know their own address; whoever must sign in first is brought back to it.
    request.headers['x-request-path'] = request.url;
    for (const [name, value] of always) response.setHeader(name, value);
    delete request.headers['content-security-policy-report-only'];
    delete request.headers['content-security-policy'];
    if (!config.production) return;
    // What people upload, opened by itself: a picture and nothing else, whatever is in it.
    if (FILE.test(request.url ?? '')) return void response.setHeader('Content-Security-Policy', ALONE);
    const policy = contentSecurityPolicy(randomBytes(16).toString('base64'), config);
    request.headers['content-security-policy'] = policy;
    response.setHeader('Content-Security-Policy', policy);
  };
}

/** Scripts only with the nonce, or loaded by one that has it; nothing from any other host. */
function contentSecurityPolicy(nonce: string, config: Pick<Config, 'oidc'>): string {
  // Browsers hold a form to this through its redirects: signing in leads to the identity provider.
  const formTargets = config.oidc ? `'self' ${new URL(config.oidc.issuer).origin}` : "'self'";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    // The canvas and its text editor write <style> elements.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self' data: blob:",
    "media-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action ${formTargets}`,
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * Replaces the X-Forwarded headers by what we know ourselves; what a client claims in them is never
 * believed. With BASE_URL that is the address; without, the host the request was sent to. We speak plain
 * http: an https BASE_URL means a proxy stands before us, and the last address it appended is the client's.
 */
function trustForwarded(request: IncomingMessage, baseUrl: string | undefined): void {
  const known = new URL(baseUrl ?? 'http://localhost');
  const host = baseUrl ? known.host : request.headers.host;
  const claimed = [request.headers['x-forwarded-for'] ?? ''].flat().join(',').split(',').at(-1)?.trim();
  const client =
    known.protocol === 'https:' && claimed ? claimed : request.socket.remoteAddress?.replace(/^::ffff:/, '');
  for (const name of Object.keys(request.headers)) {
    if (name.startsWith('x-forwarded-') || name === 'forwarded' || name === 'x-real-ip') {
      delete request.headers[name];
    }
  }
  if (host) request.headers['x-forwarded-host'] = host;
  if (client) request.headers['x-forwarded-for'] = client;
  request.headers['x-forwarded-proto'] = known.protocol.slice(0, -1);
}
