import type { ReactElement } from 'react';
import { requireActor } from '@/app/_lib/guard.ts';
import type { HtmlContext } from '@/app/_lib/html-route.tsx';
import type { Failure } from '@/app/_lib/result.ts';
import { workshopOf } from '@/app/_lib/workshop.ts';
import type { ErrorCode } from '@/lib/errors.ts';
import { readSnapshot } from '@/lib/services/snapshots.ts';
import { type Refused, SubjectDocument } from './document.tsx';
import { numberIn, subjectIn } from './fields.ts';
import { readTalk } from './talk.ts';

type Params = { id: string; number: string };

/** The document of one subject. Throws what reading the snapshot throws; null where the fields name no subject. */
export async function oneSubject(
  fields: Record<string, string | undefined>,
  params: Params,
  { runtime, locale, request }: HtmlContext & { request: Request },
  refused?: Refused,
): Promise<ReactElement | null> {
  const actor = await requireActor(params.id, 'snapshot.read');
  const number = numberIn(params.number);
  const subject = subjectIn(fields);
  if (!subject) return null;
  const snapshot = await readSnapshot(runtime.db, actor, number);
  return (
    <SubjectDocument
      talk={{ ...(await readTalk(runtime, actor, snapshot, locale)), isLong: false }}
      subject={subject}
      title={(await workshopOf(actor.workshopId)).title}
      headers={request.headers}
      {...(refused && { refused })}
    />
  );
}

/** What can be mended by whoever filled the form in; all else is the problem page's. */
const MENDED: readonly ErrorCode[] = ['invalidInput', 'decisionChanged', 'commentsFull', 'tooManyAttempts'];

/** For `formRoute`: the form once more, with what was typed. */
export async function formOnceMore(
  failure: Failure,
  fields: Record<string, string>,
  params: Params,
  context: HtmlContext & { request: Request },
): Promise<ReactElement | null> {
  if (!MENDED.includes(failure.code)) return null;
  return oneSubject(fields, params, context, { failure, fields });
}
