'use client';
import { memo, useMemo } from 'react';
import type { FindingView } from '@/lib/services/findings.ts';
import type { TurnView } from '@/lib/services/interviews.ts';
import { useSpeakerName } from './speaker-name.ts';
import { TurnLine } from './turn-line.tsx';

interface Props {
  turns: readonly TurnView[];
  findings: readonly FindingView[];
  active: string | null;
  language: string;
  onPick: (findingIds: readonly string[]) => void;
}

const NO_MARKS: FindingView[] = [];

/** All turns. Apart from the reader, so that selecting words draws none of them anew. */
export const TurnList = memo(function TurnList({ turns, findings, active, language, onPick }: Props) {
  const name = useSpeakerName();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names change only with the turns
  const names = useMemo(() => turns.map(name), [turns]);
  const byTurn = useMemo(() => {
    const map = new Map<number, FindingView[]>();
    for (const finding of findings) {
      const there = map.get(finding.turn);
      if (there) there.push(finding);
      else map.set(finding.turn, [finding]);
    }
    return map;
  }, [findings]);
  return (
    <ol className="plain-list">
      {turns.map((turn, i) => {
        const marks = byTurn.get(turn.position) ?? NO_MARKS;
        return (
          <TurnLine
            key={turn.position}
            turn={turn}
            name={names[i] ?? turn.speaker}
            marks={marks}
            active={marks.some((mark) => mark.id === active) ? active : null}
            language={language}
            onPick={onPick}
          />
        );
      })}
    </ol>
  );
});
