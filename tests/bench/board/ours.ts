import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { WebSocket as NodeSocket } from 'ws';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { addCards, type NewCard, removeCards, setCardText } from '../../../lib/journey/commands/cards.ts';
import { addPhase, addTouchpoint } from '../../../lib/journey/commands/structure.ts';
import { toJourney } from '../../../lib/journey/document.ts';
import { naturalLane } from '../../../lib/journey/model.ts';
import { journeyDocument, MESSAGE } from '../../../lib/sync/protocol.ts';
import { BareClient } from '../../support/bare-client.ts';
import { type Furnished, furnish } from '../../support/furnish.ts';
import { startServer } from '../../support/process.ts';
import { random } from '../../support/random.ts';
import { finding } from './texts.ts';

export const TOUCHPOINTS = 40;
const KINDS = [
  'action',
  'quote',
  'emotion',
  'friction',
  'employee',
  'metric',
  'backstage',
  'opportunity',
] as const;

export interface OurMap {
  url: string;
  origin: string;
  cookie: { name: string; value: string };
  /** A colleague's hand on the same document. */
  remote: BareClient;
  author: string;
  texts: readonly string[];
  /** People whose pointers are on the map; `say` tells one frame of each. */
  pointers(count: number): Promise<{ say(frame: number): void; close(): void }>;
  close(): Promise<void>;
}

/** Our built server on an empty folder, with a workshop of `count` cards in 40 × 8 cells. */
export async function serveOurs(count: number, guests: number): Promise<OurMap> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'utifran-bench-'));
  const furnished = await furnish(
    folder,
    Array.from({ length: guests }, () => 'participant' as const),
  );
  const server = await startServer({ DATA_DIR: folder });
  const sync = `${server.url.replace('http', 'ws')}/sync/${journeyDocument(furnished.workshopId)}`;
  const socketOf = (i: number) => socketWith(server.url, furnished.people[i]?.cookie ?? '');
  const remote = await BareClient.open(sync, socketOf(0));
  const author = furnished.people[0]?.userId ?? '';
  const texts = await fill(remote, author, count);
  const [name = '', value = ''] = (furnished.people[1]?.cookie ?? '').split('=');
  return {
    url: `${server.url}/workshops/${furnished.workshopId}/map`,
    origin: server.url,
    cookie: { name, value },
    remote,
    author,
    texts,
    pointers: (n) => pointers(furnished, sync, socketOf, remote, n),
    async close() {
      remote.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function socketWith(origin: string, cookie: string): typeof WebSocket {
  return class extends NodeSocket {
    constructor(url: string | URL) {
      super(url, { headers: { origin, cookie } });
    }
  } as unknown as typeof WebSocket;
}

/** A cell of the quotes that is full but not the fullest, in sight at the start; and the fullest one. */
export const FULL = { touchpoint: 1, cards: 20 } as const;
const FULLEST = { touchpoint: 30, cards: 24 } as const;

/** Replaces the template's touchpoints by forty and fills their cells; the cards' texts. */
async function fill(remote: BareClient, authorId: string, count: number): Promise<string[]> {
  const j = remote.journey;
  const r = random(20_261_122);
  const { touchpoints, lanes } = toJourney(j);
  j.doc.transact(() => {
    for (const { id } of touchpoints) j.touchpoints.delete(id);
  });
  const phases = (['before', 'during', 'after'] as const).flatMap((part) =>
    [1, 2].map((n) => addPhase(j, { name: `${part} ${n}`, part })),
  );
  const columns = Array.from({ length: TOUCHPOINTS }, (_, i) =>
    addTouchpoint(j, {
      name: `${i + 1}. ${finding(r).slice(0, 40)}`,
      phaseId: phases[Math.floor((i * phases.length) / TOUCHPOINTS)] as string,
    }),
  );
  const laneOf = (kind: NewCard['kind']) => lanes.find((l) => l.kind === naturalLane(kind))?.id ?? '';
  const full = [FULL, FULLEST].flatMap(({ touchpoint, cards }) =>
    Array.from({ length: cards }, () => ['quote', touchpoint] as const),
  );
  const inputs = Array.from({ length: count }, (_, i): NewCard => {
    const rest = full.length > count ? 0 : i - full.length;
    const kind = full[i]?.[0] ?? (KINDS[rest % KINDS.length] as NewCard['kind']);
    const column = full[i]?.[1] ?? Math.floor(rest / KINDS.length) % TOUCHPOINTS;
    return {
      kind,
      text: kind === 'emotion' ? '' : finding(r),
      cell: { touchpointId: columns[column] as string, laneId: laneOf(kind) },
      authorId,
      valence: kind === 'emotion' ? r.below(9) / 2 - 2 : null,
      severity: kind === 'friction' ? r.of([1, 2, 3] as const) : null,
    };
  });
  for (let at = 0; at < inputs.length; at += 100) {
    addCards(j, inputs.slice(at, at + 100));
    await remote.saved();
  }
  return inputs.map((input) => input.text || 'Hm.');
}

/** What a pointer's owner says of themselves; the server stamps who they are. */
async function pointers(
  { people }: Furnished,
  sync: string,
  socketOf: (i: number) => typeof WebSocket,
  remote: BareClient,
  count: number,
) {
  const { lanes } = toJourney(remote.journey);
  const clients = await Promise.all(
    people.slice(2, 2 + count).map(async (_, i) => {
      const Socket = socketOf(i + 2);
      const socket = new Socket(sync);
      await new Promise((resolve, reject) => {
        socket.onopen = resolve;
        socket.onerror = reject;
      });
      return { socket, awareness: new Awareness(new Y.Doc()) };
    }),
  );
  return {
    say(frame: number) {
      clients.forEach(({ socket, awareness }, i) => {
        const x = (i % 5) * 230 + 40 * Math.sin((frame + i) / 5) + 60;
        const dy = 20 + ((i * 7) % 60) + 10 * Math.cos((frame + i) / 7);
        const lane = lanes[Math.floor(i / 5) % 3]?.id ?? null;
        awareness.setLocalState({ user: {}, cursor: { x, lane, dy }, since: 0, activity: 'here' });
        const encoder = createEncoder();
        writeVarUint(encoder, MESSAGE.awareness);
        writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [awareness.clientID]));
        socket.send(toUint8Array(encoder) as Uint8Array<ArrayBuffer>);
      });
    },
    close() {
      for (const { socket, awareness } of clients) {
        socket.close();
        awareness.destroy();
        awareness.doc.destroy();
      }
    },
  };
}

/** An edit to one card in sight that leaves its lines as they are; another at every call. */
export function typed({ remote }: OurMap): (n: number) => void {
  const { cards, touchpoints } = toJourney(remote.journey);
  const first = touchpoints[0]?.id;
  const card = cards.find((c) => c.kind === 'action' && c.place?.touchpointId === first);
  if (!card) throw new Error('There is no card to type in.');
  const text = card.text.replace(/\W*$/, '');
  return (n) => setCardText(remote.journey, card.id, text + '.!'[n % 2]);
}

/** Puts a card on top of a full cell and takes it away again; every card of the cell moves each time. */
export function inserted({ remote, author }: OurMap, which: 'full' | 'fullest'): (n: number) => void {
  const j = remote.journey;
  const { touchpoints, lanes } = toJourney(j);
  const touchpointId = touchpoints[which === 'full' ? FULL.touchpoint : FULLEST.touchpoint]?.id ?? '';
  const laneId = lanes.find((l) => l.kind === 'quote')?.id ?? '';
  let cardId: string | undefined;
  return () => {
    if (cardId === undefined) {
      const card = { kind: 'quote', text: 'On top.', authorId: author } as const;
      cardId = addCards(j, [{ ...card, cell: { touchpointId, laneId }, index: 0 }])[0];
    } else {
      removeCards(j, [cardId]);
      cardId = undefined;
    }
  };
}
