import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../log/index.ts';
import { type Health, sendJson } from './health.ts';

export interface OperationsParts {
  version: string;
  health(): Promise<Health>;
  metrics(): Promise<{ type: string; text: string }>;
  /** What `/api/metrics` asks for; undefined: there is no such page. */
  metricsToken: string | undefined;
  log: Log;
}

type Page = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/**
 * The pages for those who run the server, and their machines: liveness, readiness, metrics. Finds the page of
 * a path; undefined for a path that is none of theirs.
 */
export function operationsPages(parts: OperationsParts): (path: string) => Page | undefined {
  const ready: Page = async (_request, response) => {
    const health = await parts.health();
    const serves = health.status === 'ok' || health.status === 'degraded';
    sendJson(response, serves ? 200 : 503, health);
  };
  const live: Page = (_request, response) =>
    sendJson(response, 200, { status: 'ok', version: parts.version });
  const metrics: Page = async (request, response) => {
    if (parts.metricsToken === undefined) return sendJson(response, 404, { status: 'off' });
    if (!bears(request, parts.metricsToken)) {
      response.setHeader('WWW-Authenticate', 'Bearer');
      return sendJson(response, 401, { status: 'tokenRequired' });
    }
    const { type, text } = await parts.metrics();
    response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' });
    response.end(text);
  };
  const pages = new Map<string, Page>([
    ['/api/health', ready],
    ['/api/health/ready', ready],
    ['/api/health/live', live],
    ['/api/metrics', metrics],
  ]);
  return (path) => {
    const page = pages.get(path);
    return (
      page &&
      (async (request, response) => {
        try {
          await page(request, response);
        } catch (error) {
          parts.log.error(`${path} could not be answered.`, error);
          response.destroy();
        }
      })
    );
  };
}

/** Compares digests: equally long whatever was sent, so that the time tells nothing. */
function bears(request: IncomingMessage, token: string): boolean {
  const [, given = ''] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
