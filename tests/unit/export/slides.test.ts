import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, it, vi } from 'vitest';
import { exportSnapshot } from '../../../lib/export/export.ts';
import { bareReview, demoReview, rewritten } from './paper-review.ts';

// Whole files are written, with their fonts.
vi.setConfig({ testTimeout: 60_000 });

async function slides(review: ReturnType<typeof demoReview>) {
  const bytes = await exportSnapshot({ format: 'slides', review, locale: 'sv', state: null });
  return unzipSync(bytes);
}

interface Element {
  name: string;
  attributes: Record<string, string>;
}

/** Throws where it is not well-formed. */
function read(xml: string): { elements: Element[]; text: string } {
  const elements: Element[] = [];
  let text = '';
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    elements.push({ name, attributes: attributes as Record<string, string> });
  });
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.write(xml).close();
  return { elements, text };
}

const isXml = (name: string) => /\.(xml|rels)$/.test(name);

/** A package that programs open: every part is XML, known by its type, and every relation leads to a part. */
function sound(files: Record<string, Uint8Array>): void {
  const types = read(strFromU8(files['[Content_Types].xml'] as Uint8Array)).elements;
  const defaults = new Set(types.flatMap((e) => e.attributes.Extension ?? []));
  const overrides = new Set(types.flatMap((e) => e.attributes.PartName?.slice(1) ?? []));
  for (const [name, bytes] of Object.entries(files)) {
    if (name.endsWith('/') || name === '[Content_Types].xml') continue;
    expect(overrides.has(name) || defaults.has(name.split('.').pop() ?? ''), name).toBe(true);
    if (!isXml(name)) continue;
    const { elements } = read(strFromU8(bytes));
    expect(
      elements
        .map((e) => e.name)
        .filter(
          (tag) =>
            /hlink|script|oleObj/i.test(tag.split(':').pop() ?? '') && !/^a:(hlink|folHlink)$/.test(tag),
        ),
    ).toEqual([]);
    if (!name.endsWith('.rels')) continue;
    const base = path.posix.join(path.posix.dirname(name), '..');
    for (const { attributes } of elements.filter((e) => e.name === 'Relationship')) {
      expect(attributes.TargetMode).not.toBe('External');
      const target = attributes.Target as string;
      const part = target.startsWith('/') ? target.slice(1) : path.posix.join(base, target);
      expect(Object.keys(files), `${name} leads to ${part}`).toContain(part);
    }
  }
}

const slideNames = (files: Record<string, Uint8Array>) =>
  Object.keys(files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));

describe('the demo’s slides', async () => {
  const review = demoReview('sv');
  const files = await slides(review);
  const texts = slideNames(files).map((name) => read(strFromU8(files[name] as Uint8Array)).text);

  it('are a package that programs open', () => sound(files));

  it('are one a phase besides the others, with the phase’s touchpoints and words on it', () => {
    for (const phase of review.phases) {
      const slide = texts.find((text) => text.includes(phase.name) && text.includes('Fas '));
      for (const touchpoint of phase.touchpoints) expect(slide).toContain(touchpoint.name);
      const [quote] = phase.touchpoints[0]?.quotes ?? [];
      const [friction] = phase.frictions;
      const first = (friction?.voices[0] ?? quote)?.words ?? '';
      expect(slide).toContain(first.slice(0, 40));
    }
  });

  it('tell what has changed since the last review, and leave out of what is to be decided what has been', () => {
    expect(texts.some((text) => text.includes('sedan förra genomgången'))).toBe(true);
    const toDecide = texts.find((text) => text.includes('Att besluta i dag'));
    expect(toDecide).not.toContain(review.frictions[0]?.name);
    expect(toDecide).toContain(review.frictions[1]?.name);
  });

  it('have the curves as charts, not as pictures, and notes for whoever speaks', () => {
    expect(Object.keys(files).filter((n) => /^ppt\/charts\/chart\d+\.xml$/.test(n))).toHaveLength(2);
    expect(Object.keys(files).filter((n) => /\.(png|jpe?g|svg)$/.test(n))).toEqual([]);
    const notes = Object.keys(files).filter((n) => /notesSlide\d+\.xml$/.test(n));
    expect(notes.length).toBe(slideNames(files).length);
  });
});

it.each([
  ['whatever anybody wrote', rewritten(demoReview('sv'))],
  ['an empty map', bareReview([])],
  ['one touchpoint', bareReview([1])],
  ['words without end', rewritten(demoReview('sv'), ['å'.repeat(400), 'x'.repeat(2_000)])],
  [
    'characters that are none',
    rewritten(demoReview('sv'), ['שלום \u202e\u0000\ud83d', '\n\n\t', '\u000b&<']),
  ],
])('are sound with %s', async (_, review) => {
  const files = await slides(review);
  sound(files);
  expect(slideNames(files).length).toBeGreaterThan(4);
});
