import { rmSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import { writeSyncStep1 } from 'y-protocols/sync';
import * as Y from 'yjs';
import { FORMATS } from '../../lib/export/formats.ts';
import { type DocumentName, journeyDocument, MESSAGE, toBeDocument } from '../../lib/sync/protocol.ts';
import { GIF, PNG } from '../support/pictures.ts';
import { type Installation, installation, PEOPLE, type Person, SECRETS } from './rights-people.ts';
import { launchApp } from './support/app.ts';

const MAPPERS: Person[] = ['participant', 'noteTaker', 'interviewer', 'facilitator'];
const MEMBERS: Person[] = ['leader', ...MAPPERS];
const TEAM: Person[] = ['noteTaker', 'interviewer', 'facilitator'];

interface Row {
  /** The address, below the workshop's own. */
  path: string;
  /** What whoever may open it finds there, and nobody else is sent. */
  secret: string;
  may: Person[];
  /** A document of our own (ADR 23): whoever must sign in is sent there by another status. */
  document?: true;
}

const pages = ({ interviews }: Installation): Row[] => [
  { path: '/map', secret: SECRETS.title, may: MEMBERS },
  { path: '/interviews', secret: SECRETS.shared, may: MAPPERS },
  { path: '/interviews/new', secret: 'Notes are taken', may: TEAM },
  { path: '/interviews/guide', secret: 'A few open questions', may: MAPPERS },
  { path: '/interviews/guide/print', secret: 'Print this page', may: MAPPERS },
  { path: '/interviews/consent', secret: 'reads and signs before', may: MAPPERS },
  { path: '/interviews/plan', secret: 'which two of you', may: TEAM },
  {
    path: `/interviews/plan/${interviews.notesOfNoteTaker.id}`,
    secret: 'What is agreed',
    may: ['noteTaker', 'facilitator'],
  },
  { path: '/interviews/findings', secret: SECRETS.shared, may: MAPPERS },
  { path: `/interviews/${interviews.shared.id}`, secret: SECRETS.shared, may: MAPPERS },
  {
    path: `/interviews/${interviews.notesOfNoteTaker.id}`,
    secret: SECRETS.notesOfNoteTaker,
    may: ['noteTaker', 'facilitator'],
  },
  {
    path: `/interviews/${interviews.notesOfInterviewer.id}`,
    secret: SECRETS.notesOfInterviewer,
    may: ['interviewer', 'facilitator'],
  },
  {
    path: `/interviews/${interviews.notesOfNoteTaker.id}/clean`,
    secret: SECRETS.notesOfNoteTaker,
    may: ['noteTaker', 'facilitator'],
  },
  {
    path: `/interviews/${interviews.notesOfNoteTaker.id}/erase`,
    secret: 'What goes',
    may: ['interviewer', 'facilitator'],
  },
  { path: '/to-be', secret: SECRETS.toBe, may: MEMBERS },
  { path: '/to-be/gap', secret: SECRETS.toBe, may: MEMBERS },
  { path: '/to-be/branch', secret: SECRETS.snapshot, may: ['facilitator'] },
  { path: '/snapshots', secret: SECRETS.snapshot, may: MEMBERS },
  { path: '/snapshots/1', secret: SECRETS.shared, may: MEMBERS, document: true },
  { path: '/snapshots/1?walk', secret: SECRETS.snapshot, may: MEMBERS, document: true },
  { path: '/snapshots/replay', secret: SECRETS.shared, may: MEMBERS },
  { path: '/snapshots/compare?from=1&to=2', secret: SECRETS.snapshot, may: MEMBERS },
  { path: '/snapshots/1/restore', secret: SECRETS.snapshot, may: ['facilitator'] },
  { path: '/snapshots/1/export', secret: SECRETS.snapshot, may: MEMBERS },
  { path: '/snapshots/1/decide?kind=snapshot', secret: SECRETS.title, may: MEMBERS, document: true },
  { path: '/snapshots/1/decide/told?mail=failed', secret: 'It is saved', may: MEMBERS, document: true },
  { path: '/decisions', secret: SECRETS.decision, may: MEMBERS },
  { path: '/snapshots/1/share', secret: SECRETS.share, may: ['facilitator'] },
  { path: '/snapshots/1/share/preview', secret: SECRETS.snapshot, may: ['facilitator'], document: true },
  { path: '/settings', secret: SECRETS.link, may: ['facilitator'] },
];

const routes = ({ interviews }: Installation): Row[] => [
  { path: '/snapshots/1/picture', secret: SECRETS.shared, may: MEMBERS },
  { path: '/members', secret: 'En noteTaker', may: MAPPERS },
  { path: '/findings', secret: SECRETS.shared, may: MAPPERS },
  { path: '/findings/export', secret: SECRETS.shared, may: MAPPERS },
  // The words of a card are the leader's too; their surroundings are not, which the services' tests hold.
  { path: `/findings/${interviews.shared.finding}`, secret: SECRETS.shared, may: MEMBERS },
  {
    path: `/findings/${interviews.notesOfNoteTaker.finding}`,
    secret: SECRETS.notesOfNoteTaker,
    may: ['noteTaker', 'facilitator'],
  },
  {
    path: `/findings/${interviews.notesOfInterviewer.finding}`,
    secret: SECRETS.notesOfInterviewer,
    may: ['interviewer', 'facilitator'],
  },
];

let held: Installation;
let app: Awaited<ReturnType<typeof launchApp>>;
test.beforeAll(async () => {
  held = await installation();
  app = await launchApp(held.environment);
});
test.afterAll(async () => {
  await app?.dispose();
  if (held) rmSync(held.environment.DATA_DIR, { recursive: true, force: true });
});

const get = (person: Person, path: string, headers: Record<string, string> = {}) =>
  fetch(app.url + path, { headers: { cookie: held.cookies[person], ...headers }, redirect: 'manual' });

/** What a refusal answers: who is not signed in, who is no member, whose role is too small. */
const refusal = (person: Person): 'nobody' | 'stranger' | 'member' =>
  person === 'nobody' || person === 'shareGuest'
    ? 'nobody'
    : person === 'otherWorkshop' || person === 'removed'
      ? 'stranger'
      : 'member';

test('pages: whoever may sees them, nobody else is sent a word of them', async () => {
  test.setTimeout(180_000);
  for (const { path, secret, may, document } of pages(held)) {
    for (const person of PEOPLE) {
      await test.step(`${person} ${path}`, async () => {
        const answer = await get(person, `/workshops/${held.workshop}${path}`);
        const text = await answer.text();
        const status = { nobody: document ? 303 : 307, stranger: 404, member: 403 }[refusal(person)];
        expect.soft(answer.status, 'status').toBe(may.includes(person) ? 200 : status);
        expect.soft(text.includes(secret), 'has the words').toBe(may.includes(person));
        if (!MEMBERS.includes(person)) expect.soft(text.includes(SECRETS.title), 'has the title').toBe(false);
        if (refusal(person) === 'nobody') expect.soft(answer.headers.get('location')).toMatch(/^\/sign-in\?/);
      });
    }
  }
});

test('the same pages as the browser’s router asks for them', async () => {
  for (const { path, secret, may } of pages(held)) {
    for (const person of PEOPLE.filter((who) => !may.includes(who))) {
      const answer = await get(person, `/workshops/${held.workshop}${path}`, { rsc: '1' });
      const text = answer.status === 200 ? await answer.text() : '';
      expect.soft(text.includes(secret), `${person} ${path}`).toBe(false);
    }
  }
});

test('JSON routes: whoever may is answered, nobody else learns a word', async () => {
  for (const { path, secret, may } of routes(held)) {
    for (const person of PEOPLE) {
      await test.step(`${person} ${path}`, async () => {
        const answer = await get(person, `/api/workshops/${held.workshop}${path}`);
        const text = await answer.text();
        const status = { nobody: 401, stranger: 404, member: 403 }[refusal(person)];
        expect.soft(answer.status, 'status').toBe(may.includes(person) ? 200 : status);
        expect.soft(text.includes(secret), 'has the words').toBe(may.includes(person));
        expect.soft(answer.headers.get('cache-control'), 'kept nowhere').toContain('no-store');
      });
    }
  }
});

test('files of a snapshot: each member’s, without words that may not leave; the whole one the facilitator’s', async () => {
  const file = (format: string) => `/workshops/${held.workshop}/snapshots/1/export/${format}`;
  for (const person of PEOPLE) {
    const refused = { nobody: 401, stranger: 404, member: 403 }[refusal(person)];
    const member = MEMBERS.includes(person);
    const model = await get(person, file('cjml'));
    const text = await model.text();
    expect.soft(model.status, person).toBe(member ? 200 : refused);
    expect.soft(text.includes(SECRETS.snapshot), person).toBe(member);
    expect.soft(text.includes(SECRETS.shared), person).toBe(false);
    const whole = await get(person, file('json'));
    expect.soft(whole.status, person).toBe(person === 'facilitator' ? 200 : refused);
    expect.soft((await whole.text()).includes(SECRETS.shared), person).toBe(person === 'facilitator');
    expect.soft(whole.headers.get('cache-control'), 'kept nowhere').toContain('no-store');
    // Nothing is made before somebody is refused it.
    for (const format of member ? [] : Object.keys(FORMATS))
      expect.soft((await get(person, file(format))).status, `${person} ${format}`).toBe(refused);
    const upload = await fetch(`${app.url}/workshops/new/file/upload`, {
      method: 'POST',
      headers: { cookie: held.cookies[person], accept: 'application/json', origin: 'https://evil.example' },
      body: new FormData(),
    });
    expect.soft(upload.status, `${person} from elsewhere`).toBe(403);
  }
});

test('pictures: who may read the map sees them, who may write on it brings them', async () => {
  const files = `/api/workshops/${held.workshop}/files`;
  const post = (person: Person, body: BodyInit, headers: Record<string, string> = {}) =>
    fetch(app.url + files, {
      method: 'POST',
      headers: { cookie: held.cookies[person], origin: app.url, ...headers },
      body,
    });
  for (const person of PEOPLE) {
    const refused = { nobody: 401, stranger: 404, member: 403 }[refusal(person)];
    const answer = await get(person, `${files}/${held.picture}`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const may = MEMBERS.includes(person);
    expect.soft(answer.status, person).toBe(may ? 200 : refused);
    expect.soft(bytes.equals(PNG), `${person} has the picture`).toBe(may);
    expect.soft(answer.headers.get('content-type'), person).toBe(may ? 'image/png' : 'application/json');
    expect.soft(answer.headers.get('cache-control'), person).toContain(may ? 'immutable' : 'no-store');
    if (may) {
      expect.soft(answer.headers.get('cache-control'), person).toContain('private');
      expect.soft(answer.headers.get('content-security-policy'), person).toContain('sandbox');
      expect.soft(answer.headers.get('x-content-type-options'), person).toBe('nosniff');
    }
    expect
      .soft((await post(person, GIF)).status, `${person} brings`)
      .toBe(MAPPERS.includes(person) ? 200 : refused);
  }
  const foreign = await post('facilitator', GIF, { origin: 'https://evil.example' });
  expect.soft(foreign.status, 'another site').toBe(403);
  const page = await post('facilitator', '<script>alert(1)</script>', { 'content-type': 'image/png' });
  expect.soft([page.status, await page.json()]).toMatchObject([422, { error: { code: 'imageUnreadable' } }]);
  const large = await post('facilitator', new Uint8Array(5 * 1024 * 1024 + 1));
  expect.soft([large.status, await large.json()]).toMatchObject([413, { error: { code: 'imageTooLarge' } }]);
});

/** Opens a map's socket and asks for the document; ends with it, or with the close code. */
function openSocket(
  person: Person,
  origin: string,
  document: DocumentName = journeyDocument(held.workshop),
): Promise<{ frames: number; end: string }> {
  return new Promise((resolve) => {
    const url = `${app.url.replace('http', 'ws')}/sync/${document}`;
    const socket = new WebSocket(url, { headers: { cookie: held.cookies[person], origin } });
    let frames = 0;
    socket.on('open', () => {
      const step1 = encoding.createEncoder();
      encoding.writeVarUint(step1, MESSAGE.sync);
      writeSyncStep1(step1, new Y.Doc());
      socket.send(encoding.toUint8Array(step1));
    });
    socket.on('message', (data: Buffer) => {
      frames++;
      const message = decoding.createDecoder(new Uint8Array(data));
      const isDocument =
        decoding.readVarUint(message) === MESSAGE.sync && decoding.readVarUint(message) === 1;
      if (!isDocument) return;
      resolve({ frames, end: 'document' });
      socket.terminate();
    });
    socket.on('close', (code) => resolve({ frames, end: String(code) }));
    socket.on('unexpected-response', (_request, answer) => {
      resolve({ frames, end: `HTTP ${answer.statusCode}` });
      socket.terminate();
    });
    socket.on('error', () => resolve({ frames, end: 'error' }));
  });
}

test('the maps’ sockets: members are sent the document, nobody else a single byte', async () => {
  for (const document of [journeyDocument(held.workshop), toBeDocument(held.workshop)]) {
    for (const person of PEOPLE) {
      const { frames, end } = await openSocket(person, app.url, document);
      const refused = refusal(person) === 'nobody' ? '4401' : '4403';
      if (MEMBERS.includes(person)) expect.soft(end, `${person} ${document}`).toBe('document');
      else expect.soft({ frames, end }, `${person} ${document}`).toEqual({ frames: 0, end: refused });
    }
  }
});

test('the map’s socket: another site gets nothing, even in the facilitator’s browser', async () => {
  for (const origin of ['https://evil.example', 'null', `${app.url}.evil.example`]) {
    expect.soft(await openSocket('facilitator', origin), origin).toEqual({ frames: 0, end: 'HTTP 403' });
  }
});
