import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { copied } from '../../../lib/board/clipboard/out.ts';
import { adoptable, unpacked } from '../../../lib/board/clipboard/own.ts';
import { contentOf } from '../../../lib/board/clipboard/read.ts';
import { addCards } from '../../../lib/journey/commands/cards.ts';
import { addLane, addPhase, addTouchpoint } from '../../../lib/journey/commands/structure.ts';
import { openJourney, toJourney } from '../../../lib/journey/document.ts';
import { CARD_KINDS } from '../../../lib/journey/model.ts';

const labels = {
  columns: { kind: 'Kind', text: 'Text', touchpoint: 'Touchpoint', lane: 'Lane' },
  kind: Object.fromEntries(CARD_KINDS.map((kind) => [kind, kind])) as Record<
    (typeof CARD_KINDS)[number],
    string
  >,
};
const source = { findingId: 'f1', interviewId: 'i1' };

function journeyWith(...texts: string[]) {
  const j = openJourney(new Y.Doc());
  const phaseId = addPhase(j, { name: 'Buys', part: 'during' });
  const touchpointId = addTouchpoint(j, { name: 'Bill <comes>', phaseId });
  const laneId = addLane(j, { name: 'Says', kind: 'quote' });
  const cell = { touchpointId, laneId };
  addCards(
    j,
    texts.map((text) => ({ kind: 'quote', text, cell, authorId: 'u1', source })),
  );
  return { journey: toJourney(j), cell };
}
const copyOf = (...texts: string[]) => {
  const { journey, cell } = journeyWith(...texts);
  return { ...copied(journey, journey.cards, null, 'w1', labels), cell };
};

describe('copied cards', () => {
  it('are a line each as text, and a table as HTML', () => {
    const { text, html } = copyOf('One\nin two lines', 'Tw<o');
    expect(text).toBe('One in two lines\nTw<o');
    expect(html).toContain(
      '<tr><td>quote</td><td>One<br>in two lines</td><td>Bill &lt;comes&gt;</td><td>Says</td></tr>',
    );
    expect(html).toContain('<tr><th>Kind</th>');
  });

  it.each(['=HYPERLINK("https://evil.example")', '+46', '-1', '@SUM(A1)', ' \t=1+1'])(
    'that begin like a formula (%s) stay words in a spreadsheet',
    (formula) => {
      const { text, html } = copyOf(formula);
      expect(text.startsWith("'")).toBe(true);
      expect(html).toMatch(/<td>'/);
    },
  );

  it('come back whole, with where they lay', () => {
    const { html, text, cell } = copyOf('=1', '"Quoted" åäö 👍 <b>');
    const content = contentOf({ html, text, images: [] });
    expect(content).toMatchObject({
      type: 'own',
      content: {
        workshopId: 'w1',
        cards: [
          { text: '=1', kind: 'quote', evidence: 'observed', source, place: cell },
          { text: '"Quoted" åäö 👍 <b>' },
        ],
      },
    });
  });

  it('come back as rows where another program has rewritten the HTML', () => {
    const { html } = copyOf('=1', 'Two');
    const rewritten = html.replace(/ data-utifran="[^"]*"/, '');
    expect(contentOf({ html: rewritten, text: '', images: [] })).toMatchObject({
      cards: [
        { kind: 'quote', text: '=1', touchpoint: 'Bill <comes>', lane: 'Says' },
        { kind: 'quote', text: 'Two' },
      ],
    });
  });
});

describe('what poses as our own content', () => {
  const packedAs = (value: unknown) => encodeURIComponent(JSON.stringify(value));
  it.each([
    ['nothing', null],
    ['no JSON', '%7B'],
    ['a broken escape', '%'],
    ['another version', packedAs({ v: 2, workshopId: 'w', cards: [], drawing: null })],
    ['an unknown kind', packedAs({ v: 1, workshopId: 'w', cards: [{ kind: 'script' }], drawing: null })],
    ['a list that is none', packedAs({ v: 1, workshopId: 'w', cards: {}, drawing: null })],
  ])('is not taken: %s', (_name, value) => {
    expect(unpacked(value)).toBeNull();
  });
});

it('a card copied to another map leaves its finding, persona and cell behind, and is no longer observed', () => {
  const { html, text } = copyOf('Said');
  const content = contentOf({ html, text, images: [] });
  if (content.type !== 'own' || !content.content.cards[0]) throw new Error('not read');
  const card = { ...content.content.cards[0], personaId: 'p1' };
  expect(adoptable(card, 'w1', 'w1')).toBe(card);
  expect(adoptable(card, 'w1', 'w2')).toMatchObject({
    text: 'Said',
    source: null,
    personaId: null,
    place: null,
    evidence: 'assumed',
  });
});
