import { joinBytes } from '@candor/core/base';
import type { RawField, RawHeader } from './raw-field.ts';

/**
 * Resent fields that tell of others alone: whoever passes a message on puts a group of them on top (RFC 5322 section
 * 3.6.6), and a mailbox of the party holds only those groups that lie between the author and itself. A group ends where
 * another field stands, or a name comes again.
 */
export function listForeignResent(
  bytes: Uint8Array,
  { fields }: RawHeader,
  holdsOwn: (fields: Uint8Array) => boolean,
): ReadonlySet<RawField> {
  const groups: RawField[][] = [];
  let group: RawField[] = [];
  for (const field of fields) {
    const isResent = field.name.startsWith('resent-');
    if (!isResent || group.some(({ name }) => name === field.name)) group = [];
    if (!isResent) continue;
    if (group.length === 0) groups.push(group);
    group.push(field);
  }
  const foreign = groups.filter(
    (fieldsOfOne) => !holdsOwn(joinBytes(fieldsOfOne.map(({ start, end }) => bytes.subarray(start, end)))),
  );
  return new Set(foreign.flat());
}
