import type { ResponseClues } from '@candor/core/exposure/interest';
import type { WantedMessage } from '../evidence/original/index.ts';

// What the lab asks a confined process about messages that the intruder opened, and what comes back.

/** The one question of a task. */
export interface OpeningTask {
  readonly clues: ResponseClues;
  readonly wanted: readonly WantedMessage<null>[];
}

/** `changed`: the evidence is not what it was. */
export type OpeningAnswer =
  | { readonly is: 'read'; readonly subject: string; readonly from: string; readonly about: readonly string[] }
  | { readonly is: 'changed' };
