import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import type { Signer } from '@candor/core/base';
import {
  makeVerifierKey,
  readCheckpoint,
  readNote,
  readVerifierKey,
  type SignedNote,
  signNote,
  toBase64,
  toCheckpointText,
  toCosignedText,
  toNoteText,
  toVerifierKeyOf,
  toVerifierKeyText,
  type VerifierKey,
  verifyCheckpoint,
  verifyNote,
} from '@candor/core/ledger';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeCryptography } from '../../../lab/src/adapters/keys/cryptography.ts';
import { createNodeRuntime } from '../../../lab/src/adapters/process/runtime.ts';
import { exampleCheckpoint, exampleKey, exampleNote, goKey, goNote } from './vectors.ts';

const runtime = createNodeRuntime();
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function toSigner(name: string, value: number): Signer {
  const prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
  const der = Buffer.concat([prefix, Buffer.alloc(32, value)]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  return {
    name,
    publicKey: new Uint8Array(Buffer.from(x, 'base64url')),
    sign: async (message) => new Uint8Array(sign(null, message, key)),
  };
}

function requireKey(text: string): VerifierKey {
  const key = readVerifierKey(runtime, text);
  if (key === null) throw new Error(text);
  return key;
}

function requireNote(text: string): SignedNote {
  const note = readNote(encode(text));
  if (note === null) throw new Error(text);
  return note;
}

test.each([
  ['C2SP signed-note', exampleKey, exampleNote],
  ["Go's note", goKey, goNote],
])('the published example of %s is read, written back byte for byte and verified', async (_, keyText, noteText) => {
  const key = requireKey(keyText);
  expect(toVerifierKeyText(key)).toBe(keyText);
  const note = requireNote(noteText);
  expect(toNoteText(note)).toBe(noteText);
  expect(await verifyNote(nodeCryptography, note, [key])).toEqual([{ key, seenAt: null }]);
  expect(await verifyNote(nodeCryptography, { ...note, text: note.text.replace('i', 'I') }, [key])).toBeNull();
});

test('the published example of a cosigned checkpoint is read with the time of its cosignature', () => {
  const note = requireNote(exampleCheckpoint);
  expect(toNoteText(note)).toBe(exampleCheckpoint);
  expect(readCheckpoint(note.text)).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163 });
  expect(note.signatures.map(({ name, bytes }) => [name, bytes.length])).toEqual([
    ['example.com/behind-the-sofa', 64],
    ['witness.example.com/w1', 72],
  ]);
  expect(toCosignedText(note.text, 1_679_315_147)).toBe(
    'cosignature/v1\ntime 1679315147\nexample.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n',
  );
});

describe('a note is only read in its canonical form', () => {
  const line = exampleNote.slice(exampleNote.indexOf('\u2014'));
  const text = 'a\n';
  const base64 = 'Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=';
  test.each([
    ['empty', ''],
    ['text without signatures', text],
    ['no signature after the empty line', `${text}\n`],
    ['no empty line', `${text}${line}`],
    ['no text', `\n${line}`],
    ['no line feed at the end', `${text}\n${line}`.slice(0, -1)],
    ['a line feed more', `${text}\n${line}\n`],
    ['carriage returns', `${text}\n${line}`.replaceAll('\n', '\r\n')],
    ['a tab in the text', `a\tb\n\n${line}`],
    ['a zero byte', `a\u0000\n\n${line}`],
    ['a hyphen for the dash', `${text}\n${line.replace('\u2014', '-')}`],
    ['two spaces', `${text}\n${line.replace('\u2014 ', '\u2014  ')}`],
    ['a trailing space', `${text}\n${line.replace('\n', ' \n')}`],
    ['no name', `${text}\n\u2014  ${base64}\n`],
    ['a plus in the name', `${text}\n\u2014 a+b ${base64}\n`],
    ['a no-break space in the name', `${text}\n\u2014 a\u00a0b ${base64}\n`],
    ['a right-to-left override in the name', `${text}\n\u2014 a\u202eb ${base64}\n`],
    ['a name that is too long', `${text}\n\u2014 ${'a'.repeat(256)} ${base64}\n`],
    ['base64 without padding', `${text}\n\u2014 a ${base64.slice(0, -1)}\n`],
    ['base64 with other last bits', `${text}\n\u2014 a ${base64.slice(0, -2)}N=\n`],
    ['base64url', `${text}\n\u2014 a ${base64.replace('+', '-')}${'-'}\n`],
    ['nothing behind the id', `${text}\n\u2014 a ${toBase64(new Uint8Array(4))}\n`],
    ['too many signatures', `${text}\n${line.repeat(65)}`],
    ['too long', `${'a'.repeat(70_000)}\n\n${line}`],
  ])('refused: %s', (_, note) => {
    expect(readNote(encode(note))).toBeNull();
  });
  test('bytes that are not UTF-8 are refused', () => {
    const bytes = encode(exampleNote);
    bytes[0] = 0xff;
    expect(readNote(bytes)).toBeNull();
  });
  test('the text may contain empty lines; the last one separates; sixteen and more signatures are read', () => {
    expect(requireNote(`a\n\nb\n\n${line.repeat(64)}`).text).toBe('a\n\nb\n');
  });
  test('any bytes never throw, and a read note is written back unchanged', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('\n', '\n\n', '\u2014 ', 'a', ' ', '+', '=', line, text, '\r', '\u0000', '\ud800')),
        (parts) => {
          const bytes = encode(parts.join(''));
          const note = readNote(bytes);
          if (note !== null) expect(encode(toNoteText(note))).toEqual(bytes);
        },
      ),
    );
    fc.assert(fc.property(fc.uint8Array(), (bytes) => readNote(bytes) === null || bytes.length > 0));
  });
});

describe('a verifier key is only read in its canonical form', () => {
  const [name, id, base64 = ''] = exampleKey.split('+');
  test.each([
    ['empty', ''],
    ['two parts', `${name}+${id}`],
    ['another id', `${name}+530d903b+${base64}`],
    ['an id in upper case', `${name}+530D903A+${base64}`],
    ['another name', `example.com/bar+${id}+${base64}`],
    ['no name', `+${id}+${base64}`],
    ['a space in the name', `example com+${id}+${base64}`],
    ['an unknown type', `${name}+${id}+${toBase64(new Uint8Array(33).fill(9))}`],
    ['a short key', `${name}+${id}+${toBase64(Uint8Array.of(1, 2, 3))}`],
    ['more behind it', `${exampleKey}+AAAA`],
  ])('refused: %s', (_, text) => {
    expect(readVerifierKey(runtime, text)).toBeNull();
  });
  test('base64 may contain a plus', () => {
    const key = 'TEST+7997405c+AQcC+FTVKf0jlTdHDY3rbevmnKxxPjigCXlVtGe6RIr6';
    expect(toVerifierKeyText(requireKey(key))).toBe(key);
  });
  test('an invalid key name is a fault', () => {
    expect(() => makeVerifierKey(runtime, 'a b', new Uint8Array(32))).toThrow();
    expect(() => makeVerifierKey(runtime, 'a', new Uint8Array(31))).toThrow();
  });
});

describe('signatures', async () => {
  const log = toSigner('harbor.example/log', 7);
  const other = toSigner('harbor.example/log', 8);
  const witness = toSigner('witness.example/w1', 9);
  const key = toVerifierKeyOf(runtime, log);
  const witnessKey = makeVerifierKey(runtime, witness.name, witness.publicKey, 'cosignature');
  const text = toCheckpointText({ origin: log.name, size: 64, root: new Uint8Array(32) });
  const note = await signNote(runtime, text, log);
  const foreign = await signNote(runtime, text, other);
  const cosign = async (seenAt: number, signedAt = seenAt) => {
    const bytes = new Uint8Array(72);
    new DataView(bytes.buffer).setBigUint64(0, BigInt(seenAt));
    bytes.set(await witness.sign(encode(toCosignedText(text, signedAt))), 8);
    return { name: witness.name, keyId: witnessKey.id, bytes };
  };
  const verify = (signatures: SignedNote['signatures'], keys = [key, witnessKey]) =>
    verifyNote(nodeCryptography, { text, signatures }, keys);

  test('one by a known key is enough; others are ignored', async () => {
    expect(await verify(note.signatures)).toEqual([{ key, seenAt: null }]);
    expect(await verify([...foreign.signatures, ...note.signatures])).toHaveLength(1);
    expect(await verify(foreign.signatures)).toBeNull();
    expect(await verify(note.signatures, [])).toBeNull();
  });
  test('an invalid one in the name of a known key invalidates the note', async () => {
    const [good] = note.signatures;
    const [bad] = foreign.signatures;
    if (good === undefined || bad === undefined) throw new Error('signed');
    expect(await verify([good, { ...good, bytes: bad.bytes }])).toBeNull();
    expect(await verify([good, { ...good, bytes: good.bytes.subarray(1) }])).toBeNull();
  });
  test('a cosignature gives its time and only holds for that time', async () => {
    expect(await verify([...note.signatures, await cosign(1_003_136_400)])).toEqual([
      { key, seenAt: null },
      { key: witnessKey, seenAt: 1_003_136_400 },
    ]);
    expect(await verify([...note.signatures, await cosign(1_003_136_401, 1_003_136_400)])).toBeNull();
    const endless = await cosign(0);
    endless.bytes.fill(0xff, 0, 8);
    expect(await verify([endless])).toBeNull();
  });
  test("a checkpoint needs the log's own signature under its own origin", async () => {
    const check = (made: SignedNote, log: VerifierKey = key) =>
      verifyCheckpoint(nodeCryptography, encode(toNoteText(made)), log, [witnessKey]);
    expect((await check(note))?.checkpoint.size).toBe(64);
    expect((await check({ text, signatures: [...note.signatures, await cosign(5)] }))?.signatures).toHaveLength(2);
    expect(await check({ text, signatures: [await cosign(5)] })).toBeNull();
    expect(await check(foreign)).toBeNull();
    const elsewhere = toCheckpointText({ origin: 'other.example/log', size: 64, root: new Uint8Array(32) });
    expect(await check(await signNote(runtime, elsewhere, log))).toBeNull();
    const witnessAsLog = makeVerifierKey(runtime, log.name, log.publicKey, 'cosignature');
    expect(await check(note, witnessAsLog)).toBeNull();
  });
});

describe('a checkpoint is only read in its canonical form', () => {
  const root = toBase64(new Uint8Array(32));
  const good = `harbor.example/log\n64\n${root}\n`;
  test('is read and written back', () => {
    const checkpoint = readCheckpoint(good);
    expect(checkpoint === null ? '' : toCheckpointText(checkpoint)).toBe(good);
    expect(readCheckpoint(`harbor.example/log\n0\n${root}\n`)?.size).toBe(0);
    expect(readCheckpoint(`${'a'.repeat(255)}\n0\n${root}\n`)).not.toBeNull();
    expect(readCheckpoint(`harbor.example/log\n${2 ** 53 - 1}\n${root}\n`)?.size).toBe(2 ** 53 - 1);
  });
  test.each([
    ['no origin', `\n64\n${root}\n`],
    ['a long origin', `${'a'.repeat(256)}\n64\n${root}\n`],
    ['a long origin of few characters', `${'\u00e9'.repeat(128)}\n64\n${root}\n`],
    ['a leading zero', `harbor.example/log\n064\n${root}\n`],
    ['a sign', `harbor.example/log\n+64\n${root}\n`],
    ['a negative size', `harbor.example/log\n-1\n${root}\n`],
    ['an exponent', `harbor.example/log\n1e3\n${root}\n`],
    ['hexadecimal', `harbor.example/log\n0x40\n${root}\n`],
    ['no size', `harbor.example/log\n\n${root}\n`],
    ['a size beyond 2^53', `harbor.example/log\n${2 ** 53}\n${root}\n`],
    ['a short root', `harbor.example/log\n64\n${toBase64(new Uint8Array(31))}\n`],
    ['a root without padding', `harbor.example/log\n64\n${root.slice(0, -1)}\n`],
    ['an extension line', `${good}more\n`],
    ['an empty line', `${good}\n`],
    ['no line feed at the end', good.slice(0, -1)],
    ['two lines', 'harbor.example/log\n64\n'],
  ])('refused: %s', (_, text) => {
    expect(readCheckpoint(text)).toBeNull();
  });
});
