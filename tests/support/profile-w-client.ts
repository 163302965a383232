import { WebSocket as NodeSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { type JourneyDoc, openJourney } from '../../lib/journey/document.ts';
import type { MemberRole } from '../../lib/services/members.ts';
import { type JourneySession, openSession } from '../../lib/sync/client/index.ts';
import { type DocumentName, journeyDocument, MESSAGE } from '../../lib/sync/protocol.ts';
import type { Furnished } from './furnish.ts';

// Each provider of y-websocket listens for the end of the process.
process.setMaxListeners(100);

/** Everybody in profile W beside the facilitator, in the order of their seats. */
export const GUESTS_W: readonly MemberRole[] = [
  'noteTaker',
  ...Array.from({ length: 8 }, () => 'participant' as const),
  'leader',
  'leader',
];

/** Where one person of the workshop sits, and by which way they reach the server. */
export interface Seat {
  userId: string;
  document: DocumentName;
  /** Where `/sync` is: `ws://…/sync`. */
  url: string;
  /** The class to connect with: it knows the person's cookie and Origin. */
  WebSocket: typeof WebSocket;
  readOnly: boolean;
  /** A client of y-websocket as it is, which knows nothing of receipts. */
  stock: boolean;
}

/** One edit, and how to find it again: every edit leaves something that no later edit takes away unseen. */
export interface Edit {
  seat: number;
  /** A new card; a word typed into one; a card moved by the only person who moves it. */
  kind: 'card' | 'word' | 'move';
  cardId: string;
  /** The word, or the place as JSON. */
  mark: string;
  /** When it was made, and when its author was first shown that everything is saved, ms since 1970. */
  madeAt: number;
  savedAt: number | null;
}

/** Seats at a server process, for the people of `furnish(folder, GUESTS_W)`; one writer and one reader are stock. */
export function seatsAt(serverUrl: string, { workshopId, people }: Furnished): Seat[] {
  return people.map(({ userId, cookie }, i) => ({
    userId,
    document: journeyDocument(workshopId),
    url: `${serverUrl.replace('http', 'ws')}/sync`,
    WebSocket: class extends NodeSocket {
      constructor(url: string | URL) {
        super(url, { headers: { origin: serverUrl, cookie } });
      }
    } as unknown as typeof WebSocket,
    readOnly: i > 9,
    stock: i === 9 || i === 11,
  }));
}

/** One person's client, ours or y-websocket's own. */
export interface Client {
  seat: Seat;
  readonly journey: JourneyDoc;
  synced(): boolean;
  mayEdit(): boolean;
  /** What its screen says of saving; null for a stock client, which says nothing. */
  shows(): string | null;
  made(edit: Edit): void;
  point(at: { x: number; y: number }): void;
  left: boolean;
  leave(): void;
}

export function connect(seat: Seat, onRefused: (code: string) => void): Client {
  return seat.stock ? stockClient(seat) : ownClient(seat, onRefused);
}

function ownClient(seat: Seat, onRefused: (code: string) => void): Client {
  const session: JourneySession = openSession({
    url: seat.url,
    document: seat.document,
    user: { id: seat.userId, name: 'En person' },
    readOnly: seat.readOnly,
    WebSocket: seat.WebSocket,
  });
  let synced = false;
  void session.ready.then(() => {
    synced = true;
  });
  let unsaved: Edit[] = [];
  session.onRefused(({ code }) => onRefused(code));
  session.state.subscribe(() => {
    const { kind, pending } = session.state.get();
    if (kind !== 'saved' || pending > 0) return;
    for (const edit of unsaved) edit.savedAt = Date.now();
    unsaved = [];
  });
  return {
    seat,
    left: false,
    get journey() {
      return session.journey;
    },
    synced: () => synced,
    mayEdit: () => session.state.get().editable,
    shows: () => session.state.get().kind,
    made: (edit) => void unsaved.push(edit),
    point: (at) => session.awareness.setLocalStateField('cursor', at),
    leave() {
      this.left = true;
      session.destroy();
    },
  };
}

function stockClient(seat: Seat): Client {
  const doc = new Y.Doc();
  const journey = openJourney(doc, { stock: seat.userId });
  const provider = new WebsocketProvider(seat.url, seat.document, doc, {
    disableBc: true,
    WebSocketPolyfill: seat.WebSocket,
  });
  // y-websocket tells the console of every message type it does not know.
  for (const type of Object.values(MESSAGE)) {
    if (type >= 100) provider.messageHandlers[type] = () => {};
  }
  return {
    seat,
    journey,
    left: false,
    synced: () => provider.synced,
    mayEdit: () => !seat.readOnly && provider.synced,
    shows: () => null,
    made: () => {},
    point: (at) => provider.awareness.setLocalStateField('cursor', at),
    leave() {
      this.left = true;
      provider.destroy();
      doc.destroy();
    },
  };
}
