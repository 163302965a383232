import type { Card } from '../../journey/model.ts';
import type { Board } from '../board.ts';
import { type Finding, kindOf } from '../findings.ts';
import { colourOf } from '../members.ts';
import { saidBy } from '../reading/words.ts';
import type { useMapText } from '../ui/text.ts';
import { seek } from '../ui/tray/seek.ts';
import type { Command } from './commands.ts';
import { goToCard, goToLane, goToPerson, goToPhase, goToTouchpoint } from './go.ts';
import { type Sought, sought } from './rank.ts';
import type { Entry } from './search.ts';

type Text = ReturnType<typeof useMapText>;

/** Everything on a board that can be found by its name or words. */
export function entriesOf(board: Board, t: Text, commands: readonly Command[]): Entry[] {
  const { phases, touchpoints, lanes, cards } = board.$journey.get();
  const phaseNames = new Map(phases.map((p) => [p.id, p.name]));
  const columns = new Map(touchpoints.map((p) => [p.id, p.name]));
  const findings = board.$findings.get();
  const used = new Set(cards.map((c) => c.source?.findingId));
  return [
    ...commands.map(({ id, label, hint, words, quiet, run }) => ({
      ...named('command', id, label, run, words),
      ...(hint ? { hint } : {}),
      ...(quiet ? { quiet } : {}),
    })),
    ...touchpoints.map((p) => ({
      ...named('touchpoint', p.id, p.name, () => goToTouchpoint(board, p.id), p.channel ?? ''),
      detail: phaseNames.get(p.place.phaseId) ?? '',
    })),
    ...phases.map((p) => named('phase', p.id, p.name, () => goToPhase(board, p.id))),
    // Where one touchpoint is shown at a time all its lanes are.
    ...(board.elsewhere?.goTo ? [] : lanes).map((l) =>
      named('lane', l.id, l.name, () => goToLane(board, l.id)),
    ),
    ...cards.map((card) => ofCard(board, t, card, card.place ? columns.get(card.place.touchpointId) : null)),
    ...[...findings.values()].filter((f) => !used.has(f.id)).map((f) => ofFinding(board, f)),
    ...people(board),
  ];
}

function named(sort: Entry['in'], id: string, label: string, run: () => void, words = ''): Entry {
  const name = sought(label);
  return { id, in: sort, label, name, all: words ? sought(`${label} ${words}`) : name, loose: true, run };
}

/** Letters are compared once per card and source, not once per opening. */
const ready = new WeakMap<object, { said: string; name: Sought; all: Sought }>();

function readied(of: object, label: string, said: string) {
  let held = ready.get(of);
  if (!held || held.said !== said) {
    held = { said, name: sought(label), all: sought(`${label} ${said}`) };
    ready.set(of, held);
  }
  return held;
}

function ofCard(board: Board, t: Text, card: Card, touchpoint: string | null | undefined): Entry {
  const said = saidBy(board, card) ?? '';
  const label = oneLine(card.text) || t(`kind.${card.kind}`);
  const { name, all } = readied(card, label, said);
  return {
    id: card.id,
    in: touchpoint == null ? 'finding' : 'card',
    label,
    kind: card.kind,
    detail: [touchpoint ?? t('find.lifted'), said].filter(Boolean).join(' · '),
    name,
    all,
    run: () => (touchpoint == null ? seek(board, card.id) : goToCard(board, card.id)),
  };
}

function ofFinding(board: Board, finding: Finding): Entry {
  const label = oneLine(finding.words);
  const { name, all } = readied(finding, label, finding.alias);
  const run = () => seek(board, finding.id);
  return {
    id: finding.id,
    in: 'finding',
    label,
    kind: kindOf(finding),
    detail: finding.alias,
    name,
    all,
    run,
  };
}

/** Everybody else who is here, once each; going to them means seeing what they see. */
function people(board: Board): Entry[] {
  // Only on a canvas is there a view to follow.
  if (!board.editor) return [];
  const present = new Map(board.$others.get().map(({ user }) => [user.id, user]));
  present.delete(board.options.userId);
  return [...present.values()].map(({ id, name, functionName }) => ({
    ...named('person', id, name, () => goToPerson(board, id), functionName),
    detail: functionName,
    colour: colourOf(id),
  }));
}

const oneLine = (text: string) => text.trim().replace(/\s+/g, ' ');
