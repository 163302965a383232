import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { addCard } from '../../lib/journey/commands/cards.ts';
import { toJourney } from '../../lib/journey/document.ts';
import { openSession } from '../../lib/sync/client/index.ts';
import { furnish } from '../support/furnish.ts';
import { createPostgresDatabase, postgresMissing } from '../support/postgres.ts';
import { type RunningServer, startServer } from '../support/process.ts';
import { type Seat, seatsAt } from '../support/profile-w.ts';
import { until } from '../support/sockets.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'utifran-log-'));
let server: RunningServer | undefined;
afterAll(async () => {
  server?.signal('SIGKILL');
  await server?.exited;
  rmSync(folder, { recursive: true, force: true });
});

const missing = postgresMissing();
describe.skipIf(missing)(`on PostgreSQL${missing ? ` (not run: ${missing})` : ''}`, () => {
  test('a day with troubles leaves lines of JSON in the log, and nobody’s words, names or secrets', async () => {
    const { url: databaseUrl, drop } = await createPostgresDatabase();
    const furnished = await furnish(folder, ['participant'], databaseUrl);
    server = await startServer({ DATA_DIR: folder, DATABASE_URL: databaseUrl, LOG_LEVEL: 'debug' });
    const { url, output } = server;
    const [host, guest] = seatsAt(url, furnished) as [Seat, Seat];
    const cookies = furnished.people.map(({ cookie }) => cookie.replace(/^[^=]*=/, ''));
    const markers: string[] = [];
    /** A word that stands nowhere else. */
    const word = (what: string) => {
      const made = `hemligt${what}${Math.random().toString(36).slice(2)}`;
      markers.push(made);
      return made;
    };

    // People map: words on cards, in presences, and in an edit that is refused.
    const session = sessionAt(guest);
    await until(() => session.state.get().kind === 'saved', 'saved');
    session.awareness.setLocalStateField('note', word('presence'));
    const cell = cellOf(session.journey);
    addCard(session.journey, { kind: 'quote', text: word('card'), cell, authorId: guest.userId });
    await until(() => session.state.get().pending === 0, 'the card saved');
    const refused = new Promise((resolve) => session.onRefused(resolve));
    addCard(session.journey, { kind: 'quote', text: word('refused'), cell, authorId: host.userId });
    addCard(session.journey, { kind: 'quote', text: word('nobody'), cell, authorId: word('author') });
    await refused;
    session.destroy();

    // Somebody sends what cannot be read.
    for (const bytes of [
      word('text'),
      Buffer.from(`\x00\x02\x40${word('update')}`),
      Buffer.from(`\x01\x20${word('aware')}`),
    ]) {
      await sendRaw(guest, bytes);
    }
    // Somebody knocks at every door with something of theirs in hand.
    const knock = (at: string, init: RequestInit = {}) => fetch(url + at, { redirect: 'manual', ...init });
    await knock(`/join/${word('invitation')}`);
    await knock(`/?q=${word('query')}`, { headers: { cookie: `next-auth.session-token=${word('cookie')}` } });
    await knock('/api/metrics', { headers: { authorization: `Bearer ${word('bearer')}` } });
    await knock(`/${word('path')}`);
    await knock('/api/auth/callback/credentials', {
      method: 'POST',
      headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ email: `${word('mail')}@example.org`, password: word('password') }),
    });

    // The database loses its tables: every page and every edit stumbles with people's rows in hand.
    const again = sessionAt(host);
    await until(() => again.state.get().kind === 'saved', 'saved again');
    await run(
      databaseUrl,
      'alter table doc_update rename to gone_update; alter table "user" rename to gone_user',
    );
    addCard(again.journey, { kind: 'quote', text: word('unstored'), cell, authorId: host.userId });
    await until(() => again.state.get().kind === 'notSaved', 'not saved');
    const cookie = furnished.people[0]?.cookie ?? '';
    await knock('/', { headers: { cookie } });
    await knock(`/workshops/${furnished.workshopId}`, { headers: { cookie } });
    await server.says(/gone_user|relation|42P01/);
    await run(
      databaseUrl,
      'alter table gone_update rename to doc_update; alter table gone_user rename to "user"',
    );
    await until(() => again.state.get().kind === 'saved', 'saved in the end');
    again.destroy();
    expect(await server.stop()).toBe(0);

    const lines = output().trim().split('\n');
    for (const line of lines) {
      expect(JSON.parse(line)).toMatchObject({
        level: expect.stringMatching(/^(debug|info|warn|error)$/),
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        msg: expect.any(String),
      });
    }
    const errors = lines.map((line) => JSON.parse(line)).filter(({ level }) => level === 'error');
    expect(errors.map(({ msg }) => msg)).toContain(
      'The document store does not take writes; they are kept and tried again.',
    );
    // Pages that failed say where and why.
    expect(errors.some(({ err }) => JSON.stringify(err ?? '').includes('42P01'))).toBe(true);
    const secret = readFileSync(path.join(folder, 'secret'), 'utf8').trim();
    const never = [
      ...markers,
      ...cookies,
      secret,
      'asa@example.org',
      'Åsa',
      'Gäst',
      'Fakturan',
      'korrekt häst',
    ];
    expect(never.filter((one) => output().includes(one))).toEqual([]);
    await drop();
  });
});

const sessionAt = ({ url, document, userId, WebSocket }: Seat) =>
  openSession({ url, document, user: { id: userId, name: 'Åsa' }, readOnly: false, WebSocket });

function cellOf(journey: Parameters<typeof toJourney>[0]) {
  const { touchpoints, lanes } = toJourney(journey);
  const lane = lanes.find((l) => l.kind === 'quote');
  return { touchpointId: touchpoints[0]?.id ?? '', laneId: lane?.id ?? '' };
}

/** Sends this as the first message and waits until the server has closed. */
function sendRaw({ url, document, WebSocket }: Seat, bytes: string | Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    const ws = new WebSocket(`${url}/${document}`);
    ws.onopen = () => ws.send(bytes as string);
    ws.onclose = () => resolve();
    ws.onerror = () => {};
  });
}

async function run(databaseUrl: string, statements: string): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  await client.query(statements).finally(() => client.end());
}
