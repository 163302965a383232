import type { WebSocketRoute } from '@playwright/test';
import { addCard, boJoins, facilitatorOnMap, NOTICES } from './board-acts.ts';
import { cardWith, saved } from './support/acts.ts';
import { expect, test } from './support/test.ts';

const WORDS = 'Written while I was away';

test('words the server does not take any more are handed back to who wrote them', async ({ visitor }) => {
  const anna = await facilitatorOnMap(visitor, 'Refused');
  const bo = await boJoins(anna, visitor);

  // The network between Bo and the server, to be pulled out and put back.
  let plugged = true;
  let open: WebSocketRoute | undefined;
  await bo.page.routeWebSocket(/\/sync\//, (socket) => {
    if (!plugged) return void socket.close();
    open = socket;
    socket.connectToServer();
  });
  await bo.page.reload();
  await saved(bo.page);

  await test.step('Bo writes without a network', async () => {
    plugged = false;
    await open?.close();
    await expect(bo.page.getByRole('status').filter({ hasText: 'Offline' })).toBeVisible();
    await addCard(bo.page, 'Quote', NOTICES, WORDS);
  });

  await test.step('meanwhile he becomes a leader, who only reads', async () => {
    await anna.page.goto(`${anna.workshop}/settings`);
    await anna.page.getByLabel('Role of Bo Ek').selectOption({ label: 'Leader' });
    await anna.page.getByRole('button', { name: 'Change Bo Ek' }).click();
    await expect(anna.page.getByLabel('Role of Bo Ek')).toHaveValue('leader');
  });

  await test.step('the network comes back: the words are shown to be copied, the map goes on without', async () => {
    plugged = true;
    const dialog = bo.page.getByRole('dialog', { name: 'Your last change was not accepted' });
    await expect(dialog).toBeVisible({ timeout: 40_000 });
    await expect(dialog.getByRole('textbox')).toHaveValue(WORDS);
    await dialog.getByRole('button', { name: 'Copy the text and go on' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(cardWith(bo.page, WORDS)).toHaveCount(0);
    await saved(bo.page);
  });
});
