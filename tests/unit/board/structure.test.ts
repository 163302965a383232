import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Board } from '../../../lib/board/board.ts';
import { consequence, removeTarget } from '../../../lib/board/structure/remove.ts';
import { moveTo, nearestSpot, type Spot, spotsOf } from '../../../lib/board/structure/spots.ts';
import { channelsFor, ownersFor } from '../../../lib/board/structure/suggestions.ts';
import { drawnCurves, keepView, shownCurves, toggleCurve } from '../../../lib/board/structure/view.ts';
import { addCard } from '../../../lib/journey/commands/cards.ts';
import { addPersona, removePersona, setPersonaTone } from '../../../lib/journey/commands/personas.ts';
import { addLane, addPhase, addTouchpoint, setTouchpoint } from '../../../lib/journey/commands/structure.ts';
import { openJourney, toJourney } from '../../../lib/journey/document.ts';
import { COLUMN, layout } from '../../../lib/journey/layout/index.ts';

/** Before: A (a1, a2), B (nothing). During: none. After: C (c1). Lanes: says, feels, free. */
function map() {
  const journey = openJourney(new Y.Doc(), 'me');
  const a = addPhase(journey, { name: 'A', part: 'before' });
  const b = addPhase(journey, { name: 'B', part: 'before' });
  const c = addPhase(journey, { name: 'C', part: 'after' });
  const touch = (name: string, phaseId: string) => addTouchpoint(journey, { name, phaseId });
  const [a1, a2, c1] = [touch('a1', a), touch('a2', a), touch('c1', c)];
  const says = addLane(journey, { name: 'says', kind: 'quote' });
  const feels = addLane(journey, { name: 'feels', kind: 'emotion' });
  const free = addLane(journey, { name: 'free', kind: 'free' });
  const board = new Board({
    journey,
    userId: 'me',
    workshopId: 'w',
    sources: {},
    canWrite: true,
    structure: 'always',
  });
  board.project = () => board.readJourney();
  journey.doc.on('afterTransaction', () => board.readJourney());
  board.readJourney();
  const quote = (touchpointId: string, laneId = says) =>
    addCard(journey, { kind: 'quote', text: 'x', cell: { touchpointId, laneId }, authorId: 'me' });
  return { board, j: journey, ids: { a, b, c, a1, a2, c1, says, feels, free }, quote };
}

const names = ({ j }: ReturnType<typeof map>) => toJourney(j).touchpoints.map((t) => t.name);

/** Drops a name at a place of the map as the pointer would, and says whether anything happened. */
function drop(m: ReturnType<typeof map>, collection: Spot['collection'], id: string, at: number): boolean {
  const spot = nearestSpot(spotsOf(layout(toJourney(m.j)), collection), at);
  const command = spot && moveTo(toJourney(m.j), { collection, id }, spot);
  command?.(m.j);
  return Boolean(command);
}

describe('dropping a name', () => {
  const W = COLUMN.width;

  it('puts a touchpoint before or behind another, by the half the pointer is over', () => {
    const m = map();
    expect(drop(m, 'touchpoints', m.ids.a2, 0.2 * W)).toBe(true);
    expect(names(m)).toEqual(['a2', 'a1', 'c1']);
    expect(drop(m, 'touchpoints', m.ids.a2, 1.8 * W)).toBe(true);
    expect(names(m)).toEqual(['a1', 'a2', 'c1']);
  });

  it('does nothing where it lies already, on both of its sides', () => {
    const m = map();
    for (const at of [0, 0.4 * W, 0.9 * W, W]) expect(drop(m, 'touchpoints', m.ids.a1, at)).toBe(false);
  });

  it('takes a touchpoint into another phase, an empty one as well', () => {
    const m = map();
    const b = layout(toJourney(m.j)).phases[1];
    drop(m, 'touchpoints', m.ids.a1, (b?.x ?? 0) + W / 2);
    expect(toJourney(m.j).touchpoints.map((t) => [t.name, t.place.phaseId])).toEqual([
      ['a2', m.ids.a],
      ['a1', m.ids.b],
      ['c1', m.ids.c],
    ]);
  });

  it('takes a phase into another part', () => {
    const m = map();
    const { width } = layout(toJourney(m.j));
    drop(m, 'phases', m.ids.a, width);
    expect(toJourney(m.j).phases.map((p) => [p.name, p.part])).toEqual([
      ['B', 'before'],
      ['C', 'after'],
      ['A', 'after'],
    ]);
  });

  it('knows a place in a part that has no phase yet', () => {
    const { j } = map();
    const during = spotsOf(layout(toJourney(j)), 'phases').filter((s) => 'part' in s && s.part === 'during');
    expect(during).toHaveLength(1);
  });

  it('puts a lane last', () => {
    const m = map();
    drop(m, 'lanes', m.ids.says, layout(toJourney(m.j)).height + 40);
    expect(toJourney(m.j).lanes.map((l) => l.name)).toEqual(['feels', 'free', 'says']);
  });

  it('keeps every name and puts it where the mark stood, whatever is dropped where (seed 20261122)', () => {
    const any = fc.record({
      collection: fc.constantFrom('touchpoints' as const, 'phases' as const, 'lanes' as const),
      which: fc.nat(20),
      where: fc.nat(20),
    });
    const ids = (list: readonly { id: string }[]) => list.map((x) => x.id).sort();
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (drops) => {
        const { j } = map();
        for (const { collection, which, where } of drops) {
          const before = toJourney(j);
          const target = before[collection][which % before[collection].length];
          const spots = spotsOf(layout(before), collection);
          const spot = spots[where % spots.length];
          if (!target || !spot) continue;
          moveTo(before, { collection, id: target.id }, spot)?.(j);
          const after = toJourney(j);
          expect(ids(after[collection])).toEqual(ids(before[collection]));
          const group = (journey: typeof after) =>
            spot.collection === 'touchpoints'
              ? journey.touchpoints.filter((t) => t.place.phaseId === spot.phaseId)
              : spot.collection === 'phases'
                ? journey.phases.filter((p) => p.part === spot.part)
                : journey.lanes;
          const own = group(before).findIndex((x) => x.id === target.id);
          const passed = own >= 0 && own < spot.index ? 1 : 0;
          expect(group(after)[spot.index - passed]?.id).toBe(target.id);
        }
      }),
      { seed: 20261122, numRuns: 40 },
    );
  });

  it('does nothing with what somebody has removed meanwhile', () => {
    const m = map();
    m.j.touchpoints.delete(m.ids.a2);
    expect(drop(m, 'touchpoints', m.ids.a2, 0)).toBe(false);
  });
});

describe('removing', () => {
  it('offers the neighbours on both sides, over the edge of a phase', () => {
    const m = map();
    m.quote(m.ids.a2);
    expect(consequence(m.board, { collection: 'touchpoints', id: m.ids.a2 })).toEqual({
      cards: 1,
      touchpoints: 0,
      homes: [
        { id: m.ids.a1, name: 'a1', side: 'before' },
        { id: m.ids.c1, name: 'c1', side: 'after' },
      ],
    });
  });

  it('brings the cards to the neighbour, and back by one undo', () => {
    const m = map();
    const card = m.quote(m.ids.a2);
    m.board.undoManager.clear();
    removeTarget(m.board, { collection: 'touchpoints', id: m.ids.a2 }, m.ids.c1);
    expect(m.board.$journey.get().cards[0]?.place).toMatchObject({ touchpointId: m.ids.c1 });
    m.board.undo();
    expect(m.board.$journey.get().cards[0]).toMatchObject({ id: card, place: { touchpointId: m.ids.a2 } });
    expect(names(m)).toEqual(['a1', 'a2', 'c1']);
  });

  it('offers a lane only neighbours that take its cards', () => {
    const m = map();
    m.quote(m.ids.a1);
    const homes = (laneId: string) =>
      consequence(m.board, { collection: 'lanes', id: laneId }).homes.map((h) => h.name);
    expect(homes(m.ids.says)).toEqual(['free']);
    addCard(m.j, {
      kind: 'emotion',
      text: '',
      cell: { touchpointId: m.ids.a1, laneId: m.ids.feels },
      authorId: 'me',
    });
    expect(homes(m.ids.feels)).toEqual([]);
  });
});

describe('what a touchpoint may be given', () => {
  it('begins with the words the map uses most, and has none twice', () => {
    const m = map();
    setTouchpoint(m.j, m.ids.a1, { channel: 'Kiosk', owner: 'Finance' });
    setTouchpoint(m.j, m.ids.a2, { channel: 'app' });
    setTouchpoint(m.j, m.ids.c1, { channel: 'app' });
    expect(channelsFor(m.board, ['Shop', 'App'])).toEqual(['app', 'Kiosk', 'Shop']);
    m.board.$members.set(
      new Map(
        ['Sales', 'finance', 'Sales'].map((f, i) => [
          `u${i}`,
          { userId: `u${i}`, name: '', functionName: f },
        ]),
      ),
    );
    expect(ownersFor(m.board)).toEqual(['Finance', 'Sales']);
  });
});

describe('a persona', () => {
  it('gets a colour that is free, and another one by one step that can be undone', () => {
    const m = map();
    const [one, two] = ['New', 'Old'].map((name) => m.board.step((j) => addPersona(j, { name })));
    const tones = () => m.board.$journey.get().personas.map((p) => p.tone);
    expect(tones()).toEqual([0, 1]);
    m.board.step((j) => setPersonaTone(j, two ?? '', 5));
    expect(tones()).toEqual([0, 5]);
    m.board.undo();
    expect(tones()).toEqual([0, 1]);
    m.board.step((j) => setPersonaTone(j, one ?? '', 0));
    m.board.undo();
    expect(tones()).toEqual([0]);
  });
});

describe('the view of one person', () => {
  it('shows everybody’s curve unless personas are chosen that are still there', () => {
    const m = map();
    const id = addPersona(m.j, { name: 'New customer' });
    toggleCurve(m.board, id);
    toggleCurve(m.board, null);
    expect(drawnCurves(m.board)).toEqual([id]);
    removePersona(m.j, id);
    expect(drawnCurves(m.board)).toEqual([null]);
    toggleCurve(m.board, id);
    expect(shownCurves(m.board).get()).toEqual([null]);
  });

  it('opens as for all where the device keeps nothing', () => {
    const m = map();
    keepView(m.board);
    expect([m.board.$collapsed.get(), drawnCurves(m.board)]).toEqual([[], [null]]);
  });
});
