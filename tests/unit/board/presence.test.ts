import { describe, expect, it } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { Board } from '../../../lib/board/board.ts';
import { companyOf } from '../../../lib/board/presence/company.ts';
import { Trail } from '../../../lib/board/presence/laser.ts';
import { type Other, presence, readPresence } from '../../../lib/board/presence/presence.ts';
import { clientOf, leadsBack, rosterOf } from '../../../lib/board/presence/roster.ts';
import { onScreen, pointOf, spotAt, spotOnScreen } from '../../../lib/board/presence/spot.ts';
import { cameraFor, towards, viewOf } from '../../../lib/board/presence/view.ts';
import { openJourney } from '../../../lib/journey/document.ts';
import { HEADER, HEADER_HEIGHT } from '../../../lib/journey/layout/index.ts';
import { LIMITS } from '../../../server/sync/limits.ts';

const row = (laneId: string, y: number, h: number) => ({
  laneId,
  y,
  h,
  kind: 'quote',
  lines: [],
  levels: null,
});
const map = { rows: [row('says', 0, 100), row('feels', 100, 300)], height: 400 } as never;
/** The same map for somebody who has folded the first lane. */
const folded = { rows: [row('says', 0, 28), row('feels', 28, 300)], height: 328 } as never;

const user = { id: 'u', name: 'Åsa', functionName: 'Billing', role: 'participant' };
const other = (clientId: number, more: object = {}): Other =>
  (readPresence(clientId, { user: { ...user, id: `u${clientId}` }, ...more }) as { other: Other }).other;

describe('a spot on the map', () => {
  it('is the same place for somebody whose lanes are lower', () => {
    const at = spotAt(map, { x: 12, y: 150 });
    expect(at).toEqual({ x: 12, lane: 'feels', dy: 50 });
    expect(pointOf(map, at)).toEqual({ x: 12, y: 150 });
    expect(pointOf(folded, at)).toEqual({ x: 12, y: 78 });
    expect(pointOf(folded, spotAt(map, { x: 0, y: 90 })).y).toBe(28);
  });

  it('above and below the grid keeps its distance from it', () => {
    expect(pointOf(folded, spotAt(map, { x: 5, y: -20 }))).toEqual({ x: 5, y: -20 });
    expect(pointOf(folded, spotAt(map, { x: 5, y: 460 }))).toEqual({ x: 5, y: 388 });
    expect(pointOf(map, { x: 1, lane: 'gone', dy: 10 })).toEqual({ x: 1, y: 410 });
  });

  it('on a sticky header is that header, wherever it sticks for the other', () => {
    const far = { x: -500, y: -900, z: 1 };
    const at = spotOnScreen(map, far, { x: 300, y: 40 });
    expect(at).toEqual({ x: 800, lane: null, dy: 40 - HEADER_HEIGHT });
    expect(onScreen(map, { x: HEADER.laneWidth, y: HEADER_HEIGHT, z: 1 }, at)).toEqual({
      x: 800 + HEADER.laneWidth,
      y: 40,
    });
    expect(onScreen(map, far, at)).toEqual({ x: 300, y: 40 });
  });
});

describe('what is read of others', () => {
  it('malformed parts count as absent, a malformed person not at all', () => {
    const read = readPresence(2, {
      user,
      cursor: { x: Number.NaN },
      drag: { x: 'far' },
      selection: ['a'],
      summon: 'now',
    });
    expect(read?.hand).toEqual({ cursor: null, drag: null, view: null, laser: null });
    expect(read?.other).toMatchObject({ clientId: 2, user, selection: [], summon: 0, activity: 'here' });
    expect(readPresence(3, { cursor: null })).toBeNull();
    expect(readPresence(4, null)).toBeNull();
  });

  it('the most that one client says fits into what the server takes', () => {
    const id = 'x'.repeat(21);
    const at = { x: -12345.6, lane: id, dy: -1234.5 };
    const most = {
      user: { id: 'a'.repeat(36), name: 'n'.repeat(80), functionName: 'f'.repeat(80), role: 'facilitator' },
      cursor: at,
      drag: { at, w: 12345.6, h: 12345.6, card: id },
      view: { at, w: 12345, h: 12345, z: 0.1234 },
      laser: { stroke: 999, from: 99999, at, points: Array(64).fill(-1234) },
      selection: Array(40).fill(`shape:card:${id}`),
      cell: { touchpointId: id, laneId: id },
      placing: Array(20).fill('c'.repeat(36)),
      editing: { cardId: id, anchor: 'p'.repeat(150), head: 'p'.repeat(150) },
      seat: 59,
      activity: 'still',
      since: 1_795_000_000_000,
      follows: 'b'.repeat(36),
      summon: 1_795_000_000_000,
    };
    expect(presence.parse(most)).toEqual(most);
    expect(JSON.stringify(most).length).toBeLessThan(LIMITS.presence);
  });

  it('of several tabs the one that is used counts', () => {
    const tabs = [
      other(1, { user: { ...user, id: 'a' }, activity: 'away', since: 9 }),
      other(2, { user: { ...user, id: 'a' }, activity: 'here', since: 5 }),
      other(3, { user: { ...user, id: 'me' } }),
    ];
    expect(rosterOf(tabs, 'me')).toMatchObject([{ id: 'a', activity: 'here' }]);
    expect(clientOf(tabs, 'a')?.clientId).toBe(2);
    expect(clientOf(tabs, 'nobody')).toBeNull();
  });
});

describe('following', () => {
  it('knows who follows whom in the end', () => {
    const others = [
      other(1, { follows: 'u2' }),
      other(2, { follows: 'me' }),
      other(3),
      other(4, { follows: 'u4' }),
    ];
    expect(leadsBack(others, 'me', 'u1')).toBe(true);
    expect(leadsBack(others, 'me', 'u2')).toBe(true);
    expect(leadsBack(others, 'me', 'u3')).toBe(false);
    expect(leadsBack(others, 'me', 'u4')).toBe(false);
  });

  it('shows all of the other’s view from its corner, never larger than they see it', () => {
    const view = viewOf(map, { x: 0, y: 0, z: 0.5 }, { w: 1000, h: 500 });
    expect(view).toMatchObject({ w: 2000, h: 1000, z: 0.5 });
    expect(cameraFor(map, view, { w: 1000, h: 500 })).toEqual({ x: 0, y: 0, z: 0.5 });
    const phone = cameraFor(map, view, { w: 400, h: 800 });
    expect(phone).toEqual({ x: 0, y: 0, z: 0.2 });
    const wall = cameraFor(map, viewOf(map, { x: 0, y: 0, z: 1 }, { w: 400, h: 400 }), { w: 4000, h: 4000 });
    expect(wall).toEqual({ x: 0, y: 0, z: 1 });
  });

  it('arrives', () => {
    const goal = { x: -4000, y: 900, z: 0.3 };
    let now = { x: 100, y: 0, z: 1.5 };
    let frames = 0;
    for (; now !== goal && frames < 200; frames += 1) now = towards(now, goal, 16);
    expect(now).toBe(goal);
    expect(frames).toBeLessThan(90);
  });
});

describe('a laser', () => {
  const laser = (from: number, n: number, stroke = 1) => ({
    stroke,
    from,
    at: { x: from, lane: 'says', dy: 0 },
    points: Array.from({ length: n }, (_, i) => [i, 0]).flat(),
  });
  const camera = { x: 0, y: 0, z: 1 };

  it('is whole although each message repeats some points and one is lost', () => {
    const trail = new Trail();
    trail.take(map, laser(0, 2), 0, false);
    trail.take(map, laser(1, 4), 10, false);
    expect(trail.path(20, camera)).toBe('M0.0 0.0L1.0 0.0L2.0 0.0L3.0 0.0L4.0 0.0');
    trail.take(map, laser(0, 2, 2), 30, false);
    expect(trail.path(40, camera)).toMatch(/L4\.0 0\.0M0\.0 0\.0L1\.0 0\.0$/);
  });

  it('fades, and what was drawn before one came is not shown', () => {
    const trail = new Trail();
    trail.take(map, laser(0, 5), 0, true);
    expect(trail.path(1, camera)).toBe('');
    trail.take(map, laser(0, 6), 10, false);
    expect(trail.path(20, camera)).toBe('M5.0 0.0');
    expect(trail.path(5_000, camera)).toBe('');
  });
});

describe('the company on a board', () => {
  function two() {
    const journey = openJourney(new Y.Doc(), 'me');
    const board = new Board({
      journey,
      userId: 'me',
      workshopId: 'w',
      sources: {},
      canWrite: true,
      structure: 'never',
    });
    const mine = new Awareness(journey.doc);
    const theirs = new Awareness(new Y.Doc());
    board.onDestroy(companyOf(board).join(mine));
    /** As the server passes it on. */
    const say = (state: object | null) => {
      theirs.setLocalState(state);
      applyAwarenessUpdate(mine, encodeAwarenessUpdate(theirs, [theirs.clientID]), 'server');
    };
    return { board, company: companyOf(board), mine, theirs, say };
  }

  it('a movement is told to listeners and changes no signal', () => {
    const { board, company, theirs, say } = two();
    say({ user, cursor: { x: 1, lane: null, dy: -1 } });
    const before = board.$others.get();
    const heard: (readonly number[])[] = [];
    company.onHands((changed) => heard.push(changed));
    say({ user, cursor: { x: 2, lane: null, dy: -1 } });
    expect(heard).toEqual([[theirs.clientID]]);
    expect(company.hands.get(theirs.clientID)?.cursor?.x).toBe(2);
    expect(board.$others.get()).toBe(before);
    say({ user, cursor: null, selection: ['shape:a'] });
    expect(board.$others.get()).not.toBe(before);
    say(null);
    expect(board.$others.get()).toEqual([]);
    expect(company.hands.size).toBe(0);
    board.destroy();
  });

  it('hears a facilitator’s call, not one from before, not a participant’s, not one’s own', () => {
    const calls = (first: object, then: object) => {
      const { board, company, say } = two();
      let count = 0;
      company.onCall(() => {
        count += 1;
      });
      say(first);
      say(then);
      board.destroy();
      return count;
    };
    const anna = { ...user, id: 'anna', role: 'facilitator' };
    expect(calls({ user: anna }, { user: anna, summon: 5 })).toBe(1);
    expect(calls({ user: anna, summon: 5 }, { user: anna, summon: 5, selection: ['shape:a'] })).toBe(0);
    expect(calls({ user }, { user, summon: 5 })).toBe(0);
    expect(calls({ user: { ...anna, id: 'me' } }, { user: { ...anna, id: 'me' }, summon: 5 })).toBe(0);
  });

  it('tells at once, then no more often than 25 times a second, and nothing twice', async () => {
    const { board, company, mine } = two();
    let told = 0;
    mine.on('update', () => {
      told += 1;
    });
    company.tell({ summon: 1 });
    expect(told).toBe(1);
    for (let n = 2; n <= 50; n += 1) company.tell({ summon: n });
    expect(told).toBe(1);
    await new Promise<void>((resolve) => mine.once('update', () => resolve()));
    expect(mine.getLocalState()).toMatchObject({ summon: 50 });
    expect(told).toBe(2);
    company.tell({ summon: 50 });
    expect(told).toBe(2);
    board.destroy();
  });
});
