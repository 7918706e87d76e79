import { Decrypter, Encrypter, generateHybridIdentity, identityToRecipient } from 'age-encryption';

/** An age post-quantum hybrid identity: it opens what was sealed to its recipient. */
export interface SealingKey {
  /** `AGE-SECRET-KEY-PQ-1…` */
  readonly identity: string;
  /** `age1pq1…` */
  readonly recipient: string;
}

const RECIPIENT = /^age1pq1[02-9ac-hj-np-z]{1900,2100}$/;
const IDENTITY = /^AGE-SECRET-KEY-PQ-1[02-9AC-HJ-NP-Z]{50,70}$/;

/**
 * Whether a text looks like a post-quantum recipient: any other kind is refused, so that the weaker one never decides.
 */
export function isRecipient(text: string): boolean {
  return RECIPIENT.test(text);
}

export async function makeSealingKey(): Promise<SealingKey> {
  const identity = await generateHybridIdentity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** The recipient of an identity; null when invalid. */
export async function toRecipient(identity: string): Promise<string | null> {
  if (!IDENTITY.test(identity)) return null;
  try {
    return await identityToRecipient(identity);
  } catch {
    return null;
  }
}

/**
 * What seals to one recipient with a runtime's own means, which are faster than those of a library. What it makes must
 * open as any other.
 */
export type NativeSeal = (content: Uint8Array) => Uint8Array;

/** Null where the runtime has no means for it. */
export type OpenRecipient = (recipient: string) => NativeSeal | null;

/** Encrypts to exactly one recipient. @throws a fault for a recipient of another kind. */
export async function sealTo(
  recipient: string,
  content: Uint8Array,
  openRecipient: OpenRecipient = () => null,
): Promise<Uint8Array> {
  if (!isRecipient(recipient)) throw new Error('a recipient must be a post-quantum one');
  const seal = openRecipient(recipient);
  if (seal !== null) return seal(content);
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(content);
}

/**
 * Decrypts whole; null when the identity does not open it, a byte was altered, or it was sealed to anybody else as
 * well. Nothing of a damaged file is ever handed out.
 */
export async function openWith(identity: string, sealed: Uint8Array): Promise<Uint8Array | null> {
  if (!IDENTITY.test(identity) || !isForOne(sealed)) return null;
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    return await decrypter.decrypt(sealed);
  } catch {
    // age gives no other way to tell "not for this key" and "altered" than an exception.
    return null;
  }
}

/** Longer than the header of a file for one post-quantum recipient, which has 1,700 bytes. */
const MAX_HEADER_BYTES = 4096;

/**
 * Whether a file names one recipient, and a post-quantum one: who else can read it, or by which weaker key, is nothing
 * that a reader could see later.
 */
function isForOne(sealed: Uint8Array): boolean {
  const header = new TextDecoder('latin1').decode(sealed.subarray(0, MAX_HEADER_BYTES));
  const end = header.indexOf('\n--- ');
  const recipients = header.slice(0, end).match(/^-> .*$/gm) ?? [];
  return end >= 0 && recipients.length === 1 && (recipients[0] ?? '').startsWith('-> mlkem768x25519 ');
}
