import type { Problem } from '@candor/core/base';
import type { ReaderProcess, Shard } from '../../evidence/index.ts';
import { EVERY_ATTACHMENT, type FindingAnswer, type FindingTask, type SearchAnswer } from './finding-task.ts';

/** Parts of one message that may end a process each; then its attachments are left out together. */
const DEADLY_PARTS = 20;

/**
 * `lost`: reading the message without its attachments ended the process too. `changed`: its evidence is not what it
 * was.
 */
export type SearchedStep =
  | { readonly is: 'searched'; readonly location: string; readonly answer: FindingAnswer }
  | { readonly is: 'changed' | 'lost'; readonly location: string }
  | { readonly is: 'problem'; readonly problem: Problem };

/**
 * Searches messages in a confined process. A part that ends it costs only itself: the message is searched again
 * without that part. `locations`: what must come; null where nobody knows.
 */
export async function* searchItems(
  seat: ReaderProcess,
  items: Shard['items'],
  question: Omit<FindingTask, 'again'>,
  locations: readonly string[] | null,
): AsyncGenerator<SearchedStep> {
  const waiting = new Set(locations ?? []);
  let again: Map<string, readonly string[]> | null = null;
  do {
    const task: FindingTask = { ...question, again: again === null ? null : Object.fromEntries(again) };
    const lastPart = new Map<string, string>();
    const deaths: Problem[] = [];
    for await (const step of seat.read({ items }, [task])) {
      if (step.is === 'reading') lastPart.set(step.location, step.part);
      else if (step.is === 'problem' && step.problem.code === 'reader-died') deaths.push(step.problem);
      else if (step.is === 'problem') {
        if (again === null) yield { is: 'problem', problem: step.problem };
      } else if (step.is === 'taken') {
        const answer = step.answer as SearchAnswer;
        lastPart.delete(step.location);
        waiting.delete(step.location);
        again?.delete(step.location);
        if (answer.is === 'changed') yield { is: 'changed', location: step.location };
        else yield { is: 'searched', location: step.location, answer };
      }
    }
    const before: ReadonlyMap<string, readonly string[]> = again ?? new Map();
    again = new Map();
    for (const problem of deaths) {
      const ended = locations === null ? [problem.place] : [...waiting].filter((at) => isAtOrBelow(at, problem.place));
      for (const location of ended) {
        const skip = addPart(before.get(location) ?? [], lastPart.get(location));
        if (skip !== null) again.set(location, skip);
        else {
          yield { is: 'problem', problem };
          yield { is: 'lost', location };
        }
      }
    }
  } while (again.size > 0);
}

/** What is left out the next time; null where nothing more can be. */
function addPart(skipped: readonly string[], part: string | undefined): readonly string[] | null {
  if (part !== undefined && !skipped.includes(part) && skipped.length < DEADLY_PARTS) return [...skipped, part];
  return skipped.includes(EVERY_ATTACHMENT) ? null : [...skipped, EVERY_ATTACHMENT];
}

function isAtOrBelow(location: string, place: string): boolean {
  return location === place || (location.startsWith(place) && /[#!/]/.test(location.charAt(place.length)));
}
