import { cutBefore, TEXT } from '../layout/index.ts';
import type { Evidence, Reaction } from '../model.ts';
import { REACTIONS } from '../model.ts';
import type { PersonaSign } from '../personas.ts';
import { ReactionSign } from './glyphs.tsx';
import { paint } from './paint.ts';
import { PersonaBadge } from './persona-badge.tsx';
import { TextLines } from './text-lines.tsx';

interface MetaLineProps {
  /** Top-left corner and right edge of the line. */
  x: number;
  y: number;
  right: number;
  words: string;
  evidence: Evidence;
  persona: PersonaSign | null;
  /** The card's words are no longer those of its finding. */
  changed: boolean;
}

/** Under a text: how sure it is, who said it, a pencil where the words were changed, and whose it is. */
export function MetaLine({ x, y, right, words, evidence, persona, changed }: MetaLineProps) {
  const middle = y + TEXT.metaHeight / 2;
  const end = right - (persona ? 20 : 2);
  const width = end - (changed ? 17 : 0) - x - 13;
  return (
    <g>
      <EvidenceSign evidence={evidence} x={x + 3.5} y={middle} />
      <TextLines
        lines={[cutBefore(words, ' · ', { width, fontSize: TEXT.metaSize })]}
        x={x + 12}
        y={y}
        fontSize={TEXT.metaSize}
        lineHeight={TEXT.metaHeight}
        fill="ink-soft"
      />
      {changed && <Pencil x={end - 13} y={middle - 6} />}
      {persona && <PersonaBadge sign={persona} x={right - 9} y={middle} />}
    </g>
  );
}

/** How sure it is, beside the card's line: full for observed, half for reported, empty for assumed. */
export function EvidenceSign({ evidence, x, y }: { evidence: Evidence; x: number; y: number }) {
  const ink = paint('ink-soft');
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle r={3.2} fill={evidence === 'observed' ? ink : 'none'} stroke={ink} strokeWidth={1.3} />
      {evidence === 'reported' && <path d="M0 -3.200a3.200 3.200 0 0 1 0 6.400z" fill={ink} />}
    </g>
  );
}

function Pencil({ x, y }: { x: number; y: number }) {
  return (
    <path
      d="M1.500 10.500L2.200 7.600L8.300 1.500L10.500 3.700L4.400 9.800zM1.500 10.500h9.500"
      transform={`translate(${x} ${y})`}
      fill="none"
      stroke={paint('ink-soft')}
      strokeWidth={1.3}
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  );
}

const CHIP = { height: 18, sign: 12, padX: 6, gap: 3 } as const;

/** How many say what to a card, on its lower edge; takes no room in the layout. */
export function ReactionChips(props: {
  reactions: Record<string, Reaction>;
  right: number;
  /** Of the edge they lie on. */
  y: number;
  mine: Reaction | null;
}) {
  const counts = countsOf(props.reactions);
  const chips = REACTIONS.flatMap((reaction) => {
    const n = counts[reaction];
    return n ? [{ reaction, n, width: chipWidth(n) }] : [];
  });
  let x = props.right + CHIP.gap - chips.reduce((sum, chip) => sum + chip.width + CHIP.gap, 0);
  return chips.map(({ reaction, n, width }) => {
    const left = x;
    x += width + CHIP.gap;
    const isMine = props.mine === reaction;
    return (
      <g key={reaction} transform={`translate(${left} ${props.y - CHIP.height / 2})`}>
        <rect
          width={width}
          height={CHIP.height}
          rx={CHIP.height / 2}
          fill={paint('sheet')}
          stroke={paint(isMine ? 'accent' : 'rule-strong')}
          strokeWidth={isMine ? 1.6 : 1}
        />
        <g transform={`translate(${CHIP.padX} 3)`}>
          <ReactionSign reaction={reaction} colour={paint(isMine ? 'accent' : 'ink-soft')} />
        </g>
        {n > 1 && (
          <text
            x={width - CHIP.padX}
            y={13}
            fontSize={TEXT.metaSize - 1}
            textAnchor="end"
            fill={paint('ink')}
          >
            {n}
          </text>
        )}
      </g>
    );
  });
}

const chipWidth = (n: number): number =>
  2 * CHIP.padX + CHIP.sign + (n > 1 ? CHIP.gap + 7 * String(n).length : 0);

export function countsOf(reactions: Record<string, Reaction>): Partial<Record<Reaction, number>> {
  const counts: Partial<Record<Reaction, number>> = {};
  for (const said of Object.values(reactions)) counts[said] = (counts[said] ?? 0) + 1;
  return counts;
}
