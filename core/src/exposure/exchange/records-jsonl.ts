import { compareUtf8, formatInstant, type Instant } from '@candor/core/base';
import type { AccessKind } from '@candor/core/evidence/record';
import type { AttributionReason, Label } from '../attribution/attribution.ts';

/**
 * One line of records.jsonl (docs/formats/records-jsonl.md): a distinct audit record with its attribution and every row
 * with its id.
 */
export interface RecordRow {
  readonly id: string;
  readonly time: Instant;
  /** As in exposure.jsonl if supplied; otherwise the recorded GUID or UPN in lower case; otherwise null. */
  readonly mailbox: string | null;
  readonly kind: AccessKind;
  readonly label: Label;
  readonly reason: AttributionReason;
  readonly sources: readonly RecordSource[];
}

export interface RecordSource {
  /** As in incident.yaml. */
  readonly file: string;
  /** Digest of the file as it lies, lower-case hex. */
  readonly sha256: string;
  /** Line, row or element, from 1. */
  readonly line: number;
}

/** Author and mailbox of a record: the same for most records of a log. */
export type RecordShare = Pick<RecordRow, 'mailbox' | 'kind' | 'label' | 'reason'>;

/**
 * Writes lines in UTF-8 order of ids for records labelled in another order. Shares are stored once under 32-bit
 * numbers, so that millions of records need four bytes each. A file must have the same digest in every row.
 */
export interface RecordLineWriter {
  keep(share: RecordShare): number;
  shareOf(number: number): RecordShare;
  write(row: Pick<RecordRow, 'id' | 'time' | 'sources'>, share: number): string;
}

/** More than all kinds and reasons: a share is a mailbox and one of these. */
const MANNERS = 256;

/** Maximum cached files and shares. */
const KEPT_TEXTS = 1024;

/** JSON.stringify is only used for what may need escapes; repeated parts are written once. */
export function createRecordLineWriter(): RecordLineWriter {
  const manners: Omit<RecordShare, 'mailbox'>[] = [];
  const mailboxes: (string | null)[] = [];
  const mailboxNumbers = new Map<string | null, number>();
  const shares = new Map<number, string>();
  const files = new Map<string, string>();

  function toMannerNumber({ kind, label, reason }: RecordShare): number {
    for (let at = 0; at < manners.length; at += 1) {
      const manner = manners[at];
      if (manner?.kind === kind && manner.reason === reason && manner.label === label) return at;
    }
    return manners.push({ kind, label, reason }) - 1;
  }

  function shareOf(number: number): RecordShare {
    const manner = manners[number % MANNERS];
    if (manner === undefined) throw new Error(`no record has the share ${number}`);
    return { mailbox: mailboxes[Math.floor(number / MANNERS)] ?? null, ...manner };
  }

  function toShare(number: number): string {
    let text = shares.get(number);
    if (text === undefined) {
      const { mailbox, kind, label, reason } = shareOf(number);
      if (shares.size >= KEPT_TEXTS) shares.clear();
      text = `","mailbox":${JSON.stringify(mailbox)},"kind":"${kind}","label":"${label}","reason":"${reason}","sources":[`;
      shares.set(number, text);
    }
    return text;
  }

  function toPlace({ file, sha256, line }: RecordSource): string {
    let text = files.get(file);
    if (text === undefined) {
      if (files.size >= KEPT_TEXTS) files.clear();
      text = `{"file":${JSON.stringify(file)},"sha256":"${sha256}","line":`;
      files.set(file, text);
    }
    return `${text}${line}}`;
  }

  return {
    keep(share) {
      let mailbox = mailboxNumbers.get(share.mailbox);
      if (mailbox === undefined) {
        mailbox = mailboxes.push(share.mailbox) - 1;
        mailboxNumbers.set(share.mailbox, mailbox);
      }
      return mailbox * MANNERS + toMannerNumber(share);
    },
    shareOf,
    write({ id, time, sources }, share) {
      const [first] = sources;
      const places =
        sources.length === 1 && first !== undefined
          ? toPlace(first)
          : [...sources]
              .sort((a, b) => compareUtf8(a.file, b.file) || a.line - b.line)
              .map(toPlace)
              .join(',');
      return `{"id":${JSON.stringify(id)},"time":"${formatInstant(time)}${toShare(share)}${places}]}\n`;
    },
  };
}
