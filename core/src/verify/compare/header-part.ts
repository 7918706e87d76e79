import { formatTime, type Instant, toALabels } from '@candor/core/base';
import type { RawField } from '../received/header-fields.ts';
import { type Change, toChange, toShown } from './change.ts';
import { classifyChange } from './change-nature.ts';
import { compareRecipients, isOneMailbox } from './recipients.ts';
import { isAtDomain, isPlainName, type NamedAddress, toDomain, toShownAddress, toShownSender } from './sender-name.ts';
import { isTraceField } from './trace-fields.ts';
import { toWordText } from './words.ts';

/** The header that was issued. A record of the first version does not name its sender: `from` is null then. */
export interface IssuedHeader {
  readonly subject: string;
  readonly dates: readonly Instant[];
  readonly from: { readonly name: string; readonly address: string } | null;
  /** Null: answers go to the sender. */
  readonly replyTo: string | null;
  /** The organization's own domain. */
  readonly domain: string;
  /** The domain that received the notice. */
  readonly recipient: string;
  /** Whether the notice was issued to this address; null for records that name no recipients (versions 1 and 2). */
  readonly isRecipient: ((address: string) => boolean) | null;
}

/** The header of a received message: every field of it, and those that are compared, decoded. */
export interface ReceivedHeader {
  readonly fields: readonly RawField[];
  readonly subject: string;
  /** `as-saved`: a program that saved the message as text wrote it in words of its own. */
  readonly date: Instant | 'as-saved' | null;
  readonly from: readonly NamedAddress[];
  readonly to: readonly NamedAddress[];
  readonly replyTo: readonly string[];
  /** Fields that may stand once and stand more often, or hold a parameter twice. */
  readonly repeated: readonly string[];
}

/** `notes`: observations. `tag` precedes the subject, null without one. */
export interface HeaderPart {
  readonly state: 'issued' | 'rewritten' | 'added' | 'changed';
  readonly changes: readonly Change[];
  readonly tag: string | null;
  /** The name beside the recipient's address, which no notice has; null without one. */
  readonly recipientName: string | null;
  /** Fields of which nothing is known, as inert `name: value`. */
  readonly unknown: readonly string[];
  readonly isThroughList: boolean;
  /** The sender is not the one that was issued. */
  readonly isForeign: boolean;
}

/** A notice's own fields; each is compared, or says nothing that is shown. */
const OWN: ReadonlySet<string> = new Set(
  'date from to subject reply-to message-id auto-submitted content-language mime-version content-type content-transfer-encoding content-disposition'.split(
    ' ',
  ),
);
/** Marks of a mailing list without an address to write to or a page to open. */
const LIST_MARKS: ReadonlySet<string> = new Set(['list-id', 'precedence', 'x-mailing-list', 'mailing-list']);
/**
 * Fields of a list that programs make buttons of: allowed where they lead to the recipient's or the organization's own
 * domain.
 */
const LIST_TARGETS: ReadonlySet<string> = new Set(
  'list-post list-help list-unsubscribe list-unsubscribe-post list-subscribe list-owner list-archive sender errors-to'.split(
    ' ',
  ),
);
/** Fields that programs show as words, or act on, and that no notice has. */
const SHOWN: ReadonlySet<string> = new Set(
  'cc bcc mail-reply-to mail-followup-to x-message-flag keywords comments organization importance priority x-priority x-msmail-priority sensitivity reply-by expires expiry-date x-reply-to disposition-notification-to return-receipt-to x-confirm-reading-to read-receipt-to x-face face bimi-selector bimi-indicator bimi-location x-image-url content-description content-location content-base'.split(
    ' ',
  ),
);
const UNKNOWN_SHOWN = 20;
/** Maximum senders shown: enough to see that they differ. */
const SHOWN_ADDRESSES = 3;

/** Compares every field: the notice's own with what was issued; unknown others are reported. */
export function compareHeader(issued: IssuedHeader, received: ReceivedHeader): HeaderPart {
  const changes: Change[] = received.repeated.map((field) => toChange('header', 'repeated-field', null, field));
  const subject = compareSubject(issued.subject, received.subject);
  if (subject.change !== null) changes.push(subject.change);
  const recipient = compareRecipients(issued, received);
  changes.push(...compareDate(issued, received), ...recipient.changes);
  const sender = compareSender(issued, received);
  changes.push(...sender);
  const unknown: string[] = [];
  let isThroughList = false;
  for (const { name, value } of received.fields) {
    if (OWN.has(name) || isTraceField(name)) continue;
    if (LIST_MARKS.has(name)) isThroughList = true;
    else if (LIST_TARGETS.has(name)) {
      if (!isOwnTarget(value, issued)) changes.push(toChange('header', 'address', null, `${name}: ${value}`));
      isThroughList = true;
    } else if (name === 'thread-topic') {
      if (!isTopic(value, issued.subject) && !isTopic(value, received.subject))
        changes.push(toChange('header', 'added', null, `${name}: ${value}`));
    } else if (SHOWN.has(name) || name.startsWith('resent-') || name.startsWith('list-'))
      changes.push(toChange('header', 'added', null, `${name}: ${value}`));
    else unknown.push(toShown(`${name}: ${value}`));
  }
  return {
    state: toState(changes, subject.tag ?? recipient.name, unknown, isThroughList),
    changes,
    tag: subject.tag,
    recipientName: recipient.name,
    unknown: unknown.slice(0, UNKNOWN_SHOWN),
    isThroughList,
    isForeign: sender.length > 0,
  };
}

/** Exchange writes the subject there, without what forwarding puts before it. */
function isTopic(value: string, subject: string): boolean {
  const normal = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();
  return normal(value) === normal(subject);
}

function toState(
  changes: readonly Change[],
  addition: string | null,
  unknown: readonly string[],
  isThroughList: boolean,
): HeaderPart['state'] {
  if (changes.length > 0) return 'changed';
  if (addition !== null) return 'added';
  return unknown.length > 0 || isThroughList ? 'rewritten' : 'issued';
}

function compareSender(issued: IssuedHeader, { from, replyTo, fields }: ReceivedHeader): readonly Change[] {
  const changes: Change[] = [];
  const [sender, ...others] = from;
  if (sender === undefined || others.length > 0) {
    const shown = from.slice(0, SHOWN_ADDRESSES).map(toShownAddress).join(', ');
    return [toChange('header', 'sender', toIssuedSender(issued), shown)];
  }
  const isOwn =
    issued.from === null
      ? isAtDomain(toALabels(toDomain(sender.address)), issued.domain) && isPlainName(sender.name)
      : sender.address === issued.from.address.toLowerCase() && isSameName(sender.name, issued.from.name);
  if (!isOwn) changes.push(toChange('header', 'sender', toIssuedSender(issued), toShownAddress(sender)));
  const known = [issued.replyTo, issued.from?.address ?? null].flatMap((address) =>
    address === null ? [] : [address.toLowerCase()],
  );
  const foreign = replyTo.filter((address) =>
    issued.from === null
      ? !isAtDomain(toALabels(toDomain(address)), issued.domain)
      : !known.includes(address.toLowerCase()),
  );
  const shown = foreign.map(toShownSender).join(', ');
  if (foreign.length > 0) changes.push(toChange('header', 'reply-address', issued.replyTo, shown));
  // A name, a group and a comment are words that a program shows where the answer goes.
  for (const { name, value } of fields)
    if (name === 'reply-to' && foreign.length === 0 && !isOneMailbox(value, 'without-name'))
      changes.push(toChange('header', 'reply-address', issued.replyTo, value));
  return changes;
}

/**
 * Relays write a name with or without quotes, and break it where they like. An address without any name shows nothing
 * else.
 */
function isSameName(received: string, issued: string): boolean {
  const normal = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();
  return normal(received) === normal(issued) || received === '';
}

function toIssuedSender({ from, domain }: IssuedHeader): string {
  return from === null ? `…@${domain}` : `${from.name} <${from.address}>`;
}

/** A word, and whether an address's host starts it. */
const WRITTEN = /(:\/\/)?([^\s<>()[\],;:"/?]+)/g;

/**
 * Whether every address and page of a field is the recipient's own or the organization's, and there is nothing else in
 * it to open.
 */
function isOwnTarget(value: string, { domain, recipient }: IssuedHeader): boolean {
  const hosts = Array.from(value.matchAll(WRITTEN), ([, slashes, word = '']) =>
    slashes !== undefined || word.includes('@') ? [toALabels(word.slice(word.lastIndexOf('@') + 1).toLowerCase())] : [],
  ).flat();
  if (hosts.length === 0) return /^[\w =-]*$/.test(value);
  return hosts.every((host) => isAtDomain(host, recipient) || isAtDomain(host, domain));
}

/**
 * A list's or a gateway's name before the subject, and what forwarding puts there: letters and spaces, no number and no
 * address.
 */
const TAG =
  /^(?:(?:\[[\p{L}\p{M}][\p{L}\p{M} _!-]{0,29}\]|(?:fwd?|wg|tr|rv|re|aw|i|ext|external|extern)\s?:)\s*){1,3}/iu;

function compareSubject(
  issued: string,
  received: string,
): { readonly change: Change | null; readonly tag: string | null } {
  const normal = (text: string): string =>
    toWordText(text)
      .words.map((word) => word.text)
      .join(' ');
  const [ours, theirs] = [normal(issued), normal(received)];
  if (ours === theirs) return { change: null, tag: null };
  const tag = TAG.exec(theirs)?.[0] ?? '';
  if (tag !== '' && theirs.slice(tag.length) === ours) return { change: null, tag: toShown(tag.trim()) };
  return { change: toChange('subject', classifyChange(...differingPart(ours, theirs)), ours, theirs), tag: null };
}

/** Both without the words that they begin and end with alike. */
function differingPart(ours: string, theirs: string): readonly [string, string] {
  const [a, b] = [ours.split(' '), theirs.split(' ')];
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return [a.slice(start, a.length - end).join(' '), b.slice(start, b.length - end).join(' ')];
}

function compareDate({ dates }: IssuedHeader, { date }: ReceivedHeader): readonly Change[] {
  if (date === 'as-saved' || (date !== null && dates.includes(date))) return [];
  return [toChange('date', 'date', dates.map(formatTime).join('; '), date === null ? null : formatTime(date))];
}
