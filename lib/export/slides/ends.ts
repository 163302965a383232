import type PptxGen from 'pptxgenjs';
import { SMALL_GROUP } from '../../review/review.ts';
import { type SubjectKind, subjectKey } from '../../review/subject.ts';
import { answersFor, subjectName } from '../subjects.ts';
import { threeFigures, verdict } from '../verdict.ts';
import type { Words } from '../words.ts';
import { fitted, heightOf, hex, openSlide, SIZE, SLIDE, WIDE, write } from './deck.ts';
import { cell, TABLE } from './table.ts';

export function titleSlide(deck: PptxGen, words: Words): void {
  const { review, t, p } = words;
  const { workshop, snapshot } = review;
  const slide = deck.addSlide();
  slide.background = { color: hex('sheet') };
  slide.addShape('rect', { x: 0, y: 0, w: 0.18, h: SLIDE.height, fill: { color: hex('accent') } });
  write(slide, words.eyebrow, { y: 2.2, h: 0.35, size: SIZE.body, colour: 'ink-soft' });
  write(slide, fitted(workshop.title, 40, WIDE, 2), { y: 2.6, h: 1.4, size: 40, bold: true });
  write(slide, fitted(snapshot.label, 20, WIDE, 2), { y: 4.1, h: 0.8, size: 20, colour: 'ink-soft' });
  if (workshop.demo) write(slide, t('fictional'), { y: 6.6, h: 0.5, size: SIZE.small, colour: 'ink-soft' });
  slide.addNotes(p('paper.slides.notes.title'));
}

/** What it comes to, and the three figures it rests on. */
export function briefSlide(deck: PptxGen, words: Words): void {
  const said = verdict(words);
  const slide = openSlide(deck, words, said.line, words.t('headline.title'));
  const text = [said.text, said.way].filter(Boolean).join(' ');
  slide.addShape('rect', {
    x: SLIDE.margin,
    y: 1.65,
    w: 0.06,
    h: 1.2,
    fill: { color: hex(said.calm ? 'accent' : 'warn') },
  });
  write(slide, text, { x: SLIDE.margin + 0.3, y: 1.65, w: WIDE - 2, h: 1.2, size: 18 });
  const gap = 0.5;
  const w = (WIDE - 2 * gap) / 3;
  threeFigures(words).forEach(({ numeral, name, note }, i) => {
    const x = SLIDE.margin + i * (w + gap);
    slide.addShape('line', { x, y: 3.5, w, h: 0, line: { color: hex('rule-strong'), width: 1 } });
    write(slide, numeral, { x, y: 3.7, w, h: 0.9, size: SIZE.numeral, bold: true });
    const h = heightOf(name, SIZE.strong, w);
    write(slide, name, { x, y: 4.6, w, h, size: SIZE.strong, bold: true });
    write(slide, note, { x, y: 4.7 + h, w, h: 1.3, size: SIZE.small, colour: 'ink-soft' });
  });
  slide.addNotes([said.line, text, words.t('colophon.method')].join('\n'));
}

export function askedSlide(deck: PptxGen, words: Words): void {
  const { review, t, p, format } = words;
  const { customerInterviews, employeeInterviews, functions, missing, questions } = review.asked;
  const slide = openSlide(deck, words, t('asked.title'));
  const lines = [
    t('asked.interviews', { customers: customerInterviews, employees: employeeInterviews }),
    functions.length > 0 ? t('asked.functions', { list: format.list(functions) }) : t('asked.noFunctions'),
    missing.length > 0 ? p('paper.missing', { list: format.list(missing), n: missing.length }) : '',
    customerInterviews > 0 && customerInterviews < SMALL_GROUP ? p('paper.small') : '',
  ].filter(Boolean);
  const half = (WIDE - 0.8) / 2;
  const y = 1.7;
  write(slide, fitted(lines.join('\n\n'), SIZE.strong, half, 16), { y, w: half, h: 4.8, size: SIZE.strong });
  if (questions.length > 0) {
    const x = SLIDE.margin + half + 0.8;
    write(slide, p('paper.questions'), { x, y, w: half, h: 0.3, size: SIZE.small, colour: 'ink-soft' });
    let at = y + 0.4;
    questions.slice(0, 6).forEach((question, i) => {
      const text = fitted(`${i + 1}.  ${question}`, SIZE.strong, half, 4);
      const h = heightOf(text, SIZE.strong, half) + 0.05;
      write(slide, text, { x, y: at, w: half, h, size: SIZE.strong });
      at += h + 0.15;
    });
  }
  slide.addNotes(lines.join('\n'));
}

export function frictionSlide(deck: PptxGen, words: Words): void {
  const { review, t, p } = words;
  const slide = openSlide(deck, words, t('frictions.title'));
  const worst = review.frictions.slice(0, 6);
  if (worst.length === 0) {
    write(slide, t('frictions.none'), { y: 1.7, h: 0.4, size: SIZE.strong, colour: 'ink-soft' });
    return;
  }
  const head = [
    '',
    p('paper.slides.where'),
    p('paper.slides.severity'),
    p('paper.slides.reach'),
    p('paper.slides.voice'),
  ];
  slide.addTable(
    [
      head.map((text) => cell(text, false, 'ink-soft')),
      ...worst.map((f, i) => [
        cell(String(i + 1), true),
        cell(fitted(f.name, 13, 2.4, 2) + (f.mirrored ? `\n(${p('paper.slides.fromInside')})` : ''), true),
        cell(
          `${'▲'.repeat(f.severity)}${'△'.repeat(3 - f.severity)} ${t(`frictions.severity${f.severity}`)}`,
          false,
          'warn',
        ),
        cell(String(f.reach)),
        cell(
          fitted(f.voices.find((v) => v.alias && !v.withheld)?.words ?? f.voices[0]?.words ?? '', 13, 5.3, 2),
        ),
      ]),
    ],
    { ...TABLE, colW: [0.5, 2.9, 1.9, 1.2, WIDE - 6.5] },
  );
  slide.addNotes([p('paper.slides.notes.frictions'), t('frictions.intro')].join('\n'));
}

/** What there is to decide on, then what has been decided. */
export function decisionSlides(deck: PptxGen, words: Words): void {
  const { review, p } = words;
  const slide = openSlide(deck, words, p('paper.slides.decide'));
  write(slide, p('paper.slides.ask'), { y: 1.4, h: 0.6, size: SIZE.strong, colour: 'ink-soft' });
  const done = new Set(review.decisions.map(({ subject }) => subjectKey(subject)));
  const open = (kind: SubjectKind, id: string) => !done.has(subjectKey({ kind, id }));
  const subjects = [
    ...review.frictions
      .filter((f) => open('friction', f.touchpointId))
      .slice(0, 4)
      .map((f) => f.name),
    ...review.opportunities
      .filter((o) => open('opportunity', o.cardId))
      .slice(0, 6)
      .map((o) => o.text),
  ];
  let y = 2.2;
  for (const subject of subjects) {
    const text = fitted(subject, SIZE.strong, WIDE - 0.5, 2);
    const h = heightOf(text, SIZE.strong, WIDE - 0.5) + 0.05;
    if (y + h > SLIDE.bottom) break;
    slide.addShape('rect', {
      x: SLIDE.margin,
      y: y + 0.04,
      w: 0.2,
      h: 0.2,
      fill: { type: 'none' },
      line: { color: hex('ink-soft'), width: 1 },
    });
    write(slide, text, { x: SLIDE.margin + 0.4, y, w: WIDE - 0.5, h, size: SIZE.strong });
    y += h + 0.16;
  }
  slide.addNotes(p('paper.slides.ask'));
  decided(deck, words);
}

const ROWS = 8;

function decided(deck: PptxGen, words: Words): void {
  const { review, p } = words;
  const rows = review.decisions.flatMap((d) => {
    const name = subjectName(d.subject, words);
    if (!name) return [];
    const what = `${p(`paper.decisions.choice.${d.choice}`)}${d.text ? `: ${d.text}` : ''}`;
    return [
      [
        cell(fitted(name, 13, 3.6, 2), true),
        cell(fitted(what, 13, 4.8, 3)),
        cell(answersFor(d, words)),
        cell(p(`paper.decisions.${d.status}`), false, 'ink-soft'),
      ],
    ];
  });
  for (let at = 0; at < rows.length; at += ROWS) {
    const slide = openSlide(deck, words, p('paper.decisions.title'));
    const head = [p('paper.decisions.what'), p('paper.decisions.decision'), p('paper.decisions.who'), ''];
    slide.addTable([head.map((text) => cell(text, false, 'ink-soft')), ...rows.slice(at, at + ROWS)], {
      ...{ ...TABLE, colW: [3.8, 5, WIDE - 10, 1.2] },
    });
  }
}
