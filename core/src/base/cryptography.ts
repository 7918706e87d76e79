/**
 * Operations with keys. Core is pure, so each runtime provides them (`node:crypto` in the lab, WebCrypto in a browser);
 * asynchronous because browsers are. Every implementation must match the named standard exactly.
 */
export interface Cryptography {
  /**
   * SHA-256 (FIPS 180-4) of complete bytes: for long input, since a browser's own is ten times as fast as portable
   * code.
   */
  sha256(bytes: Uint8Array): Promise<Uint8Array>;
  /** HKDF with SHA-256 (RFC 5869), empty salt unless given; `info` is UTF-8. */
  hkdfSha256(secret: Uint8Array, info: string, lengthBytes: number, salt?: Uint8Array): Promise<Uint8Array>;
  /** AES-256-GCM (NIST SP 800-38D), 12-byte nonce, 16-byte tag after the ciphertext. */
  sealAes256Gcm(key: Uint8Array, nonce: Uint8Array, plaintext: Uint8Array): Promise<Uint8Array>;
  /** The plaintext, or null when key, nonce and ciphertext do not match. */
  openAes256Gcm(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array): Promise<Uint8Array | null>;
  /** Ed25519 (RFC 8032): raw 32-byte public key, 64-byte signature. Anything of another length is false. */
  verifyEd25519(publicKey: Uint8Array, signature: Uint8Array, message: Uint8Array): Promise<boolean>;
}

/** One private key, usable only for signing; the runtime decides where it is stored. */
export interface Signer {
  /** The name in the signed note, or the operator's name. */
  readonly name: string;
  /** Raw 32-byte Ed25519 public key. */
  readonly publicKey: Uint8Array;
  /** 64-byte Ed25519 signature. */
  sign(message: Uint8Array): Promise<Uint8Array>;
}
