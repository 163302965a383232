import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { afterEach, expect, test } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { PresenceStates } from '../../server/sync/fan-out/index.ts';
import type { Frames } from '../../server/sync/frames.ts';
import { Presence, type Stamp } from '../../server/sync/presence.ts';
import { until } from '../support/sockets.ts';

const open: (() => void)[] = [];
afterEach(() => {
  for (const end of open.splice(0)) end();
});

/** One room on one node, and the sockets in it. */
function room() {
  const members = new Set<Member>();
  const told: PresenceStates[] = [];
  const presence = new Presence<Member>(
    () => members,
    (states) => told.push(JSON.parse(JSON.stringify(states))),
  );
  open.push(() => presence.stop());

  class Member {
    readonly awareness = new Awareness(new Y.Doc());
    readonly stamp: Stamp;
    readonly frames: Frames[] = [];
    closedWith: number | null = null;
    constructor(userId: string) {
      this.stamp = { id: userId, name: `${userId} by the server`, functionName: 'Care', role: 'participant' };
      members.add(this);
      open.push(() => this.awareness.destroy());
      const all = presence.all(this);
      if (all) this.send(all);
    }
    get id() {
      return this.awareness.clientID;
    }
    send(frames: Frames) {
      this.frames.push(frames);
      for (const frame of frames.frames) {
        const decoder = createDecoder(frame);
        expect(readVarUint(decoder)).toBe(1);
        applyAwarenessUpdate(this.awareness, readVarUint8Array(decoder), 'server');
      }
    }
    close(code: number) {
      this.closedWith = code;
      this.leave();
    }
    leave() {
      members.delete(this);
      presence.leave(this);
    }
    /** Its own state, or what it says is another's. */
    says(state: object | null, clientId = this.id) {
      const states = new Map(state ? [[clientId, state]] : []);
      const meta = new Map([[clientId, { clock: 1, lastUpdated: 0 }]]);
      return presence.receive(this, encodeAwarenessUpdate({ states, meta } as never, [clientId], states));
    }
    sees(other: { id: number }) {
      return this.awareness.getStates().get(other.id);
    }
  }
  return { presence, told, join: (userId: string) => new Member(userId) };
}

/** Rooms of one document on several nodes that hear each other at once. */
function cluster(...names: string[]) {
  const nodes = names.map((name) => ({ name, ...room() }));
  const pass = () => {
    for (const { name, told } of nodes)
      for (const states of told.splice(0))
        for (const other of nodes) if (other.name !== name) other.presence.elsewhere(name, states);
  };
  const reached = (condition: () => boolean) =>
    until(() => {
      pass();
      return condition();
    });
  return { nodes, reached };
}

test('a pointer at 240 Hz is gathered: the last state goes out, and what it replaces asks for no work', async () => {
  const { join } = room();
  const [per, ada] = [join('per'), join('ada')];
  const worked = Array.from({ length: 240 }, (_, x) => per.says({ cursor: x })).filter(Boolean);
  expect(worked).toHaveLength(1);
  await until(() => ada.sees(per)?.cursor === 239);
  expect(ada.frames).toHaveLength(1);
});

test('those whose own state did not change get one and the same frame, the others one without their own', async () => {
  const { join } = room();
  const members = ['per', 'ada', 'leo', 'fia'].map(join);
  const [per, ada, leo, fia] = members as [(typeof members)[0], ...typeof members];
  per.says({ cursor: 1 });
  ada?.says({ cursor: 2 });
  await until(() => leo?.sees(per)?.cursor === 1 && per.sees(ada as never)?.cursor === 2);
  expect(leo?.frames[0]).toBe(fia?.frames[0]);
  expect(per.frames[0]).not.toBe(leo?.frames[0]);
  expect(per.awareness.getLocalState()).toEqual({});
  expect(ada?.sees(per)?.user).toEqual(per.stamp);
});

test('20,000 invented ids in one message are passed over, and hold nobody up for 250 ms', async () => {
  const { join, presence } = room();
  const others = Array.from({ length: 60 }, (_, i) => join(`user ${i}`));
  for (const other of others) other.says({ cursor: 0 });
  const [per, ada] = [join('per'), join('ada')];
  await until(() => ada.awareness.getStates().size === 61);
  per.says({ cursor: 'own' });
  const ids = Array.from({ length: 20_000 }, (_, i) => i + 1);
  const states = new Map(ids.map((id) => [id, { user: { name: 'ghost' } }]));
  const meta = new Map(ids.map((id) => [id, { clock: 1, lastUpdated: 0 }]));
  const flood = encodeAwarenessUpdate({ states, meta } as never, ids, states);
  const begin = performance.now();
  expect(presence.receive(per, flood)).toBe(false);
  expect(performance.now() - begin).toBeLessThan(250);
  await until(() => ada.sees(per)?.cursor === 'own');
  expect(ada.awareness.getStates().size).toBe(62);
});

test.each([
  ['no JSON', '{'],
  ['a list', '[1]'],
  ['a number', '7'],
])('%s for a state closes its sender and shows nothing', async (_name, json) => {
  const { join, presence } = room();
  const [per, ada] = [join('per'), join('ada')];
  const bytes = Buffer.from(json);
  presence.receive(per, Uint8Array.from([1, 5, 1, bytes.length, ...bytes]));
  await until(() => per.closedWith !== null);
  expect(per.closedWith).toBe(4400);
  expect(ada.awareness.getStates().size).toBe(1);
});

test('a state whose length goes beyond the message is refused, not read out of other memory', () => {
  const { join, presence } = room();
  const memory = Uint8Array.from([1, 5, 1, 12, ...Buffer.from('{"secret":1}')]);
  expect(() => presence.receive(join('per'), memory.subarray(0, 6))).toThrow(RangeError);
});

test('people on other nodes are seen by those here, moved, and gone when they leave', async () => {
  const { nodes, reached } = cluster('a', 'b');
  const [a, b] = nodes as [(typeof nodes)[0], (typeof nodes)[0]];
  const [per, ada] = [a.join('per'), b.join('ada')];
  per.says({ cursor: 1 });
  ada.says({ cursor: 2 });
  await reached(() => ada.sees(per)?.cursor === 1 && per.sees(ada)?.cursor === 2);
  expect(ada.sees(per)?.user).toEqual(per.stamp);
  expect(b.join('leo').sees(per)?.cursor).toBe(1);
  per.says({ cursor: 3 });
  await reached(() => ada.sees(per)?.cursor === 3);
  per.leave();
  await reached(() => ada.sees(per) === undefined);
});

test('a node that opens the room gets the whole picture; one that is gone takes its people with it', async () => {
  const { nodes, reached } = cluster('a', 'b');
  const [a, b] = nodes as [(typeof nodes)[0], (typeof nodes)[0]];
  const [per, ada] = [a.join('per'), b.join('ada')];
  per.says({ cursor: 1 });
  await until(() => a.told.length > 0);
  // Lost on its way; then somebody asks.
  a.told.splice(0);
  b.presence.elsewhere('a', a.presence.here());
  await reached(() => ada.sees(per)?.cursor === 1);
  b.presence.elsewhere('a', { whole: true, clock: 1, states: [] });
  await reached(() => ada.sees(per) === undefined);
  b.presence.elsewhere('a', a.presence.here());
  await reached(() => ada.sees(per)?.cursor === 1);
  b.presence.gone('a');
  await reached(() => ada.sees(per) === undefined);
});

test('a client that moves to another node stays, though its old socket ends later', async () => {
  const { nodes, reached } = cluster('a', 'b', 'c');
  const [a, b, c] = nodes as [(typeof nodes)[0], (typeof nodes)[0], (typeof nodes)[0]];
  const [old, moved, leo] = [a.join('per'), b.join('per'), c.join('leo')];
  old.says({ cursor: 1 });
  await reached(() => leo.sees(old)?.cursor === 1);
  moved.says({ cursor: 2 }, old.id);
  await reached(() => leo.sees(old)?.cursor === 2);
  old.leave();
  const ada = a.join('ada');
  ada.says({ cursor: 5 });
  await reached(() => leo.sees(ada)?.cursor === 5);
  expect(leo.sees(old)?.cursor).toBe(2);
  expect(ada.sees(old)?.cursor).toBe(2);
});

test('nobody takes the id of somebody on another node', async () => {
  const { nodes, reached } = cluster('a', 'b');
  const [a, b] = nodes as [(typeof nodes)[0], (typeof nodes)[0]];
  const [per, ada, thief] = [a.join('per'), b.join('ada'), b.join('leo')];
  per.says({ cursor: 1 });
  await reached(() => ada.sees(per)?.cursor === 1);
  expect(thief.says({ cursor: 9 }, per.id)).toBe(false);
  ada.says({ cursor: 2 });
  await reached(() => per.sees(ada)?.cursor === 2);
  expect(ada.sees(per)).toMatchObject({ cursor: 1, user: per.stamp });
});

test('a client that comes from a node whose clock is ahead sees who is here at once', async () => {
  const { nodes, reached } = cluster('a', 'b');
  const [a, b] = nodes as [(typeof nodes)[0], (typeof nodes)[0]];
  const per = b.join('per');
  per.says({ cursor: 1 });
  await until(() => b.told.length > 0);
  // Node a is ten seconds ahead, and has shown per with its clock.
  const ahead = Date.now() + 10_000;
  a.presence.elsewhere('b', { ...(b.told[0] as PresenceStates), clock: ahead });
  const ada = a.join('ada');
  await until(() => ada.sees(per) !== undefined);
  ada.says({ cursor: 2 });
  await until(() => a.told.length > 0);
  const { awareness } = ada;
  ada.leave();
  await reached(() => per.sees(ada) === undefined);
  const back = b.join('ada');
  awareness.states.delete(per.id);
  for (const frame of b.presence.all(back)?.frames ?? []) {
    const decoder = createDecoder(frame);
    readVarUint(decoder);
    applyAwarenessUpdate(awareness, readVarUint8Array(decoder), 'server');
  }
  expect(awareness.getStates().has(per.id)).toBe(true);
});
