import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { encode } from 'next-auth/jwt';
import * as Y from 'yjs';
import { openDatabase } from '../../lib/db/open.ts';
import { docStates } from '../../lib/db/schema/index.ts';
import { LINE, openNotes } from '../../lib/notes/document.ts';
import { addQuestion, listGuide } from '../../lib/services/guides.ts';
import { planInterview, recordConsent } from '../../lib/services/interviews.ts';
import { notesDocument } from '../../lib/sync/protocol.ts';
import { workshopWith } from './people.ts';

export interface CaptureRoom {
  /** For the server: the folder and the secret the sessions are signed with. */
  environment: { DATA_DIR: string; AUTH_SECRET: string };
  workshop: string;
  interview: string;
  /** The capture page's address, without the host. */
  address: string;
  /** Session tokens, for the cookie `next-auth.session-token`. */
  tokens: { noteTaker: string; interviewer: string };
}

const CONSENT = { notes: true, recording: false, quoteOnMap: true, quoteOutside: false };
/** As nobody types them: only their length and signs matter. */
const WORDS = 'so then I waited for the letter again and nobody could say where it had gone'.split(' ');

/**
 * A data folder with a workshop, its team and one planned interview, ready to be captured.
 * @param lines how many its notes hold already, ten words each
 * @param consent whether the interviewee has agreed to notes
 */
export async function captureRoom({ lines = 0, consent = true } = {}): Promise<CaptureRoom> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'utifran-capture-'));
  const secret = randomBytes(32).toString('base64url');
  const { db, close } = await openDatabase({ dataDir, databaseUrl: undefined });
  try {
    const { id: workshop, facilitator, rooms, joined } = await workshopWith(db, 'Elräkningen');
    const { actor: noteTaker } = await joined('noteTaker', 'Nora Not');
    const { actor: interviewer } = await joined('interviewer', 'Ivar Int');
    if ((await listGuide(db, facilitator, 'customer')).length === 0) {
      await addQuestion(db, facilitator, { kind: 'customer', text: 'Berätta om räkningen.' });
    }
    const { id: interview } = await planInterview(db, interviewer, {
      alias: 'Kund D',
      kind: 'customer',
      interviewerId: interviewer.userId,
      noteTakerId: noteTaker.userId,
    });
    if (consent) {
      await recordConsent(db, interviewer, { interviewId: interview, consent: CONSENT }, rooms);
    }
    if (lines > 0) {
      const doc = notesDocument(interview);
      await db
        .update(docStates)
        .set({ state: longNotes(lines) })
        .where(eq(docStates.doc, doc));
    }
    const tokenOf = (uid: string) => encode({ token: { uid, sv: 1 }, secret });
    return {
      environment: { DATA_DIR: dataDir, AUTH_SECRET: secret },
      workshop,
      interview,
      address: `/workshops/${workshop}/interviews/${interview}/capture`,
      tokens: {
        noteTaker: await tokenOf(noteTaker.userId),
        interviewer: await tokenOf(interviewer.userId),
      },
    };
  } finally {
    await close();
  }
}

const SIGNS = ['', '', '"', '', '! ', '', ':( ', '', '? ', ''];

function longNotes(lines: number): Uint8Array {
  const notes = openNotes(new Y.Doc());
  notes.doc.transact(() => {
    notes.meta.set('version', 1);
    notes.meta.set('clock', { before: 3 * 3_600_000, since: null });
    const elements = Array.from({ length: lines }, (_, i) => {
      const line = new Y.XmlElement(LINE);
      line.setAttribute('id', `line${i}`);
      line.setAttribute('speaker', i % 4 === 0 ? 'interviewer' : 'interviewee');
      line.setAttribute('atMs', (i * 3_600) as never);
      const words = Array.from({ length: 10 }, (_, j) => WORDS[(i * 7 + j) % WORDS.length]).join(' ');
      line.insert(0, [new Y.XmlText((i % 4 === 0 ? '' : (SIGNS[i % SIGNS.length] ?? '')) + words)]);
      return line;
    });
    notes.lines.insert(0, elements);
  });
  const state = Y.encodeStateAsUpdate(notes.doc);
  notes.doc.destroy();
  return state;
}
