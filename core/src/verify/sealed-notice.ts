import {
  formatInstant,
  type Instant,
  type Json,
  type JsonObject,
  readInstant,
  readJsonObject,
  toCanonicalJson,
  toObject,
  toText,
  toTexts,
  toWhole,
} from '@candor/core/base';
import { PAGE_ADDRESSES } from '@candor/core/notice/affected';
import { type NoticeKind, toLanguage } from '@candor/core/notice/text';
import type { CountedParty, FoundList, NoticeRecord, RecordedAddresses } from '@candor/core/notice/wave';
import { readFound, readRecordedFound } from './sealed-found.ts';

/** What has become of a notice since it was issued. */
export type NoticeStatus =
  | { readonly state: 'current' }
  /** `at`: when the later notice was issued. */
  | { readonly state: 'superseded'; readonly at: Instant }
  /** `isMisdirected`: it was sent to the wrong recipient. */
  | { readonly state: 'withdrawn'; readonly at: Instant; readonly isMisdirected: boolean };

/** What a code opens (docs/formats/verify-site.md, The sealed notice); the two proofs are stored beside it. */
export interface SealedNotice {
  readonly record: NoticeRecord;
  readonly text: string;
  /** The issued HTML; null in earlier files, which only have its digest. */
  readonly twin: string | null;
  /** Affected addresses, most messages first; null where the record has none, or they have left the site. */
  readonly addresses: { readonly salt: string; readonly list: readonly string[] } | null;
  /** Null where the record has none, or it has left the site. */
  readonly found: (FoundList & { readonly salt: string }) | null;
  /** The record's leaf in the wave's tree. */
  readonly leaf: { readonly position: number; readonly salt: string };
  /**
   * The party in the set of parties to be notified; null where the slot had no room, for a party that is not counted,
   * and in earlier files.
   */
  readonly counted: { readonly position: number; readonly salt: string; readonly party: CountedParty } | null;
  /** The wave's log entry: `value` is the entry itself. Salts are base64url. */
  readonly entry: { readonly position: number; readonly salt: string; readonly value: Json };
  /** Entries of the log that the inclusion proof leads to. */
  readonly size: number;
  /** The checkpoint that the notice prints: every recipient is a witness of it. */
  readonly printed: { readonly size: number; readonly root: string };
  /** Which notice to this party it is, from 1. */
  readonly ordinal: number;
  readonly follows: Instant | null;
  /** `Date` of every message of this notice. */
  readonly dates: readonly Instant[];
  /** When the stating site was built; null when not given. The host cannot make it later. */
  readonly built: Instant | null;
  readonly status: NoticeStatus;
}

const VERSION = 2;
/** Files of the version before are read as well. */
const FORMER_VERSION = 1;
/** Maximum unpacked size of a sealed notice, which its sealer chose. */
export const SEALED_NOTICE_BYTES = 65_536;

export function toSealedText(sealed: SealedNotice): string {
  const { status } = sealed;
  const written: Json =
    status.state === 'current'
      ? { state: status.state }
      : status.state === 'superseded'
        ? { state: status.state, at: formatInstant(status.at) }
        : { state: status.state, at: formatInstant(status.at), misdirected: status.isMisdirected };
  return toCanonicalJson({
    v: VERSION,
    record: sealed.record as unknown as Json,
    text: sealed.text,
    ...(sealed.twin === null ? {} : { twin: sealed.twin }),
    ...(sealed.addresses === null ? {} : { addresses: sealed.addresses }),
    ...(sealed.found === null ? {} : { found: sealed.found as unknown as Json }),
    leaf: sealed.leaf,
    ...(sealed.counted === null ? {} : { counted: toCountedJson(sealed.counted) }),
    entry: sealed.entry,
    size: sealed.size,
    printed: sealed.printed,
    ordinal: sealed.ordinal,
    follows: sealed.follows === null ? null : formatInstant(sealed.follows),
    dates: sealed.dates.map(formatInstant),
    ...(sealed.built === null ? {} : { built: formatInstant(sealed.built) }),
    status: written,
  });
}

/** Reads a slot's content. Well-formed does not mean true: the proofs decide. */
export function readSealedNotice(bytes: Uint8Array): SealedNotice | null {
  if (bytes.length > SEALED_NOTICE_BYTES) return null;
  const json = readJsonObject(bytes);
  const record = readRecord(toObject(json?.['record']));
  const [leaf, entry] = [toObject(json?.['leaf']), toObject(json?.['entry'])];
  const position = toWhole(leaf?.['position']);
  const salt = toText(leaf?.['salt']);
  const entryPosition = toWhole(entry?.['position']);
  const entrySalt = toText(entry?.['salt']);
  const printed = toObject(json?.['printed']);
  const [printedSize, printedRoot] = [toWhole(printed?.['size']), toText(printed?.['root'])];
  const text = toText(json?.['text']);
  const [size, ordinal] = [toWhole(json?.['size']), toWhole(json?.['ordinal'])];
  const status = readStatus(toObject(json?.['status']));
  const dates = toTexts(json?.['dates'])?.map(readInstant) ?? [null];
  const twin = toText(json?.['twin']);
  const addresses = json?.['addresses'] === undefined ? null : readAddresses(toObject(json['addresses']));
  const found = json?.['found'] === undefined ? null : (readFound(toObject(json['found'])) ?? 'unreadable');
  const counted = json?.['counted'] === undefined ? null : readCounted(toObject(json['counted']));
  if (addresses === 'unreadable' || counted === 'unreadable' || found === 'unreadable') return null;
  if (json?.['v'] !== VERSION && json?.['v'] !== FORMER_VERSION) return null;
  if (record === null || text === null || status === null || !isWhole(dates)) return null;
  if (position === null || salt === null || entryPosition === null || entrySalt === null) return null;
  if (size === null || ordinal === null || printedSize === null || printedRoot === null) return null;
  return {
    record,
    text,
    twin,
    addresses,
    found,
    leaf: { position, salt },
    counted,
    entry: { position: entryPosition, salt: entrySalt, value: entry?.['value'] ?? null },
    size,
    printed: { size: printedSize, root: printedRoot },
    ordinal,
    follows: readInstant(toText(json['follows']) ?? ''),
    dates,
    built: readInstant(toText(json['built']) ?? ''),
    status,
  };
}

function toCountedJson({ position, salt, party }: NonNullable<SealedNotice['counted']>): Json {
  const own: Json = 'address' in party ? { address: party.address } : { domains: [...party.domains] };
  return { position, salt, exposure: party.exposure, ...own };
}

function readCounted(json: JsonObject | null): SealedNotice['counted'] | 'unreadable' {
  const [position, salt] = [toWhole(json?.['position']), toText(json?.['salt'])];
  const exposure = toWhole(json?.['exposure']);
  const [address, domains] = [toText(json?.['address']), toTexts(json?.['domains'])];
  if (json === null || position === null || salt === null || exposure === null) return 'unreadable';
  if (Object.keys(json).length !== 4) return 'unreadable';
  if (address !== null) return { position, salt, party: { exposure, address } };
  return domains === null || domains.length === 0 ? 'unreadable' : { position, salt, party: { exposure, domains } };
}

function isWhole(dates: readonly (Instant | null)[]): dates is readonly Instant[] {
  return dates.every((date) => date !== null);
}

function readStatus(json: JsonObject | null): NoticeStatus | null {
  const at = readInstant(toText(json?.['at']) ?? '');
  switch (json?.['state']) {
    case 'current':
      return { state: 'current' };
    case 'superseded':
      return at === null ? null : { state: 'superseded', at };
    case 'withdrawn':
      return at === null ? null : { state: 'withdrawn', at, isMisdirected: json['misdirected'] === true };
    default:
      return null;
  }
}

const KINDS: readonly NoticeKind[] = ['first', 'supplement', 'correction', 'update', 'reminder', 'announcement'];
const SENDER_KEYS = 'addresses,domains,exposure,from,html,issued,kind,language,messages,notice,replyTo,subject,text,v';
/** Members of a record by its version. */
const RECORD_KEYS = [
  ['domains,exposure,html,issued,kind,language,messages,notice,subject,text,v', 1],
  [SENDER_KEYS, 2],
  [SENDER_KEYS.replace(',v', ',to,v'), 3],
  [SENDER_KEYS.replace(',from', ',found,from').replace(',v', ',to,v'), 3],
] as const;
/** Hex of SHA-256. */
const DIGEST = /^[0-9a-f]{64}$/;
/** Addresses of one notice: its contacts are at most a dozen on each of four rungs of the ladder. */
const MAX_RECIPIENTS = 64;

/** A record with exactly the members of a record of its version: one that has more is another document. */
function readRecord(json: JsonObject | null): NoticeRecord | null {
  if (json === null) return null;
  const keys = Object.keys(json).sort().join();
  const v = RECORD_KEYS.find(([members, version]) => members === keys && version === json['v'])?.[1];
  if (v === undefined) return null;
  const [subject, text, html, issued] = ['subject', 'text', 'html', 'issued'].map((key) => toText(json[key]));
  const [domains, messages] = [toTexts(json['domains']), toTexts(json['messages'])];
  const [notice, exposure] = [toWhole(json['notice']), toWhole(json['exposure'])];
  const kind = KINDS.find((known) => known === json['kind']);
  const language = toLanguage(toText(json['language']) ?? '');
  if (subject == null || text == null || html == null || issued == null || readInstant(issued) === null) return null;
  if (domains === null || messages === null || notice === null || exposure === null) return null;
  if (kind === undefined || language === null || language !== json['language']) return null;
  const record = { v, notice, domains, kind, language, subject, text, html, issued, exposure, messages } as const;
  const recorded = json['addresses'] == null ? null : readRecordedAddresses(toObject(json['addresses']));
  if (recorded === 'unreadable') return null;
  const sent = v === 1 ? record : withSender({ ...record, addresses: recorded }, json);
  return v === 3 && sent !== null ? withRecipients(sent, json) : sent;
}

function readRecordedAddresses(json: JsonObject | null): RecordedAddresses | 'unreadable' {
  const [listed, total, digest] = [toWhole(json?.['listed']), toWhole(json?.['total']), toText(json?.['digest'])];
  if (json === null || listed === null || total === null || digest === null) return 'unreadable';
  const isSound = listed <= PAGE_ADDRESSES && listed <= total && DIGEST.test(digest) && Object.keys(json).length === 3;
  return isSound ? { listed, total, digest } : 'unreadable';
}

function readAddresses(json: JsonObject | null): SealedNotice['addresses'] | 'unreadable' {
  const [salt, list] = [toText(json?.['salt']), toTexts(json?.['list'])];
  return salt === null || list === null || list.length > PAGE_ADDRESSES ? 'unreadable' : { salt, list };
}

function withSender(record: NoticeRecord, json: JsonObject): NoticeRecord | null {
  const from = toObject(json['from']);
  const [name, address] = [toText(from?.['name']), toText(from?.['address'])];
  const replyTo = json['replyTo'] === null ? null : toText(json['replyTo']);
  if (from === null || name === null || address === null || Object.keys(from).length !== 2) return null;
  if (json['replyTo'] !== null && replyTo === null) return null;
  return { ...record, from: { name, address }, replyTo };
}

/** What version 3 has more. */
function withRecipients(record: NoticeRecord, json: JsonObject): NoticeRecord | null {
  const to = toTexts(json['to']);
  if (to === null || to.length > MAX_RECIPIENTS || !to.every((mark) => DIGEST.test(mark))) return null;
  if (json['found'] === undefined) return { ...record, to };
  const found = readRecordedFound(toObject(json['found']));
  return found === null ? null : { ...record, to, found };
}
