import { compareUtf8, toCanonicalJson } from '@candor/core/base';
import type { NoteContent } from './shared-note.ts';

export interface ReadNote extends NoteContent {
  readonly author: string;
  readonly number: number;
  readonly at: string;
  /** SHA-256 of its document. */
  readonly digest: string;
}

/**
 * The newest note of each author about each thing, without those that were taken back; sorted by time, then by author
 * (docs/formats/note.md, Rules).
 */
export function chooseNewestNotes(notes: readonly ReadNote[]): readonly ReadNote[] {
  const newest = new Map<string, ReadNote>();
  for (const note of notes) {
    const place = `${note.author} ${toCanonicalJson(note.about)}`;
    const before = newest.get(place);
    if (before === undefined || isNewer(note, before)) newest.set(place, note);
  }
  return [...newest.values()]
    .filter(({ status, text }) => status !== null || text !== '')
    .sort((a, b) => compareUtf8(a.at, b.at) || compareUtf8(a.author, b.author) || a.number - b.number);
}

function isNewer(note: ReadNote, before: ReadNote): boolean {
  return note.number === before.number ? note.digest < before.digest : note.number > before.number;
}
