import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { encode } from 'next-auth/jwt';
import type { Actor } from '../../lib/auth/can.ts';
import { openDatabase } from '../../lib/db/open.ts';
import { subjectKey } from '../../lib/review/subject.ts';
import { decidedIn } from '../../lib/services/decisions.ts';
import { createDemo } from '../../lib/services/demo/index.ts';
import { createInvitation } from '../../lib/services/invitations.ts';
import { joinAsGuest } from '../../lib/services/joining.ts';
import { actorIn } from '../../lib/services/members.ts';
import { listSnapshots, readSnapshot } from '../../lib/services/snapshots.ts';
import { workHere } from '../../lib/work/here.ts';
import { account, recordingRooms, workshopWith } from '../support/people.ts';
import { soundPage, WIDTHS } from './pages-checks.ts';
import { launchApp } from './support/app.ts';
import { test as base, expect } from './support/test.ts';

type Who = 'facilitator' | 'leader' | 'participant' | 'stranger';

interface Demo {
  environment: { DATA_DIR: string; AUTH_SECRET: string };
  workshop: string;
  number: number;
  /** A friction nobody has decided on yet: its touchpoint, and what that is called. */
  friction: { id: string; name: string };
  cookies: Record<Who, string>;
}

/** The demo workshop with a leader, a participant and somebody of another workshop. */
async function demo(): Promise<Demo> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'utifran-decisions-'));
  const secret = randomBytes(32).toString('base64url');
  const { db, close } = await openDatabase({ dataDir, databaseUrl: undefined });
  try {
    const user = await account(db, 'Åsa Öberg');
    const { id } = await createDemo(db, user, 'en', workHere);
    const facilitator = await actorIn(db, user, id);
    const people: Record<Who, Actor> = {
      facilitator,
      leader: facilitator,
      participant: facilitator,
      stranger: (await workshopWith(db)).facilitator,
    };
    for (const [role, name] of [
      ['leader', 'Lena Leader'],
      ['participant', 'Per Part'],
    ] as const) {
      const invitation = { role, label: '', days: 1, maxUses: null };
      const { token } = await createInvitation(db, facilitator, invitation);
      const joined = await joinAsGuest(db, { token, name, functionName: 'IT' }, recordingRooms());
      people[role] = await actorIn(db, joined.user, id);
    }
    const number = Math.max(...(await listSnapshots(db, facilitator)).map((s) => s.number));
    const { journey, figures } = await readSnapshot(db, facilitator, number);
    const decided = await decidedIn(db, facilitator);
    // Those told in full, with forms of their own, are the first few.
    const open = figures.frictions.find(
      (f) => !decided.has(subjectKey({ kind: 'friction', id: f.touchpointId })),
    );
    const name = journey.touchpoints.find((t) => t.id === open?.touchpointId)?.name ?? '';
    const cookies = {} as Demo['cookies'];
    for (const [who, { userId }] of Object.entries(people) as [Who, Actor][])
      cookies[who] = await encode({ token: { uid: userId, sv: 1 }, secret });
    const environment = { DATA_DIR: dataDir, AUTH_SECRET: secret };
    return { environment, workshop: id, number, friction: { id: open?.touchpointId ?? '', name }, cookies };
  } finally {
    await close();
  }
}

interface Held {
  held: Demo;
  app: Awaited<ReturnType<typeof launchApp>>;
}
const test = base.extend<object, Held>({
  held: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from its pattern.
    async ({}, use) => {
      const held = await demo();
      await use(held);
      rmSync(held.environment.DATA_DIR, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  app: [
    async ({ held }, use) => {
      const app = await launchApp(held.environment);
      await use(app);
      await app.dispose();
    },
    { scope: 'worker' },
  ],
});
test.describe.configure({ mode: 'serial' });

const SCRIPT = '<img src=x onerror="alert(1)">';

/** What stands with the friction. */
const box = (page: Page, { friction }: Demo) => page.locator(`#talk-friction-${friction.id}`);

test('a leader decides and comments on a phone without JavaScript; the facilitator sees it and marks it done', async ({
  app,
  held,
  visitor,
}) => {
  test.setTimeout(120_000);
  const enter = async (who: Who, options: Parameters<typeof visitor>[0] = {}) => {
    const { page, context } = await visitor(options);
    await context.addCookies([
      { name: 'next-auth.session-token', value: held.cookies[who], url: app.url },
      { name: 'locale', value: 'en', url: app.url },
    ]);
    return page;
  };
  const report = `/workshops/${held.workshop}/snapshots/${held.number}`;
  const lena = await enter('leader', { javaScriptEnabled: false, viewport: WIDTHS[390] });
  const asa = await enter('facilitator');
  const per = await enter('participant');

  await test.step('the leader decides and stands where they stood', async () => {
    await lena.goto(report);
    const own = box(lena, held);
    await own.getByText('Decide', { exact: true }).click();
    await own.getByLabel('Find out more').check();
    await own.getByLabel('What is to be done').fill(`How many had the wrong amount?\n${SCRIPT}`);
    await own.getByLabel('Who answers for it?').fill('=Bo Ek');
    await own.getByLabel('Function').fill('Finance');
    await own.getByLabel('By when?').fill('2026-01-31');
    await own.getByRole('button', { name: 'Save the decision' }).click();
    await expect(lena).toHaveURL(new RegExp(`${report}#talk-friction-`));
    await expect(own.locator('.talk-decision').first()).toContainText('=Bo Ek, Finance');
    await expect(own.locator('.talk-decision').first()).toContainText(SCRIPT);
    await expect(own.getByText('overdue since 31 Jan 2026')).toBeVisible();
  });

  await test.step('and says something, once', async () => {
    const own = box(lena, held);
    await own.getByText('Comment', { exact: true }).first().click();
    await own.getByLabel('What do you want to say?').fill('Is this new?');
    await own.getByRole('button', { name: 'Comment', exact: true }).click();
    await expect(own.getByText('Is this new?')).toBeVisible();
    await expect(own.getByText('Lena Leader').last()).toBeVisible();
  });

  await test.step('a participant reads what is decided, and neither talks nor decides', async () => {
    await per.goto(report);
    const own = box(per, held);
    await expect(own).toContainText('How many had the wrong amount?');
    await expect(own.locator('form, summary:has-text("omment")')).toHaveCount(0);
    await expect(own).not.toContainText('Is this new?');
  });

  await test.step('the facilitator answers, finds it in the list and marks it done', async () => {
    await asa.goto(report);
    await expect(box(asa, held)).toContainText('Is this new?');
    await asa.goto(`/workshops/${held.workshop}/decisions`);
    const row = asa.getByRole('row').filter({ hasText: '=Bo Ek' });
    await expect(row).toContainText('overdue since');
    await row.getByRole('button', { name: `Mark as done: ${held.friction.name}` }).click();
    await expect(row).toHaveCount(0);
    await asa.getByRole('link', { name: /^Done/ }).click();
    await expect(row).toContainText('done');
  });

  await test.step('the file holds it, and no formula', async () => {
    const file = `/workshops/${held.workshop}/decisions/export?state=all`;
    const answer = await asa.context().request.get(file);
    expect(answer.headers()['content-type']).toBe('text/csv; charset=utf-8');
    expect(await answer.text()).toContain("'=Bo Ek");
  });

  await test.step('two decide at once: the second is shown both, and nothing is lost', async () => {
    const { page: other } = { page: await enter('facilitator') };
    for (const page of [asa, other]) {
      await page.goto(report);
      await box(page, held).getByLabel('Change the decision on').click();
    }
    const write = async (page: Page, text: string) => {
      await box(page, held).getByLabel('What is to be done').fill(text);
      await box(page, held).getByRole('button', { name: 'Save the decision' }).click();
    };
    await write(other, 'The first one');
    await expect(box(other, held)).toContainText('The first one');
    await write(asa, 'The second one');
    await expect(asa.getByRole('alert')).toContainText('Somebody else decided');
    await expect(asa.getByRole('region', { name: 'This is what holds now' })).toContainText('The first one');
    await expect(asa.getByLabel('What is to be done')).toHaveValue('The second one');
    await soundPage(asa, 'decision-changed', 'en', 1440);
    await asa.getByRole('button', { name: 'Save mine instead' }).click();
    await expect(box(asa, held).locator('.talk-decision').first()).toContainText('The second one');
    await box(asa, held).getByLabel('Earlier decisions on').click();
    await expect(box(asa, held).locator('.talk-history')).toContainText('The first one');
  });

  await test.step('what one said oneself can be taken away', async () => {
    await lena.reload();
    await box(lena, held).getByRole('button', { name: 'Remove my comment' }).click();
    await expect(box(lena, held)).toContainText('removed by its author');
    await expect(box(lena, held)).not.toContainText('Is this new?');
  });

  await test.step('the pages are sound in both languages and at both widths', async () => {
    for (const language of ['en', 'sv'] as const) {
      await asa.context().addCookies([{ name: 'locale', value: language, url: app.url }]);
      for (const [name, address] of [
        ['decisions', `/workshops/${held.workshop}/decisions?state=all`],
        ['decide', `${report}/decide?kind=friction&subject=${held.friction.id}`],
        ['decide-told', `${report}/decide/told?mail=failed&at=talk-friction-${held.friction.id}`],
      ] as const) {
        await asa.goto(address);
        for (const width of [1440, 390] as const) {
          await asa.setViewportSize(WIDTHS[width]);
          await soundPage(asa, name, language, width);
        }
      }
    }
  });
});

test('nobody decides or comments who may not, from elsewhere, or with what is none', async ({
  app,
  held,
}) => {
  const report = `/workshops/${held.workshop}/snapshots/${held.number}`;
  const send = (who: Who | null, at: string, fields: Record<string, string>, origin = app.url) =>
    fetch(`${app.url}${report}/decide${at}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: who ? `next-auth.session-token=${held.cookies[who]}; locale=en` : '', origin },
      body: new URLSearchParams(fields),
    });
  const about = { kind: 'phase', subject: 'nowhere' };
  const decision = { ...about, revision: '0', choice: 'do' };
  for (const [at, fields] of [
    ['', decision],
    ['/status', { ...about, revision: '1', status: 'done' }],
    ['/comment', { ...about, text: 'Hello' }],
  ] as const) {
    const status = async (...from: Parameters<typeof send>) => (await send(...from)).status;
    expect.soft(await status(null, at, fields), `${at} nobody`).toBe(303);
    expect.soft(await status('stranger', at, fields), `${at} stranger`).toBe(404);
    expect.soft(await status('participant', at, fields), `${at} participant`).toBe(403);
    expect.soft(await status('leader', at, fields, 'https://evil.example'), `${at} elsewhere`).toBe(403);
    expect.soft(await status('leader', at, fields), `${at} what is not there`).toBe(404);
  }
  const wrong = await send('leader', '', { ...decision, choice: 'maybe', text: 'Kept words' });
  expect([wrong.status, await wrong.text()]).toEqual([400, expect.stringContaining('Kept words')]);
  const outside = { ...decision, kind: 'snapshot', subject: '', back: 'https://evil.example/' };
  const taken = await send('leader', '', outside);
  expect([taken.status, taken.headers.get('location')]).toEqual([303, `${report}#talk-snapshot`]);
});
