import { rmSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { FORMATS, type Format } from '../../lib/export/formats.ts';
import { type Installation, installation, PASSCODE, PEOPLE, type Person, SECRETS } from './rights-people.ts';
import { launchApp } from './support/app.ts';

/** What leadership does with a snapshot, and what leaves the workshop: who may, tried on the production server. */

let held: Installation;
let app: Awaited<ReturnType<typeof launchApp>>;
test.beforeAll(async () => {
  held = await installation();
  app = await launchApp(held.environment);
});
test.afterAll(async () => {
  await app?.dispose();
  if (held) rmSync(held.environment.DATA_DIR, { recursive: true, force: true });
});

const MEMBERS: Person[] = ['leader', 'participant', 'noteTaker', 'interviewer', 'facilitator'];
const NO_SESSION: Person[] = ['nobody', 'shareGuest'];

const get = (path: string, cookie = '', headers: Record<string, string> = {}, method = 'GET') =>
  fetch(app.url + path, { method, headers: { cookie, ...headers }, redirect: 'manual' });

const send = (path: string, fields: Record<string, string>, cookie: string, origin: string | null) =>
  fetch(app.url + path, {
    method: 'POST',
    headers: { cookie, ...(origin !== null && { origin }) },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });

/** Without the data that Next sends the same text in once more. */
const visible = (html: string) => html.replace(/<script\b.*?<\/script>/gs, '');

const own = () => app.url;
const FOREIGN = ['https://evil.example', 'null', null] as const;

test('a share link: what it is worth decides what is sent, whoever holds it', async () => {
  const { open, locked, expired, revoked } = held.shares;
  const signed = held.cookies.facilitator;
  const pass = held.cookies.shareGuest;
  const [name, value = ''] = pass.split(';')[0]?.split('=') ?? [];
  const forged = `${name}=${Date.now() + 9e6}.${value.split('.')[1]}`;
  // The table: the link, what is sent with it, the status, and whether the report comes.
  const rows: [string, string, number, boolean][] = [
    [open, '', 200, true],
    [open, signed, 200, true],
    [`${open}?walk`, '', 200, true],
    [locked, '', 200, false],
    [`${locked}?walk`, '', 200, false],
    [locked, signed, 200, false],
    [locked, forged, 200, false],
    [locked, pass, 200, true],
    [expired, pass, 410, false],
    [revoked, pass, 410, false],
    [revoked, signed, 410, false],
    [open.slice(1), '', 404, false],
    [`${open}x`, signed, 404, false],
    ['%00', '', 404, false],
  ];
  for (const [link, cookie, status, tells] of rows) {
    await test.step(`${link} ${cookie}`, async () => {
      const answer = await get(`/s/${link}`, cookie);
      const text = await answer.text();
      expect.soft(answer.status).toBe(status);
      expect.soft(text.includes(SECRETS.snapshot), 'the report').toBe(tells);
      expect.soft(answer.headers.get('cache-control')).toContain('no-store');
      expect.soft(answer.headers.get('x-robots-tag')).toContain('noindex');
      expect.soft(text).toContain('content="noindex');
      // Never: words of who has not agreed, pseudonyms, names, whom it is for, what was said or decided in words.
      for (const word of [
        ...[SECRETS.shared, `Alias ${SECRETS.shared}`, 'Åsa Öberg', SECRETS.share],
        ...[SECRETS.owner, SECRETS.decision, SECRETS.comment],
      ])
        expect.soft(text.includes(word), word).toBe(false);
      if (tells) expect.soft(text).toContain('name="referrer" content="no-referrer"');
    });
  }
  for (const path of [`/s/${open}/export/csv`, `/s/${open}/picture`, '/s/'])
    expect.soft((await get(path)).status, path).toBe(path === '/s/' ? 308 : 404);
});

test('a share link: chat programs learn nothing of it, and count for nobody', async () => {
  const path = `/s/${held.shares.open}`;
  const openings = async () => {
    const list = await get(`/workshops/${held.workshop}/snapshots/1/share`, held.cookies.facilitator);
    return [...visible(await list.text()).matchAll(/not opened yet|opened once|opened (\d+) times/g)]
      .map(([text, n]) => Number(n ?? (text === 'opened once' ? 1 : 0)))
      .reduce((sum, n) => sum + n, 0);
  };
  const before = await openings();
  for (const agent of [
    'Slackbot-LinkExpanding 1.0',
    'WhatsApp/2.23',
    'facebookexternalhit/1.1 Twitterbot/1.0',
  ]) {
    const answer = await get(path, '', { 'user-agent': agent });
    expect.soft(await answer.text(), agent).not.toContain(SECRETS.snapshot);
  }
  await get(path, '', { 'sec-purpose': 'prefetch;prerender' });
  await get(path, '', {}, 'HEAD');
  await get(path, '', { 'sec-fetch-site': 'same-origin' });
  expect(await openings()).toBe(before);
  await get(path);
  expect(await openings()).toBe(before + 1);
});

test('a passcode: right, wrong, from another site, and too often', async () => {
  const path = `/s/${held.shares.locked}`;
  for (const origin of FOREIGN) {
    const answer = await send(path, { passcode: PASSCODE }, '', origin);
    expect.soft([answer.status, answer.headers.get('set-cookie')], String(origin)).toEqual([403, null]);
  }
  const right = await send(path, { passcode: PASSCODE }, '', own());
  expect([right.status, right.headers.get('location')]).toEqual([303, path]);
  const cookie = right.headers.get('set-cookie') ?? '';
  for (const part of [`Path=${path}`, 'HttpOnly', 'SameSite=Lax', 'Max-Age=43200'])
    expect(cookie).toContain(part);
  const report = await get(path, cookie.split(';')[0]);
  expect(await report.text()).toContain(SECRETS.snapshot);

  const statuses: number[] = [];
  for (let tries = 1; tries <= 11; tries++)
    statuses.push((await send(path, { passcode: `wrong ${tries}` }, '', own())).status);
  expect(statuses).toEqual([...Array(10).fill(401), 429]);
  expect((await send(path, { passcode: PASSCODE }, '', own())).status, 'right, too late').toBe(429);
  expect((await send(`/s/${held.shares.revoked}`, { passcode: 'x' }, '', own())).status).toBe(410);
  expect((await send(`/s/${held.shares.open}x`, { passcode: 'x' }, '', own())).status).toBe(404);
});

test('files: who may carry a snapshot out, in which format', async () => {
  // The slow ones are made in tests of their own; that they are refused is tried for all.
  const made: Format[] = ['svg', 'csv', 'cjml', 'json'];
  for (const format of Object.keys(FORMATS) as Format[]) {
    const may = format === 'json' ? ['facilitator'] : MEMBERS;
    for (const person of PEOPLE) {
      if (may.includes(person) && !made.includes(format)) continue;
      await test.step(`${person} ${format}`, async () => {
        const path = `/workshops/${held.workshop}/snapshots/1/export/${format}`;
        const answer = await get(path, held.cookies[person]);
        const text = await answer.text();
        const refused = NO_SESSION.includes(person) ? 401 : MEMBERS.includes(person) ? 403 : 404;
        expect.soft(answer.status).toBe(may.includes(person) ? 200 : refused);
        expect.soft(answer.headers.get('cache-control')).toContain('no-store');
        // Only the whole file of the facilitator holds words of who has not agreed to be quoted outside.
        const whole = format === 'json' && person === 'facilitator';
        const words = text.replaceAll(`Alias ${SECRETS.shared}`, '');
        expect.soft(words.includes(SECRETS.shared), 'withheld words').toBe(whole);
      });
    }
  }
  for (const person of PEOPLE) {
    const answer = await get(`/workshops/${held.workshop}/decisions/export`, held.cookies[person]);
    const refused = NO_SESSION.includes(person) ? 401 : 404;
    expect.soft(answer.status, person).toBe(MEMBERS.includes(person) ? 200 : refused);
    expect.soft((await answer.text()).includes(SECRETS.decision), person).toBe(MEMBERS.includes(person));
  }
});

test('comments: leaders and facilitators among themselves', async () => {
  for (const person of MEMBERS) {
    const answer = await get(`/workshops/${held.workshop}/snapshots/1`, held.cookies[person]);
    expect
      .soft((await answer.text()).includes(SECRETS.comment), person)
      .toBe(['leader', 'facilitator'].includes(person));
  }
});

test('forms of the review: who may not, and every other site, changes nothing', async () => {
  const snapshot = `/workshops/${held.workshop}/snapshots/1`;
  const subject = { kind: 'friction', subject: held.touchpoint };
  const attempt = 'Försöket-4711';
  const forms: [string, Record<string, string>][] = [
    [`${snapshot}/decide`, { ...subject, revision: '1', choice: 'notNow', text: attempt }],
    [`${snapshot}/decide/status`, { ...subject, revision: '1', status: 'done' }],
    [`${snapshot}/decide/comment`, { ...subject, text: attempt }],
  ];
  for (const [path, fields] of forms) {
    for (const person of PEOPLE.filter((who) => who !== 'leader' && who !== 'facilitator')) {
      const answer = await send(path, fields, held.cookies[person], own());
      const refused = NO_SESSION.includes(person) ? 303 : MEMBERS.includes(person) ? 403 : 404;
      expect.soft(answer.status, `${person} ${path}`).toBe(refused);
      if (refused === 303) expect.soft(answer.headers.get('location')).toMatch(/^\/sign-in\?/);
    }
    for (const origin of FOREIGN) {
      const answer = await send(path, fields, held.cookies.facilitator, origin);
      expect.soft(answer.status, `${origin} ${path}`).toBe(403);
    }
  }
  const after = await (await get(snapshot, held.cookies.facilitator)).text();
  expect(after).toContain(SECRETS.decision);
  expect(after).not.toContain(attempt);

  for (const person of ['leader', 'facilitator'] as const) {
    const [, fields] = forms[2] as (typeof forms)[number];
    const said = `${attempt} ${person}`;
    const answer = await send(
      `${snapshot}/decide/comment`,
      { ...fields, text: said },
      held.cookies[person],
      own(),
    );
    expect.soft(answer.status, person).toBe(303);
    expect.soft(await (await get(snapshot, held.cookies[person])).text(), person).toContain(said);
  }
});

/** The hidden fields of the forms on a page that an action of ours stands behind, as a browser without scripts sends them. */
function formsIn(html: string): Record<string, string>[] {
  return [...html.matchAll(/<form[^>]*>(.*?)<\/form>/gs)].flatMap(([, inside = '']) => {
    const fields = [...inside.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => {
      const of = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(input)?.[1] ?? '';
      return [decoded(of('name')), decoded(of('value'))] as const;
    });
    return fields.some(([key]) => key.startsWith('$ACTION')) ? [Object.fromEntries(fields)] : [];
  });
}

const decoded = (text: string) =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&amp;/g, '&');

test('actions: restoring, branching, sharing and the stage are the facilitator’s, from our own pages', async () => {
  const base = `/workshops/${held.workshop}`;
  const extra: Record<string, string> = { from: '1', over: 'yes', stage: 'decide', label: 'x', days: '7' };
  const facilitator = held.cookies.facilitator;
  const snapshots = async () => {
    const list = await (await get(`${base}/snapshots`, facilitator)).text();
    return new Set(list.match(/\/snapshots\/\d+"/g)).size;
  };
  const shares = async () =>
    visible(await (await get(`${base}/snapshots/1/share`, facilitator)).text()).match(/<li[^>]*>/g)?.length;
  const formsOn = async (page: string) => formsIn(await (await get(base + page, facilitator)).text());
  const post = (page: string, form: Record<string, string>, cookie: string, origin: string) => {
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...extra, ...form })) body.append(name, value);
    const headers = { cookie, origin };
    return fetch(app.url + base + page, { method: 'POST', headers, body, redirect: 'manual' });
  };
  const before = [await snapshots(), await shares()];
  for (const page of ['/snapshots/1/restore', '/to-be/branch', '/snapshots/1/share']) {
    const forms = await formsOn(page);
    // The stage's form stands in the head of every page.
    expect(forms.length, page).toBeGreaterThan(page.endsWith('share') ? 2 : 1);
    for (const form of forms) {
      for (const person of PEOPLE.filter((who) => who !== 'facilitator')) {
        const answer = await post(page, form, held.cookies[person], own());
        expect.soft((await answer.text()).includes('/s/'), `${person} ${page}`).toBe(false);
      }
      await post(page, form, facilitator, 'https://evil.example');
    }
  }
  expect([await snapshots(), await shares()]).toEqual(before);
  const map = await (await get(`${base}/snapshots`, facilitator)).text();
  expect(map, 'the stage').not.toMatch(/Stage: Decide/i);

  // That it was refused, and not only sent wrongly: the same form works where it may.
  const page = '/snapshots/1/share';
  const making = (await formsOn(page)).find((form) => 'number' in form && !('id' in form)) ?? {};
  expect(await (await post(page, making, facilitator, own())).text()).toContain('/s/');
  expect(await shares()).toBe((before[1] ?? 0) + 1);
});

test('addresses nobody made: said to be unknown or wrong, and never a fault of ours', async () => {
  const base = `/workshops/${held.workshop}`;
  const numbers = ['0', '-1', '9999999999', 'abc', '%00', "1'--"];
  const below = [
    '',
    '/restore',
    '/share',
    '/share/preview',
    '/export',
    '/export/csv',
    '/decide?kind=snapshot',
  ];
  const paths = [
    ...numbers.flatMap((number) => below.map((rest) => `${base}/snapshots/${number}${rest}`)),
    ...numbers.map((number) => `/api${base}/snapshots/${number}/picture`),
    `/api${base}/snapshots/1/picture?since=abc`,
    `${base}/snapshots/1/export/nothing`,
    `${base}/snapshots/1/decide?kind=nothing`,
    `${base}/snapshots/1/decide`,
  ];
  for (const path of paths) {
    const { status } = await get(path, held.cookies.facilitator);
    expect.soft([400, 404].includes(status), `${path}: ${status}`).toBe(true);
  }
  for (const query of [
    '/compare?from=abc&to=1',
    '/compare?from=1&from=2',
    '/replay?map=x&at=x',
    '?restored=x',
  ])
    expect
      .soft((await get(`${base}/snapshots${query}`, held.cookies.facilitator)).status, query)
      .toBeLessThan(500);
});
