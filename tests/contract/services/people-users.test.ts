import { eq } from 'drizzle-orm';
import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashPassword } from '../../../lib/auth/password.ts';
import { readSession, readTimedSession } from '../../../lib/auth/session.ts';
import { auditEvents, users } from '../../../lib/db/schema/index.ts';
import type { Db } from '../../../lib/db/types.ts';
import { checkPassword, createFirstAccount, endSessions, hasAccounts } from '../../../lib/services/users.ts';
import { openTestDatabase } from '../../support/database.ts';
import { account, recordingRooms } from '../../support/people.ts';

let db: Db;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await openTestDatabase());
});
afterAll(() => close());

const config = { baseUrl: undefined, authSecret: 'a secret for tests only, long enough' };
const me = { name: 'Åsa Öberg', email: 'Asa@Example.org', password: 'korrekt häst batteri' };

async function cookie(claims: Record<string, unknown>, secret = config.authSecret, maxAge?: number) {
  const token = await encode({ token: claims, secret, maxAge });
  return `other=1; next-auth.session-token=${token}`;
}

test('of two browsers on the first-run page at once, one makes the account', async () => {
  expect(await hasAccounts(db)).toBe(false);
  const tries = await Promise.allSettled([
    createFirstAccount(db, me),
    createFirstAccount(db, { ...me, email: 'other@example.org' }),
  ]);
  expect(tries.map((t) => t.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await hasAccounts(db)).toBe(true);
  await expect(createFirstAccount(db, me)).rejects.toMatchObject({ code: 'alreadySetUp' });
  const stored = JSON.stringify([await db.select().from(users), await db.select().from(auditEvents)]);
  expect(stored).not.toContain(me.password);
});

test('e-mail and password find the account, however the address is written; nothing else does', async () => {
  const [row] = await db.select().from(users).where(eq(users.kind, 'account'));
  const email = row?.email as string;
  expect((await checkPassword(db, ` ${email.toUpperCase()} `, me.password)).id).toBe(row?.id);
  for (const [address, password] of [
    [email, 'fel'],
    ['nobody@example.org', me.password],
    ['', ''],
  ] as const) {
    await expect(checkPassword(db, address, password)).rejects.toMatchObject({ code: 'wrongCredentials' });
  }
});

test('an account without a password cannot be entered with one', async () => {
  const { email } = await account(db, 'Oidc');
  await expect(checkPassword(db, email as string, '')).rejects.toMatchObject({ code: 'wrongCredentials' });
});

test('a hash of an older cost is replaced at the next sign-in', async () => {
  const { id, email } = await account(db, 'Old');
  const passwordHash = await hashPassword('gammalt lösenord', { ln: 10, r: 8, p: 1 });
  await db.update(users).set({ passwordHash }).where(eq(users.id, id));
  await checkPassword(db, email as string, 'gammalt lösenord');
  const [row] = await db.select().from(users).where(eq(users.id, id));
  expect(row?.passwordHash).toContain('ln=17');
  await checkPassword(db, email as string, 'gammalt lösenord');
});

test('a session is who its token says, as long as the version stands', async () => {
  const user = await account(db, 'Session');
  const header = await cookie({ uid: user.id, sv: 1 });
  expect(await readSession(db, config, header)).toEqual(user);
  const inAnHour = await cookie({ uid: user.id, sv: 1 }, config.authSecret, 3_600);
  const { endsAt = 0 } = (await readTimedSession(db, config, inAnHour)) ?? {};
  expect(Math.abs(endsAt - Date.now() - 3_600_000)).toBeLessThan(60_000);
  const rooms = recordingRooms();
  await endSessions(db, user.id, rooms);
  expect(await readSession(db, config, header)).toBeNull();
  expect(rooms.told).toEqual([`userChanged ${user.id}`]);
  expect(await readSession(db, config, await cookie({ uid: user.id, sv: 2 }))).toEqual(user);
});

test('no cookie, garbage, a foreign secret, an old token or a stranger is nobody', async () => {
  const user = await account(db, 'Nobody');
  const claims = { uid: user.id, sv: 1 };
  const headers = [
    undefined,
    null,
    '',
    'next-auth.session-token=',
    'next-auth.session-token=garbage',
    'next-auth.session-token=a.b.c.d.e',
    await cookie(claims, 'another secret'),
    await cookie(claims, config.authSecret, -60),
    await cookie({ uid: '00000000-0000-4000-8000-000000000000', sv: 1 }),
    await cookie({ uid: 'not-an-id', sv: 1 }),
    await cookie({ sub: user.id }),
    (await cookie(claims)).replace('next-auth', '__Secure-next-auth'),
  ];
  for (const header of headers) expect(await readSession(db, config, header)).toBeNull();
});
