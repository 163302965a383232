import { type SQL, sql } from 'drizzle-orm';
import { findings } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import type { Range } from '../../notes/marks/segments.ts';

/**
 * Full-text search over findings, in Swedish and English at once, because an interview may be in either
 * whatever the workshop is: PostgreSQL's own stemmers (PGlite has both), the beginnings of words besides, and
 * accents forgiven on both sides ("rakning" finds "räkningarna"). Every word asked for must be there; words
 * in quotation marks must stand together.
 */
export interface Asked {
  /** One for each word or phrase, in every language's own terms: one's stems are not another's. */
  terms: Record<Config, SQL>[];
  /** Long enough to be looked for within words, as the end of a Swedish compound: "faktura" in "slutfakturan". */
  within: string[];
}

const CONFIGS = ['simple', 'swedish', 'english'] as const;
type Config = (typeof CONFIGS)[number];

const MOST_WORDS = 12;
const LEAST_WITHIN = 4;

/** What was typed as a query; null when it holds no word. */
export function askedOf(typed: string): Asked | null {
  const parts = [...typed.matchAll(/["“”»«]([^"“”»«]+)["“”»«]|[\p{L}\p{M}\p{N}]+/gu)].slice(0, MOST_WORDS);
  const terms: Asked['terms'] = [];
  const within: string[] = [];
  for (const [whole, phrase] of parts) {
    const text = fold(phrase ?? whole);
    if (!/[\p{L}\p{N}]/u.test(text)) continue;
    terms.push({
      simple: phrase ? sql`phraseto_tsquery('simple', ${text})` : sql`to_tsquery('simple', ${`'${text}':*`})`,
      swedish: phrase ? NOTHING : sql`plainto_tsquery('swedish', ${text})`,
      english: phrase ? NOTHING : sql`plainto_tsquery('english', ${text})`,
    });
    if (!phrase && text.length >= LEAST_WITHIN) within.push(text);
  }
  if (terms.length === 0) return null;
  return { terms, within: within.length === terms.length ? within : [] };
}

/** Answers to no text. */
const NOTHING = sql`''::tsquery`;

/** As `folded` does in the database. */
const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');

/** Without accents, capitals and what the parser would take for markup, letter by letter. */
const folded = (column: SQL | typeof findings.words) =>
  sql`translate(lower(regexp_replace(normalize(${column}, NFD), '[\u0300-\u036f]', '', 'g')), '<>&', '   ')`;

/**
 * The findings of some interviews that answer, by id: 1 where the words do, 2 where they only hold what was
 * asked for somewhere within. Tags count as words.
 */
export async function searchIn(
  db: Db,
  interviewIds: readonly string[],
  { terms, within }: Asked,
): Promise<Map<string, 1 | 2>> {
  const ids = sql`(${sql.join(
    interviewIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  )})`;
  const text = folded(sql`${findings.words} || ' ' || coalesce(${findings.tags} #>> '{}', '')`);
  const inside =
    within.length === 0
      ? sql`false`
      : sql.join(
          within.map((word) => sql`position(${word} in held.text) > 0`),
          sql` and `,
        );
  const answers = sql.join(
    terms.map(
      (term) => sql`(vectors.simple @@ ${term.simple} or vectors.swedish @@ ${term.swedish}
        or vectors.english @@ ${term.english})`,
    ),
    sql` and `,
  );
  // "offset 0": each vector is computed once, however many words are asked for.
  const { rows } = await db.execute<{ id: string; answers: boolean }>(sql`
    select found.id, found.answers from (
      select vectors.id, ${answers} as answers, vectors.inside
      from (
        select held.id, (${inside}) as inside, to_tsvector('simple', held.text) as simple,
          to_tsvector('swedish', held.text) as swedish, to_tsvector('english', held.text) as english
        from (
          select ${findings.id} as id, ${text} as text from ${findings} where ${findings.interviewId} in ${ids}
          offset 0
        ) held
        offset 0
      ) vectors
    ) found
    where found.answers or found.inside`);
  return new Map(rows.map((row) => [row.id, row.answers ? 1 : 2]));
}

const [START, STOP] = ['\ue000', '\ue001'];

/** Where the words of some findings answer, by id, in UTF-16 units of their words. */
export async function hitsIn(
  db: Db,
  rows: readonly { id: string; words: string }[],
  { terms, within }: Asked,
): Promise<Record<string, Range[]>> {
  if (rows.length === 0) return {};
  const list = sql.join(
    rows.map(({ id, words }) => sql`(${id}::uuid, ${words})`),
    sql`, `,
  );
  const options = `HighlightAll=true, StartSel=${START}, StopSel=${STOP}`;
  const headline = (config: Config) => {
    const any = sql.join(
      terms.map((term) => term[config]),
      sql` || `,
    );
    return sql`ts_headline(${config}::regconfig, held.text, ${any}, ${options})`;
  };
  const found = await db.execute<{ id: string; marked: string[] }>(sql`
    select held.id, array[${sql.join(CONFIGS.map(headline), sql`, `)}] as marked
    from (select given.id, ${folded(sql`given.words`)} as text from (values ${list}) as given(id, words)) held`);
  const words = new Map(rows.map((row) => [row.id, row.words]));
  return Object.fromEntries(
    found.rows.map(({ id, marked }) => {
      const said = words.get(id) ?? '';
      return [id, joined([...marked.flatMap((one) => marksOf(one, said)), ...insideOf(said, within)])];
    }),
  );
}

/** The stretches a headline marks; none where folding moved the letters, as with letters that are not composed. */
function marksOf(marked: string, said: string): Range[] {
  if (marked.length - (marked.split(START).length - 1) * 2 !== said.length) return [];
  const ranges: Range[] = [];
  let [at, start] = [0, 0];
  for (const char of marked) {
    if (char === START) start = at;
    else if (char === STOP) ranges.push({ start, end: at });
    else at += char.length;
  }
  return ranges;
}

function insideOf(said: string, within: readonly string[]): Range[] {
  const text = fold(said);
  if (text.length !== said.length) return [];
  return within.flatMap((word) => {
    const at = text.indexOf(word);
    return at < 0 ? [] : [{ start: at, end: at + word.length }];
  });
}

/** In their order, those that touch as one. */
function joined(ranges: readonly Range[]): Range[] {
  const out: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else out.push({ ...range });
  }
  return out;
}
