import { mayCreateWorkshops } from '../../auth/can.ts';
import type { SessionUser } from '../../auth/session.ts';
import { createDocument } from '../../db/documents.ts';
import { guideQuestions, members, workshops } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import type { JourneyFile } from '../../export/json/schema.ts';
import { journeyDocument } from '../../sync/protocol.ts';
import type { Work } from '../../work/work.ts';
import { audit } from '../audit.ts';
import { GUIDE_LIMITS } from '../guides/limits.ts';
import { standingOf } from './erased.ts';
import { storeEvidence } from './evidence.ts';
import { idsFor } from './ids.ts';
import { picturesIn, samePictures, storePictures } from './pictures.ts';

const MB = 1024 * 1024;
/** Of one journey file: a full map with 20 MB of pictures in base64. */
export const MOST_IMPORT_BYTES = 32 * MB;

export interface Imported {
  id: string;
  cards: number;
  interviews: number;
}

/**
 * A new workshop from a journey file (docs/formats/journey-json.md): its map as it was, and behind its cards
 * the interviews and findings, so that evidence stays evidence. All of it or nothing. What was erased
 * on this installation does not come back. Throws forbidden, journeyFileTooLarge, journeyFileForeign,
 * journeyFileNewer, journeyFileDamaged.
 * @param title null: the file's own
 */
export async function importWorkshop(
  db: Db,
  user: SessionUser,
  { bytes, title }: { bytes: Uint8Array; title: string | null },
  work: Work,
): Promise<Imported> {
  if (!mayCreateWorkshops(user)) throw new AppError('forbidden');
  if (bytes.byteLength > MOST_IMPORT_BYTES)
    throw new AppError('journeyFileTooLarge', { max: MOST_IMPORT_BYTES / MB });
  const file = await work.run('readJourneyFile', bytes);
  try {
    return await take(db, user, file, title, work);
  } catch (error) {
    // Sent twice at once, both found the file's ids free; now one of them has them.
    if (!isTaken(error)) throw error;
    return take(db, user, file, title, work);
  }
}

/** PostgreSQL's unique_violation. */
const isTaken = (error: unknown): boolean =>
  error instanceof Error && (codeOf(error) === '23505' || isTaken(error.cause));
const codeOf = (error: object): unknown => ('code' in error ? error.code : undefined);

async function take(
  db: Db,
  user: SessionUser,
  file: JourneyFile,
  title: string | null,
  work: Work,
): Promise<Imported> {
  const pictures = picturesIn(file);
  const standing = await standingOf(db, file);
  const free = await idsFor(db, file);
  const ids = { ...free, pictures: samePictures(pictures, free.pictures) };
  const { journey, drawing } = file;
  const meta = title === null ? journey.meta : { ...journey.meta, title };
  const written = await work.run('writeDocument', {
    ...{ journey: { ...journey, meta }, drawing, ids, erased: standing.erased, userId: user.id },
  });
  const { demo, locale } = file.workshop;
  const name = title ?? (file.workshop.title.trim() || journey.meta.title.trim() || '–');
  return db.transaction(async (tx) => {
    const [row] = await tx
      .insert(workshops)
      .values({ title: name, locale, demo, template: 'file', stage: 'analyse', createdBy: user.id })
      .returning({ id: workshops.id });
    if (!row) throw new Error('The new workshop came back without an id.');
    const workshopId = row.id;
    await tx
      .insert(members)
      .values({ workshopId, userId: user.id, role: 'facilitator', displayName: user.name });
    await createDocument(tx, journeyDocument(workshopId), written.state);
    await storePictures(tx, { workshopId, userId: user.id }, pictures, ids.pictures);
    const interviews = await storeEvidence(tx, workshopId, file, { ids, standing, userId: user.id });
    await storeQuestions(tx, workshopId, file);
    const counts = { cards: written.cards, interviews, setAside: written.setAside };
    const detail = { template: 'file', locale, ...counts };
    await audit(tx, { workshopId, actorId: user.id, event: 'workshop.created', detail });
    return { id: workshopId, cards: written.cards, interviews };
  });
}

/** What customers were asked: the core of the new guide. */
async function storeQuestions(tx: Db, workshopId: string, { group }: JourneyFile): Promise<void> {
  const questions = group.questions
    .map((text) => text.trim().slice(0, GUIDE_LIMITS.text))
    .filter((text) => text !== '')
    .slice(0, GUIDE_LIMITS.questions);
  if (questions.length === 0) return;
  await tx
    .insert(guideQuestions)
    .values(questions.map((text, position) => ({ workshopId, kind: 'customer' as const, position, text })));
}
