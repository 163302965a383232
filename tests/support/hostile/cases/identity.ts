import { encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { openJourney } from '../../../../lib/journey/document.ts';
import { CLOSE } from '../../../../lib/sync/close-codes.ts';
import { awarenessFrame, syncFrame } from '../../../../lib/sync/messages.ts';
import { cardEntry } from '../../mutants/ground.ts';
import { type Case, Tally } from '../case.ts';
import { Line, outcomeOf, turn } from '../line.ts';

/** Whoever says they are somebody else, or many. */
function presences(ids: readonly number[], name: string): Uint8Array {
  const states = new Map(ids.map((id) => [id, { user: { id: 'fia', name }, cursor: { x: 1, y: 1 } }]));
  const meta = new Map(ids.map((id) => [id, { clock: 2 ** 31, lastUpdated: 0 }]));
  return awarenessFrame(encodeAwarenessUpdate({ states, meta } as never, [...ids], states));
}

const ids = (from: number, count: number) => Array.from({ length: count }, (_, n) => from + n);

export const invented: Case = {
  name: '20,000 invented presences: a thousand in a message, then one in each',
  ends: ['open', CLOSE.tooMany, CLOSE.malformed],
  async run({ port }) {
    const tally = new Tally();
    const many = new Line(port, 'eve');
    await many.open;
    for (let n = 0; n < 20; n += 1) many.send(presences(ids(1_000 + n * 1_000, 1_000), 'ghost'));
    tally.add(await outcomeOf(many, 1_500));
    many.end();
    const fast = new Line(port, 'eve');
    await fast.open;
    for (let n = 0; n < 20_000; n += 1) {
      if (!fast.send(presences([50_000 + n], 'ghost'))) break;
      if (n % 500 !== 0) continue;
      await turn();
      await fast.flushed();
    }
    tally.add(await outcomeOf(fast, 1_500));
    fast.end();
    return tally.ends;
  },
};

export const impersonation: Case = {
  name: "impersonation: another's presence, another's Yjs id, another's name on a card",
  ends: ['open', CLOSE.refused, CLOSE.malformed],
  async run({ port, victim }) {
    const tally = new Tally();
    const ghost = new Line(port, 'eve');
    await ghost.open;
    for (let n = 0; n < 20; n += 1) ghost.send(presences([victim], 'not per'));
    tally.add(await outcomeOf(ghost, 1_000));
    ghost.end();
    for (const [clientId, author] of [
      [victim, 'eve'],
      [73_001, 'per'],
    ] as const) {
      const line = new Line(port, 'eve');
      const j = openJourney(new Y.Doc());
      const synced = new Promise<void>((resolve) => {
        line.onSync = (step, body) => {
          if (step > 0) Y.applyUpdate(j.doc, body);
          if (step === 1) resolve();
        };
      });
      await line.open;
      line.send(syncFrame('step1', Uint8Array.of(0)));
      await synced;
      j.doc.clientID = clientId;
      j.doc.on('update', (update: Uint8Array) => line.send(syncFrame('update', update)));
      j.cards.set(`forged-${clientId}`, cardEntry(author, 'in her name', null));
      tally.add(await outcomeOf(line, 2_000));
      line.end();
    }
    return tally.ends;
  },
};
