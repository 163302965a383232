import { type Actor, can } from '@/lib/auth/can.ts';
import { isAppError } from '@/lib/errors.ts';
import type { Persona } from '@/lib/journey/model.ts';
import { runtime } from '@/lib/runtime.ts';
import { type InterviewSummary, personasOf, readPlan } from '@/lib/services/interviews.ts';
import { listMembers } from '@/lib/services/members.ts';

/**
 * What the fields of a plan offer to choose from.
 * @param held user ids that are chosen already, whatever their role is by now
 */
export async function planChoices(actor: Actor, held: readonly (string | null)[] = []) {
  const { db } = runtime();
  const [members, personas, { all }] = [
    await listMembers(db, actor),
    await personasOrNone(actor.workshopId),
    await readPlan(db, actor),
  ];
  return {
    people: members
      .filter((member) => can(member, 'interview.create') || held.includes(member.userId))
      .map(({ userId, name }) => ({ userId, name })),
    personas: personas.map(({ id, name }) => ({ id, name })),
    segments: segmentsOf(all),
  };
}

const segmentsOf = (rows: readonly Pick<InterviewSummary, 'segment'>[]): string[] =>
  [...new Set(rows.map((row) => row.segment).filter((segment) => segment !== ''))].sort((a, b) =>
    a.localeCompare(b, 'sv'),
  );

/** The plan can be made while the map cannot be reached. */
export async function personasOrNone(workshopId: string): Promise<Persona[]> {
  try {
    return await personasOf(runtime().rooms, workshopId);
  } catch (error) {
    if (isAppError(error) && error.code === 'roomUnavailable') return [];
    throw error;
  }
}
