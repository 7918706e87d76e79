import type { Signer } from '@candor/core/base';
import { readBase64, toBase64 } from './base64.ts';
import { type Hashing, readHex, toHex } from './hash.ts';

/** Signature types of C2SP signed-note that are known here. */
const signatureTypes = { ed25519: 0x01, cosignature: 0x04 } as const;

/**
 * `ed25519`: over the note's text. `cosignature`: a witness's, with the time at which it saw the checkpoint (C2SP
 * tlog-cosignature, v1).
 */
export type SignatureType = keyof typeof signatureTypes;

const KEY_BYTES = 32;
export const KEY_ID_BYTES = 4;
/** Names are addresses without scheme. */
const MAX_NAME_BYTES = 255;

/** A public key that signs notes, under the name by which its signature lines find it. */
export interface VerifierKey {
  readonly name: string;
  /** Four bytes in lower-case hex; with the name it says which key a signature is by. */
  readonly id: string;
  readonly type: SignatureType;
  /** Raw Ed25519. */
  readonly publicKey: Uint8Array;
}

const encoder = new TextEncoder();

/** @throws Error for a name or a key that no note can have: a fault of the caller. */
export function makeVerifierKey(
  hashing: Hashing,
  name: string,
  publicKey: Uint8Array,
  type: SignatureType = 'ed25519',
): VerifierKey {
  if (!isKeyName(name) || publicKey.length !== KEY_BYTES) throw new Error(`no verifier key: ${name}`);
  const prefix = encoder.encode(`${name}\n`);
  const material = new Uint8Array(prefix.length + 1 + KEY_BYTES);
  material.set(prefix);
  material[prefix.length] = signatureTypes[type];
  material.set(publicKey, prefix.length + 1);
  return { name, id: hashing.sha256Hex(material).slice(0, 2 * KEY_ID_BYTES), type, publicKey };
}

/** The key under which a signer's note signatures are checked. */
export function toVerifierKeyOf(hashing: Hashing, signer: Signer): VerifierKey {
  return makeVerifierKey(hashing, signer.name, signer.publicKey);
}

/** `<name>+<id>+<base64 of type and key>`: the form in which keys are handed on. */
export function toVerifierKeyText({ name, id, type, publicKey }: VerifierKey): string {
  const typed = new Uint8Array(1 + KEY_BYTES);
  typed[0] = signatureTypes[type];
  typed.set(publicKey, 1);
  return `${name}+${id}+${toBase64(typed)}`;
}

/** Reads such a text; null when it is another form, another type of key, or its id does not belong to name and key. */
export function readVerifierKey(hashing: Hashing, text: string): VerifierKey | null {
  // The base64 may hold a `+` too; names may not.
  const [name = '', id = '', ...rest] = text.split('+');
  const typed = readBase64(rest.join('+'));
  if (!isKeyName(name) || readHex(id, KEY_ID_BYTES) === null || typed?.length !== 1 + KEY_BYTES) return null;
  const type = (Object.keys(signatureTypes) as SignatureType[]).find((known) => signatureTypes[known] === typed[0]);
  if (type === undefined) return null;
  const key = makeVerifierKey(hashing, name, typed.subarray(1), type);
  return key.id === id ? key : null;
}

/** Names hold no white space and no `+`, and nothing that a terminal or a line would act on. */
export function isKeyName(name: string): boolean {
  if (name === '' || encoder.encode(name).length > MAX_NAME_BYTES) return false;
  return !/[\s+\p{Cc}\p{Cf}\p{Cs}]/u.test(name);
}

/** The first bytes of a signature as a key's id. */
export function readKeyId(signature: Uint8Array): string {
  return toHex(signature.subarray(0, KEY_ID_BYTES));
}
