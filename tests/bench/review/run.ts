/**
 * `npm run bench:review`: how long the server takes for the review of a full map, from the request to the last
 * byte, over HTTP as a leader's browser asks. Needs a build (`npm run build`). Goal: median at most 100 ms.
 *
 * - first: each of several snapshots for the first time, none like another, after the process has warmed up
 * - again: the same ones once more
 * - the very first request of a new process is told apart
 *
 * `--cards N` (1000), `--snapshots N` (12), `--times N` (60)
 */
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { launchApp } from '../../e2e/support/app.ts';
import { figures } from '../figures.ts';
import { reviewRoom } from './room.ts';

const { values } = parseArgs({
  options: {
    cards: { type: 'string', default: '1000' },
    snapshots: { type: 'string', default: '12' },
    times: { type: 'string', default: '60' },
  },
});
const SNAPSHOTS = Number(values.snapshots);
const TIMES = Number(values.times);

const room = await reviewRoom(Number(values.cards), SNAPSHOTS);
const app = await launchApp(room.environment);
try {
  const opening = await asked(1);
  console.info(`${values.cards} cards; the first request of the process: ${opening.ms.toFixed(0)} ms`);
  for (const walk of [false, true]) {
    const first: number[] = [];
    let bytes = 0;
    for (let number = 2; number <= SNAPSHOTS; number += 1) {
      const answer = await asked(number, walk);
      first.push(answer.ms);
      bytes = answer.bytes;
    }
    const again: number[] = [];
    for (let i = 0; i < TIMES; i += 1) again.push((await asked(SNAPSHOTS - (i % 3), walk)).ms);
    const what = walk ? 'walk-through' : 'report';
    console.info(`${what}, ${(bytes / 1000).toFixed(0)} kB of HTML, for the first time: ${figures(first)}`);
    console.info(`${what}, again: ${figures(again)}`);
  }
} finally {
  await app.dispose();
  rmSync(room.environment.DATA_DIR, { recursive: true, force: true });
}

async function asked(number: number, walk = false): Promise<{ ms: number; bytes: number }> {
  const url = `${app.url}/workshops/${room.workshop}/snapshots/${number}${walk ? '?walk' : ''}`;
  const from = performance.now();
  const answer = await fetch(url, {
    headers: { cookie: `next-auth.session-token=${room.token}`, 'accept-encoding': 'gzip' },
  });
  const html = await answer.text();
  const ms = performance.now() - from;
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}.`);
  return { ms, bytes: Buffer.byteLength(html) };
}
