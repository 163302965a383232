import type { Card, CardKind } from '../../journey/model.ts';
import { EmotionToken } from '../../journey/svg/emotion-token.tsx';
import { KindSign } from '../../journey/svg/glyphs.tsx';
import { paint } from '../../journey/svg/paint.ts';

/** Kinds the map tells by their outline; where cards are set as text they need a sign of their own. */
const OUTLINES: Partial<Record<CardKind, string>> = {
  quote: 'M4 3h14a2 2 0 0 1 2 2v8a2 2 0 0 1 -2 2H10l-5 5v-5H4a2 2 0 0 1 -2 -2V5a2 2 0 0 1 2 -2z',
  action: 'M2 5h11l7 6l-7 6H2z',
};

/** What kind a card is, in front of its text: the emotion's face, the friction's gravity, else the kind's sign. */
export function KindMark({ card }: { card: Card }) {
  if (card.kind === 'emotion') {
    return (
      <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
        <EmotionToken
          card={{ evidence: card.evidence, emoji: card.emoji, valence: card.valence }}
          size={28}
        />
      </svg>
    );
  }
  if (card.kind === 'friction') return <Gravity severity={card.severity} />;
  return <KindPicture kind={card.kind} />;
}

/** A kind's sign alone, for buttons. */
export function KindPicture({ kind }: { kind: CardKind }) {
  const outline = OUTLINES[kind];
  if (kind === 'emotion') {
    return (
      <svg width="22" height="22" viewBox="0 0 28 28" aria-hidden="true">
        <EmotionToken card={{ evidence: 'observed', emoji: null, valence: 1 }} size={28} />
      </svg>
    );
  }
  if (kind === 'friction') return <Gravity severity={2} />;
  return (
    <svg width="20" height="20" viewBox="0 0 22 22" aria-hidden="true">
      {outline ? (
        <path d={outline} fill={paint('ink-soft')} stroke={paint('ink-soft')} strokeLinejoin="round" />
      ) : (
        <KindSign kind={kind} x={0} y={0} />
      )}
    </svg>
  );
}

/** A triangle per step, as on the map; the steps not reached are outlines. */
function Gravity({ severity }: { severity: number | null }) {
  return (
    <svg width="22" height="30" viewBox="0 0 22 30" aria-hidden="true">
      {[1, 2, 3].map((step) => (
        <path
          key={step}
          d={TRIANGLES[step]}
          fill={(severity ?? 0) >= step ? paint('warn') : 'none'}
          stroke={paint('warn')}
          strokeWidth={1.3}
          strokeLinejoin="round"
        />
      ))}
    </svg>
  );
}
const TRIANGLES: Record<number, string> = {
  1: 'M6 9.500L11 1.500L16 9.500z',
  2: 'M6 19L11 11L16 19z',
  3: 'M6 28.500L11 20.500L16 28.500z',
};
