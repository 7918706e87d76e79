import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { Refusal } from '@candor/core/base';
import type { DkimKeyRecord } from '@candor/core/notice/gate';
import type { DkimKey } from '@candor/core/notice/message';
import { inspectPath, readBytes } from '../files/files.ts';

/**
 * Receivers take 1024 as well; who forges one forges the organization's mail (RFC 8301, 3.2: signers should use at
 * least this).
 */
const SHORTEST_RSA_BITS = 2048;
/** The DER form has so many before the raw key (RFC 8410). */
const ED25519_HEADER_BYTES = 12;

/**
 * Opens the key that signs outgoing mail, with the text record that its public half makes.
 * @throws Refusal `no-dkim-key` when the file is not there or is no key that DKIM knows.
 */
export function openDkimKey(path: string, domain: string, selector: string): DkimKey & DkimKeyRecord {
  if (inspectPath(path).is !== 'file') throw refuse(path, 'it is not there');
  let key: KeyObject;
  try {
    key = createPrivateKey(Buffer.from(readBytes(path)));
  } catch {
    throw refuse(path, 'it is not a private key in PEM form without a passphrase');
  }
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  switch (key.asymmetricKeyType) {
    case 'rsa':
      if ((key.asymmetricKeyDetails?.modulusLength ?? 0) < SHORTEST_RSA_BITS)
        throw refuse(path, `an RSA key needs ${SHORTEST_RSA_BITS} bits`);
      return {
        domain,
        selector,
        algorithm: 'rsa-sha256',
        record: `v=DKIM1; k=rsa; p=${spki.toString('base64')}`,
        sign: (bytes) => new Uint8Array(sign('sha256', bytes, key)),
      };
    case 'ed25519':
      return {
        domain,
        selector,
        algorithm: 'ed25519-sha256',
        record: `v=DKIM1; k=ed25519; p=${spki.subarray(ED25519_HEADER_BYTES).toString('base64')}`,
        sign: (bytes) => new Uint8Array(sign(null, bytes, key)),
      };
    default:
      throw refuse(path, 'DKIM supports only RSA and Ed25519 keys');
  }
}

function refuse(path: string, why: string): Refusal {
  return new Refusal('no-dkim-key', [
    `${path}: this cannot sign mail: ${why}; \`openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out ${path}\` makes one`,
  ]);
}
