import type { ShownMessage } from '@candor/core/evidence/message';
import { ADDRESS_ROLES, LISTED_ADDRESSES, SHORT_UNITS, type ShownHead, type ShownRole } from '../protocol.ts';

export function toShownHead(message: ShownMessage): ShownHead {
  return {
    subject: message.subject.slice(0, SHORT_UNITS),
    date: message.date,
    dateText: message.dateText.slice(0, SHORT_UNITS),
    messageId: message.messageId?.slice(0, SHORT_UNITS) ?? null,
    addresses: message.addresses
      .slice(0, LISTED_ADDRESSES)
      .flatMap(({ role, name, address, unreadable }) =>
        isShownRole(role)
          ? [{ role, name, address: address.slice(0, SHORT_UNITS), isReadable: unreadable === null }]
          : [],
      ),
  };
}

function isShownRole(role: string): role is ShownRole {
  return (ADDRESS_ROLES as readonly string[]).includes(role);
}
