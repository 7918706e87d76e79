import { compareUtf8, type Instant } from '@candor/core/base';
import type { Incident, Interval } from '@candor/core/incident';
import {
  clip,
  compareGaps,
  type GapKind,
  type MailboxGap,
  type RecordedFolder,
  subtractIntervals,
  toFoldersKey,
} from './gap.ts';
import { listLate } from './late.ts';
import { type LastReached, type Span, toSpan } from './span.ts';
import type { SwitchedOff } from './switch-log.ts';

/** IsThrottled stops the logging of Binds for 24 hours (docs/formats/rules.md, Coverage). */
const THROTTLE_SECONDS = 24 * 60 * 60;

export interface FileFinding {
  /** As in incident.yaml. */
  readonly file: string;
  /** Row limit or ResultIndex evidence: the export was truncated. */
  readonly isTruncated: boolean;
  /** From the row before a hole in the `ResultIndex` of a search to the row after it. */
  readonly holes: readonly Interval[];
  /** An unreadable row may have shown mail. */
  readonly hasUnreadableAccess: boolean;
}

export interface CoverageRecords {
  readonly throttled: readonly { readonly id: string; readonly time: Instant }[];
  readonly lossy: readonly {
    readonly id: string;
    readonly time: Instant;
    readonly folders: readonly RecordedFolder[];
  }[];
  readonly notRecorded: readonly Interval[];
  readonly lastReached: LastReached;
}

/** Gaps of one mailbox's log, with their reasons. */
export interface Coverage {
  readonly span: Span;
  /** Sorted by kind, from, to. Empty: the whole span is covered. */
  readonly gaps: readonly MailboxGap[];
}

/**
 * Coverage of one mailbox (docs/formats/rules.md, Coverage). Coverage must be asserted; the rest of the span without
 * another gap is `unasserted`.
 */
export function findCoverage(
  custodian: string,
  incident: Incident,
  findings: ReadonlyMap<string, FileFinding>,
  switches: readonly SwitchedOff[],
  records: CoverageRecords,
): Coverage {
  const span = toSpan(incident.window, records.lastReached);
  const gaps = new GapList(span);
  const logged: Interval[] = [];
  const files = incident.access.filter(
    ({ covers }) => covers !== null && (covers.mailboxes === 'all' || covers.mailboxes.includes(custodian)),
  );
  for (const { file, covers } of files) {
    if (covers === null) continue;
    logged.push(covers);
    const finding = findings.get(file);
    if (finding?.isTruncated === true) gaps.add('truncated', covers);
    for (const hole of finding?.holes ?? []) gaps.add('truncated', hole);
    if (finding?.hasUnreadableAccess === true) gaps.add('lossy', covers);
  }
  for (const interval of listLate(files)) gaps.add('late', interval);
  for (const { id, time } of records.throttled) gaps.add('throttled', { from: time, to: time + THROTTLE_SECONDS }, id);
  for (const { id, time, folders } of records.lossy) gaps.add('lossy', { from: time, to: time }, id, folders);
  for (const off of switches) {
    if (off.custodian === null || off.custodian === custodian) gaps.add(off.kind, off, off.record);
  }
  for (const interval of records.notRecorded) gaps.add('not-recorded', interval);
  for (const declared of incident.coverage) {
    if (declared.mailbox === custodian) gaps.add(declared.kind, declared);
  }
  if (listGroups(incident).has(custodian)) gaps.add('unsupported', span);
  gaps.addUnasserted(logged);
  return { span, gaps: gaps.toSorted() };
}

const groups = new WeakMap<Incident, ReadonlySet<string>>();

/** Custodians of group mailboxes, computed once for thousands of mailboxes. */
function listGroups(incident: Incident): ReadonlySet<string> {
  const known = groups.get(incident);
  if (known !== undefined) return known;
  const found = new Set(incident.mailboxes.filter(({ kind }) => kind === 'group').map(({ custodian }) => custodian));
  groups.set(incident, found);
  return found;
}

class GapList {
  readonly #span: Interval;
  readonly #gaps = new Map<string, MailboxGap & { records: string[] }>();

  constructor(span: Interval) {
    this.#span = span;
  }

  /** Gaps equal after clipping are one gap of several records, unless they reach different copies. */
  add(kind: GapKind, interval: Interval, record?: string, folders: readonly RecordedFolder[] | null = null): void {
    const clipped = clip(interval, this.#span);
    if (clipped === null) return;
    const key = `${kind} ${clipped.from} ${clipped.to} ${folders === null ? '' : toFoldersKey(folders)}`;
    let gap = this.#gaps.get(key);
    if (gap === undefined) {
      gap = { kind, ...clipped, records: [], folders };
      this.#gaps.set(key, gap);
    }
    if (record !== undefined) gap.records.push(record);
  }

  addUnasserted(logged: readonly Interval[]): void {
    const { from: start, to: end } = this.#span;
    const whole = { from: start, to: end };
    const taken = [...logged, ...this.#gaps.values()];
    const isInstant = start === end && !taken.some(({ from, to }) => from <= start && to >= start);
    const rest = isInstant ? [whole] : subtractIntervals(whole, taken);
    for (const interval of rest) this.add('unasserted', interval);
  }

  toSorted(): readonly MailboxGap[] {
    const gaps = [...this.#gaps.values()];
    // One record may make the same gap twice: it removed an action from two lists.
    for (const gap of gaps) if (gap.records.length > 1) gap.records = [...new Set(gap.records)].sort(compareUtf8);
    return gaps.sort((a, b) => compareGaps(a, b) || compareUtf8(a.records[0] ?? '', b.records[0] ?? ''));
  }
}
