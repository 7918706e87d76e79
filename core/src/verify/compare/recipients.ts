import { toALabels } from '@candor/core/base';
import { type Change, toChange, toShown } from './change.ts';
import type { IssuedHeader, ReceivedHeader } from './header.ts';
import { isAtDomain, isPlainName, toDomain, toShownAddress } from './sender-name.ts';

/** Words of a name that an address book may have added; a sentence has more. */
const NAME_WORDS = 6;
/** Recipients shown: enough to see that there are others. */
const SHOWN_ADDRESSES = 3;
/** Of ASCII alone: other letters become ours by the rules for domains, while programs show what stands there. */
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
 * this field. `name`: what an address book wrote beside it, as inert text.
 */
export function compareRecipients(
  { recipient, isRecipient }: IssuedHeader,
  { fields, to, date }: ReceivedHeader,
): { readonly changes: readonly Change[]; readonly name: string | null } {
  // A program that saves a message as text writes the names that it shows, and often no address.
  if (date === 'as-saved') return { changes: to.some(({ name }) => !isShortName(name)) ? [toOther()] : [], name: null };
  const [only, ...others] = to;
  const isOne = fields.every(({ name, value }) => name !== 'to' || isOneMailbox(value, 'with-name'));
  if (only === undefined || others.length > 0 || !isOne) return { changes: [toOther()], name: null };
  const isOurs =
    isRecipient === null ? isAtDomain(toALabels(toDomain(only.address)), recipient) : isRecipient(only.address);
  const isNamed = only.name !== '' && toBare(only.name) !== only.address;
  if (!isOurs || (isNamed && !isShortName(only.name))) return { changes: [toOther()], name: null };
  return { changes: [], name: isNamed ? toShown(only.name) : null };

  function toOther(): Change {
    const shown = to.slice(0, SHOWN_ADDRESSES).map(toShownAddress).join(', ');
    return toChange('header', 'address', isRecipient === null ? `…@${recipient}` : null, shown);
  }
}

function toBare(name: string): string {
  return name.replace(/^'(.*)'$/, '$1').toLowerCase();
}

function isShortName(name: string): boolean {
  return isPlainName(name) && name.split(/\s+/).length <= NAME_WORDS;
}
