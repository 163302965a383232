import { z } from 'zod';
import { type Finding, finding } from './findings.ts';
import { type Member, member } from './members.ts';

const turn = z.object({
  position: z.number(),
  speaker: z.string(),
  role: z.string(),
  atMs: z.number().nullable(),
  text: z.string(),
});
const surroundings = z.object({
  finding: finding.extend({ turn: z.number(), start: z.number(), end: z.number() }),
  /** null for whoever may not read the notes. */
  turns: z.array(turn).nullable(),
});
export type Surroundings = z.infer<typeof surroundings>;

/** The server answered with an error, whose sentence it gives in the reader's language. */
export class RemoteError extends Error {}

async function get<T>(path: string, schema: z.ZodType<T>, signal?: AbortSignal): Promise<T> {
  const response = await fetch(path, { signal, headers: { Accept: 'application/json' } });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) {
    const told = z.object({ error: z.object({ message: z.string() }) }).safeParse(body);
    throw new RemoteError(told.success ? told.data.error.message : `${response.status}`);
  }
  return schema.parse(body);
}

const base = (workshopId: string) => `/api/workshops/${encodeURIComponent(workshopId)}`;

export async function fetchFindings(workshopId: string, signal?: AbortSignal): Promise<Finding[]> {
  const { findings } = await get(
    `${base(workshopId)}/findings`,
    z.object({ findings: z.array(finding) }),
    signal,
  );
  return findings;
}

export async function fetchMembers(workshopId: string, signal?: AbortSignal): Promise<Member[]> {
  const { members } = await get(
    `${base(workshopId)}/members`,
    z.object({ members: z.array(member) }),
    signal,
  );
  return members;
}

/** The words of a finding in their surroundings. Throws RemoteError. */
export function fetchSurroundings(
  workshopId: string,
  findingId: string,
  signal?: AbortSignal,
): Promise<Surroundings> {
  return get(`${base(workshopId)}/findings/${encodeURIComponent(findingId)}`, surroundings, signal);
}
