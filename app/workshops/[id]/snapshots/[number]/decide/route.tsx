import { formRoute } from '@/app/_lib/form-route.tsx';
import { requireActor } from '@/app/_lib/guard.ts';
import { htmlRoute } from '@/app/_lib/html-route.tsx';
import { AppError } from '@/lib/errors.ts';
import { decide } from '@/lib/services/decisions.ts';
import { tellOwner } from '@/lib/services/mentions.ts';
import { decideFields, next, numberIn } from './fields.ts';
import { limits } from './limits.ts';
import { formOnceMore, oneSubject } from './one.tsx';
import { anchorOf, snapshotPath } from './talk.ts';

type Params = { id: string; number: string };

/** One subject of a snapshot, to decide on it: `?kind=friction&subject=…`. */
export const GET = htmlRoute<Params>(async (request, params, context) => {
  const fields = Object.fromEntries(new URL(request.url).searchParams);
  const document = await oneSubject(fields, params, { ...context, request });
  if (!document) throw new AppError('notFound');
  return document;
});

/** Decides on a subject, and goes back to where it stands. */
export const POST = formRoute<Params, ReturnType<typeof decideFields.parse>>(
  decideFields,
  async ({ kind, subject: id, back, ...said }, params, { db, runtime }) => {
    const actor = await requireActor(params.id, 'decision.make');
    const number = numberIn(params.number);
    const { posts, mails } = limits(runtime);
    posts.begin(actor.userId);
    const subject = { kind, id };
    const { newOwner } = await decide(db, actor, { number, subject, ...said });
    const path = `${snapshotPath(actor.workshopId, number)}#${anchorOf(subject)}`;
    const told = await tellOwner(db, actor, newOwner, { config: runtime.config, mails, number, path });
    return next({ id: actor.workshopId, number }, subject, { told, back });
  },
  formOnceMore,
);
