import type { BrowserContext, Page } from '@playwright/test';
import { WebSocket as NodeSocket } from 'ws';
import { addCards, setCardText } from '../../lib/journey/commands/cards.ts';
import { toJourney } from '../../lib/journey/document.ts';
import { journeyDocument } from '../../lib/sync/protocol.ts';
import { BareClient } from '../support/bare-client.ts';
import { canvas, cards, facilitatorOnMap } from './board-acts.ts';
import { cardWith } from './support/acts.ts';
import { expect, test } from './support/test.ts';

const COUNT = 400;

/** A colleague with the facilitator's own cookie who writes without a browser. */
async function colleague(context: BrowserContext, workshop: string): Promise<BareClient> {
  const { origin, pathname } = new URL(workshop);
  const cookies = await context.cookies(origin);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const Socket = class extends NodeSocket {
    constructor(url: string | URL) {
      super(url, { headers: { origin, cookie } });
    }
  } as unknown as typeof WebSocket;
  const id = pathname.split('/').pop() ?? '';
  return BareClient.open(`${origin.replace('http', 'ws')}/sync/${journeyDocument(id)}`, Socket);
}

/** The facilitator is alone on her map. */
async function ownId(page: Page, workshop: string): Promise<string> {
  const response = await page.request.get(`${workshop.replace('/workshops/', '/api/workshops/')}/members`);
  const { members } = (await response.json()) as { members: { userId: string }[] };
  return members[0]?.userId ?? '';
}

const drawn = (page: Page) => cards(page).count();

test('a large map draws the cards near the view, and all of them when all are in sight', async ({
  visitor,
}) => {
  const anna = await facilitatorOnMap(visitor, 'Large');
  const { page } = anna;
  const remote = await colleague(page.context(), anna.workshop);
  const authorId = await ownId(page, anna.workshop);
  const { touchpoints, lanes } = toJourney(remote.journey);
  const lane = lanes.find((l) => l.kind === 'quote');
  const ids = addCards(
    remote.journey,
    Array.from({ length: COUNT }, (_, i) => ({
      kind: 'quote',
      text: `Words ${i}.`,
      cell: { touchpointId: touchpoints[i % touchpoints.length]?.id ?? '', laneId: lane?.id ?? '' },
      authorId,
    })),
  );
  await remote.saved();
  await expect(cardWith(page, 'Words 0.')).toBeVisible();

  await test.step('at 100 % most are left out, and what another writes there is there when one comes', async () => {
    expect(await drawn(page)).toBeLessThan(COUNT / 2);
    const last = ids.at(-1) ?? '';
    await expect(cardWith(page, `Words ${COUNT - 1}.`)).toHaveCount(0);
    setCardText(remote.journey, last, 'Said far away.');
    await remote.saved();
    await canvas(page).focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Shift+Digit2');
    await expect(cards(page)).toHaveCount(COUNT);
    await expect(cardWith(page, 'Said far away.')).toBeVisible();
  });

  await test.step('close up again the rest is left out again', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+Digit0');
    await expect.poll(() => drawn(page)).toBeLessThan(0.75 * COUNT);
    expect(await drawn(page)).toBeGreaterThan(0);
  });

  await test.step('all that are selected are removed, drawn or not, and come back with one undo', async () => {
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Delete');
    await expect(cards(page)).toHaveCount(0);
    await remote.has(() => remote.journey.cards.size === 0);
    await page.keyboard.press('ControlOrMeta+z');
    await remote.has(() => remote.journey.cards.size === COUNT);
    await expect.poll(() => drawn(page)).toBeGreaterThan(0);
  });
  remote.close();
});
