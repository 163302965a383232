import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Relay } from '../../server/sync/relay.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp() {
  const sent: string[] = [];
  const relay = new Relay({
    patience: () => 20,
    send: (updates, to) => {
      for (const { frame } of updates) sent.push(`${frame[0]} to ${to}`);
    },
  });
  const push = (position: number, early: boolean) =>
    relay.push({ position, frame: Uint8Array.of(position), from: null, early });
  return { sent, relay, push };
}

test('what everybody may write goes to writers when the store is slow, to readers after the commit', () => {
  const { sent, relay, push } = setUp();
  push(1, true);
  vi.advanceTimersByTime(19);
  expect(sent).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(sent).toEqual(['1 to writers']);
  relay.committed(1);
  expect(sent).toEqual(['1 to writers', '1 to readers']);
});

test('what only some may write waits for the commit, and what came after it waits behind it', () => {
  const { sent, relay, push } = setUp();
  push(1, true);
  push(2, false);
  push(3, true);
  vi.advanceTimersByTime(60_000);
  expect(sent).toEqual(['1 to writers']);
  relay.committed(2);
  vi.advanceTimersByTime(20);
  expect(sent).toEqual(['1 to writers', '2 to writers', '3 to writers', '1 to readers', '2 to readers']);
  relay.committed(3);
  expect(sent).toHaveLength(6);
  expect(vi.getTimerCount()).toBe(0);
});

test('a quick store is never overtaken', () => {
  const { sent, relay, push } = setUp();
  for (let position = 1; position <= 3; position += 1) {
    push(position, true);
    vi.advanceTimersByTime(5);
    relay.committed(position);
  }
  vi.advanceTimersByTime(100);
  expect(sent.filter((s) => s.endsWith('writers'))).toEqual(['1 to writers', '2 to writers', '3 to writers']);
});
