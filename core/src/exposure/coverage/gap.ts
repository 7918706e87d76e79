import { compareUtf8, type Instant } from '@candor/core/base';
import type { DeclaredGapKind, Interval } from '@candor/core/incident';

/** Why an access might not have been recorded (docs/formats/rules.md, Coverage). */
export type GapKind = DeclaredGapKind | 'throttled' | 'lossy' | 'truncated' | 'late' | 'not-recorded' | 'unasserted';

/** A folder as a record names it: an id, or in the neutral CSV an id or a path. */
export interface RecordedFolder {
  readonly text: string;
  readonly mayBePath: boolean;
}

/** A canonical text of the folders; folders of one record are already distinct and sorted. */
export function toFoldersKey(folders: readonly RecordedFolder[]): string {
  if (folders.length === 0) return '';
  return JSON.stringify(folders.map(({ text, mayBePath }) => (mayBePath ? `p${text}` : `i${text}`)));
}

/** A gap as exported, clipped to the span of its mailbox. */
export interface Gap extends Interval {
  readonly kind: GapKind;
}

export interface MailboxGap extends Gap {
  /** Ids of its records, sorted; empty for declared and unasserted gaps. */
  readonly records: readonly string[];
  /** A lossy record's gap only reaches copies of these folders; null: every copy. */
  readonly folders: readonly RecordedFolder[] | null;
}

/**
 * The intersection of two intervals (docs/formats/rules.md, Coverage): of a longer one only what is longer than an
 * instant, of an instant the instant itself. Null when empty.
 */
export function clip({ from, to }: Interval, { from: first, to: last }: Interval): Interval | null {
  const clipped = { from: Math.max(from, first), to: Math.min(to, last) };
  return clipped.from < clipped.to || (from === to && clipped.from === clipped.to) ? clipped : null;
}

/** By kind, from, to (docs/formats/exposure-jsonl.md, Keys). */
export function compareGaps(a: Gap, b: Gap): number {
  return compareUtf8(a.kind, b.kind) || a.from - b.from || a.to - b.to;
}

/**
 * The parts of an interval outside all others. Time is continuous: adjacent intervals leave nothing between, a second
 * later leaves that second, and an instant removes nothing.
 */
export function subtractIntervals(whole: Interval, others: readonly Interval[]): readonly Interval[] {
  const sorted = others.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from);
  const rest: Interval[] = [];
  let at: Instant = whole.from;
  for (const { from, to } of sorted) {
    if (from >= whole.to) break;
    if (from > at) rest.push({ from: at, to: from });
    at = Math.max(at, to);
  }
  if (at < whole.to) rest.push({ from: at, to: whole.to });
  return rest;
}
