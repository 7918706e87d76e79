import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { toHex } from '@candor/core/ledger';
import { exists } from '../adapters/files/files.ts';
import { readKeyFile, refuseKey, writeKeyFile } from '../adapters/keys/key-file.ts';
import { freshBytes } from '../adapters/keys/random.ts';
import type { StateFolder } from '../adapters/store/state-folder.ts';

const KEY_BYTES = 32;
const KEY_FORM = /^candor-findings-key-1:([0-9a-f]{64})\n$/;

/**
 * The key for hashing values. With it and the state all PINs can be tried; without it the hashes are useless. Excluded
 * from backups given away: `candor findings erase` destroys it.
 */
export interface ValueKey {
  /** This is hexadecimal. */
  readonly secret: string;
  /** Identifies a key without revealing it. */
  readonly name: string;
}

export function toValueKeyPath({ path }: Pick<StateFolder, 'path'>): string {
  return join(path, 'keys', 'findings.key');
}

/**
 * Opens the key, and makes it the first time.
 * @throws Refusal for a file that is no such key or that others than its owner may read.
 */
export function openValueKey(state: Pick<StateFolder, 'path'>): ValueKey {
  const path = toValueKeyPath(state);
  if (!exists(path)) writeKeyFile(path, `candor-findings-key-1:${toHex(freshBytes(KEY_BYTES, 'findings key', ''))}\n`);
  const secret = KEY_FORM.exec(readKeyFile(path))?.[1];
  if (secret === undefined) throw refuseKey(path, 'it does not have the form of a key for findings', null);
  const digest = createHash('sha256').update(`candor findings key name\0${secret}`).digest('hex');
  return { secret, name: digest.slice(0, 16) };
}
