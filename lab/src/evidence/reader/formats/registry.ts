import { EvidenceHead } from '@candor/core/evidence/container';
import { tar, zip } from './archives.ts';
import type { MailboxFormat } from './mailbox-format.ts';
import { calendar, contacts } from './other-items.ts';
import { msg, pst } from './outlook.ts';
import { gzip, utf16BigEndian, utf16LittleEndian, zstd } from './packings.ts';
import { emlx, mbox, message } from './text-mail.ts';
import { empty, PACKED_FORMATS, unknown } from './unread.ts';

/** Every format of mailbox evidence. The first that recognizes a file has it. */
export const MAILBOX_FORMATS: readonly MailboxFormat[] = [
  empty,
  pst,
  msg,
  zip,
  gzip,
  tar,
  zstd,
  ...PACKED_FORMATS,
  utf16LittleEndian,
  utf16BigEndian,
  calendar,
  contacts,
  message,
  emlx,
  mbox,
];

/** Recognises a file by its first RECOGNITION_BYTES, or all of it. */
export function recogniseMailbox(bytes: Uint8Array): MailboxFormat {
  const head = new EvidenceHead(bytes);
  return MAILBOX_FORMATS.find(({ recognise }) => recognise(head)) ?? unknown;
}

/** What a sentence calls a mailbox that begins so; null for everything else. */
export function nameMailbox(bytes: Uint8Array): string | null {
  return recogniseMailbox(bytes).title ?? null;
}
