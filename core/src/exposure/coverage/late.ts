import type { AccessFile, Interval } from '@candor/core/incident';
import { subtractIntervals } from './gap.ts';

/** Records come up to this much later than what they record. */
const LATE_SECONDS = 24 * 60 * 60;

/**
 * When the logs of a mailbox may still lack records, because they were drawn too early (docs/formats/rules.md, `late`).
 * `files`: those whose `covers` names the mailbox.
 */
export function listLate(files: readonly AccessFile[]): readonly Interval[] {
  return files.flatMap((file) => {
    const late = toLate(file);
    if (late === null) return [];
    const others = files.flatMap((other) => (other === file ? [] : (toTimely(other) ?? [])));
    return subtractIntervals(late, others);
  });
}

function toLate({ exported, covers }: AccessFile): Interval | null {
  if (exported === null || covers === null || exported - LATE_SECONDS >= covers.to) return null;
  return { from: exported - LATE_SECONDS, to: covers.to };
}

/** What is left of `covers`: every record of it had come. */
function toTimely({ exported, covers }: AccessFile): Interval | null {
  if (exported === null || covers === null) return null;
  const to = Math.min(covers.to, exported - LATE_SECONDS);
  return to > covers.from ? { from: covers.from, to } : null;
}
