import type { Cryptography, Signer } from '@candor/core/base';
import { readBase64, toBase64 } from './base64.ts';
import { type Hashing, readHex } from './hash.ts';
import { isKeyName, KEY_ID_BYTES, readKeyId, toVerifierKeyOf, type VerifierKey } from './verifier-key.ts';

/** A checkpoint with a few dozen witnesses has less; a reader holds no more than this of a stranger's note. */
const MAX_NOTE_BYTES = 65_536;
/** C2SP signed-note requires a reader to accept at least 16. */
const MAX_SIGNATURES = 64;
const SIGNATURE_BYTES = 64;
const TIME_BYTES = 8;
const LINE_START = '\u2014 ';

/** One signature line, chosen by the note's author. */
export interface NoteSignature {
  readonly name: string;
  /** Lower-case hex of four bytes. */
  readonly keyId: string;
  /** What follows the id. */
  readonly bytes: Uint8Array;
}

/** A text with signatures by one or more keys (C2SP signed-note). Nothing of it may be believed before `verifyNote`. */
export interface SignedNote {
  /** Ends with a line feed. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

const encoder = new TextEncoder();

/** Reads a note from a stranger's bytes; null unless it is exactly in the form of docs/formats/log.md. */
export function readNote(bytes: Uint8Array): SignedNote | null {
  if (bytes.length > MAX_NOTE_BYTES) return null;
  let note: string;
  try {
    note = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
  if (/[\u0000-\u0009\u000b-\u001f]/.test(note)) return null;
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n')) return null;
  const lines = note.slice(split + 2, -1).split('\n');
  if (lines.length > MAX_SIGNATURES) return null;
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const signature = readSignatureLine(line);
    if (signature === null) return null;
    signatures.push(signature);
  }
  return { text: note.slice(0, split + 1), signatures };
}

function readSignatureLine(line: string): NoteSignature | null {
  if (!line.startsWith(LINE_START)) return null;
  const [name = '', base64 = '', ...rest] = line.slice(LINE_START.length).split(' ');
  const bytes = readBase64(base64);
  if (rest.length > 0 || !isKeyName(name) || bytes === null || bytes.length <= KEY_ID_BYTES) return null;
  return { name, keyId: readKeyId(bytes), bytes: bytes.subarray(KEY_ID_BYTES) };
}

/** The note as bytes travel: text, empty line, signature lines in the order given. */
export function toNoteText({ text, signatures }: SignedNote): string {
  const lines = signatures.map(({ name, keyId, bytes }) => {
    const signed = new Uint8Array(KEY_ID_BYTES + bytes.length);
    signed.set(readHex(keyId, KEY_ID_BYTES) ?? []);
    signed.set(bytes, KEY_ID_BYTES);
    return `${LINE_START}${name} ${toBase64(signed)}\n`;
  });
  return `${text}\n${lines.join('')}`;
}

/** Signs a text, which must end with a line feed, in the signer's name. */
export async function signNote(hashing: Hashing, text: string, signer: Signer): Promise<SignedNote> {
  const bytes = await signer.sign(encoder.encode(text));
  const { name, id } = toVerifierKeyOf(hashing, signer);
  return { text, signatures: [{ name, keyId: id, bytes }] };
}

/** A known key whose signature holds, and since when a witness has known the checkpoint. */
export interface VerifiedSignature {
  readonly key: VerifierKey;
  /** UTC seconds, of a cosignature; null for an ordinary signature. */
  readonly seenAt: number | null;
}

/**
 * Verifies a note with the reader's trusted keys. Ignores signatures by other keys. Null when no trusted key signed, or
 * a signature in a trusted key's name is wrong: such a note was tampered with.
 */
export async function verifyNote(
  cryptography: Pick<Cryptography, 'verifyEd25519'>,
  note: SignedNote,
  keys: readonly VerifierKey[],
): Promise<readonly VerifiedSignature[] | null> {
  const verified: VerifiedSignature[] = [];
  for (const signature of note.signatures) {
    const key = keys.find(({ name, id }) => name === signature.name && id === signature.keyId);
    if (key === undefined) continue;
    const checked = await verifySignature(cryptography, note.text, signature.bytes, key);
    if (checked === null) return null;
    verified.push(checked);
  }
  return verified.length === 0 ? null : verified;
}

async function verifySignature(
  cryptography: Pick<Cryptography, 'verifyEd25519'>,
  text: string,
  bytes: Uint8Array,
  key: VerifierKey,
): Promise<VerifiedSignature | null> {
  const seenAt = key.type === 'cosignature' ? readTime(bytes) : null;
  const signature = key.type === 'cosignature' ? bytes.subarray(TIME_BYTES) : bytes;
  if (signature.length !== SIGNATURE_BYTES || (key.type === 'cosignature' && seenAt === null)) return null;
  const message = encoder.encode(seenAt === null ? text : toCosignedText(text, seenAt));
  return (await cryptography.verifyEd25519(key.publicKey, signature, message)) ? { key, seenAt } : null;
}

/** What a witness signs (C2SP tlog-cosignature, v1). */
export function toCosignedText(text: string, seenAt: number): string {
  return `cosignature/v1\ntime ${seenAt}\n${text}`;
}

/** Big-endian seconds; null beyond what a number holds exactly. */
function readTime(bytes: Uint8Array): number | null {
  if (bytes.length < TIME_BYTES) return null;
  let time = 0;
  for (let at = 0; at < TIME_BYTES; at += 1) time = time * 256 + (bytes[at] ?? 0);
  return Number.isSafeInteger(time) ? time : null;
}
