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
export const MARKS = ['fraud', 'secret', 'bulk'] as const satisfies readonly Mark[];
/** A message without a date. */
export const NO_DATE = -(2 ** 53);
