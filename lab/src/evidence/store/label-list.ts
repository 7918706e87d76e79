import { isTexts, readStored } from '../../adapters/store/stored-json.ts';

/** The labels of a copy, as its mailbox has them; null where it has none. `copy` says whose, in a fault. */
export function readLabels(text: string | null, copy: string): readonly string[] | null {
  return text === null ? null : readStored(isTexts, text, 'evidence_copy.labels', copy);
}

/** The archive members that lead to a copy; empty for a bare one. */
export function readMembers(text: string | null, copy: string): readonly string[] {
  return text === null ? [] : readStored(isTexts, text, 'evidence_copy.members', copy);
}
