import { compareUtf8, type Instant } from '@candor/core/base';
import type { DeclaredGapKind, Interval, Window } from '@candor/core/evidence/incident';

/** Why an access might not have been recorded (docs/formats/rules.md, Coverage). */
export type GapKind = DeclaredGapKind | 'throttled' | 'lossy' | 'truncated' | 'not-recorded' | 'unasserted';

/** A folder as a record names it: an id, or in the neutral CSV an id or a path. */
export interface RecordedFolder {
  readonly text: string;
  readonly mayBePath: boolean;
}

/** The same text for the same folders; folders of one record are distinct and sorted already. */
export function toFoldersKey(folders: readonly RecordedFolder[]): string {
  if (folders.length === 0) return '';
  return JSON.stringify(folders.map(({ text, mayBePath }) => (mayBePath ? `p${text}` : `i${text}`)));
}

/** A gap as exports show it, clipped to the window. */
export interface Gap extends Interval {
  readonly kind: GapKind;
}

/** A gap of one mailbox with what made it. */
export interface MailboxGap extends Gap {
  /** Ids of the records that made it, sorted; empty for gaps that somebody declared or nobody asserted. */
  readonly records: readonly string[];
  /** A lossy record's gap reaches only copies of these folders; null: the gap reaches all copies. */
  readonly folders: readonly RecordedFolder[] | null;
}

/**
 * What an interval shares with another (docs/formats/rules.md, Coverage): one that is longer than an instant leaves
 * what is longer than an instant, an instant leaves itself where it lies inside. Null when nothing is left.
 */
export function clip({ from, to }: Interval, { from: first, to: last }: Interval): Interval | null {
  const clipped = { from: Math.max(from, first), to: Math.min(to, last) };
  return clipped.from < clipped.to || (from === to && clipped.from === clipped.to) ? clipped : null;
}

export function clipToWindow(interval: Interval, { start, contained }: Window): Interval | null {
  return clip(interval, { from: start, to: contained });
}

/** By kind, from, to (docs/formats/exposure-jsonl.md, Keys). */
export function compareGaps(a: Gap, b: Gap): number {
  return compareUtf8(a.kind, b.kind) || a.from - b.from || a.to - b.to;
}

/**
 * The parts of an interval that none of the others takes. Time is continuous here: an interval that ends when the next
 * begins leaves nothing between them, one that begins a second later leaves that second, and an instant takes nothing
 * away.
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
