import { createCipheriv, createSecretKey } from 'node:crypto';

const tagBytes = 16;

/**
 * ChaCha20-Poly1305 (RFC 8439) without associated data: as many bytes as `content`, then 16 of the tag. `key` has 32,
 * `nonce` 12, and no nonce is used twice with one key.
 */
export function sealChaCha20Poly1305(key: Buffer, nonce: Uint8Array, content: Uint8Array): Buffer {
  // As bytes the key would first be asked whether it is a key object, which takes longer than to make one of it.
  const cipher = createCipheriv('chacha20-poly1305', createSecretKey(key), nonce, { authTagLength: tagBytes });
  return Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}
