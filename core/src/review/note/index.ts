/**
 * Notes that reviewers of a party leave for each other, signed and encrypted (docs/formats/note.md).
 */

export { chooseNewestNotes, type ReadNote } from './newest-notes.ts';
export {
  MAX_NOTE_CHARS,
  MAX_NOTE_TEXT_CHARS,
  type NoteContent,
  type NoteDocument,
  openNote,
  readNoteDocument,
  type SignedNoteDocument,
  verifyNoteDocument,
  writeNoteDocument,
} from './shared-note.ts';
