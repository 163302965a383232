import * as Y from 'yjs';
import { type DocumentOptions, type DocumentSession, openDocument } from '../sync/client/index.ts';
import { notesDocument } from '../sync/protocol.ts';
import { type NotesDoc, openNotes } from './document.ts';
import { UnsavedNotes } from './unsaved.ts';

export interface NotesSessionOptions extends Omit<DocumentOptions, 'document' | 'after'> {
  interviewId: string;
}

/** The live notes of one interview in the browser. They are never written anew: what is about that is left out. */
export interface NotesSession
  extends Omit<DocumentSession, 'onRenewed' | 'onLost' | 'forgetLost' | 'remains'> {
  /** `notes.origin` is put on every transaction but the editor's. */
  notes: NotesDoc;
}

/**
 * Opens the live notes of an interview: kept on the device while there is no connection, saved when the
 * state says so. `state.code` says why it is over: 4403 not of the team, 4404 there is no such interview.
 */
export function openNotesSession({ interviewId, ...options }: NotesSessionOptions): NotesSession {
  const document = notesDocument(interviewId);
  const notes = openNotes(new Y.Doc(), { session: document });
  const session = openDocument(notes.doc, { ...options, document }, { unsaved: new UnsavedNotes(notes) });
  return { ...session, notes };
}
