import type { Page } from '@playwright/test';
import { boJoins, COMPARES, facilitatorOnMap, inCell, NOTICES, shapes, undo } from './board-acts.ts';
import { saved } from './support/acts.ts';
import { expect, test } from './support/test.ts';

/** A picture drawn here and now, larger than a map needs. */
async function drawn(page: Page, type: string): Promise<Buffer> {
  const bytes = await page.evaluate(async (wanted) => {
    const sheet = document.createElement('canvas');
    [sheet.width, sheet.height] = [2_400, 1_200];
    sheet.getContext('2d')?.fillRect(200, 200, 1_600, 500);
    const blob = await new Promise<Blob | null>((resolve) => sheet.toBlob(resolve, wanted));
    return [...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))];
  }, type);
  return Buffer.from(bytes);
}

type Picked = { name: string; mimeType: string; buffer: Buffer };

async function addFile(page: Page, file: Picked, touchpoint: string, lane: string) {
  const spot = await inCell(page, touchpoint, lane);
  await page.mouse.click(spot.x, spot.y, { button: 'right' });
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('menuitem', { name: 'Add a picture' }).click();
  await (await chooser).setFiles(file);
}

test('a picture comes onto the map scaled down, for everybody, and goes again by undo', async ({
  visitor,
}) => {
  const anna = await facilitatorOnMap(visitor, 'Pictures');
  const bo = await boJoins(anna, visitor);
  const pictures = (page: Page) => shapes(page, 'image').locator('img');

  const shop = { name: 'shop.png', mimeType: 'image/png', buffer: await drawn(anna.page, 'image/png') };
  await addFile(anna.page, shop, NOTICES, 'Says');
  for (const { page } of [anna, bo]) {
    await expect(pictures(page)).toHaveAttribute('src', /^\/api\/workshops\/[0-9a-f-]+\/files\/[0-9a-f-]+$/);
    const width = () => pictures(page).evaluate((img: HTMLImageElement) => img.naturalWidth);
    await expect.poll(width).toBe(2_000);
  }

  await test.step('what is no picture is refused with a sentence', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    const not = { name: 'not.png', mimeType: 'image/png', buffer: svg };
    await addFile(anna.page, not, COMPARES, 'Frictions');
    await expect(anna.page.getByText('“not.png” is not a picture that can be shown here.')).toBeVisible();
    await expect(shapes(anna.page, 'image')).toHaveCount(1);
  });

  await undo(anna.page);
  await expect(shapes(bo.page, 'image')).toHaveCount(0);
  await anna.page.getByRole('button', { name: 'Redo' }).click();
  await expect(pictures(bo.page)).toHaveCount(1);
  await saved(anna.page);
});
