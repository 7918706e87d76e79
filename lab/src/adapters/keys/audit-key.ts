import { isArmored } from '@candor/core/review/wrapped';
import type { AuditKey } from '../files/audit-file.ts';
import { openWithPassphrase, readKeyFile, refuseKey } from './key-file.ts';

const IDENTITY = /^AGE-SECRET-KEY-(?:PQ-)?1[0-9A-Z]+$/m;

/**
 * The identity in a key file of age, or of a reviewer; a file that is sealed itself is opened first.
 * @throws Refusal for another file, one that others may read, or another passphrase.
 */
export async function readAuditKey(path: string, askPassphrase: () => Promise<string>): Promise<AuditKey> {
  const text = readKeyFile(path);
  const plain = isArmored(text) ? await openWithPassphrase(path, text, await askPassphrase()) : text;
  const identity = IDENTITY.exec(plain)?.[0];
  if (identity === undefined) throw refuseKey(path, 'it has no identity of age (AGE-SECRET-KEY-…)', null);
  return { is: 'identity', identity };
}
