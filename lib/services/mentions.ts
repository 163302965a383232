import { eq } from 'drizzle-orm';
import type { Actor } from '../auth/can.ts';
import type { Config } from '../config.ts';
import { workshops } from '../db/schema/index.ts';
import type { Db } from '../db/types.ts';
import { isAppError } from '../errors.ts';
import { translator } from '../i18n/translator.ts';
import type { AttemptCounter } from '../runtime.ts';
import { audit } from './audit.ts';
import { called, mentionedIn, type Reachable } from './mentions/find.ts';
import { reachable } from './mentions/people.ts';
import { type Mail, sendMails } from './mentions/send.ts';

/**
 * What became of telling people by mail. `none`: nobody was to be told, or the installation sends no mail;
 * `nobody`: somebody was meant whom nobody is called; `limited`: the sender has sent too many of late.
 */
export type Told = 'none' | 'sent' | 'failed' | 'limited' | 'nobody';

export interface Telling {
  config: Pick<Config, 'smtp' | 'baseUrl'>;
  /** How many mails somebody may cause. */
  mails: AttemptCounter;
  /** The number of the snapshot it is about, and the path of ours that leads there. */
  number: number;
  path: string;
}

/**
 * Tells leaders and facilitators who are mentioned in a comment by mail that they are. Call it after the
 * comment is saved. The mail holds none of the comment's words. Throws nothing.
 */
export const tellMentioned = (db: Db, actor: Actor, text: string, telling: Telling): Promise<Told> =>
  tell(db, actor, 'mentioned', telling, async () => {
    if (!text.includes('@')) return 'none';
    const { people, unknown } = mentionedIn(text, await reachable(db, actor, 'comment.write'));
    return people.length > 0 ? people : unknown ? 'nobody' : 'none';
  });

/** As tellMentioned, for the one who answers for a decision now; who is no member with an account is told by nobody. */
export const tellOwner = (db: Db, actor: Actor, owner: string, telling: Telling): Promise<Told> =>
  tell(db, actor, 'owner', telling, async () => {
    const people = owner ? called(owner, await reachable(db, actor, 'snapshot.read')) : [];
    return people.length > 0 ? people : 'none';
  });

async function tell(
  db: Db,
  actor: Actor,
  about: 'mentioned' | 'owner',
  { config, mails, number, path }: Telling,
  find: () => Promise<readonly Reachable[] | 'none' | 'nobody'>,
): Promise<Told> {
  // A link in a mail must name one stated address, never the host a request claimed.
  if (!config.smtp || !config.baseUrl) return 'none';
  try {
    const people = await find();
    if (typeof people === 'string') return people;
    for (const _ of people) mails.begin(actor.userId);
    const write = await writer(db, actor, about, { number, link: `${config.baseUrl}${path}` });
    const failed = await sendMails(config.smtp, people.map(write));
    const detail = { about, sent: people.length - failed, failed };
    await audit(db, {
      workshopId: actor.workshopId,
      actorId: actor.userId,
      event: 'mentions.mailed',
      detail,
    });
    return failed > 0 ? 'failed' : 'sent';
  } catch (error) {
    if (isAppError(error) && error.code === 'tooManyAttempts') return 'limited';
    // What it is about is saved already: it must not fail for want of a mail.
    console.error(`Mails about a mention could not be written: ${(error as Error)?.name}`);
    return 'failed';
  }
}

/** In the workshop's language: what language somebody reads is not known here. */
async function writer(
  db: Db,
  { workshopId, name: by }: Actor,
  about: 'mentioned' | 'owner',
  { number, link }: { number: number; link: string },
): Promise<(person: Reachable) => Mail> {
  const [workshop] = await db
    .select({ title: workshops.title, locale: workshops.locale })
    .from(workshops)
    .where(eq(workshops.id, workshopId));
  const t = translator(workshop?.locale ?? 'en', 'decisions');
  const title = workshop?.title ?? '';
  const said = t(`mail.${about}`, { by, number, title });
  const text = [said, `${t('mail.read')}\n${link}`, t('mail.why')].join('\n\n');
  return ({ email }) => ({ to: email, subject: t(`mail.${about}Subject`, { by, title }), text: `${text}\n` });
}
