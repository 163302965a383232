import { readFileSync } from 'node:fs';
import { createDecoder, readVarUint } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding';
import { expect, test } from 'vitest';
import { encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { addCard } from '../../lib/journey/commands/cards.ts';
import { toJourney } from '../../lib/journey/document.ts';
import { CLOSE } from '../../lib/sync/close-codes.ts';
import {
  awarenessFrame,
  keepAliveFrame,
  noticeFrame,
  numberFrame,
  refusedFrame,
  syncFrame,
} from '../../lib/sync/messages.ts';
import { MESSAGE } from '../../lib/sync/protocol.ts';
import { LIMITS } from '../../server/sync/limits.ts';
import { BareClient } from '../support/bare-client.ts';
import { DOCUMENT } from '../support/network.ts';
import { start } from './served.ts';

/** What docs/protocol.md says must be so. */
const PAGE = readFileSync(new URL('../../docs/protocol.md', import.meta.url), 'utf8');
const hex = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('hex')
    .replace(/..(?!$)/g, '$& ');
/** The first cells of the table under a heading. */
const column = (heading: string) => {
  const section = PAGE.split(new RegExp(`^## ${heading}$`, 'm'))[1]?.split(/^## /m)[0] ?? '';
  return [...section.matchAll(/^\| ([^|]+?) \|/gm)].map(([, cell]) => cell as string);
};

/** The examples, made by the code that sends them. */
function examples(): Record<string, Uint8Array> {
  const doc = new Y.Doc();
  doc.clientID = 1;
  doc.getMap('meta').set('title', 'Fakturan');
  const states = new Map([[1, { cursor: { x: 1 } }]]);
  const presence = { states, meta: new Map([[1, { clock: 1, lastUpdated: 0 }]]) };
  const query = createEncoder();
  writeVarUint(query, MESSAGE.queryAwareness);
  return {
    'sync-step-1-of-an-empty-document': syncFrame('step1', Y.encodeStateVector(new Y.Doc())),
    'sync-step-2-with-nothing': syncFrame('step2', Y.encodeStateAsUpdate(new Y.Doc())),
    'epoch-1': numberFrame('epoch', 1),
    'store-0': numberFrame('store', 0),
    'update-that-sets-the-title': syncFrame('update', Y.encodeStateAsUpdate(doc)),
    'refused-for-another-persons-card': refusedFrame({ code: 'cardNotYours', params: {}, texts: ['Tack'] }),
    'receipt-for-two-messages': numberFrame('receipt', 2),
    'presence-of-client-1': awarenessFrame(encodeAwarenessUpdate(presence as never, [1])),
    'query-awareness': toUint8Array(query),
    'keep-alive': keepAliveFrame,
    'notice-of-members': noticeFrame({ type: 'members' }),
    'notice-of-an-erasure': noticeFrame({
      type: 'erased',
      mark: 1,
      interviewIds: ['i1'],
      findingIds: ['f1'],
      cardIds: [],
    }),
  };
}

test('every example of the page is what the code sends', () => {
  const shown = [...PAGE.matchAll(/^```hex (\S+)\n([\s\S]*?)\n```$/gm)].map(([, name, bytes]) => [
    name,
    bytes,
  ]);
  const made = Object.entries(examples()).map(([name, bytes]) => [name, hex(bytes)]);
  expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(made));
});

test('every message type, close code and limit is on the page', () => {
  const types = column('Frames').map(Number);
  expect(types.filter(Number.isInteger)).toEqual(
    Object.values(MESSAGE).filter((type) => type !== MESSAGE.auth),
  );
  const codes = column('Close codes').flatMap((cell) => cell.split(', ').map(Number));
  expect(Object.values(CLOSE).filter((code) => !codes.includes(code))).toEqual([]);
  const limits = column('Limits').map((cell) => cell.replace(/`/g, ''));
  expect(limits).toEqual(expect.arrayContaining(Object.keys(LIMITS)));
});

test('the numbers of the limits are those of the code', () => {
  const told = (name: string) => {
    const row = PAGE.split('\n').find((line) => line.startsWith(`| \`${name}\` |`)) ?? '';
    return [...(row.split('|')[2] ?? '').matchAll(/[\d.,]*\d/g)].map(([n]) => Number(n.replace(/,/g, '')));
  };
  const KIB = 1024;
  const shown = (n: number) => (n >= KIB * KIB ? n / KIB / KIB : n >= 64 * KIB ? n / KIB : n);
  for (const [name, limit] of Object.entries(LIMITS)) {
    const numbers = typeof limit === 'number' ? [limit] : Object.values(limit);
    // Rates are decimal, sizes binary.
    const isRate = typeof limit === 'object' && 'perSecond' in limit;
    expect(told(name), name).toEqual(isRate ? numbers : numbers.map(shown));
  }
});

test('the handshake goes as the page says', async () => {
  const { server } = await start();
  const Socket = server.socketOf('per');
  const ws = new Socket(`${server.url}/${DOCUMENT}`);
  ws.binaryType = 'arraybuffer';
  const heard: string[] = [];
  await new Promise<void>((resolve) => {
    ws.onopen = () => ws.send(syncFrame('step1', Uint8Array.of(0)) as Uint8Array<ArrayBuffer>);
    ws.onmessage = ({ data }) => {
      const decoder = createDecoder(new Uint8Array(data as ArrayBuffer));
      const type = readVarUint(decoder);
      heard.push(type === MESSAGE.sync ? `sync ${readVarUint(decoder)}` : String(type));
      if (heard.at(-1) === 'sync 0')
        ws.send(examples()['sync-step-2-with-nothing'] as Uint8Array<ArrayBuffer>);
      if (type === MESSAGE.receipt) resolve();
    };
  });
  ws.close();
  expect(heard).toEqual(['105', 'sync 2', 'sync 1', 'sync 0', '100']);
});

test('a client written from the page syncs, edits, and knows when it is saved', async () => {
  const { server, store, cell } = await start();
  const [per, ada] = (await Promise.all(
    ['per', 'ada'].map((who) => BareClient.open(`${server.url}/${DOCUMENT}`, server.socketOf(who))),
  )) as [BareClient, BareClient];
  addCard(per.journey, { kind: 'quote', text: 'Tack', cell, authorId: 'per' });
  await per.saved();
  expect(store.rows).toHaveLength(1);
  await ada.has(() => ada.journey.cards.size === 1);
  expect(toJourney(ada.journey).cards.map((card) => card.text)).toEqual(['Tack']);
  per.close();
  ada.close();
});
