import type { Rooms } from '../lib/runtime.ts';

/** Stands in until server/sync is there. */
export function createSync(_: unknown) {
  const rooms: Rooms = {
    read: () => Promise.reject(new Error('no sync yet')),
    rightsChanged() {},
    userChanged() {},
    notify() {},
  };
  return {
    rooms,
    upgrade: (_request: unknown, socket: { destroy(): void }) => socket.destroy(),
    health: () => ({ store: 'ok' as const, rooms: 0, clients: 0 }),
    close: async (_deadlineMs: number) => {},
  };
}
