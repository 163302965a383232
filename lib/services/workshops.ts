import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { mayCreateWorkshops } from '../auth/can.ts';
import type { SessionUser } from '../auth/session.ts';
import { createDocument } from '../db/documents.ts';
import { auditEvents, members, users, workshops } from '../db/schema/index.ts';
import type { Db } from '../db/types.ts';
import { AppError } from '../errors.ts';
import type { Locale } from '../i18n/locale.ts';
import type { Stage } from '../journey/stages.ts';
import { journeyDocument } from '../sync/protocol.ts';
import { audit } from './audit.ts';
import { writeGuides } from './guides/template.ts';
import type { MemberRole } from './members.ts';
import { TEMPLATE_GUIDES } from './templates/guides/index.ts';
import { templateJourney } from './templates/index.ts';
import type { TemplateKey } from './templates/template.ts';

export interface Workshop {
  id: string;
  title: string;
  locale: Locale;
  template: string;
  demo: boolean;
  stage: Stage;
  createdAt: Date;
}

/** What the home page tells of the last thing that happened: an event's name, when, and by whom. */
export interface LastEvent {
  event: (typeof TOLD)[number];
  at: Date;
  by: string | null;
}

export interface WorkshopSummary extends Workshop {
  role: MemberRole;
  members: number;
  last: LastEvent | null;
}

/** The events home tells about; a leader hears of snapshots only. */
export const TOLD = [
  'workshop.created',
  'member.joined',
  'interview.imported',
  'snapshot.taken',
  'snapshot.restored',
] as const;

/**
 * A new workshop from a template: its row, its facilitator, its document and its guides in one transaction. Throws
 * forbidden for guests.
 */
export async function createWorkshop(
  db: Db,
  user: SessionUser,
  input: { title: string; template: TemplateKey; locale: Locale },
): Promise<{ id: string }> {
  if (!mayCreateWorkshops(user)) throw new AppError('forbidden');
  const state = templateJourney(input.template, input.locale, input.title);
  return db.transaction(async (tx) => {
    const [row] = await tx
      .insert(workshops)
      .values({ ...input, createdBy: user.id })
      .returning({ id: workshops.id });
    if (!row) throw new Error('The new workshop came back without an id.');
    await tx
      .insert(members)
      .values({ workshopId: row.id, userId: user.id, role: 'facilitator', displayName: user.name });
    await createDocument(tx, journeyDocument(row.id), state);
    await writeGuides(tx, row.id, TEMPLATE_GUIDES[input.template], input.locale);
    const detail = { template: input.template, locale: input.locale };
    await audit(tx, { workshopId: row.id, actorId: user.id, event: 'workshop.created', detail });
    return row;
  });
}

const columns = {
  id: workshops.id,
  title: workshops.title,
  locale: workshops.locale,
  template: workshops.template,
  demo: workshops.demo,
  stage: workshops.stage,
  createdAt: workshops.createdAt,
};

/** One workshop's row; throws workshopNotFound. The caller has asked whether the reader may know. */
export async function readWorkshop(db: Db, id: string): Promise<Workshop> {
  const [row] = await db.select(columns).from(workshops).where(eq(workshops.id, id));
  if (!row) throw new AppError('workshopNotFound');
  return row;
}

/** The workshops a user is a member of, the one where something happened last at the top. */
export async function listWorkshops(db: Db, user: SessionUser): Promise<WorkshopSummary[]> {
  const mine = await db
    .select({
      ...columns,
      role: members.role,
      members: sql<number>`(select count(*) from ${members} m where m.workshop_id = ${workshops.id})::int`,
    })
    .from(members)
    .innerJoin(workshops, eq(workshops.id, members.workshopId))
    .where(eq(members.userId, user.id));
  const last = await lastEvents(
    db,
    mine.map((w) => w.id),
  );
  return mine
    .map((w) => ({ ...w, last: last.find((e) => e.workshopId === w.id && tells(w.role, e.event)) ?? null }))
    .sort((a, b) => Number(b.last?.at ?? b.createdAt) - Number(a.last?.at ?? a.createdAt));
}

function tells(role: MemberRole, event: LastEvent['event']): boolean {
  return role !== 'leader' || event === 'snapshot.taken';
}

/** Per workshop and kind of event the latest one, newest first. */
async function lastEvents(db: Db, ids: string[]): Promise<(LastEvent & { workshopId: string })[]> {
  if (ids.length === 0) return [];
  const latest = await db
    .select({ seq: sql<number>`max(${auditEvents.seq})::int` })
    .from(auditEvents)
    .where(and(inArray(auditEvents.workshopId, ids), inArray(auditEvents.event, [...TOLD])))
    .groupBy(auditEvents.workshopId, auditEvents.event);
  if (latest.length === 0) return [];
  const rows = await db
    .select({
      workshopId: auditEvents.workshopId,
      event: auditEvents.event,
      at: auditEvents.createdAt,
      by: sql<string | null>`coalesce(${members.displayName}, ${users.name})`,
    })
    .from(auditEvents)
    .leftJoin(users, eq(users.id, auditEvents.actorId))
    .leftJoin(
      members,
      and(eq(members.userId, auditEvents.actorId), eq(members.workshopId, auditEvents.workshopId)),
    )
    .where(
      inArray(
        auditEvents.seq,
        latest.map((l) => l.seq),
      ),
    )
    .orderBy(desc(auditEvents.seq));
  return rows as (LastEvent & { workshopId: string })[];
}
