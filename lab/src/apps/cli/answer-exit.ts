import { toSaid } from '@candor/core/base';

let isAnswering = false;

/**
 * Called first by a command whose exit code is its answer: a reader of its output that goes away does not end it, and
 * the code is the same whoever reads.
 */
export function beginAnswer(): void {
  isAnswering = true;
}

/** The exit code of an answer: 0 is said of a yes alone. */
export function toAnswerCode(isYes: boolean, otherwise: number): number {
  return isYes ? toSaid('exit-zero', 0).value : otherwise;
}

/** What a closed pipe ends a command with; null: it goes on, and its answer decides. */
export function toClosedPipeCode(code: number | string | null | undefined): number | null {
  if (isAnswering) return null;
  return code === null || code === undefined ? 0 : Number(code);
}
