import { type Actor, mayCreateWorkshops } from '../../auth/can.ts';
import type { SessionUser } from '../../auth/session.ts';
import { createDocument } from '../../db/documents.ts';
import { members, workshops } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import type { Locale } from '../../i18n/locale.ts';
import { journeyDocument } from '../../sync/protocol.ts';
import type { Work } from '../../work/work.ts';
import { audit } from '../audit.ts';
import { writeGuides } from '../guides/template.ts';
import { type NewSnapshot, writeSnapshot } from '../snapshots/write.ts';
import { SESSIONS, TITLE } from './content/cast.ts';
import { GUIDE } from './content/guide.ts';
import { demoInterviews, demoPlan } from './interviews.ts';
import { demoJourney } from './journey.ts';
import { demoReviews, type Reviewed } from './review.ts';

const DAY = 86_400_000;

/**
 * The demo workshop: a filled, fictional example in the user's language, with its interviews, findings,
 * map, two snapshots and what leadership decided on them. All of it or nothing. Throws forbidden for guests.
 */
export async function createDemo(
  db: Db,
  user: SessionUser,
  locale: Locale,
  work: Work,
): Promise<{ id: string }> {
  if (!mayCreateWorkshops(user)) throw new AppError('forbidden');
  const now = new Date();
  const title = TITLE[locale];
  return db.transaction(async (tx) => {
    const [row] = await tx
      .insert(workshops)
      .values({ title, locale, template: 'demo', demo: true, stage: 'analyse', createdBy: user.id })
      .returning({ id: workshops.id });
    if (!row) throw new Error('The demo workshop came back without an id.');
    const workshopId = row.id;
    await tx
      .insert(members)
      .values({ workshopId, userId: user.id, role: 'facilitator', displayName: user.name });
    const actor: Actor = {
      userId: user.id,
      name: user.name,
      functionName: '',
      workshopId,
      role: 'facilitator',
    };
    const detail = { template: 'demo', locale };
    await audit(tx, { workshopId, actorId: user.id, event: 'workshop.created', detail });

    const findings = await demoInterviews(tx, actor, locale, now);
    const states = demoJourney(locale, title, user.id, findings);
    await createDocument(tx, journeyDocument(workshopId), states.second);
    await demoPlan(tx, actor, locale, now, states.personas);
    await writeGuides(tx, workshopId, GUIDE, locale);
    const reviewed: Reviewed[] = [];
    for (const [i, session] of SESSIONS.entries()) {
      const takenAt = new Date(now.getTime() - session.daysAgo * DAY);
      const taken: NewSnapshot = {
        workshopId,
        state: i === 0 ? states.first : states.second,
        label: session.label[locale],
        note: session.note[locale],
        reason: 'demo',
        takenBy: user.id,
        takenAt,
        group: {
          customerInterviews: session.customers,
          employeeInterviews: session.employees,
          functions: [...session.functions[locale]],
          questions: GUIDE.customer.map(({ text }) => text[locale]),
        },
      };
      const { id } = await writeSnapshot(tx, taken, work);
      reviewed.push({ id, state: taken.state, takenAt });
    }
    await demoReviews(tx, actor, locale, now, reviewed);
    return row;
  });
}
