import { PERSONAL_KINDS } from '@candor/core/notice/text';
import type { IndexedMessage } from '@candor/core/review/seal';

export type ReleasedVerdict = IndexedMessage['verdict'];
export type Direction = IndexedMessage['direction'];
export type Mark = IndexedMessage['marks'][number];

/** Strongest first, as everywhere. */
export const VERDICTS = [
  'accessed',
  'presumed',
  'partial',
  'possible',
  'undetermined',
] as const satisfies readonly ReleasedVerdict[];
export const DIRECTIONS = ['sent', 'received', 'both', 'copied'] as const satisfies readonly Direction[];
export const MARKS = ['fraud', 'secret', 'personal', 'bulk', 'corrected'] as const satisfies readonly Mark[];
/** Kinds of findings that are passwords and keys: work for the party. */
export const FOUND_SECRETS = ['credential', 'access-code', 'secret-key'] as const;
/** Known kinds of findings; those of a later version appear under their marks. */
export const FOUND_KINDS = [...FOUND_SECRETS, ...PERSONAL_KINDS] as const;
export type FoundKind = (typeof FOUND_KINDS)[number];
/** Specially protected data: that a message holds some is all that is counted, never how many values. */
export const COUNTED_BY_MESSAGE: ReadonlySet<FoundKind> = new Set<FoundKind>(['health', 'special-category']);
/** A message without a date. */
export const NO_DATE = -(2 ** 53);
