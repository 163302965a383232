import { cardChanges, frictionChanges } from '@/lib/journey/diff/index.ts';
import type { Since } from '@/lib/review/review.ts';
import { anchorOf, type Decision } from '@/lib/review/subject.ts';
import type { ReviewContext } from './context.ts';
import { DecisionLine } from './decision-line.tsx';

/** What became of the journey, and of what was decided, since leadership looked last; nothing at the first review. */
export function SinceLast(context: ReviewContext) {
  const { review, t, contentLocale } = context;
  const { since } = review;
  if (!since) return null;
  const then = review.decisions.filter((d) => d.number <= since.last.number);
  return (
    <section className="section" aria-labelledby="since">
      <h2 id="since">{t('since.title')}</h2>
      <p className="soft">
        {t.rich('since.intro', {
          number: since.last.number,
          date: since.last.takenAt,
          label: () => <q lang={contentLocale}>{since.last.label}</q>,
        })}
      </p>
      <p>{t('since.figures', figuresOf(since, context))}</p>
      <FrictionNews since={since} context={context} />
      <p>{mapNews(since, context)}</p>
      {then.length > 0 && <Kept decisions={then} context={context} />}
    </section>
  );
}

function figuresOf({ last, deltas }: Since, { snapshot, sign, percent }: ReviewContext) {
  const { figures, group } = snapshot;
  return {
    way: deltas.capital > 0 ? 'up' : deltas.capital < 0 ? 'down' : 'same',
    before: sign(last.figures.capital.plain),
    after: sign(figures.capital.plain),
    interviews: group.customerInterviews - last.group.customerInterviews,
    coverageBefore: percent(last.figures.coverage.share),
    coverage: percent(figures.coverage.share),
  };
}

/** What became of the map, without what did not happen. */
function mapNews({ diff }: Since, { t, format }: ReviewContext): string {
  const changes = cardChanges(diff);
  const counted = (['added', 'removed', 'moved', 'reworded'] as const).map((kind) => ({
    kind,
    n: changes.filter((c) => c.kinds.includes(kind)).length,
  }));
  const news = [
    ...counted.filter(({ n }) => n > 0).map(({ kind, n }) => t(`since.cards.${kind}`, { n })),
    ...(['added', 'removed'] as const).flatMap((kind) => {
      const n = diff.touchpoints[kind].length;
      return n > 0 ? [t(`since.touchpoints.${kind}`, { n })] : [];
    }),
  ];
  return news.length > 0 ? t('since.map', { list: format.list(news) }) : t('since.sameMap');
}

/** Where it chafes more, and where less, than at the last review. */
function FrictionNews({ since, context }: { since: Since; context: ReviewContext }) {
  const { t, snapshot, name, contentLocale, link } = context;
  const changes = frictionChanges(since.last.figures, snapshot.figures);
  const worse = changes.filter(({ kind }) => kind === 'new' || kind === 'graver' || kind === 'wider');
  const better = changes.filter(({ kind }) => kind === 'gone' || kind === 'milder' || kind === 'narrower');
  if (changes.length === 0) return <p>{t('since.sameFrictions')}</p>;
  return (
    <div className="pair news">
      {[
        { title: t('since.worse'), changes: worse },
        { title: t('since.better'), changes: better },
      ].map((side) => (
        <div key={side.title}>
          <h3>{side.title}</h3>
          {side.changes.length === 0 && <p className="soft">{t('since.none')}</p>}
          <ul className="plain">
            {side.changes.map(({ touchpointId, kind, after }) => (
              <li key={touchpointId}>
                <span lang={contentLocale}>
                  {after ? (
                    <a href={link({ kind: 'friction', id: touchpointId })}>{name(touchpointId)}</a>
                  ) : (
                    name(touchpointId) || t('since.goneTouchpoint')
                  )}
                </span>{' '}
                <span className="soft small">{t(`since.friction.${kind}`)}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

/** What was decided then, and where it stands. */
function Kept({ decisions, context }: { decisions: readonly Decision[]; context: ReviewContext }) {
  const { t } = context;
  const toDo = decisions.filter((d) => d.choice !== 'notNow');
  return (
    <div>
      <h3>{t('since.decided')}</h3>
      {toDo.length > 0 && (
        <p className="soft">
          {t('since.done', { done: toDo.filter((d) => d.status === 'done').length, all: toDo.length })}
        </p>
      )}
      <ul className="plain-list decided">
        {decisions.map((decision) => (
          <li key={anchorOf(decision.subject)}>
            <DecisionLine decision={decision} context={context} named />
          </li>
        ))}
      </ul>
    </div>
  );
}
