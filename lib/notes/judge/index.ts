/** The judge of what comes into live notes: pure, run by the server before anybody sees it. */
export { type NotesChanges, notesChangesOf } from './changes.ts';
export { judgeNotes, type NotesAuthor, type NotesRefusal } from './judge.ts';
export { wordsOfNotes } from './words.ts';
