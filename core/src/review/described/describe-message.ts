import { formatInstant, type Runtime } from '@candor/core/base';
import { type AddressRole, readWholeMessage, type WholeMessage } from '@candor/core/evidence/message';
import type { IndexedMessage } from '../seal/indexed-message.ts';
import { findContentType } from './content-type.ts';

/**
 * What the index of a release says of a message out of its own bytes, as they were projected. Every text is the
 * sender's.
 */
export type DescribedMessage = Pick<
  IndexedMessage,
  'attachments' | 'cc' | 'date' | 'direction' | 'from' | 'subject' | 'to'
>;

/** A subject is one line of a list; what is longer is cut here and whole in the message. */
const SUBJECT_CHARS = 500;
/** Addresses of one field, and attachments, that the index lists; the message has them all. */
const LISTED = 200;
const NAME_CHARS = 255;

const SENT: ReadonlySet<AddressRole> = new Set<AddressRole>(['from', 'sender', 'resent-from']);
const RECEIVED: ReadonlySet<AddressRole> = new Set<AddressRole>(['to', 'cc', 'resent-to', 'resent-cc']);

/** Describes a projected message. It sees nothing but the projection, so that it cannot tell more than that. */
export function describeMessage(
  runtime: Runtime,
  projected: Uint8Array,
  isOwn: (address: string) => boolean,
): DescribedMessage {
  const message = readWholeMessage(runtime, projected);
  const listed = (role: AddressRole): string[] =>
    [
      ...new Set(
        message.addresses.filter((use) => use.role === role && use.unreadable === null).map(({ address }) => address),
      ),
    ].slice(0, LISTED);
  return {
    subject: cut(message.subject, SUBJECT_CHARS),
    date: message.date === null ? null : formatInstant(message.date),
    from: listed('from'),
    to: listed('to'),
    cc: listed('cc'),
    direction: findDirection(message, isOwn),
    attachments: message.parts
      .filter(({ inline, fileName }) => !inline || fileName !== '')
      .slice(0, LISTED)
      .map(({ bytes, fileName }) => ({
        digest: runtime.sha256Hex(bytes),
        name: cut(fileName, NAME_CHARS),
        size: bytes.length,
        type: findContentType(bytes),
      })),
  };
}

function findDirection(
  { addresses }: Pick<WholeMessage, 'addresses'>,
  isOwn: (address: string) => boolean,
): IndexedMessage['direction'] {
  const own = addresses.filter(({ address, unreadable }) => unreadable === null && isOwn(address.toLowerCase()));
  const sent = own.some(({ role }) => SENT.has(role));
  const received = own.some(({ role }) => RECEIVED.has(role));
  if (sent) return received ? 'both' : 'sent';
  return received ? 'received' : 'copied';
}

/** By whole characters: half a surrogate pair is no text. */
function cut(text: string, longest: number): string {
  return text.length <= longest ? text : [...text.slice(0, longest * 2)].slice(0, longest).join('');
}
