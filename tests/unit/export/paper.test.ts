import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { exportSnapshot } from '../../../lib/export/export.ts';
import { bareReview, demoReview, rewritten } from './paper-review.ts';

// Whole files are written, with their fonts.
vi.setConfig({ testTimeout: 60_000 });

const write = (review: ReturnType<typeof demoReview>, format: 'report' | 'mapA3' | 'mapA1' = 'report') =>
  exportSnapshot({ format, review, locale: 'sv', state: null });

/** The file with every stream in it opened: what could act stands in plain words then. */
function opened(pdf: Uint8Array): string {
  const text = Buffer.from(pdf).toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map((m) => {
    try {
      return inflateSync(Buffer.from(m[1] as string, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  return text.replace(/stream\r?\n[\s\S]*?\r?\nendstream/g, '') + streams.join('\n');
}

/** What a reader selects and searches in; null where the machine has no tool for it. */
function textIn(pdf: Uint8Array): string | null {
  const dir = mkdtempSync(path.join(tmpdir(), 'paper-'));
  try {
    writeFileSync(path.join(dir, 'a.pdf'), pdf);
    const { status, stdout } = spawnSync('pdftotext', ['-enc', 'UTF-8', path.join(dir, 'a.pdf'), '-']);
    return status === 0 ? stdout.toString('utf8').replace(/\s+/g, ' ') : null;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

const pages = (pdf: Uint8Array) => opened(pdf).match(/\/Type \/Page\b/g)?.length ?? 0;

describe('the report', async () => {
  const review = demoReview('sv');
  const pdf = await write(review);
  const text = textIn(pdf);

  it('names itself, its language and its sections, and is tagged', () => {
    const inside = opened(pdf);
    for (const part of [
      '/Lang (sv-SE)',
      '/Outlines',
      '/MarkInfo',
      '/StructTreeRoot',
      '/DisplayDocTitle true',
    ]) {
      expect(inside).toContain(part);
    }
    expect(pdf.length).toBeLessThan(1_000_000);
  });

  it.skipIf(text === null)('can be searched: every friction’s words, quotation marks and å, ä, ö', () => {
    for (const friction of review.frictions) {
      for (const { words } of friction.voices) expect(text).toContain(words.replace(/\s+/g, ' '));
    }
    expect(text).toMatch(/”rörligt”, ”fast” och ”timpris”/);
    expect(text).toContain(review.snapshot.sha256);
    expect(text).not.toMatch(/\{\w+\}|paper\.\w+|undefined|NaN/);
  });
  if (text === null) console.warn('pdftotext is not installed: what can be found in a PDF was not tried.');

  it.skipIf(text === null)(
    'says what no font of ours has, instead of showing an empty box silently',
    async () => {
      const said = textIn(await write(rewritten(review, ['شكرا جزيلا'])));
      expect(said).toContain('□□□□');
      expect(said).toMatch(/tecken står som □/);
    },
  );
});

it.each(['report', 'mapA3'] as const)(
  'holds nothing that acts, whatever anybody wrote: %s',
  async (format) => {
    const inside = opened(await write(rewritten(demoReview('sv')), format));
    expect(inside).not.toMatch(
      /\/(JavaScript|JS|Launch|URI|SubmitForm|GoToR|GoToE|RichMedia|AA|OpenAction)\b/,
    );
  },
);

it.each([
  ['an empty map', bareReview([])],
  ['one touchpoint', bareReview([1])],
  ['words without end', rewritten(demoReview('sv'), ['å'.repeat(130), 'x'.repeat(300)])],
  [
    'right to left, and characters that are none',
    rewritten(demoReview('sv'), ['שלום \u202e\u0000\ud83d', '\n\n\t']),
  ],
  ['nothing but emoji', rewritten(demoReview('sv'), ['👩‍👩‍👧🏴󠁧󠁢󠁥󠁮󠁧󠁿'.repeat(40)])],
])('prints %s', async (_, review) => {
  expect(pages(await write(review))).toBeGreaterThan(1);
});

it('puts the map on one large sheet where it can be read from it', async () => {
  expect(pages(await write(demoReview('sv'), 'mapA1'))).toBe(1);
  expect(pages(await write(demoReview('sv'), 'mapA3'))).toBe(2);
});
