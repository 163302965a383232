import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { encode } from 'next-auth/jwt';
import { openDatabase } from '../../../lib/db/open.ts';
import { findings, interviews } from '../../../lib/db/schema/index.ts';
import type { Db } from '../../../lib/db/types.ts';
import { writeSnapshot } from '../../../lib/services/snapshots/write.ts';
import { workHere } from '../../../lib/work/here.ts';
import { workshopWith } from '../../support/people.ts';
import { fullMap } from '../snapshots/journey.ts';

export interface ReviewRoom {
  environment: { DATA_DIR: string; AUTH_SECRET: string };
  workshop: string;
  /** A leader's, for the cookie `next-auth.session-token`. */
  token: string;
}

/** A data folder with a workshop and snapshots 1 … n of full maps, each another one, and a leader in it. */
export async function reviewRoom(cards: number, n: number): Promise<ReviewRoom> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'utifran-bench-review-'));
  const secret = randomBytes(32).toString('base64url');
  const { db, close } = await openDatabase({ dataDir, databaseUrl: undefined });
  try {
    const { id: workshop, joined } = await workshopWith(db, 'The invoice');
    const { actor: leader } = await joined('leader', 'Lena Led');
    for (let i = 1; i <= n; i += 1) await addSnapshot(db, workshop, cards, i);
    return {
      environment: { DATA_DIR: dataDir, AUTH_SECRET: secret },
      workshop,
      token: await encode({ token: { uid: leader.userId, sv: 1 }, secret }),
    };
  } finally {
    await close();
  }
}

export async function addSnapshot(db: Db, workshopId: string, cards: number, i: number): Promise<void> {
  const { state, interviewIds, findings: said } = fullMap(cards);
  const consent = { notes: true, recording: false, quoteOnMap: true, quoteOutside: false };
  await db.insert(interviews).values(
    interviewIds.map((id, k) => {
      const alias = `Customer ${i}.${k + 1}`;
      return { id, workshopId, kind: 'customer' as const, alias, consent, status: 'shared' as const };
    }),
  );
  const where = { kind: 'quote' as const, speaker: 'Customer', turn: 0, start: 0, end: 1, atMs: 61_000 };
  await db
    .insert(findings)
    .values(said.map(({ id, interviewId, words }) => ({ id, interviewId, words, ...where })));
  const label = `After session ${i}`;
  await writeSnapshot(db, { workshopId, state, label, reason: 'manual', takenBy: null }, workHere);
}
