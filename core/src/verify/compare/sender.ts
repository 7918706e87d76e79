import { toALabels } from '@candor/core/base';
import { type Change, toChange, toShown } from './change.ts';
import type { IssuedHeader, ReceivedHeader } from './header.ts';
import { isOneMailbox } from './recipients.ts';
import { isAtDomain, isPlainName, type NamedAddress, toDomain, toShownAddress, toShownSender } from './sender-name.ts';

/** Maximum senders shown: enough to see that they differ. */
const SHOWN_ADDRESSES = 3;

/** `list`: the recipient's own list, as inert text, which sent the message on under its own name. */
export interface ComparedSender {
  readonly changes: readonly Change[];
  readonly list: string | null;
}

/** Compares who wrote, and where answers go. */
export function compareSender(issued: IssuedHeader, received: ReceivedHeader): ComparedSender {
  const [sender, ...others] = received.from;
  const isPlain = received.fields.every(({ name, value }) => name !== 'from' || isOneMailbox(value, 'with-name'));
  if (sender === undefined || others.length > 0 || (!isPlain && received.date !== 'as-saved')) {
    const shown = received.from.slice(0, SHOWN_ADDRESSES).map(toShownAddress).join(', ');
    return { changes: [toChange('header', 'sender', toIssuedSender(issued), shown)], list: null };
  }
  const isList = !isIssuedSender(issued, sender) && isOwnList(issued, sender, received);
  const isOurs = isList || isIssuedSender(issued, sender);
  const changes = isOurs ? [] : [toChange('header', 'sender', toIssuedSender(issued), toShownAddress(sender))];
  const replies = compareReplies(issued, received, isList ? sender.address : null);
  return { changes: [...changes, ...replies], list: isList ? toShown(toShownAddress(sender)) : null };
}

function isIssuedSender({ from, domain }: IssuedHeader, { name, address }: NamedAddress): boolean {
  return from === null
    ? isAtDomain(toALabels(toDomain(address)), domain) && isPlainName(name)
    : address === from.address.toLowerCase() && isSameName(name, from.name);
}

/**
 * A list at the recipient's own domain, which it names as recipient or list too, and which writes itself behind the
 * issued name: so lists are kept deliverable where DMARC rejects the sender's own address.
 */
function isOwnList({ from, recipient }: IssuedHeader, sender: NamedAddress, { fields, to }: ReceivedHeader): boolean {
  if (!isAtDomain(toALabels(toDomain(sender.address)), recipient)) return false;
  const marks = fields.flatMap(({ name, value }) => {
    if (name === 'list-post') return [/<mailto:([^<>?\s]+)>/i.exec(value)?.[1]?.toLowerCase() ?? ''];
    return name === 'list-id' ? [/<([^<>\s]+)>/.exec(value)?.[1]?.toLowerCase().replace('.', '@') ?? ''] : [];
  });
  const isNamed = [...to.map(({ address }) => address), ...marks].includes(sender.address);
  return isNamed && isPlainName(sender.name) && (from === null || toOneLine(sender.name).startsWith(`${from.name} `));
}

/** A name, a group and a comment are words that a program shows where the answer goes. */
function compareReplies(issued: IssuedHeader, received: ReceivedHeader, list: string | null): readonly Change[] {
  const { replyTo, fields } = received;
  const known = [issued.replyTo, issued.from?.address ?? null, list].flatMap((address) =>
    address === null ? [] : [address.toLowerCase()],
  );
  const foreign = replyTo.filter((address) =>
    issued.from === null && list === null
      ? !isAtDomain(toALabels(toDomain(address)), issued.domain)
      : !known.includes(address.toLowerCase()),
  );
  if (foreign.length > 0)
    return [toChange('header', 'reply-address', issued.replyTo, foreign.map(toShownSender).join(', '))];
  return fields
    .filter(({ name, value }) => name === 'reply-to' && !isOneMailbox(value, 'without-name'))
    .map(({ value }) => toChange('header', 'reply-address', issued.replyTo, value));
}

/**
 * Relays write a name with or without quotes, and break it where they like. An address without any name shows nothing
 * else.
 */
function isSameName(received: string, issued: string): boolean {
  return toOneLine(received) === toOneLine(issued) || received === '';
}

/** Only ASCII blanks: others draw signs in some fonts, or none. */
function toOneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();
}

function toIssuedSender({ from, domain }: IssuedHeader): string {
  return from === null ? `…@${domain}` : `${from.name} <${from.address}>`;
}
