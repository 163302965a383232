/**
 * `npm run bench:board`: our map of 2,000 cards beside a page with nothing but tldraw 3.15.6 and 2,000 of its
 * own notes with the same texts, in one browser, round by round in turn. Needs a build (`npm run build`).
 *
 * `--rounds N` (3), `--cards N` (2000), `--json FILE`
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { launch } from './browser.ts';
import {
  drag,
  laneGrows,
  movedByOthers,
  open,
  pan,
  pointers,
  type Side,
  typedByOthers,
  zoomOut,
} from './cells.ts';
import type { Figures } from './figures.ts';
import { goalsOf, tableOf } from './goals.ts';
import { serveOurs, TOUCHPOINTS } from './ours.ts';
import { servePlain } from './plain/serve.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    cards: { type: 'string', default: '2000' },
    json: { type: 'string' },
  },
});
const POINTERS = 60;

/** What was measured: by cell and side, a value per round. */
const rows = new Map<string, Record<Side, Figures[]>>();
function note(cell: string, side: Side, figures: Figures): void {
  const row = rows.get(cell) ?? { ours: [], plain: [] };
  row[side].push(figures);
  rows.set(cell, row);
}

const browser = await launch();
const plain = await servePlain();
const ours = await serveOurs(Number(values.cards), POINTERS + 1);
try {
  await prepare();
  for (let round = 0; round < Number(values.rounds); round += 1) {
    const sides: Side[] = round % 2 ? ['plain', 'ours'] : ['ours', 'plain'];
    for (const side of sides) await measure(side);
    console.info(`round ${round + 1} of ${values.rounds} done`);
  }
  console.info(tableOf(rows));
  console.info(goalsOf(rows));
  if (values.json) writeFileSync(values.json, JSON.stringify(Object.fromEntries(rows), null, 1));
} finally {
  await browser.close();
  await ours.close();
  plain.close();
}

/** Lets tldraw draw the notes once, and stores its document as tldraw would. */
async function prepare(): Promise<void> {
  const page = await browser.newPage();
  await page.goto(plain.url);
  await page.waitForFunction(() => window.bench !== undefined);
  const { ms, document } = await page.evaluate(
    ([texts, columns]) => window.bench.create(texts as string[], columns as number),
    [[...ours.texts], TOUCHPOINTS],
  );
  plain.store(document);
  note('create the notes, once', 'plain', { script: ms });
  await page.close();
}

async function measure(side: Side): Promise<void> {
  const isOurs = side === 'ours';
  const cookies = isOurs ? [{ ...ours.cookie, url: ours.origin }] : [];
  const held = await open(browser, side, isOurs ? ours.url : plain.url, cookies);
  const map = isOurs ? ours : null;
  note('page start', side, held.start);
  note('a remote text edit', side, await typedByOthers(held, map));
  note('a remote edit that moves 20', side, await movedByOthers(held, map));
  if (map) note('a remote edit that makes a lane grow', side, await laneGrows(held, map));
  if (map) note(`a frame of ${POINTERS} pointers`, side, await pointers(held, map, POINTERS));
  note('drag, a move, 100 %', side, await drag(held));
  note('pan, a turn of the wheel, 100 %', side, await pan(held));
  note('from 100 % to all in sight', side, await zoomOut(held));
  note('drag, a move, all in sight', side, await drag(held));
  note('pan, a turn of the wheel, all in sight', side, await pan(held));
  await held.context.close();
}
