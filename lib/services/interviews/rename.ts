import { and, eq } from 'drizzle-orm';
import { findings, turns } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import type { InterviewRow } from './access.ts';

/** Calls the voices that bear the interview's alias ("Customer C", "Customer C 2") by the new one. */
export async function renameVoices(
  tx: Db,
  { id, alias }: Pick<InterviewRow, 'id' | 'alias'>,
  renamed: string,
): Promise<void> {
  const voices = await tx
    .selectDistinct({ speaker: turns.speaker })
    .from(turns)
    .where(and(eq(turns.interviewId, id), eq(turns.role, 'interviewee')));
  for (const { speaker } of voices) {
    const number = speaker.slice(alias.length);
    if (!speaker.startsWith(alias) || !/^( \d+)?$/.test(number)) continue;
    const to = renamed + number;
    await tx
      .update(turns)
      .set({ speaker: to })
      .where(and(eq(turns.interviewId, id), eq(turns.role, 'interviewee'), eq(turns.speaker, speaker)));
    await tx
      .update(findings)
      .set({ speaker: to })
      .where(and(eq(findings.interviewId, id), eq(findings.speaker, speaker)));
  }
}
