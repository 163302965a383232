import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { Attempts } from '../../../lib/auth/attempts.ts';
import type { Actor } from '../../../lib/auth/can.ts';
import { auditEvents, members } from '../../../lib/db/schema/index.ts';
import type { Db } from '../../../lib/db/types.ts';
import type { MemberRole } from '../../../lib/services/members.ts';
import { sendMails } from '../../../lib/services/mentions/send.ts';
import { type Telling, tellMentioned, tellOwner } from '../../../lib/services/mentions.ts';
import { openTestDatabase } from '../../support/database.ts';
import { account, workshopWith } from '../../support/people.ts';
import { openSmtpSink } from '../../support/smtp-sink.ts';

let db: Db;
let close: () => Promise<void>;
let sink: Awaited<ReturnType<typeof openSmtpSink>>;
let people: Awaited<ReturnType<typeof workshopWith>>;
let leader: Actor;

beforeAll(async () => {
  ({ db, close } = await openTestDatabase());
});
afterAll(() => close());
beforeEach(async () => {
  sink = await openSmtpSink();
  people = await workshopWith(db, 'Elräkningen <b>');
  leader = (await people.joined('leader', 'Lena Ledare')).actor;
});
afterEach(async () => {
  vi.restoreAllMocks();
  await sink.close();
});

/** A member with an account. */
async function withAccount(name: string, role: MemberRole, functionName = '') {
  const user = await account(db, name);
  const of = { workshopId: people.id, userId: user.id, role, displayName: name, functionName };
  await db.insert(members).values(of);
  return user;
}

const telling = (over: Partial<Telling> = {}): Telling => ({
  config: {
    smtp: { url: sink.url, from: 'Utifrån <noreply@example.org>' },
    baseUrl: 'https://journeys.example.org',
  },
  mails: new Attempts({ most: 30, windowMs: 60_000 }),
  number: 3,
  path: `/workshops/${people.id}/snapshots/3#talk-phase-p1`,
  ...over,
});

/** Heads and text of a letter, decoded. */
function read(raw: string): string {
  const [heads = '', ...body] = raw.split('\r\n\r\n');
  const words = heads
    .replace(/\r\n\s+/g, '')
    .replace(/=\?UTF-8\?Q\?(.*?)\?=/gi, (_, q: string) => quoted(q.replaceAll('_', ' ')))
    .replace(/=\?UTF-8\?B\?(.*?)\?=/gi, (_, b: string) => Buffer.from(b, 'base64').toString());
  const text = body.join('\r\n\r\n');
  const plain = /base64/i.test(heads)
    ? Buffer.from(text, 'base64').toString()
    : quoted(text.replace(/=\r\n/g, ''));
  return `${words}\n\n${plain}`;
}
const quoted = (text: string) =>
  Buffer.from(
    text
      .replace(/[^ -~\s]/g, '?')
      .replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

it('whoever is mentioned gets a mail in the workshop’s language: who, where, a link, and none of the words', async () => {
  const text = '@Åsa Öberg kunden sa ”aldrig mer”';
  expect(await tellMentioned(db, leader, text, telling())).toBe('sent');
  expect(sink.letters.map((l) => l.to)).toEqual([[people.user.email]]);
  const letter = read(sink.letters[0]?.raw ?? '');
  expect(letter).toContain('Lena Ledare nämner dig i ”Elräkningen <b>”');
  expect(letter).toContain('ögonblicksbild 3');
  expect(letter).toContain(`https://journeys.example.org/workshops/${people.id}/snapshots/3#talk-phase-p1`);
  expect(letter).not.toContain('aldrig mer');
  expect(letter).not.toMatch(/text\/html/i);
});

it('a function reaches everybody of it who may read comments, each in a letter of their own', async () => {
  const bo = await withAccount('Bo Ek', 'leader', 'Ekonomi');
  const eva = await withAccount('Eva Alm', 'facilitator', 'ekonomi');
  await withAccount('Per Son', 'participant', 'Ekonomi');
  expect(await tellMentioned(db, leader, '@Ekonomi, er tur', telling())).toBe('sent');
  expect(sink.letters.map((l) => l.to.join()).sort()).toEqual([bo.email, eva.email].sort());
});

it('nobody is told of what they may not read, of another workshop, or by themselves', async () => {
  await withAccount('Per Son', 'participant');
  const elsewhere = await workshopWith(db);
  await db.update(members).set({ displayName: 'Sam Ström' }).where(eq(members.userId, elsewhere.user.id));
  for (const text of ['@Per Son', '@Sam Ström', '@Ingen Alls'])
    expect(await tellMentioned(db, leader, text, telling())).toBe('nobody');
  expect(await tellMentioned(db, people.facilitator, '@Åsa Öberg', telling())).toBe('nobody');
  expect(await tellMentioned(db, leader, 'Ingen särskild', telling())).toBe('none');
  expect(sink.letters).toEqual([]);
});

it('the owner of a decision is told, also a participant, and whoever is not a member is not', async () => {
  const per = await withAccount('Per Son', 'participant');
  expect(await tellOwner(db, leader, 'per son', telling())).toBe('sent');
  expect(sink.letters.map((l) => l.to)).toEqual([[per.email]]);
  expect(read(sink.letters[0]?.raw ?? '')).toContain('ansvarig för ett beslut');
  expect(await tellOwner(db, leader, 'Externa Konsulten', telling())).toBe('none');
  expect(await tellOwner(db, leader, '', telling())).toBe('none');
});

it('without a mail server or an address of its own nothing is sent, and nothing fails', async () => {
  const { smtp, baseUrl } = telling().config;
  for (const config of [
    { smtp: undefined, baseUrl },
    { smtp, baseUrl: undefined },
  ])
    expect(await tellMentioned(db, leader, '@Åsa Öberg', telling({ config }))).toBe('none');
});

it('a mail server that is away or refuses is said to be, and logged without an address', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { config } = telling();
  const away = { ...config, smtp: { url: 'smtp://127.0.0.1:9', from: 'a@example.org' } };
  expect(await tellMentioned(db, leader, '@Åsa Öberg', telling({ config: away }))).toBe('failed');
  const deaf = await openSmtpSink({ refuse: [people.user.email ?? ''] });
  const refusing = { ...config, smtp: { url: deaf.url, from: 'a@example.org' } };
  expect(await tellMentioned(db, leader, '@Åsa Öberg', telling({ config: refusing }))).toBe('failed');
  await deaf.close();
  expect(logged).toHaveBeenCalledTimes(2);
  expect(JSON.stringify(logged.mock.calls)).not.toContain(people.user.email);
});

it('a mail server that says nothing is not waited for', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const mute = createServer().listen(0, '127.0.0.1');
  await once(mute, 'listening');
  const sockets: Socket[] = [];
  mute.on('connection', (socket) => sockets.push(socket.on('error', () => undefined)));
  const url = `smtp://127.0.0.1:${(mute.address() as AddressInfo).port}`;
  const mail = { to: 'a@example.org', subject: 'x', text: 'y' };
  expect(await sendMails({ url, from: 'b@example.org' }, [mail, mail], 200)).toBe(2);
  expect(logged.mock.calls.flat().join()).toContain('ETIMEDOUT');
  for (const socket of sockets) socket.destroy();
  mute.close();
});

it('so many mails and no more', async () => {
  const mails = new Attempts({ most: 2, windowMs: 60_000 });
  const send = () => tellMentioned(db, leader, '@Åsa Öberg', telling({ mails }));
  expect([await send(), await send(), await send()]).toEqual(['sent', 'sent', 'limited']);
  expect(sink.letters).toHaveLength(2);
});

it('a name with line breaks adds no head of its own', async () => {
  const sly = { ...leader, name: 'Lena\r\nBcc: all@example.org' };
  expect(await tellMentioned(db, sly, '@Åsa Öberg', telling())).toBe('sent');
  expect(sink.letters[0]?.to).toEqual([people.user.email]);
  expect(sink.letters[0]?.raw.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/m);
});

it('leaves an audit line with counts alone', async () => {
  await tellMentioned(db, leader, '@Åsa Öberg', telling());
  const [line] = await db.select().from(auditEvents).where(eq(auditEvents.event, 'mentions.mailed')).limit(1);
  expect(line?.detail).toEqual({ about: 'mentioned', sent: 1, failed: 0 });
});
