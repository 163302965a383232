import type { ServerResponse } from 'node:http';

export interface Health {
  /** ok: serving and storing; failing: the store does not take or give data; stopping: on its way down. */
  status: 'ok' | 'failing' | 'stopping';
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

/** 200 while all is well, 503 otherwise: what load balancers and container health checks look at. */
export function sendHealth(response: ServerResponse, health: Health): void {
  response.writeHead(health.status === 'ok' ? 200 : 503, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.end(JSON.stringify(health));
}
