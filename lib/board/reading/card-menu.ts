import { moveCards, react, setCard } from '../../journey/commands/cards.ts';
import { CARD_KINDS, type Card, EVIDENCE, laneFor, REACTIONS, type Severity } from '../../journey/model.ts';
import { signed } from '../../journey/svg/paint.ts';
import type { Board } from '../board.ts';
import { deleteCards, editCard, placeCards, reveal } from '../commands.ts';
import type { MenuItem } from '../ui/menu.tsx';
import type { useMapText } from '../ui/text.ts';
import { touchpointItems } from '../ui/touchpoint-items.ts';
import { cardsIn } from './cells.ts';
import { mayChange } from './words.ts';

type Text = ReturnType<typeof useMapText>;
type Items = MenuItem[];

export const VALENCES = [2, 1.5, 1, 0.5, 0, -0.5, -1, -1.5, -2] as const;

/** Everything that can be done with one card, by choice instead of by hand. */
export function cardItems(board: Board, t: Text, card: Card): Items {
  const details = { label: t('panel.details'), run: () => board.$open.set(card.id) };
  const says = reactionItems(board, t, card);
  if (!mayChange(board, card)) return [details, ...says];
  return [
    { label: t('read.edit'), run: () => editCard(board, card.id), hint: 'Enter' },
    details,
    { label: t('panel.moveTo'), more: () => toTouchpoint(board, card) },
    ...(card.place ? [{ label: t('panel.lane'), more: () => toLane(board, card) }] : []),
    ...orderItems(board, t, card),
    ...markItems(board, t, card),
    ...says,
    ...(card.place ? [{ label: t('panel.toTray'), run: () => placeCards(board, [card.id], null) }] : []),
    { label: t('panel.remove'), run: () => deleteCards(board, [card.id]), danger: true, hint: 'Del' },
  ];
}

function toTouchpoint(board: Board, card: Card): Items {
  const laneId = card.place?.laneId;
  return touchpointItems(
    board,
    (touchpointId) => placeCards(board, [card.id], { touchpointId, ...(laneId ? { laneId } : {}) }),
    card.place?.touchpointId,
  );
}

function toLane(board: Board, card: Card): Items {
  const { lanes } = board.$journey.get();
  const fitting = lanes.filter((lane) => laneFor(lanes, card.kind, lane.id)?.id === lane.id);
  return fitting.map((lane) => ({
    label: lane.name,
    checked: lane.id === card.place?.laneId,
    run: () => {
      if (!card.place) return;
      placeCards(board, [card.id], { touchpointId: card.place.touchpointId, laneId: lane.id });
    },
  }));
}

/** Before the first or after any other card of its cell; an emotion's height is its valence instead. */
function orderItems(board: Board, t: Text, card: Card): Items {
  const { place } = card;
  if (!place || card.kind === 'emotion') return [];
  const others = cardsIn(board, place.touchpointId, place.laneId).filter((c) => c.id !== card.id);
  if (others.length === 0) return [];
  const to = (index: number) => () => {
    board.step((j) => moveCards(j, [card.id], place, index));
    reveal(board, card.id);
  };
  const more = () => [
    { label: t('read.first'), run: to(0) },
    ...others.map((other, i) => ({
      label: t('read.after', { words: other.text.slice(0, 40) || t(`kind.${other.kind}`) }),
      run: to(i + 1),
    })),
  ];
  return [{ label: t('read.order'), more }];
}

function markItems(board: Board, t: Text, card: Card): Items {
  const set = (fields: Parameters<typeof setCard>[2]) => () => {
    board.step((j) => setCard(j, card.id, fields));
    reveal(board, card.id);
  };
  const items: Items = [];
  if (card.kind === 'emotion') {
    const more = () =>
      VALENCES.map((valence) => ({
        label: valenceName(t, valence),
        checked: card.valence === valence,
        run: set({ valence }),
      }));
    items.push({ label: t('panel.valence'), more });
  } else {
    const more = () =>
      CARD_KINDS.filter((kind) => kind !== 'emotion').map((kind) => ({
        label: t(`kind.${kind}`),
        checked: card.kind === kind,
        run: set({ kind }),
      }));
    items.push({ label: t('panel.kind'), more });
  }
  if (card.kind === 'friction') {
    const more = () =>
      ([1, 2, 3] as Severity[]).map((severity) => ({
        label: `${'▲'.repeat(severity)} ${t(`panel.severityOf.${severity}`)}`,
        checked: card.severity === severity,
        run: set({ severity }),
      }));
    items.push({ label: t('panel.severity'), more });
  }
  const evidence = () =>
    EVIDENCE.map((e) => ({
      label: t(`evidence.${e}`),
      checked: card.evidence === e,
      // Observed means that an interview stands behind it; nobody can decide that by hand.
      disabled: e === 'observed' && card.source === null,
      run: set({ evidence: e }),
    }));
  items.push({ label: t('evidenceLabel'), more: evidence });
  const { personas } = board.$journey.get();
  if (personas.length > 0) {
    const more = () =>
      [null, ...personas].map((persona) => ({
        label: persona?.name ?? t('read.nobody'),
        checked: card.personaId === (persona?.id ?? null),
        run: set({ personaId: persona?.id ?? null }),
      }));
    items.push({ label: t('read.persona'), more });
  }
  return items;
}

/** What one says to it; choosing the same again takes it back. */
function reactionItems(board: Board, t: Text, card: Card): Items {
  const { canWrite, userId } = board.options;
  if (!canWrite) return [];
  const mine = card.reactions[userId] ?? null;
  const more = () =>
    REACTIONS.map((reaction) => ({
      label: t(`read.reaction.${reaction}`),
      checked: mine === reaction,
      run: () => {
        board.step((j) => react(j, card.id, userId, mine === reaction ? null : reaction));
        reveal(board, card.id);
      },
    }));
  return [{ label: t('read.react'), more }];
}

/** `+1.5`, with what the ends and the middle mean. */
export function valenceName(t: Text, valence: number): string {
  const words = { '2': 'veryGood', '1': 'good', '0': 'neutral', '-1': 'bad', '-2': 'veryBad' } as const;
  const word = words[String(valence) as keyof typeof words];
  const number = signed(valence, t('decimal'));
  return word ? `${number}  ${t(`read.felt.${word}`)}` : number;
}
