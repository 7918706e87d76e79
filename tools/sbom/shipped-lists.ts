import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A list of others that lies in the repository and is shipped (reference/README.md). */
export interface ShippedList {
  readonly path: string;
  /** SPDX. */
  readonly licence: string;
  readonly source: string;
  readonly sha256Hex: string;
}

const lists = [
  { path: 'reference/consumer-domains.txt', licence: 'ISC', source: 'npm package email-providers, with additions' },
  { path: 'reference/public_suffix_list.dat', licence: 'MPL-2.0', source: 'the Public Suffix List, unchanged' },
] as const;

export function readShippedLists(root: string): readonly ShippedList[] {
  return lists.map((list) => ({ ...list, sha256Hex: hash('sha256', readFileSync(join(root, list.path)), 'hex') }));
}
