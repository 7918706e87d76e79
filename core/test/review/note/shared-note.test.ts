import { toBase64Url } from '@candor/core/ledger';
import {
  chooseNewestNotes,
  type NoteContent,
  openNote,
  type ReadNote,
  readNoteDocument,
  verifyNoteDocument,
  writeNoteDocument,
} from '@candor/core/review/note';
import { makeSealingKey, toFingerprint } from '@candor/core/review/seal';
import { expect, test } from 'vitest';
import { cryptography, makeSigner, runtime } from '../../verify/made-site.ts';

const signer = makeSigner('Kim', 4);
const other = makeSigner('Eve', 5);
const vault = await makeSealingKey();
const key = { age: (await makeSealingKey()).recipient, sign: toBase64Url(signer.publicKey) };
const primitives = { ...runtime, ...cryptography };
const head = {
  ...{ incident: 'harbor-2001', party: 'northwind.example', number: 3, at: '2001-10-05T08:00:00Z' },
  vaultRecipient: vault.recipient,
};
const content: NoteContent = {
  about: { kind: 'message', id: 'ab'.repeat(32) },
  status: 'rotated',
  text: 'New password.',
};
const signed = await writeNoteDocument(runtime, signer, key, head, content);

test('a note shows author, time and vault, and its content only to the vault', async () => {
  const note = await verifyNoteDocument(primitives, signed);
  expect(note).toMatchObject({
    author: toFingerprint(runtime, key),
    number: 3,
    vault: runtime.sha256Hex(vault.recipient),
  });
  expect(signed.document).not.toContain('password');
  expect(note === null ? null : await openNote(vault.identity, note)).toEqual(content);
  expect(note === null ? 1 : await openNote((await makeSealingKey()).identity, note)).toBeNull();
});

test('a note signed by others or altered is refused', async () => {
  const forged = await writeNoteDocument(runtime, other, key, head, content);
  const renamed = { ...signed, document: signed.document.replace('"number":3', '"number":4') };
  const taken = signed.document.replace(toFingerprint(runtime, key), '0000-0000-0000-0000-0000-0000-0000-0000');
  for (const wrong of [forged, renamed, { ...signed, document: taken }, { ...signed, signature: '' }])
    expect(await verifyNoteDocument(primitives, wrong)).toBeNull();
  for (const text of ['', '{}', `${signed.document} `, signed.document.replace('"v":1', '"v":2')])
    expect(readNoteDocument(text)).toBeNull();
});

test('content moved into another document is not read', async () => {
  const note = readNoteDocument(signed.document);
  expect(note === null ? 1 : await openNote(vault.identity, { ...note, number: 4 })).toBeNull();
  expect(note === null ? 1 : await openNote(vault.identity, { ...note, author: 'x' })).toBeNull();
});

test('overlong text is a fault of the author', async () => {
  const long = { ...content, text: 'x'.repeat(4001) };
  await expect(writeNoteDocument(runtime, signer, key, head, long)).rejects.toThrow();
  const longest = await writeNoteDocument(runtime, signer, key, head, { ...content, text: '\u{10ffff}'.repeat(2000) });
  expect(readNoteDocument(longest.document)).not.toBeNull();
});

test('the newest of each author about each thing counts, and withdrawn ones are gone', () => {
  const note = (author: string, number: number, change: Partial<ReadNote> = {}): ReadNote => ({
    ...{ about: { kind: 'release' }, status: 'open', text: `${author}${number}`, author, number },
    ...{ at: '2001-10-05T08:00:00Z', digest: `${number}`, ...change },
  });
  const about = { kind: 'secret', id: 's1' } as const;
  const notes = [note('kim', 2), note('kim', 1), note('lee', 1), note('kim', 3, { about })];
  expect(chooseNewestNotes(notes).map(({ text }) => text)).toEqual(['kim2', 'kim3', 'lee1']);
  const back = note('kim', 4, { status: null, text: '' });
  expect(chooseNewestNotes([...notes, back]).map(({ text }) => text)).toEqual(['kim3', 'lee1']);
  const twins = [note('kim', 5, { digest: 'b', text: 'b' }), note('kim', 5, { digest: 'a', text: 'a' })];
  for (const order of [twins, twins.toReversed()]) expect(chooseNewestNotes(order)[0]?.text).toBe('a');
});
