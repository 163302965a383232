import { type Actor, can } from '../../auth/can.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import { csvOf } from '../../export/csv/cells.ts';
import { audit } from '../audit.ts';
import { type ListedDecision, listDecisions } from './list.ts';

const COLUMNS = [
  'subject',
  'about',
  'choice',
  'text',
  'owner',
  'functionName',
  'dueOn',
  'status',
  'snapshot',
  'by',
  'at',
] as const;
type Column = (typeof COLUMNS)[number];

/** What stands above the columns, and instead of codes, in the language of whoever exports. */
export interface DecisionsWords {
  columns: Record<Column, string>;
  subject: Record<ListedDecision['subject']['kind'], string>;
  choice: Record<ListedDecision['choice'], string>;
  status: Record<ListedDecision['status'], string>;
}

/**
 * The decisions `wanted` of the actor's workshop as a CSV file's text. The file leaves the workshop: an
 * opportunity made of somebody's words goes by its touchpoint there. Throws forbidden.
 */
export async function exportDecisions(
  db: Db,
  actor: Actor,
  wanted: (decision: ListedDecision) => boolean,
  words: DecisionsWords,
): Promise<{ csv: string; rows: number }> {
  if (!can(actor, 'snapshot.export')) throw new AppError('forbidden');
  const listed = (await listDecisions(db, actor)).filter(wanted);
  const { workshopId, userId } = actor;
  const detail = { decisions: listed.length };
  await audit(db, { workshopId, actorId: userId, event: 'decisions.exported', detail });
  const csv = csvOf(
    COLUMNS.map((column) => words.columns[column]),
    listed.map((decision) => {
      const row = cells(decision, words);
      return COLUMNS.map((column) => row[column]);
    }),
  );
  return { csv, rows: listed.length };
}

function cells(d: ListedDecision, words: DecisionsWords): Record<Column, string | number | null> {
  return {
    subject: words.subject[d.subject.kind],
    about: (d.about?.said ? d.about.at : d.about?.name) ?? '',
    choice: words.choice[d.choice],
    text: d.text,
    owner: d.owner,
    functionName: d.functionName,
    dueOn: d.dueOn,
    status: words.status[d.status],
    snapshot: d.number,
    by: d.by,
    at: d.at.toISOString(),
  };
}
