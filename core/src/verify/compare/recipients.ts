import type { ReceivedHeader } from '../received/received.ts';
import { toShown } from '../received/shown.ts';
import { toChange } from './change.ts';
import { type Findings, toFindings } from './findings.ts';
import type { IssuedHeader } from './issued-header.ts';
import { isAddressAt, isPlainName, toShownAddresses } from './sender-name.ts';

/** Words of a name that an address book may have added; a sentence has more. */
const NAME_WORDS = 6;
/** Only ASCII counts: other letters become ours by the rules for domains, while programs show what stands there. */
const ADDRESS = "[!#-'*+./-9=?A-Z^-~-]+@[0-9A-Za-z-]+(?:[.][0-9A-Za-z-]+)*";
const BARE = new RegExp(`^(?:${ADDRESS}|<${ADDRESS}>|["'](${ADDRESS})["'] <\\1>)$`);
/** One mailbox with a name: no group, no comment, no list, no second address. */
const NAMED = new RegExp(`^(?:"(?:[^"\\\\]|\\\\.)*"|(?:[^"()<>@,;:\\\\]*[^"()<>@,;:\\\\ \\t])?)[ \\t]*<${ADDRESS}>$`);

/** Whether an unfolded field is one mailbox in a form of which every program shows the same. */
export function isOneMailbox(value: string, form: 'with-name' | 'without-name'): boolean {
  return BARE.test(value) || (form === 'with-name' && NAMED.test(value));
}

/**
 * The received message is addressed to one recipient of the notice, and to nobody else: "reply all" reaches everyone in
 * this field. What an address book wrote beside the address is shown.
 */
export function compareRecipients(
  { recipient, isRecipient }: IssuedHeader,
  { fields, to, date }: ReceivedHeader,
): Findings {
  const change = toChange('header', 'address', isRecipient === null ? `…@${recipient}` : null, toShownAddresses(to));
  const changed = toFindings('recipient', 'changed', { changes: [change] });
  // A program that saves a message as text writes the names that it shows, and often no address.
  if (date === 'as-saved')
    return to.every(({ name }) => isShortName(name)) ? toFindings('recipient', 'issued') : changed;
  const [only, ...others] = to;
  const isOne = fields.every(({ name, value }) => name !== 'to' || isOneMailbox(value, 'with-name'));
  if (only === undefined || others.length > 0 || !isOne) return changed;
  const isOurs = isRecipient === null ? isAddressAt(only.address, recipient) : isRecipient(only.address);
  const isNamed = only.name !== '' && toBare(only.name) !== only.address;
  if (!isOurs || (isNamed && !isShortName(only.name))) return changed;
  if (!isNamed) return toFindings('recipient', 'issued');
  return toFindings('recipient', 'added', { notes: [{ kind: 'recipient-name', name: toShown(only.name) }] });
}

function toBare(name: string): string {
  return name.replace(/^'(.*)'$/, '$1').toLowerCase();
}

function isShortName(name: string): boolean {
  return isPlainName(name) && name.split(/\s+/).length <= NAME_WORDS;
}
