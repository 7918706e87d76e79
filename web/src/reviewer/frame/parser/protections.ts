import type { ShownPart } from '@candor/core/evidence/message';
import type { Protection } from '../protocol.ts';

const SMIME = new Set(['application/pkcs7-mime', 'application/x-pkcs7-mime']);
const SMIME_SIGNATURE = new Set(['application/pkcs7-signature', 'application/x-pkcs7-signature']);
const TNEF = new Set(['application/ms-tnef', 'application/vnd.ms-tnef']);
const PGP_MESSAGE = /^-----BEGIN PGP MESSAGE-----/m;
const PGP_SIGNED = /^-----BEGIN PGP SIGNED MESSAGE-----/m;

/**
 * What keeps parts of a message closed, or signs them. Nothing is decrypted or verified here: they are shown as they
 * are.
 */
export function findProtections(parts: readonly ShownPart[], text: string): readonly Protection[] {
  const found = new Set<Protection>();
  for (const { type, parameters } of parts) {
    if (SMIME.has(type)) {
      const isSigned = /^(?:signed-data|certs-only)$/i.test(parameters.get('smime-type')?.trim() ?? '');
      found.add(isSigned ? 'smime-signed' : 'smime-encrypted');
    } else if (SMIME_SIGNATURE.has(type)) found.add('smime-signed');
    else if (type === 'application/pgp-encrypted') found.add('pgp-encrypted');
    else if (type === 'application/pgp-signature') found.add('pgp-signed');
    else if (TNEF.has(type)) found.add('tnef');
  }
  if (PGP_MESSAGE.test(text)) found.add('pgp-encrypted');
  if (PGP_SIGNED.test(text)) found.add('pgp-signed');
  return [...found];
}
