import { createPrivateKey, createPublicKey, hash, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from './tar-file.ts';

/**
 * Writes `SHA256SUMS` over every file of the folder, as `sha256sum --check` reads it. With a key (Ed25519, PKCS#8 as
 * PEM) also its signature, raw, and the public key: `openssl pkeyutl -verify` checks them. The same files and key give
 * the same bytes.
 */
export function writeSums(folder: string, keyFile: string | null): void {
  const names = listFiles(folder).filter((name) => !name.startsWith('SHA256SUMS'));
  const sums = names.map((name) => `${hash('sha256', readFileSync(join(folder, name)), 'hex')}  ${name}\n`).join('');
  writeFileSync(join(folder, 'SHA256SUMS'), sums);
  if (keyFile === null) return;
  const key = createPrivateKey(readFileSync(keyFile));
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${keyFile} is no Ed25519 key`);
  writeFileSync(join(folder, 'SHA256SUMS.sig'), sign(null, Buffer.from(sums), key));
  writeFileSync(join(folder, 'SHA256SUMS.pub'), createPublicKey(key).export({ type: 'spki', format: 'pem' }));
}
