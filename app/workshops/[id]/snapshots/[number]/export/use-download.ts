'use client';
import { useEffect, useRef, useState } from 'react';

export type DownloadState =
  | { is: 'idle' | 'working' | 'waiting' | 'cancelled' }
  | { is: 'done'; file: string; size: number }
  | { is: 'problem'; message: string };

/** Fetches a file, to be called off at any moment, and hands it to the browser to save. */
export function useDownload(href: string, unreached: string) {
  const [state, setState] = useState<DownloadState>({ is: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function start(): Promise<void> {
    const mine = new AbortController();
    running.current = mine;
    setState({ is: 'working' });
    try {
      const answer = await inTurn(href, mine.signal, () => setState({ is: 'waiting' }));
      if (!answer.ok) {
        const told: { error?: { message?: string } } = await answer.json();
        setState({ is: 'problem', message: told.error?.message ?? unreached });
        return;
      }
      const bytes = await answer.blob();
      const file = nameIn(answer.headers.get('content-disposition'));
      save(bytes, file);
      setState({ is: 'done', file, size: bytes.size });
    } catch {
      setState(mine.signal.aborted ? { is: 'cancelled' } : { is: 'problem', message: unreached });
    }
  }
  return { state, start, cancel: () => running.current?.abort() };
}

/** How often the server may say that it is busy before that is the answer: a minute's worth. */
const MOST_TURNS = 12;

/** Asks again after as long as the server says, while it makes other files of the workshop. */
async function inTurn(href: string, signal: AbortSignal, waiting: () => void): Promise<Response> {
  for (let turn = 1; ; turn += 1) {
    const answer = await fetch(href, { signal });
    if (answer.status !== 429 || turn === MOST_TURNS) return answer;
    waiting();
    await pause(Number(answer.headers.get('retry-after') ?? 5), signal);
  }
}

const pause = (seconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, seconds * 1_000);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });

const nameIn = (header: string | null): string =>
  decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(header ?? '')?.[1] ?? 'export');

function save(bytes: Blob, name: string): void {
  const url = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it in its own time.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
