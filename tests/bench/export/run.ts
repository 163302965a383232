/**
 * `npm run bench:export`: what it takes to write a snapshot of a full map as each format on paper: the
 * first time, with libraries and fonts to be read, and once they are. Wall-clock and processor time, and the
 * file's size. Goals for 300 cards: the report within 5 s and 5 MB.
 *
 * `--cards N` (300), `--times N` (5), `--formats a,b` (report,mapA3,mapA1,slides,png,svg)
 */
import { parseArgs } from 'node:util';
import * as Y from 'yjs';
import { exportSnapshot } from '../../../lib/export/export.ts';
import type { Format } from '../../../lib/export/formats.ts';
import { figures } from '../../../lib/journey/analysis/index.ts';
import { openJourney, toJourney } from '../../../lib/journey/document.ts';
import { withCheckedEvidence } from '../../../lib/journey/sources.ts';
import { reviewOf } from '../../../lib/review/tell.ts';
import { fullMap } from '../snapshots/journey.ts';
import { median } from '../sync/figures.ts';

const { values } = parseArgs({
  options: {
    cards: { type: 'string', default: '300' },
    times: { type: 'string', default: '5' },
    formats: { type: 'string', default: 'report,mapA3,mapA1,slides,png,svg' },
  },
});

const review = reviewOfFull(Number(values.cards));
console.info(`${values.cards} cards, ${review.snapshot.journey.touchpoints.length} touchpoints`);
console.info('          first             then');
console.info('format    wall     cpu      wall     cpu      size');
for (const format of values.formats.split(',') as Format[]) {
  const first = await once(format);
  const rounds: (typeof first)[] = [];
  for (let i = 0; i < Number(values.times); i += 1) rounds.push(await once(format));
  const ms = (of: (round: typeof first) => number) => inMs(median(rounds.map(of)));
  const size = `${(first.bytes / 1000).toFixed(0)} kB`;
  console.info(
    `${format.padEnd(9)} ${inMs(first.wall)} ${inMs(first.cpu)} ${ms((r) => r.wall)} ${ms((r) => r.cpu)} ${size}`,
  );
}

function inMs(time: number): string {
  return `${Math.round(time)} ms`.padEnd(8);
}

async function once(format: Format) {
  const [from, used] = [performance.now(), process.cpuUsage()];
  const file = await exportSnapshot({ format, review, locale: 'sv', state: null });
  const { user, system } = process.cpuUsage(used);
  return { wall: performance.now() - from, cpu: (user + system) / 1000, bytes: file.length };
}

function reviewOfFull(cards: number) {
  const { state, findings } = fullMap(cards);
  const live = openJourney(new Y.Doc());
  Y.applyUpdate(live.doc, state);
  const sources = Object.fromEntries(
    findings.map(({ id, interviewId, words }, i) => [
      id,
      {
        ...{ interviewId, words, kind: 'customer' as const, atMs: i * 1_000 },
        ...{ alias: `Customer ${i % 8}`, speaker: 'Customer' },
      },
    ]),
  );
  const journey = withCheckedEvidence(toJourney(live), sources);
  const group = { customerInterviews: 8, employeeInterviews: 0, functions: ['Billing'], questions: [] };
  return reviewOf({
    workshop: { title: 'The invoice', demo: false },
    snapshot: {
      ...{ number: 1, map: 'asIs', label: 'Bench', note: '', takenAt: new Date(0), sha256: '0'.repeat(64) },
      ...{ sourcesErased: 0, journey, sources, figures: figures(journey), group },
    },
    last: null,
    decisions: [],
  });
}
