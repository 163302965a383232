import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '../../../lib/auth/can.ts';
import { auditEvents, findings, interviews } from '../../../lib/db/schema/index.ts';
import type { Db } from '../../../lib/db/types.ts';
import {
  type ExportWords,
  exportFindings,
  type FindingFilter,
  filterOf,
  findingsAcross,
  type Mark,
  markFinding,
  mergeTags,
  outlookOfMerge,
  queryOf,
  retagFindings,
} from '../../../lib/services/findings.ts';
import { openTestDatabase } from '../../support/database.ts';
import { codeOf, consent, mapRoom, takeIn, workshopWith } from './interviews-support.ts';

const ROLES = {
  facilitator: 'facilitator',
  interviewer: 'interviewer',
  noteTaker: 'noteTaker',
  participant: 'participant',
  leader: 'leader',
} as const;

let db: Db;
let close: () => Promise<void>;
let actors: Record<keyof typeof ROLES, Actor>;
let stranger: Actor;
let rooms: ReturnType<typeof mapRoom>;

beforeAll(async () => {
  ({ db, close } = await openTestDatabase());
  stranger = (await workshopWith(db, { facilitator: 'facilitator' })).facilitator;
});
afterAll(() => close());
beforeEach(async () => {
  actors = await workshopWith(db, ROLES);
  rooms = mapRoom();
});

const QUOTE: Mark = { kind: 'quote' };

/** An interview of the note-taker in which every turn given is a finding of its own. */
async function interviewWith(
  words: readonly string[],
  {
    shared = true,
    mark = QUOTE,
    ...extra
  }: Parameters<typeof takeIn>[2] & { shared?: boolean; mark?: Mark } = {},
) {
  const id = await takeIn(db, actors.noteTaker, {
    turns: words.map((text, i) => ({ role: 'interviewee', speaker: 'x', atMs: i * 1_000, text })),
    ...extra,
  });
  const marked = [];
  for (const [turn, text] of words.entries()) {
    const passage = { interviewId: id, turn, start: 0, end: text.length };
    marked.push(await markFinding(db, actors.noteTaker, { ...passage, mark }, rooms));
  }
  // Shared as the rows have it: what sharing asks for is another test's matter.
  if (shared) await db.update(interviews).set({ status: 'shared' }).where(eq(interviews.id, id));
  return { id, ids: marked.map((finding) => finding.id) };
}

const found = async (filter: FindingFilter, actor: Actor = actors.facilitator) =>
  (await findingsAcross(db, actor, filter, rooms)).rows.map((row) => row.words);

test('who sees which findings: shared ones all who map, unshared ones the team, nobody else any', async () => {
  await interviewWith(['Delat.']);
  await interviewWith(['Inte delat.'], { shared: false });
  const seen = async (actor: Actor) => {
    const { rows, notShared } = await findingsAcross(db, actor, {}, rooms);
    return [rows.map((row) => row.words), notShared, rows.map((row) => row.mayMark)];
  };
  expect(await seen(actors.facilitator)).toEqual([['Delat.', 'Inte delat.'], 0, [true, true]]);
  expect(await seen(actors.noteTaker)).toEqual([['Delat.', 'Inte delat.'], 0, [true, true]]);
  expect(await seen(actors.interviewer)).toEqual([['Delat.'], 1, [false]]);
  expect(await seen(actors.participant)).toEqual([['Delat.'], 1, [false]]);
  expect(await seen(stranger)).toEqual([[], 0, []]);
  expect(await codeOf(findingsAcross(db, actors.leader, {}, rooms))).toBe('forbidden');
});

const SAID = [
  'Räkningarna kom två veckor för sent.',
  'Slutfakturan förstod jag inte alls.',
  'They kept sending invoices to the old address.',
  'Jag kom inte fram till kundtjänst.',
  'Café Ängen svarade direkt <b>snabbt</b>.',
  'Jag hade räknat med det.',
];

const SEARCHES: [asked: string, numbers: number[]][] = [
  ['räkning', [0]],
  ['rakning', [0]],
  ['RÄKNINGAR', [0]],
  ['invoice', [2]],
  ['sent', [0]],
  ['send', [2]],
  ['faktura', [1]],
  ['fakturan inte', [1]],
  ['inte', [1, 3]],
  ['"inte fram"', [3]],
  ['"fram inte"', []],
  ['cafe angen', [4]],
  ['snabbt', [4]],
  ['veck', [0]],
  ["'); drop table finding; --", []],
  [':* & | ! <->', []],
  ['finns ej', []],
];

test('search: Swedish and English, beginnings and ends of words, without accents, phrases, odd signs', async () => {
  await interviewWith(SAID);
  for (const [q, numbers] of SEARCHES) {
    expect([q, await found({ q })]).toEqual([q, numbers.map((n) => SAID[n])]);
  }
});

test('what answers is pointed at in the words as they stand', async () => {
  await interviewWith(SAID);
  const hits = async (q: string) => {
    const { rows } = await findingsAcross(db, actors.facilitator, { q }, rooms);
    return rows.map((row) => row.hits.map(({ start, end }) => row.words.slice(start, end)));
  };
  expect(await hits('rakning')).toEqual([['Räkningarna']]);
  expect(await hits('faktura')).toEqual([['faktura']]);
  expect(await hits('invoice kept')).toEqual([['kept', 'invoices']]);
  expect(await hits('snabbt')).toEqual([['snabbt']]);
  expect(await hits('"inte fram"')).toEqual([['inte', 'fram']]);
});

test('a word asked for is also looked for in the tags', async () => {
  const { ids } = await interviewWith(['Ett.', 'Två.']);
  await retagFindings(db, actors.noteTaker, [{ findingIds: [ids[1] ?? ''], add: ['Väntetid'], remove: [] }]);
  expect(await found({ q: 'vantetid' })).toEqual(['Två.']);
});

test('filters: kind, severity, interview, segment, who, tag, on the map or not, touchpoint', async () => {
  const a = await interviewWith(['Irriterande.'], { mark: { kind: 'friction', severity: 1 } });
  const b = await interviewWith(['Allvarligt.'], {
    mark: { kind: 'friction', severity: 3 },
    kind: 'employee',
  });
  await interviewWith(['Bra.']);
  await db.update(interviews).set({ segment: 'Hyresgäster' }).where(eq(interviews.id, a.id));
  await retagFindings(db, actors.facilitator, [{ findingIds: b.ids, add: ['Kö'], remove: [] }]);
  rooms.place(a.ids[0] ?? '', a.id);
  expect(await found({ kind: 'friction' })).toEqual(['Irriterande.', 'Allvarligt.']);
  expect(await found({ severity: 3 })).toEqual(['Allvarligt.']);
  expect(await found({ interview: a.id })).toEqual(['Irriterande.']);
  expect(await found({ segment: 'Hyresgäster' })).toEqual(['Irriterande.']);
  expect(await found({ segment: '' })).toEqual(['Allvarligt.', 'Bra.']);
  expect(await found({ who: 'employee' })).toEqual(['Allvarligt.']);
  expect(await found({ tag: 'kö' })).toEqual(['Allvarligt.']);
  // Lifted off the map, as mapRoom lays it, is not on the map.
  expect(await found({ placed: 'no' })).toEqual(['Irriterande.', 'Allvarligt.', 'Bra.']);
  expect(await found({ placed: 'yes' })).toEqual([]);
  expect((await findingsAcross(db, actors.facilitator, {}, rooms)).rows.map((row) => row.place)).toEqual([
    'lifted',
    'waiting',
    'waiting',
  ]);
});

test('counts are by distinct interviews, customers and employees apart', async () => {
  const friction: Mark = { kind: 'friction', severity: 2 };
  const a = await interviewWith(['Ett.', 'Två.', 'Tre.'], { mark: friction });
  const b = await interviewWith(['Fyra.'], { mark: friction });
  const c = await interviewWith(['Fem.', 'Sex.'], { mark: friction, kind: 'employee' });
  await interviewWith(['Sju.']);
  const findingIds = [...a.ids.slice(0, 2), ...b.ids, ...c.ids];
  await retagFindings(db, actors.noteTaker, [{ findingIds, add: ['Väntan'], remove: [] }]);
  const { kinds, tags, total } = await findingsAcross(db, actors.facilitator, {}, rooms);
  expect(kinds).toEqual([
    { key: 'friction', customer: { findings: 4, interviews: 2 }, employee: { findings: 2, interviews: 1 } },
    { key: 'quote', customer: { findings: 1, interviews: 1 }, employee: { findings: 0, interviews: 0 } },
  ]);
  expect(tags).toEqual([
    { key: 'Väntan', customer: { findings: 3, interviews: 2 }, employee: { findings: 2, interviews: 1 } },
  ]);
  expect(total).toEqual({
    customer: { findings: 5, interviews: 3 },
    employee: { findings: 2, interviews: 1 },
  });
});

const tagsOf = async (id: string) =>
  (await db.select().from(findings).where(eq(findings.id, id)))[0]?.tags ?? null;

test('tags: one spelling, many at once, taken back in one step', async () => {
  const { ids } = await interviewWith(['Ett.', 'Två.']);
  const [one = '', two = ''] = ids;
  await retagFindings(db, actors.noteTaker, [{ findingIds: [one], add: ['Faktura'], remove: [] }]);
  const { undo, tags } = await retagFindings(db, actors.noteTaker, [
    { findingIds: ids, add: ['faktura', 'Kö'], remove: [] },
  ]);
  expect(tags).toEqual({ [one]: ['Faktura', 'Kö'], [two]: ['Faktura', 'Kö'] });
  await retagFindings(db, actors.noteTaker, undo);
  expect([await tagsOf(one), await tagsOf(two)]).toEqual([['Faktura'], []]);
});

test('merging says what it will change, and can be taken back, also where only the capitals change', async () => {
  const { ids } = await interviewWith(['Ett.', 'Två.', 'Tre.']);
  const [one = '', two = '', three = ''] = ids;
  await retagFindings(db, actors.noteTaker, [
    { findingIds: [one], add: ['Vänta'], remove: [] },
    { findingIds: [two], add: ['Vänta', 'Väntetid'], remove: [] },
    { findingIds: [three], add: ['Väntetid'], remove: [] },
  ]);
  expect(await outlookOfMerge(db, actors.noteTaker, 'vänta')).toEqual({
    findings: 2,
    interviews: 1,
    kept: 0,
  });
  const { undo } = await mergeTags(db, actors.noteTaker, { from: 'Vänta', into: 'Väntetid' });
  const all = async () => Promise.all(ids.map(tagsOf));
  expect(await all()).toEqual([['Väntetid'], ['Väntetid'], ['Väntetid']]);
  await retagFindings(db, actors.noteTaker, undo);
  expect(await all()).toEqual([['Vänta'], ['Väntetid', 'Vänta'], ['Väntetid']]);
  const again = await mergeTags(db, actors.noteTaker, { from: 'Väntetid', into: 'VÄNTETID' });
  expect(await tagsOf(three)).toEqual(['VÄNTETID']);
  await retagFindings(db, actors.noteTaker, again.undo);
  expect(await tagsOf(three)).toEqual(['Väntetid']);
});

test('nobody tags or merges in another’s interview, nor in another workshop', async () => {
  const { ids } = await interviewWith(['Ett.']);
  const change = [{ findingIds: ids, add: ['Kö'], remove: [] }];
  for (const actor of [actors.participant, actors.interviewer, actors.leader, stranger]) {
    expect(await codeOf(retagFindings(db, actor, change))).toBe('forbidden');
  }
  await retagFindings(db, actors.noteTaker, change);
  expect(await codeOf(mergeTags(db, actors.participant, { from: 'Kö', into: 'X' }))).toBe('forbidden');
  expect(await mergeTags(db, stranger, { from: 'Kö', into: 'X' })).toEqual({
    tags: {},
    untouched: 0,
    undo: [],
  });
  expect(await tagsOf(ids[0] ?? '')).toEqual(['Kö']);
  const many = Array.from({ length: 12 }, (_, i) => `t${i}`);
  expect(
    await codeOf(retagFindings(db, actors.noteTaker, [{ findingIds: ids, add: many, remove: [] }])),
  ).toBe('tagsFull');
});

const WORDS: ExportWords = {
  columns: {
    words: 'Ord',
    kind: 'Typ',
    valence: 'Känsla',
    severity: 'Allvar',
    interview: 'Intervju',
    who: 'Vem',
    segment: 'Segment',
    speaker: 'Talare',
    time: 'Tid',
    tags: 'Taggar',
    touchpoint: 'Kontaktpunkt',
    onMap: 'På kartan',
    mayQuoteOutside: 'Får citeras utanför',
  },
  kind: { quote: 'Citat', emotion: 'Känsla', friction: 'Friktion', need: 'Behov', employee: 'Medarbetare' },
  who: { customer: 'Kund', employee: 'Medarbetare' },
  yes: 'ja',
  no: 'nej',
};

test('the file: readable by a spreadsheet, formulas defused, written into the audit without words', async () => {
  const said = ['=HYPERLINK("http://x")', '+46 ringde', '-2 grader', '@alla', 'Hon sa "nej", sedan\nja'];
  await interviewWith(said, { mark: { kind: 'emotion', emoji: '😡', valence: -2 } });
  const { csv, rows } = await exportFindings(db, actors.participant, {}, rooms, WORDS);
  expect(rows).toBe(5);
  expect(csv.startsWith('\ufeffOrd,Typ,')).toBe(true);
  const lines = csv.split('\r\n');
  expect(lines[1]).toBe(`"'=HYPERLINK(""http://x"")",Känsla,-2,,Kund A,Kund,,Kund A,00:00:00,,,nej,nej`);
  for (const n of [2, 3, 4]) expect(lines[n]).toMatch(/^"?'[+\-@]/);
  expect(lines[5]).toContain('"Hon sa ""nej"", sedan\nja"');
  const [line] = await db
    .select()
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.workshopId, actors.participant.workshopId),
        eq(auditEvents.event, 'findings.exported'),
      ),
    );
  expect(line).toMatchObject({ actorId: actors.participant.userId, detail: { findings: 5, left: 0 } });
});

test('who did not agree to be quoted on the map is only in a file of the interview’s team', async () => {
  await interviewWith(['Får inte citeras.'], { consent: { ...consent, quoteOnMap: false } });
  const file = async (actor: Actor) => {
    const { csv, rows, left } = await exportFindings(db, actor, {}, rooms, WORDS);
    return [csv.includes('Får inte citeras.'), rows, left];
  };
  expect(await file(actors.participant)).toEqual([false, 0, 1]);
  expect(await file(actors.interviewer)).toEqual([false, 0, 1]);
  expect(await file(actors.noteTaker)).toEqual([true, 1, 0]);
  expect(await file(actors.facilitator)).toEqual([true, 1, 0]);
  expect(await codeOf(exportFindings(db, actors.leader, {}, rooms, WORDS))).toBe('forbidden');
});

test('the address holds the filter, and what it holds wrongly asks for nothing', () => {
  const filter: FindingFilter = { q: 'två ord', kind: 'friction', severity: 2, segment: '', placed: 'no' };
  const back = filterOf(Object.fromEntries(new URLSearchParams(queryOf(filter))));
  expect(back).toEqual(filter);
  expect(
    filterOf({ q: ' ', kind: 'nope', severity: '9', interview: '1', placed: ['yes', 'no'], x: 'y' }),
  ).toEqual({});
  expect(queryOf({})).toBe('');
});
