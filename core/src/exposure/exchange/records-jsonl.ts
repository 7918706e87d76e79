import { compareUtf8, formatInstant, type Instant } from '@candor/core/base';
import type { AccessKind } from '@candor/core/evidence';
import type { AttributionReason, Label } from '../attribution/attribution.ts';

/** One line of records.jsonl (docs/formats/records-jsonl.md): a distinct access record with its attribution and every row that has its id. */
export interface RecordRow {
  readonly id: string;
  readonly time: Instant;
  /** As in exposure.jsonl where it was supplied; else the GUID or UPN as recorded, in lower case; else null. */
  readonly mailbox: string | null;
  readonly kind: AccessKind;
  readonly label: Label;
  readonly reason: AttributionReason;
  readonly sources: readonly RecordSource[];
}

export interface RecordSource {
  /** As in incident.yaml. */
  readonly file: string;
  /** Of the file as it lies, lower-case hex. */
  readonly sha256: string;
  /** Line, row or element, from 1. */
  readonly line: number;
}

/** One line. Lines stand in UTF-8 order of the ids; sources in that of the files, then by line. */
export function toRecordLine({ id, time, mailbox, kind, label, reason, sources }: RecordRow): string {
  // Written out, because a log has millions of records: only what may need an escape goes through JSON.stringify.
  const sorted =
    sources.length === 1 ? sources : [...sources].sort((a, b) => compareUtf8(a.file, b.file) || a.line - b.line);
  const places = sorted.map(
    (one) => `{"file":${JSON.stringify(one.file)},"sha256":"${one.sha256}","line":${one.line}}`,
  );
  return (
    `{"id":${JSON.stringify(id)},"time":"${formatInstant(time)}","mailbox":${JSON.stringify(mailbox)},` +
    `"kind":"${kind}","label":"${label}","reason":"${reason}","sources":[${places.join(',')}]}\n`
  );
}
