import type { PhaseStory } from '@/lib/review/review.ts';
import type { ReviewContext } from '../context.ts';
import { TOP } from '../frictions.tsx';
import { verdictOf } from '../headline.tsx';
import type { Screen } from './screens.tsx';

export interface Notes {
  say: string[];
  ask: string[];
}

/** What whoever leads the walk-through may say at a screen, and ask the room; built from the figures alone. */
export function notesFor({ kind, phase }: Screen, context: ReviewContext): Notes {
  if (kind === 'phase' && phase) return phaseNotes(phase, context);
  return OF[kind as Exclude<Screen['kind'], 'phase'>](context);
}

const OF: Record<Exclude<Screen['kind'], 'phase'>, (context: ReviewContext) => Notes> = {
  title: ({ review: { asked }, t, format }) => ({
    say: [
      t('walk.note.asked', { customers: asked.customerInterviews, questions: asked.questions.length }),
      ...(asked.missing.length > 0 ? [t('walk.note.missing', { list: format.list(asked.missing) })] : []),
    ],
    ask: [t('walk.note.guess')],
  }),
  brief: ({ snapshot: { figures }, t, percent }) => ({
    say: [
      t('walk.note.coverage', { share: percent(figures.coverage.share) }),
      ...(figures.chains.length > 0
        ? [t('walk.note.chains', { n: Math.max(...figures.chains.map((c) => c.touchpointIds.length)) })]
        : []),
    ],
    ask: [t(`walk.note.verdict.${verdictOf(figures.capital)}`)],
  }),
  since: ({ review, t }) => {
    const then = review.decisions.filter((d) => d.number <= (review.since?.last.number ?? 0));
    const open = then.filter((d) => d.choice !== 'notNow' && d.status === 'open').length;
    return {
      say: [t('walk.note.more')],
      ask: [then.length > 0 ? t('walk.note.kept', { open }) : t('walk.note.noticed')],
    };
  },
  frictions: ({ review, t, format, snapshot }) => {
    const top = review.frictions.slice(0, TOP);
    const owners = [
      ...new Set(
        top.flatMap(
          (f) => snapshot.journey.touchpoints.find(({ id }) => id === f.touchpointId)?.owner?.trim() || [],
        ),
      ),
    ];
    return {
      say: [
        t('walk.note.mirrored', { n: top.filter((f) => f.mirrored).length, of: top.length }),
        ...(owners.length > 0 ? [t('walk.note.owners', { list: format.list(owners) })] : []),
      ],
      ask: [t('walk.note.first')],
    };
  },
  decisions: ({ review, t, decisionOn }) => ({
    say: [
      t('walk.note.waiting', {
        n: review.frictions
          .slice(0, TOP)
          .filter((f) => decisionOn({ kind: 'friction', id: f.touchpointId }) === null).length,
      }),
    ],
    ask: [t('walk.note.who'), t('walk.note.next')],
  }),
};

function phaseNotes({ touchpoints, capital }: PhaseStory, { t, format, sign }: ReviewContext): Notes {
  const felt = touchpoints.filter((x) => x.meanValence !== null);
  const byFeeling = [...felt].sort((a, b) => (a.meanValence ?? 0) - (b.meanValence ?? 0));
  const [worst, best] = [byFeeling[0], byFeeling.at(-1)];
  const assumed = touchpoints.filter((x) => x.interviews === 0).map((x) => `”${x.name}”`);
  const say = [
    ...(felt.length > 1 && best && worst
      ? [
          t('walk.note.feels', {
            best: best.name,
            bestMean: sign(Math.round((best.meanValence ?? 0) * 10) / 10),
            worst: worst.name,
            worstMean: sign(Math.round((worst.meanValence ?? 0) * 10) / 10),
          }),
        ]
      : []),
    ...(assumed.length > 0
      ? [t('walk.note.assumed', { list: format.list(assumed), n: assumed.length })]
      : []),
  ];
  const ask =
    touchpoints.length === 0 || felt.length === 0
      ? [t('walk.note.whom')]
      : capital.to < capital.from && worst
        ? [t('walk.note.burns', { name: worst.name })]
        : capital.to > capital.from && best
          ? [t('walk.note.builds', { name: best.name })]
          : [t('walk.note.same')];
  return { say: say.length > 0 ? say : [t('walk.note.voices')], ask };
}
