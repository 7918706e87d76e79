import type { AddressRole, AddressUse } from '@candor/core/evidence/message';

/** One letter for each role: a mailbox has millions of addresses. */
const ROLE_LETTERS: Readonly<Record<AddressRole, string>> = {
  from: 'f',
  sender: 's',
  'reply-to': 'r',
  to: 't',
  cc: 'c',
  bcc: 'b',
  'resent-from': 'F',
  'resent-to': 'T',
  'resent-cc': 'C',
  'resent-bcc': 'B',
  'x-original-to': 'x',
  organizer: 'o',
  attendee: 'e',
  attached: 'a',
};
const ROLES: ReadonlyMap<string, AddressRole> = new Map(
  (Object.keys(ROLE_LETTERS) as AddressRole[]).map((role) => [ROLE_LETTERS[role], role]),
);

/**
 * Addresses as one text, a line each: the role's letter, `!` (no domain), `?` (unparsable) or a space, and the address.
 */
export function packAddresses(addresses: readonly AddressUse[]): string {
  let packed = '';
  for (const { role, address, unreadable } of addresses) {
    const mark = unreadable === null ? ' ' : unreadable === 'no-domain' ? '!' : '?';
    const line = address.includes('\n') ? address.replaceAll('\n', ' ') : address;
    packed += packed === '' ? `${ROLE_LETTERS[role]}${mark}${line}` : `\n${ROLE_LETTERS[role]}${mark}${line}`;
  }
  return packed;
}

export function unpackAddresses(packed: string): AddressUse[] {
  if (packed === '') return [];
  return packed.split('\n').map((line) => {
    const mark = line[1];
    return {
      role: ROLES.get(line[0] ?? '') ?? 'attached',
      address: line.slice(2),
      unreadable: mark === '!' ? 'no-domain' : mark === '?' ? 'unparsable' : null,
    };
  });
}
