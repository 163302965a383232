import { noteId, richText } from '../documents.ts';
import { Client, type Seat } from './client.ts';
import { mark } from './marks.ts';

/** Of tldraw sync 5.4.2. */
const PROTOCOL = 8;

/**
 * A client of tldraw's own protocol (JSON): connects with the server's schema, then pushes the patch its
 * client would compute for a changed note text. Data frames are read only when `listens` is set.
 */
export class TldrawClient extends Client {
  /** Whether to look for the server's answers to its pushes. */
  listens = false;
  #clock = 0;
  #made = 0;
  #pointing = false;

  constructor(
    seat: Seat,
    private readonly schema: unknown,
    private readonly notes: number,
    private readonly authors: number,
  ) {
    super(seat, { path: `/${seat.room}?session=bench-${seat.number}-${Math.random()}` });
  }

  edit(): void {
    this.#made += 1;
    const of = Math.max(1, Math.floor(this.notes / this.authors));
    const id = noteId((this.seat.number + (this.#made % of) * this.authors) % this.notes);
    // Its number too: a record holds the last edit only.
    const text = richText(`${mark('edit', this.seat.number)} n${this.#clock + 1}`);
    this.#push({ diff: { [id]: ['patch', { props: ['patch', { richText: ['put', text] }] }] } });
  }

  point(): void {
    const { number } = this.seat;
    const cursor = {
      x: (this.#clock * 7) % 4000,
      y: (this.#clock * 3) % 2000,
      type: 'default',
      rotation: 0,
    };
    const sign = mark('pointer', number);
    const lastActivityTimestamp = Date.now();
    if (this.#pointing) {
      this.#push({
        presence: [
          'patch',
          {
            cursor: ['put', cursor],
            lastActivityTimestamp: ['put', lastActivityTimestamp],
            chatMessage: ['put', sign],
          },
        ],
      });
      return;
    }
    this.#pointing = true;
    this.#push({
      presence: [
        'put',
        {
          id: `instance_presence:bench-${number}`,
          typeName: 'instance_presence',
          userId: `user:bench-${number}`,
          userName: `Deltagare ${number}`,
          currentPageId: 'page:page',
          color: '#FF0000',
          camera: null,
          followingUserId: null,
          screenBounds: null,
          selectedShapeIds: [],
          brush: null,
          scribbles: [],
          meta: {},
          cursor,
          lastActivityTimestamp,
          chatMessage: sign,
        },
      ],
    });
  }

  override stayAlive(): void {
    this.socket.send('{"type":"ping"}');
  }

  protected hello(): void {
    this.socket.send(
      JSON.stringify({
        type: 'connect',
        connectRequestId: `bench-${this.seat.number}`,
        lastServerClock: -1,
        protocolVersion: PROTOCOL,
        schema: this.schema,
      }),
    );
  }

  protected read(frame: Buffer): void {
    if (!this.joined && frame.subarray(0, 200).includes('"connect"')) this.join();
    else if (this.listens && frame.includes('"push_result"')) this.#results(frame);
  }

  #results(frame: Buffer): void {
    for (const event of JSON.parse(frame.toString()).data ?? []) {
      if (event.type === 'push_result') this.emit('acknowledged', event.clientClock);
    }
  }

  #push(what: object): void {
    this.#clock += 1;
    this.sent = this.#clock;
    this.socket.send(JSON.stringify({ type: 'push', clientClock: this.#clock, ...what }));
  }
}
