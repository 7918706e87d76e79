import type { NamedAddress, ReceivedHeader } from '../received/received.ts';
import { toShown } from '../received/shown.ts';
import { type Change, toChange } from './change.ts';
import { type Findings, toFindings } from './findings.ts';
import type { IssuedHeader } from './issued-header.ts';
import { isOneMailbox } from './recipients.ts';
import { isAddressAt, isPlainName, toOneLine, toShownAddresses, toShownSender } from './sender-name.ts';

export function compareSender(issued: IssuedHeader, received: ReceivedHeader): Findings {
  const [sender, ...others] = received.from;
  const shown = toShownAddresses(received.from);
  const { from, domain } = issued;
  const issuedSender = from === null ? `…@${domain}` : `${from.name} <${from.address}>`;
  const foreign = toChange('header', 'sender', issuedSender, shown);
  const isPlain = received.fields.every(({ name, value }) => name !== 'from' || isOneMailbox(value, 'with-name'));
  if (sender === undefined || others.length > 0 || (!isPlain && received.date !== 'as-saved'))
    return toFindings('sender', 'changed', { changes: [foreign] });
  if (isIssuedSender(issued, sender))
    return toFindings('sender', 'issued', { changes: compareReplies(issued, received, null) });
  if (!isOwnList(issued, sender, received))
    return toFindings('sender', 'changed', { changes: [foreign, ...compareReplies(issued, received, null)] });
  const changes = compareReplies(issued, received, sender.address);
  return toFindings('sender', 'rewritten', { changes, notes: [{ kind: 'own-list', list: toShown(shown) }] });
}

function isIssuedSender({ from, domain }: IssuedHeader, { name, address }: NamedAddress): boolean {
  return from === null
    ? isAddressAt(address, domain) && isPlainName(name)
    : address === from.address.toLowerCase() && isSameName(name, from.name);
}

/**
 * A list at the recipient's own domain, which it names as recipient or list too, and which writes itself behind the
 * issued name: so lists are kept deliverable where DMARC rejects the sender's own address.
 */
function isOwnList({ from, recipient }: IssuedHeader, sender: NamedAddress, { fields, to }: ReceivedHeader): boolean {
  if (!isAddressAt(sender.address, recipient)) return false;
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
      ? !isAddressAt(address, issued.domain)
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
