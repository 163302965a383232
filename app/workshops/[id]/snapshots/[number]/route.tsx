import { AppError } from '@/lib/errors.ts';
import { reviewedSnapshot } from '@/lib/services/snapshots/review.ts';
import { requireActor } from '../../../../_lib/guard.ts';
import { htmlRoute } from '../../../../_lib/html-route.tsx';
import { talkPlace } from './decide/place.tsx';
import { readTalk } from './decide/talk.ts';
import { ReviewDocument } from './document.tsx';
import { WalkDocument } from './walk/document.tsx';

/** What leadership gets of one snapshot: a document, without Next's runtime (ADR 23). */
export const GET = htmlRoute<{ id: string; number: string }>(
  async (request, { id, number }, { db, runtime, locale }) => {
    const actor = await requireActor(id, 'snapshot.read');
    if (!/^\d{1,9}$/.test(number)) throw new AppError('snapshotNotFound');
    const review = await reviewedSnapshot(db, actor, Number(number));
    if (new URL(request.url).searchParams.has('walk')) {
      const back = `/workshops/${id}/snapshots/${number}`;
      return <WalkDocument review={review} locale={locale} headers={request.headers} back={back} />;
    }
    const talk = await readTalk(runtime, actor, review.snapshot, locale);
    return (
      <ReviewDocument
        review={review}
        actor={actor}
        locale={locale}
        headers={request.headers}
        place={talkPlace(talk)}
      />
    );
  },
);
