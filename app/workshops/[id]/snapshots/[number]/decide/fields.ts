import { z } from 'zod';
import { ownPath } from '@/lib/auth/origin.ts';
import { AppError } from '@/lib/errors.ts';
import { CHOICES, SUBJECT_KINDS, type Subject } from '@/lib/review/subject.ts';
import type { Told } from '@/lib/services/mentions.ts';
import { anchorOf, snapshotPath } from './talk.ts';

/** A form sends line breaks as CR LF, and counts them as one letter where it limits the length. */
const words = z
  .string()
  .default('')
  .transform((text) => text.replaceAll('\r\n', '\n'));

const subjectFields = {
  kind: z.enum(SUBJECT_KINDS),
  subject: z.string().max(64).default(''),
  /** Where the form stood, when that was not the report. */
  back: z.string().optional(),
};

export const decideFields = z.object({
  ...subjectFields,
  revision: z.coerce.number().int().nonnegative(),
  choice: z.enum(CHOICES),
  text: words,
  owner: words,
  functionName: words,
  dueOn: words,
  /** A box that is not ticked is not sent. */
  status: z.enum(['open', 'done']).default('open'),
});

export const statusFields = z.object({
  ...subjectFields,
  revision: z.coerce.number().int().positive(),
  status: z.enum(['open', 'done', 'withdrawn']),
});

export const commentFields = z.object({ ...subjectFields, text: words, remove: z.uuid().optional() });

/** The subject a form, or an address, names; null where it is none. */
export function subjectIn(fields: Record<string, string | undefined>): Subject | null {
  const kind = SUBJECT_KINDS.find((known) => known === fields.kind);
  return kind ? { kind, id: fields.subject ?? '' } : null;
}

/** A snapshot's number as it stands in an address. Throws snapshotNotFound. */
export function numberIn(given: string): number {
  if (!/^\d{1,9}$/.test(given)) throw new AppError('snapshotNotFound');
  return Number(given);
}

/** Where the reader goes on: back to where they stood, or first past what became of the mails. */
export function next(
  { id, number }: { id: string; number: number },
  subject: Subject,
  { told = 'none', back }: { told?: Told; back?: string | undefined } = {},
): string {
  const list = `/workshops/${id}/decisions`;
  const own = back ? ownPath(back, '') : '';
  if (own === list || own.startsWith(`${list}?`)) return own;
  const at = anchorOf(subject);
  const here = snapshotPath(id, number);
  if (told === 'none' || told === 'sent') return `${here}#${at}`;
  return `${here}/decide/told?${new URLSearchParams({ mail: told, at })}`;
}
