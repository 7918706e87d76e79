import { compareUtf8, formatInstant, type Instant } from '@candor/core/base';
import type { Reason, Verdict } from '../verdict/verdict.ts';

/** One line of exposure.jsonl (docs/formats/exposure-jsonl.md). */
export interface ExposureRow {
  readonly custodian: string;
  readonly mailbox: string;
  readonly location: string;
  readonly folder: string | null;
  /** For a Google Takeout copy; null otherwise, and the line then lacks the key. */
  readonly labels: readonly string[] | null;
  /** Without angle brackets. */
  readonly messageId: string | null;
  readonly date: Instant | null;
  readonly arrived: Instant | null;
  readonly fingerprint: string;
  readonly verdict: Verdict;
  /** As `createReasonsWriter` wrote them. */
  readonly reasonsText: string;
}

/**
 * Writes a copy's reasons as the JSON list of its line. Copies of a mailbox share most reasons, so the text of a reason
 * object is cached with the object: pass the same object for the same reason.
 */
export function createReasonsWriter(): (reasons: readonly Reason[]) => string {
  const texts = new WeakMap<Reason, string>();
  const toText = (reason: Reason): string => {
    const known = texts.get(reason);
    if (known !== undefined) return known;
    const text = toReasonText(reason);
    texts.set(reason, text);
    return text;
  };
  return (reasons) => {
    const sorted = [...reasons].sort((a, b) => compareUtf8(a.code, b.code));
    return `[${sorted.map(toText).join(',')}]`;
  };
}

export function toExposureLine(row: ExposureRow): string {
  const labels = row.labels === null ? '' : `"labels":${JSON.stringify(row.labels)},`;
  return (
    `{"custodian":${JSON.stringify(row.custodian)},"mailbox":${JSON.stringify(row.mailbox)},` +
    `"location":${JSON.stringify(row.location)},"folder":${JSON.stringify(row.folder)},${labels}` +
    `"messageId":${JSON.stringify(row.messageId)},"date":${toTime(row.date)},"arrived":${toTime(row.arrived)},` +
    `"fingerprint":"${row.fingerprint}","verdict":"${row.verdict}","reasons":${row.reasonsText}}\n`
  );
}

function toReasonText({ code, records, gaps, more, moreGaps, carriers, moreCarriers }: Reason): string {
  const sorted = [...gaps].sort((a, b) => compareUtf8(a.kind, b.kind) || a.from - b.from || a.to - b.to);
  return JSON.stringify({
    code,
    records: [...new Set(records)].sort(compareUtf8),
    gaps: sorted.map(({ kind, from, to }) => ({ kind, from: formatInstant(from), to: formatInstant(to) })),
    more,
    moreGaps,
    carriers,
    moreCarriers,
  });
}

function toTime(instant: Instant | null): string {
  return instant === null ? 'null' : `"${formatInstant(instant)}"`;
}
