import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { sizeCard } from '../../../lib/journey/layout/card-box.ts';
import { CARD_WIDTH } from '../../../lib/journey/layout/index.ts';
import { textWidth } from '../../../lib/journey/layout/measure.ts';
import { CARD_KINDS, type Card, type CardKind } from '../../../lib/journey/model.ts';
import { CardPicture, type CardPictureProps } from '../../../lib/journey/svg/card-picture.tsx';
import { isReworded, reworded } from '../../../lib/journey/verbatim.ts';
import { cardOf } from '../../support/journeys.ts';

const SIGN = { id: 'p1', letters: 'Ös', tone: 2 };
const TEXT_KINDS = CARD_KINDS.filter((kind) => kind !== 'emotion');

function draw(card: Card, props: Partial<CardPictureProps> = {}): string {
  const box = sizeCard(card, card.kind === 'emotion' ? 'emotion' : 'free');
  return renderToStaticMarkup(<CardPicture card={card} box={box} meta="Customer 3 · 12:04" {...props} />);
}
/** The drawing without its words and colours. */
const shapeOf = (kind: CardKind) =>
  draw(cardOf(0, { kind, evidence: 'observed', text: 'Words' }))
    .replace(/<text.*?<\/text>/g, '')
    .replace(/ (fill|stroke)="[^"]*"/g, '');

describe('the picture of a card', () => {
  it('has a shape of its own for every kind, whatever its colours', () => {
    expect(new Set(CARD_KINDS.map(shapeOf)).size).toBe(CARD_KINDS.length);
  });

  it.each(TEXT_KINDS)('keeps a %s’s words and its line inside its box', (kind) => {
    const text = 'Kundtjänstmedarbetarutbildning, three weeks and 1,117 of 2,943. '.repeat(4);
    for (const personaId of [null, 'p1']) {
      const box = sizeCard(cardOf(0, { kind, text, personaId }), 'free');
      for (const line of box.lines) {
        expect(box.textX + textWidth(line, box.fontSize)).toBeLessThanOrEqual(CARD_WIDTH);
      }
      const foot = box.textY + box.lines.length * box.lineHeight;
      expect(box.metaY ?? foot).toBeGreaterThanOrEqual(foot);
      expect(box.metaY ?? foot).toBeLessThan(box.h);
    }
  });

  it('says how sure a quote or a friction is, also where nobody said it', () => {
    for (const kind of ['quote', 'friction'] as const) {
      expect(draw(cardOf(0, { kind }), { meta: 'Assumed' })).toContain('Assumed');
    }
  });

  it('shows whose it is, that its words were changed, and what people say to it', () => {
    const card = cardOf(0, { kind: 'quote', reactions: { a: 'agree', b: 'agree', c: 'heart' } });
    const plain = draw({ ...card, reactions: {} });
    expect(draw(card, { persona: SIGN })).toContain('>Ös</text>');
    expect(draw(card)).toContain('>2</text>');
    expect(draw({ ...card, reactions: {} }, { changed: true }).length).toBeGreaterThan(plain.length);
  });

  it('takes no room for reactions, so that reacting moves nothing', () => {
    const card = cardOf(0, { kind: 'action' });
    expect(sizeCard({ ...card, reactions: { a: 'heart' } }, 'action')).toEqual(sizeCard(card, 'action'));
  });
});

describe('words that are no longer the finding’s', () => {
  it('are told from blanks at their ends and from the note beside an emotion', () => {
    expect(isReworded({ kind: 'quote', text: ' Nobody answers\n' }, 'Nobody answers')).toBe(false);
    expect(isReworded({ kind: 'quote', text: 'Nobody answered' }, 'Nobody answers')).toBe(true);
    expect(isReworded({ kind: 'emotion', text: 'sad' }, 'Nobody answers')).toBe(false);
  });

  it('are found among many cards, and not where the finding is not known', () => {
    const source = (findingId: string) => ({ findingId, interviewId: 'i' });
    const cards = [
      cardOf(0, { text: 'a', source: source('f1') }),
      cardOf(1, { text: 'b', source: source('f1') }),
      cardOf(2, { text: 'c', source: source('gone') }),
      cardOf(3, { text: 'd' }),
    ];
    expect(reworded(cards, { f1: { words: 'a' } })).toEqual(['c1']);
  });
});
