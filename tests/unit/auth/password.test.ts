import { expect, test } from 'vitest';
import { CURRENT_COST, dummyHash, hashPassword, verifyPassword } from '../../../lib/auth/password.ts';

const CHEAP = { ln: 10, r: 8, p: 1 };

test('a password fits its own hash and no other does', async () => {
  const hash = await hashPassword('korrekt häst batteri');
  expect(hash).toMatch(/^\$scrypt\$ln=17,r=8,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(await verifyPassword('korrekt häst batteri', hash)).toEqual({ ok: true, outdated: false });
  expect(await verifyPassword('korrekt häst batter', hash)).toEqual({ ok: false, outdated: false });
});

test('the same password is hashed differently each time', async () => {
  expect(await hashPassword('same', CHEAP)).not.toBe(await hashPassword('same', CHEAP));
});

test('letters fit however the keyboard composed them', async () => {
  const hash = await hashPassword('fågel'.normalize('NFC'), CHEAP);
  expect((await verifyPassword('fågel'.normalize('NFD'), hash)).ok).toBe(true);
});

test('a hash below the cost of today fits and is called outdated', async () => {
  const hash = await hashPassword('gammalt', CHEAP);
  expect(await verifyPassword('gammalt', hash)).toEqual({ ok: true, outdated: true });
  expect(CURRENT_COST.ln).toBeGreaterThan(CHEAP.ln);
});

test.each(['', 'plain', '$scrypt$ln=17,r=8,p=1$$', '$argon2id$v=19$m=1,t=1,p=1$a$b'])(
  'nothing fits what is no hash of ours: %j',
  async (stored) => {
    expect((await verifyPassword('x', stored)).ok).toBe(false);
  },
);

test('the hash for unknown addresses costs what a real one does', async () => {
  expect(await dummyHash()).toContain(`ln=${CURRENT_COST.ln},r=${CURRENT_COST.r},p=${CURRENT_COST.p}`);
});

test('many at once all get their answer', async () => {
  const hash = await hashPassword('många', CHEAP);
  const answers = await Promise.all(
    Array.from({ length: 9 }, (_, i) => verifyPassword(i % 2 ? 'många' : 'fel', hash)),
  );
  expect(answers.map((a) => a.ok)).toEqual([false, true, false, true, false, true, false, true, false]);
});
