import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

/** Cost of a new hash: 2^17 · 8 · 128 bytes = 128 MiB for some tenths of a second (OWASP's figure). */
export interface ScryptCost {
  ln: number;
  r: number;
  p: number;
}
export const CURRENT_COST: ScryptCost = { ln: 17, r: 8, p: 1 };

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 200;

/** A password as a PHC string, `$scrypt$ln=17,r=8,p=1$salt$hash`, base64 without padding. */
export async function hashPassword(password: string, cost = CURRENT_COST): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, 32, cost);
  return `$scrypt$ln=${cost.ln},r=${cost.r},p=${cost.p}$${encode(salt)}$${encode(hash)}`;
}

/**
 * Whether a password fits a stored hash, in constant time; `outdated` when the hash is weaker than
 * today's cost and should be replaced. Anything that is not our PHC string fits nothing.
 */
export async function verifyPassword(
  password: string,
  stored: string,
): Promise<{ ok: boolean; outdated: boolean }> {
  const parts = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w+/-]+)\$([\w+/-]+)$/.exec(stored);
  if (!parts) return { ok: false, outdated: false };
  const [ln, r, p] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const expected = Buffer.from(parts[5] as string, 'base64');
  const hash = await derive(password, Buffer.from(parts[4] as string, 'base64'), expected.length, {
    ln,
    r,
    p,
  });
  const outdated = ln < CURRENT_COST.ln || r < CURRENT_COST.r || p < CURRENT_COST.p;
  return { ok: timingSafeEqual(hash, expected), outdated };
}

let dummy: Promise<string> | undefined;

/** A hash nobody's password fits: checked for unknown addresses, so that they take as long as known ones. */
export function dummyHash(): Promise<string> {
  dummy ??= hashPassword(randomBytes(16).toString('hex'));
  return dummy;
}

const encode = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

/** Two at a time: each takes 128 MiB and a thread of the pool that files and DNS need too. */
const AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function derive(password: string, salt: Buffer, length: number, cost: ScryptCost): Promise<Buffer> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    const N = 2 ** cost.ln;
    const options: ScryptOptions = { N, r: cost.r, p: cost.p, maxmem: 128 * N * cost.r * 2 };
    return await new Promise((resolve, reject) =>
      scrypt(password.normalize('NFKC'), salt, length, options, (error, key) =>
        error ? reject(error) : resolve(key),
      ),
    );
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}
