import { type Actor, can } from '@/lib/auth/can.ts';
import type { Config } from '@/lib/config.ts';
import type { Db } from '@/lib/db/types.ts';
import type { Locale } from '@/lib/i18n/locale.ts';
import { formatter, TIME_ZONE, translator } from '@/lib/i18n/translator.ts';
import type { Journey } from '@/lib/journey/model.ts';
import type { Subject } from '@/lib/review/subject.ts';
import { type Comment, commentsOn } from '@/lib/services/comments.ts';
import { type Decided, decidedIn, namedIn } from '@/lib/services/decisions.ts';
import { listMembers } from '@/lib/services/members.ts';

/** What deciding on and talking about a snapshot's subjects is written from. */
export interface Talk {
  workshopId: string;
  number: number;
  /** By `subjectKey`. */
  decided: ReadonlyMap<string, Decided>;
  /** By `subjectKey`; empty for whoever may not read them. */
  comments: ReadonlyMap<string, readonly Comment[]>;
  may: { decide: boolean; comment: boolean };
  /** Whom and what the fields suggest; empty where the reader may not see the members. */
  suggested: { people: readonly string[]; functions: readonly string[] };
  /** So many ideas that their forms are on a page each: a report is to be read, and to be there at once. */
  isLong: boolean;
  /** Whether mails go out. */
  mails: boolean;
  /** The calendar day it is, YYYY-MM-DD. */
  today: string;
  /** What a subject is called, in the journey's own words or the reader's language. */
  nameOf: (subject: Subject) => string;
  locale: Locale;
  contentLocale: Locale;
  t: ReturnType<typeof translator<'decisions'>>;
  day: (date: Date | string) => string;
  /** Day and time. */
  moment: (at: Date) => string;
}

const MANY = 12;

/** Reads what there is for the actor. Throws forbidden. */
export async function readTalk(
  { db, config }: { db: Db; config: Pick<Config, 'smtp' | 'baseUrl'> },
  actor: Actor,
  { number, journey }: { number: number; journey: Journey },
  locale: Locale,
): Promise<Talk> {
  const t = translator(locale, 'decisions');
  const may = { decide: can(actor, 'decision.make'), comment: can(actor, 'comment.write') };
  const members = may.decide && can(actor, 'member.list') ? await listMembers(db, actor) : [];
  const names = (of: readonly string[]) =>
    [...new Set(of.filter(Boolean))].sort((a, b) => a.localeCompare(b, 'sv'));
  return {
    ...{ workshopId: actor.workshopId, number, may, locale, t, today: today() },
    decided: await decidedIn(db, actor),
    comments: may.comment ? await commentsOn(db, actor, number) : new Map(),
    suggested: {
      people: names(members.map((member) => member.name)),
      functions: names([
        ...members.map((member) => member.functionName),
        ...journey.touchpoints.map((touchpoint) => touchpoint.owner ?? ''),
      ]),
    },
    isLong: journey.cards.filter((card) => card.kind === 'opportunity').length > MANY,
    mails: Boolean(config.smtp && config.baseUrl),
    nameOf: (subject) => nameIn(journey, subject, t),
    contentLocale: journey.meta.locale,
    day: dayIn(locale),
    moment: (at) => formatter(locale).dateTime(at, { dateStyle: 'medium', timeStyle: 'short' }),
  };
}

/** What a subject is called where it is read; an idea's first line. */
export function nameIn(journey: Journey, subject: Subject, t: Talk['t']): string {
  const named = namedIn(journey, subject);
  if (!named) return t('gone', { kind: subject.kind });
  return subject.kind === 'snapshot' ? t('subject.snapshot') : short(named.name);
}

/** A long text's beginning, at the end of a word. */
export const short = (text: string, most = 120): string =>
  text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/, '')} …`;

/** A calendar day as it is written: `YYYY-MM-DD` is one already, in whatever zone. */
export function dayIn(locale: Locale): (date: Date | string) => string {
  const format = formatter(locale);
  const style = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  return (date) =>
    typeof date === 'string'
      ? format.dateTime(new Date(`${date}T12:00:00Z`), { ...style, timeZone: 'UTC' })
      : format.dateTime(date, style);
}

const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE, dateStyle: 'short' });
/** The calendar day it is where dates are shown, YYYY-MM-DD. */
export const today = (): string => calendar.format(new Date());

/** The fragment a subject's place on the page has. */
export const anchorOf = ({ kind, id }: Subject): string => (id ? `talk-${kind}-${id}` : `talk-${kind}`);

/** Whether a subject's forms stand in the report, or on a page of their own. */
export const isApart = ({ isLong }: Pick<Talk, 'isLong'>, { kind }: Subject): boolean =>
  isLong && (kind === 'opportunity' || kind === 'phase');

export const subjectPath = (
  { workshopId, number }: Pick<Talk, 'workshopId' | 'number'>,
  subject: Subject,
): string =>
  `${snapshotPath(workshopId, number)}/decide?${new URLSearchParams({ kind: subject.kind, subject: subject.id })}`;

export const snapshotPath = (workshopId: string, number: number): string =>
  `/workshops/${workshopId}/snapshots/${number}`;
