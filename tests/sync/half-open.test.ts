import { afterEach, expect, test } from 'vitest';
import { addCard } from '../../lib/journey/commands/cards.ts';
import { toJourney } from '../../lib/journey/document.ts';
import { type JourneySession, openSession } from '../../lib/sync/client/index.ts';
import { type Cable, cable } from '../support/cable.ts';
import { DOCUMENT } from '../support/network.ts';
import { until } from '../support/sockets.ts';
import { start } from './served.ts';

const NOTICED_WITHIN = 35_000;

let line: Cable | undefined;
let per: JourneySession | undefined;
afterEach(() => {
  per?.destroy();
  line?.close();
});

test('a line that carries nothing and does not say so is noticed at both ends within 35 s, and saved is never shown wrongly (F14)', async () => {
  const { server, sync, store, cell } = await start();
  line = await cable(server.port);
  const session = openSession({
    url: `ws://127.0.0.1:${line.port}/sync`,
    document: DOCUMENT,
    user: { id: 'per', name: 'per' },
    readOnly: false,
    WebSocket: server.socketOf('per', { origin: `http://127.0.0.1:${line.port}` }),
  });
  per = session;
  const ada = server.session('ada');
  const texts = () => toJourney(ada.journey).cards.map((card) => card.text);
  const ghost = () => ada.awareness.getStates().has(session.doc.clientID);
  const kind = () => session.state.get().kind;
  await until(() => kind() === 'saved' && ada.state.get().kind === 'saved' && ghost(), 'both there');

  line.swallow();
  const dead = Date.now();
  const shown: string[] = [];
  session.state.subscribe(() => shown.push(`${kind()} ${session.state.get().pending}`));
  addCard(session.journey, { kind: 'quote', text: 'Into nothing', cell, authorId: 'per' });
  expect(kind()).toBe('saving');
  // The clock of the screen ticks once a second.
  await until(() => kind() === 'notSaved', 'the person told', 7_000);
  await Promise.all([
    until(() => sync.health().clients === 1, 'the server noticing', NOTICED_WITHIN),
    until(() => kind() === 'offline', 'the client noticing', NOTICED_WITHIN),
    until(() => !ghost(), 'the ghost going', NOTICED_WITHIN),
  ]);
  expect(Date.now() - dead).toBeLessThan(NOTICED_WITHIN);
  expect(shown).not.toContain('saved 0');
  expect(store.rows).toEqual([]);

  await until(() => kind() === 'saved', 'saved by a new line');
  expect(texts()).toEqual(['Into nothing']);
  expect(store.rows).toHaveLength(1);
});
