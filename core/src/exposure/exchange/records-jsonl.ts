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

/** What most records of a log have in common with those before them. */
type SharedPart = Pick<RecordRow, 'mailbox' | 'kind' | 'label' | 'reason'>;

interface SharedText extends SharedPart {
  readonly text: string;
}

/** Shared parts that are kept: the owner's and the intruder's Binds and Syncs of some mailboxes. */
const SHARED_PARTS = 16;

/** Files whose texts are kept; an incident has some, and one of thousands does no harm. */
const KEPT_FILES = 1024;

/**
 * Writes lines. A log has millions of records: only what may need an escape goes through JSON.stringify, and what repeats from line to line is written
 * once, so a file must have the same digest in every row. Lines stand in UTF-8 order of the ids; sources in that of the files, then by line.
 */
export function createRecordLineWriter(): (row: RecordRow) => string {
  const shared: SharedText[] = [];
  const files = new Map<string, string>();

  function toShared(row: RecordRow): string {
    for (const known of shared) if (isSamePart(known, row)) return known.text;
    const { mailbox, kind, label, reason } = row;
    const text = `","mailbox":${JSON.stringify(mailbox)},"kind":"${kind}","label":"${label}","reason":"${reason}","sources":[`;
    shared.unshift({ mailbox, kind, label, reason, text });
    if (shared.length > SHARED_PARTS) shared.pop();
    return text;
  }

  function toPlace({ file, sha256, line }: RecordSource): string {
    let text = files.get(file);
    if (text === undefined) {
      if (files.size >= KEPT_FILES) files.clear();
      text = `{"file":${JSON.stringify(file)},"sha256":"${sha256}","line":`;
      files.set(file, text);
    }
    return `${text}${line}}`;
  }

  return (row) => {
    const { id, time, sources } = row;
    const [first] = sources;
    const places =
      sources.length === 1 && first !== undefined
        ? toPlace(first)
        : [...sources]
            .sort((a, b) => compareUtf8(a.file, b.file) || a.line - b.line)
            .map(toPlace)
            .join(',');
    return `{"id":${JSON.stringify(id)},"time":"${formatInstant(time)}${toShared(row)}${places}]}\n`;
  };
}

function isSamePart(a: SharedPart, b: SharedPart): boolean {
  return a.label === b.label && a.reason === b.reason && a.kind === b.kind && a.mailbox === b.mailbox;
}
