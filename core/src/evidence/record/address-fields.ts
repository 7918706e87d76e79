import { compareUtf8 } from '@candor/core/base';
import type { AuditRecord } from './audit-record.ts';
import { type LooseObject, toText } from './loose-value.ts';
import { readNetworkAddress } from './network-address.ts';

/** Address fields, the first that counts first. */
const FIELDS = ['ClientIPAddress', 'ClientIP', 'Client_IPAddress', 'ActorIpAddress'] as const;

export type Addresses = Pick<AuditRecord, 'ip' | 'addresses'>;

const NONE: readonly string[] = [];

export function readAddresses(source: LooseObject): Addresses {
  const found: string[] = [];
  for (const name of FIELDS) {
    const text = toText(source[name]);
    const address = text === null ? null : readNetworkAddress(text);
    if (address !== null) found.push(address);
  }
  return toAddresses(found);
}

/** Takes the values of all fields that have one, in order. */
export function toAddresses(found: readonly string[]): Addresses {
  const [first = null] = found;
  const distinct = found.length < 2 ? NONE : [...new Set(found)].sort(compareUtf8);
  return { ip: first, addresses: distinct.length < 2 ? NONE : distinct };
}
