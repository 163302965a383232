import { formRoute } from '@/app/_lib/form-route.tsx';
import { requireActor } from '@/app/_lib/guard.ts';
import { addComment, removeComment } from '@/lib/services/comments.ts';
import { tellMentioned } from '@/lib/services/mentions.ts';
import { commentFields, next, numberIn } from '../fields.ts';
import { limits } from '../limits.ts';
import { formOnceMore } from '../one.tsx';
import { anchorOf, snapshotPath } from '../talk.ts';

/** Says something about a subject, or takes one's own words away (`remove`). */
export const POST = formRoute<{ id: string; number: string }, ReturnType<typeof commentFields.parse>>(
  commentFields,
  async ({ kind, subject: id, back, text, remove }, params, { db, runtime }) => {
    const actor = await requireActor(params.id, 'comment.write');
    const number = numberIn(params.number);
    const { posts, mails } = limits(runtime);
    posts.begin(actor.userId);
    const subject = { kind, id };
    const place = { id: actor.workshopId, number };
    if (remove) {
      await removeComment(db, actor, remove);
      return next(place, subject, { back });
    }
    const { again } = await addComment(db, actor, { number, subject, text });
    const path = `${snapshotPath(actor.workshopId, number)}#${anchorOf(subject)}`;
    const telling = { config: runtime.config, mails, number, path };
    const told = again ? 'none' : await tellMentioned(db, actor, text, telling);
    return next(place, subject, { told, back });
  },
  formOnceMore,
);
