import {
  type Cryptography,
  type Json,
  type Runtime,
  readInstant,
  type Signer,
  toCanonicalJson,
} from '@candor/core/base';
import { readBase64Url, toBase64Url } from '@candor/core/ledger';
import { z } from 'zod';
import { readCanonical } from '../read-canonical.ts';
import { isRecipient } from '../seal/age.ts';
import { isFingerprint, type ReviewerKey, toFingerprint } from '../seal/reviewer-key.ts';
import { openContent, sealContent } from '../seal/sealed-message.ts';

/** Sealed and in base64url a note with the longest text has about 12,000. */
export const MAX_NOTE_CHARS = 16_384;
export const MAX_NOTE_TEXT_CHARS = 4000;
const MAX_NAME_CHARS = 254;
const PUBLIC_KEY_BYTES = 32;

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const name = z.string().min(1).max(MAX_NAME_CHARS);
const shape = z.strictObject({
  v: z.literal(1),
  kind: z.literal('note'),
  incident: name,
  party: name,
  author: z.string().refine(isFingerprint),
  key: z.strictObject({
    age: z.string().refine(isRecipient),
    sign: z.string().refine((text) => readBase64Url(text)?.length === PUBLIC_KEY_BYTES),
  }),
  number: z.int().min(1),
  at: z.string().refine((text) => readInstant(text) !== null),
  vault: digest,
  sealed: z.string().refine((text) => readBase64Url(text) !== null),
});
const contentShape = z.strictObject({
  v: z.literal(1),
  number: z.int().min(1),
  author: z.string(),
  about: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('message'), id: digest }),
    z.strictObject({ kind: z.literal('secret'), id: name }),
    z.strictObject({ kind: z.literal('release') }),
  ]),
  status: z.enum(['open', 'rotated', 'not-ours', 'done']).nullable(),
  text: z.string().max(MAX_NOTE_TEXT_CHARS),
});

/** A note as it travels: author, time and vault; nothing of what it says (docs/formats/note.md). */
export type NoteDocument = Readonly<z.infer<typeof shape>>;
type Content = z.infer<typeof contentShape>;
export type NoteContent = Readonly<Pick<Content, 'about' | 'status' | 'text'>>;

/** A document and the base64url of its author's signature. */
export interface SignedNoteDocument {
  readonly document: string;
  readonly signature: string;
}

/** Reads a note that a stranger sent; null for anything but its one form. It says nothing of the signature. */
export function readNoteDocument(text: string): NoteDocument | null {
  return readCanonical(text, { longestChars: MAX_NOTE_CHARS, shape, toText: toDocumentText });
}

/**
 * The note, when the key in it signed exactly this document and is the author's; else null. Whether that author may
 * write is still to be judged.
 */
export async function verifyNoteDocument(
  primitives: Pick<Runtime, 'sha256Hex'> & Pick<Cryptography, 'verifyEd25519'>,
  { document, signature }: SignedNoteDocument,
): Promise<NoteDocument | null> {
  const note = readNoteDocument(document);
  const [key, signed] = [readBase64Url(note?.key.sign ?? ''), readBase64Url(signature)];
  if (note === null || key === null || signed === null) return null;
  if (toFingerprint(primitives, note.key) !== note.author) return null;
  return (await primitives.verifyEd25519(key, signed, toSignedBytes(document))) ? note : null;
}

/** Seals and signs a note. @throws a fault for a text that is too long */
export async function writeNoteDocument(
  runtime: Pick<Runtime, 'sha256Hex'>,
  signer: Pick<Signer, 'sign'>,
  key: ReviewerKey,
  head: Pick<NoteDocument, 'incident' | 'party' | 'number' | 'at'> & { readonly vaultRecipient: string },
  { about, status, text }: NoteContent,
): Promise<SignedNoteDocument> {
  const { incident, party, number, at, vaultRecipient } = head;
  const author = toFingerprint(runtime, key);
  const content = contentShape.parse({ v: 1, number, author, about, status, text });
  const sealed = await sealContent(
    vaultRecipient,
    new TextEncoder().encode(toCanonicalJson(content as unknown as Json)),
  );
  const document = toDocumentText({
    v: 1,
    kind: 'note',
    incident,
    party,
    author,
    key: { age: key.age, sign: key.sign },
    number,
    at,
    vault: runtime.sha256Hex(vaultRecipient),
    sealed: toBase64Url(sealed),
  });
  return { document, signature: toBase64Url(await signer.sign(toSignedBytes(document))) };
}

/** What a note says; null when this vault's key does not open it, or it was put into another document. */
export async function openNote(vaultIdentity: string, note: NoteDocument): Promise<NoteContent | null> {
  const sealed = readBase64Url(note.sealed);
  const bytes = sealed === null ? null : await openContent(vaultIdentity, sealed);
  const content =
    bytes === null
      ? null
      : readCanonical(new TextDecoder().decode(bytes), {
          longestChars: MAX_NOTE_CHARS,
          shape: contentShape,
          toText: (value) => toCanonicalJson(value as unknown as Json),
        });
  if (content === null || content.number !== note.number || content.author !== note.author) return null;
  return { about: content.about, status: content.status, text: content.text };
}

function toDocumentText(note: NoteDocument): string {
  return toCanonicalJson(note as unknown as Json);
}

function toSignedBytes(document: string): Uint8Array {
  return new TextEncoder().encode(`candor note v1\n${document}`);
}
