import { formRoute } from '@/app/_lib/form-route.tsx';
import { requireActor } from '@/app/_lib/guard.ts';
import { setStatus } from '@/lib/services/decisions.ts';
import { next, numberIn, statusFields } from '../fields.ts';
import { limits } from '../limits.ts';
import { formOnceMore } from '../one.tsx';

/** Marks a decision as done, as open again, or takes it back. */
export const POST = formRoute<{ id: string; number: string }, ReturnType<typeof statusFields.parse>>(
  statusFields,
  async ({ kind, subject: id, back, revision, status }, params, { db, runtime }) => {
    const actor = await requireActor(params.id, 'decision.make');
    const number = numberIn(params.number);
    limits(runtime).posts.begin(actor.userId);
    const subject = { kind, id };
    await setStatus(db, actor, { subject, revision, status });
    return next({ id: actor.workshopId, number }, subject, { back });
  },
  formOnceMore,
);
