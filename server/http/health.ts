import type { ServerResponse } from 'node:http';

/** What load balancers and container checks look at: 200 with `ok` or `degraded`, 503 with anything else. */
export interface Health {
  /**
   * ok: serving and storing; degraded: the same, but edits reach other nodes late; failing: the store does not
   * take or give data; stopping: on its way down.
   */
  status: 'ok' | 'degraded' | 'failing' | 'stopping';
  version: string;
  rooms: number;
  clients: number;
}

const PING_WITHIN_MS = 3_000;
const FRESH_MS = 1_000;

/**
 * Asks the database whether it answers; concurrent and quick repeated askers share one answer, so that
 * nobody can load the database by asking.
 */
export function createPing(query: () => Promise<unknown>): () => Promise<boolean> {
  let last: { at: number; answer: Promise<boolean> } | undefined;
  return () => {
    if (!last || Date.now() - last.at > FRESH_MS) last = { at: Date.now(), answer: once(query) };
    return last.answer;
  };
}

async function once(query: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, PING_WITHIN_MS, false);
  });
  try {
    return await Promise.race([query().then(() => true), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.end(JSON.stringify(body));
}
