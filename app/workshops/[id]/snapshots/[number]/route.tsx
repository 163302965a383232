import { AppError } from '@/lib/errors.ts';
import type { Subject } from '@/lib/review/subject.ts';
import { readReview, reviewHead } from '@/lib/services/snapshots/review.ts';
import { requireActor } from '../../../../_lib/guard.ts';
import { htmlRoute } from '../../../../_lib/html-route.tsx';
import { talkPlace } from './decide/place.tsx';
import { readTalk } from './decide/talk.ts';
import { Acts, ReviewDocument } from './document.tsx';
import { filled, type Hole, holesIn } from './holes.tsx';
import { keptReport, keptWalk } from './kept.tsx';
import { WalkFrame } from './walk/document.tsx';

/** What leadership gets of one snapshot: a document, without Next's runtime (ADR 23). With `?walk` the walk-through. */
export const GET = htmlRoute<{ id: string; number: string }>(
  async (request, { id, number: asked }, { db, runtime, locale }) => {
    const actor = await requireActor(id, 'snapshot.read');
    if (!/^\d{1,9}$/.test(asked)) throw new AppError('snapshotNotFound');
    const number = Number(asked);
    const { headers, url } = request;
    const head = await reviewHead(db, actor, number);
    const read = () => readReview(db, actor, head);
    if (new URL(url).searchParams.has('walk')) {
      const { html } = await keptWalk(head, locale, `/workshops/${id}/snapshots/${number}`, read);
      return (
        <WalkFrame title={head.workshop.title} locale={locale} headers={headers}>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: React's own output, kept (kept.tsx). */}
          <main id="content" className="walk" dangerouslySetInnerHTML={{ __html: html }} />
        </WalkFrame>
      );
    }
    const { html, journey, label } = await keptReport(head, locale, read);
    const place = talkPlace(await readTalk(runtime, actor, { number, journey }, locale));
    const texts = new Map<string, string>();
    for (const hole of holesIn(html)) {
      const acts = hole.kind === 'acts' && <Acts number={number} actor={actor} locale={locale} />;
      texts.set(keyOf(hole), await runtime.markup(acts || place(hole as Subject)));
    }
    return (
      <ReviewDocument
        workshop={head.workshop}
        label={label}
        report={filled(html, (hole) => texts.get(keyOf(hole)))}
        {...{ actor, locale, headers }}
      />
    );
  },
);

const keyOf = ({ kind, id }: Hole): string => `${kind}:${id}`;
