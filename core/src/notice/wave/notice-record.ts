import { compareUtf8, formatInstant, type Instant, type Json, type Runtime, toCanonicalJson } from '@candor/core/base';
import { toSenderName } from '../message/compose-mail.ts';
import type { Language } from '../text/language.ts';
import type { ComposedNotice, NoticeKind } from '../text/notice-facts.ts';
import { readHexBytes } from './fixed-tree.ts';
import type { RecordedFound } from './found-list.ts';

/** Random bytes before a record, so that it cannot be guessed from its commitment. */
export const NOTICE_SALT_BYTES = 32;

/** What the wave's tree commits to for one notice (docs/formats/wave.md, Record). */
export interface NoticeRecord {
  /** 2 since the sender and the addresses are part of it, 3 since the recipients are. */
  readonly v: 1 | 2 | 3;
  readonly notice: number;
  /** The domains that the code is bound to, sorted. None since version 3 where it is bound to the recipients alone. */
  readonly domains: readonly string[];
  readonly kind: NoticeKind;
  readonly language: Language;
  readonly subject: string;
  /** SHA-256 of the plain text and of its HTML twin, hex. */
  readonly text: string;
  readonly html: string;
  readonly issued: string;
  readonly exposure: number;
  /** SHA-256 of each delivery's whole bytes, hex, sorted. */
  readonly messages: readonly string[];
  /** Since version 2: the sender as shown by mail programs. */
  readonly from?: NoticeSender;
  /** Since version 2: the reply address; null for the sender. */
  readonly replyTo?: string | null;
  /** Since version 2: the affected addresses on the site; null without any. */
  readonly addresses?: RecordedAddresses | null;
  /** Since version 3: the addresses that it was issued to, each as an HMAC under the code (hex), sorted. */
  readonly to?: readonly string[];
  /** What only the site says of found passwords, keys and sensitive data; missing without any, and in older records. */
  readonly found?: RecordedFound;
}

/** Addresses that only the site shows. The list is removed one day, the commitment stays. */
export interface RecordedAddresses {
  readonly listed: number;
  readonly total: number;
  /** `commitAddresses` of those that are listed. */
  readonly digest: string;
}

export interface NoticeSender {
  readonly name: string;
  readonly address: string;
}

export interface RecordedNotice {
  readonly from: NoticeSender;
  readonly replyTo: string | null;
  readonly addresses: RecordedAddresses | null;
  readonly found: RecordedFound | null;
  readonly notice: number;
  readonly domains: readonly string[];
  readonly to: readonly string[];
  readonly kind: NoticeKind;
  readonly language: Language;
  readonly composed: ComposedNotice;
  readonly issued: Instant;
  readonly exposure: number;
  readonly messages: readonly string[];
}

export function toNoticeRecord(runtime: Pick<Runtime, 'sha256Hex'>, notice: RecordedNotice): NoticeRecord {
  const { composed } = notice;
  return {
    v: 3,
    notice: notice.notice,
    domains: [...new Set(notice.domains)].sort(compareUtf8),
    kind: notice.kind,
    language: notice.language,
    subject: composed.subject,
    text: runtime.sha256Hex(composed.text),
    html: runtime.sha256Hex(composed.html),
    issued: formatInstant(notice.issued),
    exposure: notice.exposure,
    messages: [...notice.messages].sort(compareUtf8),
    from: { name: toSenderName(notice.from.name), address: notice.from.address },
    replyTo: notice.replyTo,
    addresses: notice.addresses,
    to: [...new Set(notice.to)].sort(compareUtf8),
    ...(notice.found === null ? {} : { found: notice.found }),
  };
}

/** Hex. The salt is removed from the site with the list: without it the digest cannot be attacked. */
export function commitAddresses(
  { sha256Hex }: Pick<Runtime, 'sha256Hex'>,
  salt: string,
  list: readonly string[],
): string {
  return sha256Hex(toCanonicalJson({ list, salt }));
}

/** SHA-256 of salt and canonical record. */
export function commitNotice(runtime: Pick<Runtime, 'sha256Hex'>, salt: Uint8Array, recordText: string): Uint8Array {
  if (salt.length !== NOTICE_SALT_BYTES) throw new Error(`a notice's salt has ${NOTICE_SALT_BYTES} bytes`);
  const text = new TextEncoder().encode(recordText);
  const input = new Uint8Array(salt.length + text.length);
  input.set(salt);
  input.set(text, salt.length);
  return readHexBytes(runtime.sha256Hex(input));
}

export function toRecordText(record: NoticeRecord): string {
  return toCanonicalJson(record as unknown as Json);
}
