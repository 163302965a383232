import type { PhaseStory, TouchpointStory } from '../../../review/review.ts';
import { markSign, severity, voices } from '../blocks.ts';
import { ASIDE, type Flow, FULL, MAIN, PAGE } from '../flow.ts';
import { colour, mm, STYLE } from '../type.ts';

/** More voices than these are read on the map. */
const MOST_QUOTES = 4;
const MOST_INSIDE = 2;
const MOST_ACTIONS = 4;
const MOST_FACES = 12;

/** What customers told, phase by phase: the names in the margin, the voices beside them. */
export function story(flow: Flow): void {
  const { review, p } = flow.words;
  if (review.phases.length === 0) return;
  flow.heading('story', p('paper.story'), mm(70));
  review.phases.forEach((phase, i) => {
    if (i > 0) flow.space(mm(7));
    phaseStory(flow, phase);
  });
}

function phaseStory(flow: Flow, phase: PhaseStory): void {
  const { t, p, sign } = flow.words;
  const { from, to } = phase.capital;
  const way = to > from ? 'up' : to < from ? 'down' : 'level';
  const facts = [
    t(`map.parts.${phase.part}`),
    p('paper.phase.way', { way, from: sign(from), to: sign(to) }),
    phase.hasDip ? p('paper.phase.dip') : '',
  ];
  flow.ensure(mm(45));
  const { y } = flow;
  const nameLines = flow.pen.lines(phase.name, STYLE.phase, FULL - 20);
  const height = nameLines.length * STYLE.phase.leading + STYLE.small.leading + 12;
  flow.ornament(() => flow.doc.rect(PAGE.left, y, FULL, height).fill(colour(`part-${phase.part}`)));
  flow.y = y + 6;
  flow.text(phase.name, STYLE.phase, { x: PAGE.left + 10, width: FULL - 20, tag: 'H3' });
  const style = phase.hasDip ? { ...STYLE.small, colour: 'warn' as const } : STYLE.small;
  flow.text(facts.filter(Boolean).join('  ·  '), style, { x: PAGE.left + 10, width: FULL - 20 });
  flow.y = y + height + 8;
  if (phase.touchpoints.length === 0) flow.text(p('paper.phase.empty'), STYLE.soft);
  for (const touchpoint of phase.touchpoints) touchpointStory(flow, touchpoint, phase);
}

function touchpointStory(flow: Flow, touchpoint: TouchpointStory, phase: PhaseStory): void {
  const { t, p } = flow.words;
  flow.ensure(mm(24));
  const top = flow.y;
  const page = flow.doc.page;
  const foot = margin(flow, touchpoint);
  flow.y = top;
  flow.carried = touchpoint.name;
  if (touchpoint.actions.length > 0)
    flow.text(touchpoint.actions.slice(0, MOST_ACTIONS).join(' · '), STYLE.soft);
  flow.space(touchpoint.actions.length > 0 ? 4 : 0);
  emotions(flow, touchpoint);
  voices(flow, touchpoint.quotes.slice(0, MOST_QUOTES));
  const more = touchpoint.quotes.length - MOST_QUOTES;
  if (more > 0) flow.text(p('paper.touchpoint.more', { n: more }), STYLE.small);
  const friction = phase.frictions.find((f) => f.touchpointId === touchpoint.id);
  if (friction) {
    // Not without the first words of it.
    flow.ensure(mm(24));
    const at = flow.y + 2;
    flow.tag('P', () => {
      const x = severity(flow, friction.severity, PAGE.main, at);
      const n = Math.max(flow.words.review.asked.customerInterviews, friction.reach);
      const reach =
        friction.reach > 0
          ? t('frictions.reach', { reach: friction.reach, customers: n })
          : t('frictions.reachNone');
      flow.pen.line(`  ${reach}`, x, at, STYLE.small);
    });
    flow.y = at + STYLE.small.leading + 3;
    for (const one of firstVoices(friction.voices, touchpoint)) {
      voices(flow, [one]);
    }
  }
  if (touchpoint.inside.length > 0) {
    flow.space(2);
    flow.ensure(mm(14));
    flow.text(p('paper.touchpoint.inside'), STYLE.label, { tag: 'H4' });
    flow.space(3);
    voices(flow, touchpoint.inside.slice(0, MOST_INSIDE), 'employee');
  }
  if (touchpoint.interviews === 0)
    flow.text(p('paper.touchpoint.assumed'), { ...STYLE.small, colour: 'warn' });
  flow.carried = '';
  flow.y = (page === flow.doc.page ? Math.max(flow.y, foot) : flow.y) + 8;
  flow.ornament(() => flow.rule(flow.y - 4, PAGE.left, PAGE.right, 'rule'));
  flow.y += 6;
}

/** What stumbled over is told in full among the frictions: here the first words only, and none twice. */
function firstVoices(
  said: PhaseStory['frictions'][number]['voices'],
  { quotes }: TouchpointStory,
): PhaseStory['frictions'][number]['voices'] {
  const told = new Set(quotes.map((q) => q.words));
  return said.filter((v) => !told.has(v.words)).slice(0, 1);
}

/** Name, mark and how many stand behind it; returns where the margin's column ends. */
function margin(flow: Flow, touchpoint: TouchpointStory): number {
  const { t, p, sign } = flow.words;
  const place = { x: PAGE.left, width: ASIDE };
  flow.text(touchpoint.name, STYLE.strong, { ...place, tag: 'H4' });
  flow.y += 2;
  const { mark } = touchpoint;
  const marked =
    mark === null ? t('curves.none') : t(`curves.${mark > 0 ? 'exceeded' : mark < 0 ? 'missed' : 'met'}`);
  const y = flow.y;
  flow.ornament(() => markSign(flow, mark, PAGE.left + 4.5, y + 5.8));
  flow.text(marked, STYLE.label, { x: PAGE.left + 14, width: ASIDE - 14 });
  flow.y += 2;
  const facts = [`${t('curves.plain')} ${sign(touchpoint.capital.plain)}`];
  if (touchpoint.interviews > 0) facts.push(p('paper.touchpoint.interviews', { n: touchpoint.interviews }));
  flow.text(facts.join(' · '), STYLE.label, place);
  return flow.y;
}

/** The faces with their signs in a row: what was felt, by whom. */
function emotions(flow: Flow, { emotions }: TouchpointStory): void {
  if (emotions.length === 0) return;
  const { pen, words } = flow;
  const face = { ...STYLE.body, size: 12 };
  let x: number = PAGE.main;
  flow.ensure(18);
  flow.tag('P', () => {
    for (const { emoji, valence, voice } of emotions.slice(0, MOST_FACES)) {
      const value = words.sign(valence);
      const who = voice.alias ?? words.t('frictions.assumption');
      const tone = {
        ...STYLE.strong,
        colour: valence > 0 ? 'valence-p2' : valence < 0 ? 'valence-m2' : 'ink-soft',
      } as const;
      const cut = pen.lines(who, STYLE.small, MAIN - 60)[0] ?? '';
      const width =
        (emoji ? pen.width(emoji, face) + 3 : 0) + pen.width(value, tone) + 4 + pen.width(cut, STYLE.small);
      if (x > PAGE.main && x + width > PAGE.right) {
        x = PAGE.main;
        flow.y += 16;
        flow.ensure(16);
      }
      let at = x;
      if (emoji) at = pen.line(emoji, at, flow.y, face) + 3;
      at = pen.line(value, at, flow.y, tone) + 4;
      pen.line(cut, at, flow.y + 1.5, STYLE.small);
      x += width + 12;
    }
    const more = emotions.length - MOST_FACES;
    if (more > 0) pen.line(`+ ${more}`, x, flow.y + 1.5, STYLE.small);
  });
  flow.y += 20;
}
