import { type Instant, type Runtime, toInstant } from '@candor/core/base';
import { type Addresses, toAddresses } from '../../record/address-fields.ts';
import { isFailure } from '../../record/attempt.ts';
import type { AuditRecord } from '../../record/audit-record.ts';
import { distinctTexts } from '../../record/distinct.ts';
import { type Listing, listItem } from '../../record/listed-items.ts';
import { readNetworkAddress } from '../../record/network-address.ts';
import { createItemScanner } from './item-scanner.ts';
import { endOfAscii, skipDigits, skipString, skipValue, type Words } from './json-bytes.ts';
import * as member from './judged-members.ts';
import { createPropertyScanner, type MailAccessProperties } from './property-scanner.ts';
import { NUMBER_FORM, type RecordPattern, TEXT_FORM } from './record-pattern.ts';
import { createTextCache, isSameBytes, type TextCache } from './text-cache.ts';

export interface PatternReader {
  /** Reads the constant values of a new pattern. False when its row is not for the scanner. */
  prepare(pattern: RecordPattern): boolean;
  /** The record in `[start, end)`, or null when it does not match or the general reader should handle it. */
  read(pattern: RecordPattern, words: Words, start: number, end: number): AuditRecord | null;
}

const NO_PARAMETERS: AuditRecord['parameters'] = [];
const NONE: readonly never[] = [];
const NO_FOLDERS_SEEN = -1;
/** Some programs put GUIDs into braces. */
const BRACE = 0x7b;

export function createPatternReader(runtime: Runtime): PatternReader {
  const exact = createTextCache(runtime, (text) => text);
  const lower = createTextCache(runtime, (text) => text.toLowerCase());
  const address = createTextCache(runtime, readNetworkAddress);
  const caches: (TextCache | null)[] = Array.from({ length: member.MEMBER_COUNT }, (_, number) => {
    const form = member.textFormOf(number);
    if (form === 'unique') return null;
    return form === 'lower' ? lower : form === 'address' ? address : exact;
  });
  const properties = createPropertyScanner(runtime);
  const items = createItemScanner(runtime, exact);
  const days = createDayReader();
  let time: Instant = Number.NaN;
  let property: MailAccessProperties | null = null;
  let listed = NO_FOLDERS_SEEN;
  let item: Listing | null = null;
  const constantProperties = new WeakMap<RecordPattern, MailAccessProperties>();

  /** Reads the relevant plain ASCII text in `[from, to)`. False to leave it to the general reader. */
  function takeText(pattern: RecordPattern, number: number, words: Words, from: number, to: number): boolean {
    if (from === to) {
      pattern.texts[number] = null;
      return number !== member.ID && number !== member.CREATION_TIME;
    }
    if ((words.bytes[from] ?? 0) <= 0x20 || (words.bytes[to - 1] ?? 0) <= 0x20) return false;
    if (words.bytes[from] === BRACE && caches[number] === lower) return false;
    if (number === member.CREATION_TIME) {
      time = days.read(words.bytes, from, to);
      return !Number.isNaN(time);
    }
    const cache = caches[number];
    pattern.texts[number] = cache ? cache.get(words, from, to) : runtime.latin1(words.bytes, from, to);
    return true;
  }

  /** Reads a list or object that starts at `from`. Returns the position after it, or -1. */
  function takeNested(number: number, words: Words, from: number, end: number): number {
    if (number === member.FOLDERS) {
      listed = items.read(words, from, end);
      return listed;
    }
    const after = skipValue(words, from, end);
    if (after < 0) return -1;
    if (number === member.PROPERTIES) {
      property = properties.read(words, from, after);
      return property === null ? -1 : after;
    }
    if (number === member.ITEM) item = readItem(words, from, after);
    return after;
  }

  /** The single `Item` of a Sync is small: parsed and listed by the general reader. */
  function readItem(words: Words, from: number, to: number): Listing {
    const listing: Listing = { items: [], folders: [], count: 0, cut: false };
    listItem(JSON.parse(runtime.utf8(words.bytes, from, to)), null, listing);
    return listing;
  }

  function build(pattern: RecordPattern): AuditRecord | null {
    const { texts } = pattern;
    const id = texts[member.ID] ?? null;
    if (id === null || property === null || Number.isNaN(time)) return null;
    const isBind = property.accessType === 'bind';
    if (isBind !== listed > 0) return null;
    const countText = texts[member.OPERATION_COUNT] ?? null;
    const operationCount = countText === null ? null : toCount(countText);
    if (Number.isNaN(operationCount)) return null;
    const addresses = toFew(texts[member.CLIENT_IP_ADDRESS], texts[member.CLIENT_IP], texts[member.ACTOR_IP]);
    const status = texts[member.RESULT_STATUS] ?? null;
    const isMismatch = isBind && operationCount !== null && operationCount !== items.count();
    return {
      id,
      time,
      operation: 'MailItemsAccessed',
      kind: property.accessType,
      mailboxGuid: texts[member.MAILBOX_GUID] ?? null,
      mailboxOwnerUpn: texts[member.MAILBOX_OWNER] ?? null,
      mailboxOwnerSid: texts[member.MAILBOX_SID] ?? null,
      userId: texts[member.USER_ID] ?? null,
      objectId: texts[member.OBJECT_ID] ?? null,
      parameters: NO_PARAMETERS,
      items: isBind ? items.items() : (item?.items ?? []),
      folders: isBind ? items.folders() : (item?.folders ?? []),
      sessions: pair(texts[member.SESSION_ID] ?? null, texts[member.CONTEXT_SESSION] ?? null),
      tokens: pair(texts[member.TOKEN_ID] ?? null, texts[member.CONTEXT_TOKEN] ?? null),
      appId: texts[member.APP_ID] ?? null,
      clientAppId: texts[member.CLIENT_APP_ID] ?? texts[member.CONTEXT_APP] ?? null,
      ip: addresses.ip,
      addresses: addresses.addresses,
      client: texts[member.CLIENT_INFO] ?? null,
      logonType: texts[member.LOGON_TYPE] ?? null,
      userType: texts[member.USER_TYPE] ?? null,
      failed: status !== null && isFailure(status),
      contradicts: NONE,
      throttled: property.throttled,
      operationCount,
      lossy: isMismatch ? 'count-mismatch' : null,
      query: null,
      crossMailbox: false,
      destMailboxGuid: null,
      destMailboxOwnerUpn: null,
      modified: NONE,
      target: null,
      workload: null,
      fileName: null,
    };
  }

  return {
    prepare(pattern) {
      const { words, tokens, varies } = pattern;
      for (const [at, token] of tokens.entries()) {
        if (token.member === member.OPERATION && !isSpeltMailAccess(words, token.from, token.to)) return false;
        if (token.member === member.OPERATION && varies[at] === true) return false;
        if (token.member === 0 || varies[at] === true) continue;
        if (token.member === member.PROPERTIES) {
          const constant = properties.read(words, token.from, token.to);
          if (constant === null) return false;
          constantProperties.set(pattern, constant);
        } else if (token.form === 'nested') return false;
        else if (token.form === 'text' && endOfAscii(words, token.from, words.bytes.length) !== token.to) return false;
        else if (!takeText(pattern, token.member, words, token.from, token.to)) return false;
      }
      return tokens.some((token) => token.member === member.OPERATION);
    },
    read(pattern, words, start, end) {
      time = Number.NaN;
      property = constantProperties.get(pattern) ?? null;
      listed = NO_FOLDERS_SEEN;
      item = null;
      const { members, forms, from, to } = pattern;
      let at = start;
      let done = 0;
      for (let step = 0; step < members.length; step += 1) {
        const length = (from[step] ?? 0) - done;
        if (at + length > end || !isSameBytes(pattern.words, done, words, at, length)) return null;
        at += length;
        done = to[step] ?? 0;
        const number = members[step] ?? 0;
        const form = forms[step];
        const valueStart = at;
        if (form === TEXT_FORM) {
          at = number === 0 ? skipString(words, at, end) - 1 : endOfAscii(words, at, end);
          if (at < valueStart) return null;
        } else if (form === NUMBER_FORM) {
          at = skipDigits(words.bytes, at);
          if (at < 0 || at > end) return null;
        } else {
          at = takeNested(number, words, at, end);
          if (at < 0) return null;
          continue;
        }
        if (number !== 0 && !takeText(pattern, number, words, valueStart, at)) return null;
      }
      const rest = pattern.words.bytes.length - done;
      if (at + rest !== end || !isSameBytes(pattern.words, done, words, at, rest)) return null;
      return build(pattern);
    },
  };
}

const MAIL_ACCESS = Uint8Array.from('MailItemsAccessed', (unit) => unit.charCodeAt(0));

function isSpeltMailAccess({ bytes }: Words, from: number, to: number): boolean {
  return to - from === MAIL_ACCESS.length && MAIL_ACCESS.every((byte, at) => bytes[from + at] === byte);
}

/** A plain decimal whole number, or NaN to leave the text to the general reader. */
function toCount(text: string): number {
  return /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
}

/** Nearly every record has one address field. */
function toFew(first: string | null = null, second: string | null = null, third: string | null = null): Addresses {
  if (second === null && third === null) return { ip: first, addresses: NONE };
  return toAddresses([first, second, third].filter((address) => address !== null));
}

/** Both texts, sorted and each once. */
function pair(a: string | null, b: string | null): readonly string[] {
  if (a === null) return b === null ? [] : [b];
  if (b === null || a === b) return [a];
  return distinctTexts([a, b]);
}

/** Reads `2001-09-10T14:05:00`; NaN for other forms. Caches the day. */
function createDayReader(): { read(bytes: Uint8Array, from: number, to: number): Instant } {
  let known = -1;
  let midnight: Instant = 0;
  return {
    read(bytes, from, to) {
      if (to - from !== 19) return Number.NaN;
      if (bytes[from + 4] !== 0x2d || bytes[from + 7] !== 0x2d || bytes[from + 10] !== 0x54) return Number.NaN;
      if (bytes[from + 13] !== 0x3a || bytes[from + 16] !== 0x3a) return Number.NaN;
      const year = digits(bytes, from) * 100 + digits(bytes, from + 2);
      const month = digits(bytes, from + 5);
      const day = digits(bytes, from + 8);
      const wanted = (year * 100 + month) * 100 + day;
      if (wanted !== known) {
        const start = toInstant(year, month, day, 0, 0, 0);
        if (start === null || Number.isNaN(start)) return Number.NaN;
        known = wanted;
        midnight = start;
      }
      const hour = digits(bytes, from + 11);
      const minute = digits(bytes, from + 14);
      const second = digits(bytes, from + 17);
      // The general reader decides about hour 24 and second 60.
      return hour < 24 && minute < 60 && second < 60 ? midnight + hour * 3600 + minute * 60 + second : Number.NaN;
    },
  };
}

/** Two decimal digits, or NaN. */
function digits(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] ?? 0) - 0x30;
  const ones = (bytes[at + 1] ?? 0) - 0x30;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}
