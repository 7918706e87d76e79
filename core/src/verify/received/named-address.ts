import { toALabels } from '@candor/core/base';
import type { WholeMessage } from '@candor/core/evidence/message';
import type { NamedAddress, ReceivedHeader } from './received.ts';

/**
 * The addresses of a decoded field with their names: the text around its last angle brackets. Parsed once, because a
 * field may have ten thousand.
 */
function readNamedAddresses(shown: string, addresses: readonly string[]): readonly NamedAddress[] {
  const name = readName(shown);
  return addresses.map((address) => ({ name, address: address.toLowerCase() }));
}

function readName(shown: string): string {
  const text = shown.replace(/[ \t\r\n]+/g, ' ').trim();
  const open = text.lastIndexOf('<');
  const written = open === -1 ? '' : text.slice(0, open).trim();
  const name = /^".*"$/.test(written) ? written.slice(1, -1).replace(/\\(.)/g, '$1') : written;
  // Some programs also show what follows the brackets.
  const behind = open === -1 ? '' : text.slice(text.indexOf('>', open) + 1).trim();
  return `${name} ${behind}`.trim();
}

/**
 * A sender whose address is written otherwise than as one plain address, in a group or with a comment in it: that is
 * shown as well, so it counts as name.
 */
function readSenders(shown: string, addresses: readonly string[]): readonly NamedAddress[] {
  const [named, ...others] = readNamedAddresses(shown, addresses);
  // Several senders are refused, whatever their form.
  if (named === undefined || others.length > 0) return named === undefined ? [] : [named, ...others];
  const text = shown.replace(/[ \t\r\n]+/g, ' ').trim();
  const open = text.lastIndexOf('<');
  const [written = ''] = text.slice(open + 1).split('>', 1);
  const at = written.lastIndexOf('@') + 1;
  const plain = `${written.slice(0, at)}${toALabels(written.slice(at).trim())}`.trim().toLowerCase();
  return [plain === named.address ? named : { ...named, name: `${named.name} ${written}`.trim() }];
}

/** The header of a message, whose fields were read one by one as well. */
export function toReceivedHeader(message: WholeMessage, fields: ReceivedHeader['fields']): ReceivedHeader {
  const ofRole = (wanted: string): readonly string[] =>
    message.addresses.filter(({ role }) => role === wanted).map(({ address }) => address);
  const { subject, date } = message;
  // What is doubled in the fields of a part is a flaw.
  const repeated = message.repeated.filter((name) => !name.startsWith('content-'));
  return {
    ...{ fields, subject, date, repeated, replyTo: ofRole('reply-to') },
    from: readSenders(message.from, ofRole('from')),
    to: readNamedAddresses(message.to, ofRole('to')),
  };
}
