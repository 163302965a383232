import type PptxGen from 'pptxgenjs';
import type { PhaseStory, TouchpointStory } from '../../review/review.ts';
import type { Words } from '../words.ts';
import { fitted, hex, openSlide, SIZE, SLIDE, type Slide, WIDE, write } from './deck.ts';
import { speech } from './speech.ts';

/** More touchpoints than these side by side cannot be read from the back of the room. */
const ABREAST = 4;
const GAP = 0.3;
const TOP = 1.95;

/** A phase on a slide of its own, its touchpoints side by side as on the map; on several where they are many. */
export function phaseSlides(deck: PptxGen, words: Words): void {
  const { review } = words;
  review.phases.forEach((phase, i) => {
    const parts = chunks(phase.touchpoints, ABREAST);
    parts.forEach((touchpoints, part) => {
      phaseSlide(deck, words, phase, touchpoints, { rank: i + 1, part: part + 1, parts: parts.length });
    });
  });
}

function phaseSlide(
  deck: PptxGen,
  words: Words,
  phase: PhaseStory,
  touchpoints: readonly TouchpointStory[],
  at: { rank: number; part: number; parts: number },
): void {
  const { review, t, p, sign } = words;
  const of = p('paper.slides.phaseOf', { n: at.rank, all: review.phases.length });
  const title = at.parts > 1 ? `${phase.name} (${at.part}/${at.parts})` : phase.name;
  const slide = openSlide(deck, words, title, `${of} · ${t(`map.parts.${phase.part}`)}`);
  const { from, to } = phase.capital;
  const way = p('paper.phase.way', {
    way: to > from ? 'up' : to < from ? 'down' : 'level',
    from: sign(from),
    to: sign(to),
  });
  write(slide, [way, phase.hasDip ? p('paper.phase.dip') : ''].filter(Boolean).join(' '), {
    ...{ y: 1.3, h: 0.35, size: SIZE.body, colour: phase.hasDip ? 'warn' : 'ink-soft' },
  });
  if (touchpoints.length === 0) {
    write(slide, p('paper.phase.empty'), { y: TOP, h: 0.4, size: SIZE.body, colour: 'ink-soft' });
  }
  const w =
    touchpoints.length > 1 ? (WIDE - GAP * (touchpoints.length - 1)) / touchpoints.length : WIDE * 0.6;
  const unsaid = touchpoints.flatMap((touchpoint, i) =>
    column(slide, words, phase, touchpoint, { x: SLIDE.margin + i * (w + GAP), w }),
  );
  const more = unsaid.length > 0 ? [p('paper.slides.notes.more'), ...unsaid] : [];
  slide.addNotes([way, p('paper.slides.notes.phase'), ...more].join('\n'));
}

/** One touchpoint; returns what it had no room for. */
function column(
  slide: Slide,
  words: Words,
  phase: PhaseStory,
  touchpoint: TouchpointStory,
  { x, w }: { x: number; w: number },
): string[] {
  const { t, p, sign } = words;
  slide.addShape('rect', { x, y: TOP, w, h: 0.04, fill: { color: hex(toneOf(touchpoint)) } });
  write(slide, fitted(touchpoint.name, SIZE.strong, w, 2), {
    x,
    y: TOP + 0.1,
    w,
    h: 0.56,
    size: SIZE.strong,
    bold: true,
  });
  const { mark } = touchpoint;
  const marked =
    mark === null ? t('curves.none') : t(`curves.${mark > 0 ? 'exceeded' : mark < 0 ? 'missed' : 'met'}`);
  const signed = mark === null ? marked : `${sign(mark)} ${marked}`;
  write(slide, signed, {
    x,
    y: TOP + 0.66,
    w,
    h: 0.25,
    size: SIZE.small,
    colour: toneOf(touchpoint),
    bold: true,
  });
  const felt = touchpoint.emotions
    .slice(0, 5)
    .map((e) => `${e.emoji} ${sign(e.valence)}`.trim())
    .join('   ');
  if (felt) write(slide, felt, { x, y: TOP + 0.93, w, h: 0.28, size: SIZE.body });
  const friction = phase.frictions.find((f) => f.touchpointId === touchpoint.id);
  if (friction) {
    const wedges = '▲'.repeat(friction.severity) + '△'.repeat(3 - friction.severity);
    const customers = Math.max(words.review.asked.customerInterviews, friction.reach);
    const reach =
      friction.reach > 0
        ? t('frictions.reach', { reach: friction.reach, customers })
        : t('frictions.reachNone');
    const line = `${wedges} ${t(`frictions.severity${friction.severity}`)} · ${reach}`;
    write(slide, line, { x, y: TOP + 1.24, w, h: 0.28, size: SIZE.small, colour: 'warn' });
  }
  let y = TOP + 1.64;
  // Fewer side by side: larger, for the back of the room.
  const size = w > 5 ? 16 : w > 3.6 ? 14 : SIZE.small;
  const foot = SLIDE.bottom - (touchpoint.interviews === 0 ? 0.4 : 0);
  const unsaid: string[] = [];
  const most = w < 3.2 ? 5 : 4;
  const told = new Set<string>();
  const say = (voice: (typeof touchpoint.quotes)[number], tone: 'customer' | 'employee' = 'customer') => {
    // Words that must not be quoted are all the same: they are said once.
    if (!voice.words.trim() || told.has(voice.words)) return;
    told.add(voice.words);
    const next = speech(slide, voice, { x, y, w, size, most, bottom: foot, tone }, words);
    if (next === null) unsaid.push(`${touchpoint.name}: ”${voice.words}” ${voice.alias ?? ''}`.trim());
    else y = next;
  };
  // Of what is a friction somebody's own words first, then the quotes, then how it looks from the inside.
  for (const voice of friction?.voices.slice(0, 1) ?? []) say(voice);
  for (const voice of touchpoint.quotes) say(voice);
  for (const voice of touchpoint.inside.slice(0, 1)) say(voice, 'employee');
  if (touchpoint.interviews === 0) {
    write(slide, p('paper.touchpoint.assumed'), {
      x,
      y: SLIDE.bottom - 0.5,
      w,
      h: 0.5,
      size: SIZE.small,
      colour: 'warn',
    });
  }
  return unsaid;
}

const toneOf = ({ mark }: TouchpointStory) =>
  mark === null || mark === 0 ? 'valence-0' : mark > 0 ? 'valence-p2' : 'valence-m2';

/** At least one, so that an empty phase has its slide too. */
function chunks<T>(items: readonly T[], size: number): T[][] {
  const count = Math.max(1, Math.ceil(items.length / size));
  const each = Math.ceil(items.length / count);
  return Array.from({ length: count }, (_, i) => items.slice(i * each, (i + 1) * each));
}
