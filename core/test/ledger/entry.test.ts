import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  commitEntry,
  type Entry,
  entryKinds,
  isApprovedKind,
  LogTree,
  readEntry,
  readOpening,
  readProof,
  readVerifierKey,
  toEntryText,
  toHex,
  toOpeningText,
  toProofText,
  toPublishedSize,
  verifyCheckpoint,
} from '@candor/core/ledger';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeCryptography } from '../../../lab/src/adapters/keys/cryptography.ts';
import { createNodeRuntime } from '../../../lab/src/adapters/process/runtime.ts';

const runtime = createNodeRuntime();
const padding: Entry = { kind: 'padding', at: 1_003_136_400, body: {} };
const delay: Entry = {
  kind: 'delay',
  at: 1_003_136_400,
  body: {
    act: 'begun',
    askedBy: 'Federal police',
    by: 'Ines Adler',
    party: null,
    until: 1_003_222_800,
    why: 'Zo\u00eb',
  },
};

test('an entry has one canonical text, which is read back', () => {
  expect(toEntryText(padding)).toBe('{"at":"2001-10-15T09:00:00Z","body":{},"kind":"padding","v":1}');
  for (const entry of [padding, delay]) expect(readEntry(toEntryText(entry))).toEqual(entry);
});

describe('an entry is only read in its canonical form', () => {
  const text = toEntryText(padding);
  test.each([
    ['nothing', ''],
    ['no JSON', 'padding'],
    ['a list', '[]'],
    ['null', 'null'],
    ['white space', ` ${text}`],
    ['a line feed at the end', `${text}\n`],
    ['keys in another order', '{"body":{},"at":"2001-10-15T09:00:00Z","kind":"padding","v":1}'],
    ['a key twice', '{"at":"2001-10-15T09:00:00Z","at":"2001-10-15T09:00:00Z","body":{},"kind":"padding","v":1}'],
    ['an escape that need not be', text.replace('padding', 'p\\u0061dding')],
    ['another version', text.replace('"v":1', '"v":2')],
    ['no version', text.replace(',"v":1', '')],
    ['one member more', text.replace(',"v":1', ',"v":1,"w":1')],
    ['an unknown kind', text.replace('padding', 'rumour')],
    ['a kind that every object has', text.replace('padding', 'constructor')],
    ['a body with more than its kind has', text.replace('{}', '{"x":1}')],
    ['a body that is a list', text.replace('{}', '[]')],
    ['a body with less than its kind has', text.replace('padding', 'delay')],
    ['a time without seconds', text.replace(':00Z', 'Z')],
    ['a time with fractions', text.replace(':00Z', ':00.5Z')],
    ['a time of another zone', text.replace('Z"', '+02:00"')],
    ['a day that is not in the calendar', text.replace('10-15', '02-30')],
    ['nested without end', `{"at":${'['.repeat(200_000)}`],
  ])('refused: %s', (_, other) => {
    expect(readEntry(other)).toBeNull();
  });
  test('reading any text never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (other) => {
        const entry = readEntry(other);
        expect(entry === null ? other : toEntryText(entry)).toBe(other);
      }),
    );
  });
});

test('a body of another kind is a fault of the caller', () => {
  expect(() => toEntryText({ ...padding, body: { x: 1 } })).toThrow('"x" is not known');
  expect(() => toEntryText({ ...delay, body: {} })).toThrow('is missing');
  expect(() => toEntryText({ ...delay, body: { ...delay.body, why: 'x'.repeat(1_100_000) } })).toThrow('longer than');
});

test('the kinds match the documentation, and those that need two people carry approvals', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/formats/log.md'), 'utf8');
  const rows = [...page.matchAll(/^\| `([a-z]+)` \| (.*) \|$/gm)].filter(
    ([, , members = '']) => !members.includes('checkpoint'),
  );
  const kinds = rows.map(([, kind = '']) => kind).filter((kind) => (entryKinds as readonly string[]).includes(kind));
  expect(kinds.sort()).toEqual([...entryKinds].sort());
  const approved = rows.filter(([, , members = '']) => members.includes('`approvals`')).map(([, kind]) => kind);
  expect(approved.sort()).toEqual(entryKinds.filter(isApprovedKind).sort());
});

test('an opening is one line in canonical form', () => {
  const opening = { index: 5, entry: toEntryText(delay), salt: new Uint8Array(32).fill(5) };
  const line = toOpeningText(opening);
  expect(readOpening(line)).toEqual(opening);
  for (const other of [
    '',
    'null',
    '[]',
    `${line} `,
    line.replace('"index":5', '"index":-5'),
    line.replace('"index":5', '"index":5.5'),
    line.replace('"index":5', '"index":"5"'),
    line.replace('0505', '05'),
    line.replace('0505', 'AA05'),
    line.replace('"index":5', '"index":5,"more":1'),
  ]) {
    expect(readOpening(other)).toBeNull();
  }
});

describe('a proof is only read in its canonical form', () => {
  const note = 'harbor.example/log\n64\n\n\u2014 x AAAA\n';
  const proof = { index: 5, path: [new Uint8Array(32).fill(1), new Uint8Array(32)], note, extra: new Uint8Array(3) };
  const text = toProofText(proof);
  test('is read with and without extra and path', () => {
    expect(readProof(text)).toEqual(proof);
    for (const other of [
      { ...proof, extra: null },
      { ...proof, path: [] },
      { ...proof, path: [], extra: null, index: 0 },
    ]) {
      expect(readProof(toProofText(other))).toEqual(other);
    }
  });
  test.each([
    ['nothing', ''],
    ['another first line', text.replace('@v1', '@v2')],
    ['no index', text.replace('index 5\n', '')],
    ['a leading zero', text.replace('index 5', 'index 05')],
    ['a negative index', text.replace('index 5', 'index -5')],
    ['extra behind the index', text.replace(/(extra .*\n)(index 5\n)/, '$2$1')],
    ['extra that is no base64', text.replace('extra AAAA', 'extra AAA')],
    ['a short hash', text.replace('AQEBAQ', 'AQEB')],
    ['a hash of 31 bytes', toProofText({ ...proof, path: [new Uint8Array(31)] })],
    ['a hash of 33 bytes', toProofText({ ...proof, path: [new Uint8Array(33)] })],
    ['too long a path', toProofText({ ...proof, path: Array.from({ length: 64 }, () => new Uint8Array(32)) })],
    ['no checkpoint', text.slice(0, text.indexOf('\n\n') + 1)],
    ['carriage returns', text.replaceAll('\n', '\r\n')],
  ])('refused: %s', (_, other) => {
    expect(readProof(other)).toBeNull();
  });
});

test('the published size depends only on time', () => {
  const rate = { startedAt: 1000, periodSeconds: 60, entries: 8 };
  expect([999, 1000, 1059, 1060, 1600].map((at) => toPublishedSize(rate, at))).toEqual([0, 8, 8, 16, 88]);
});

test('matches the documented vectors', async () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/formats/log.md'), 'utf8');
  const entries = [...page.matchAll(/^\| (\d+) \| `(\{.*\})` \| `([0-9a-f]{64})` \|$/gm)];
  expect(entries.length).toBe(3);
  const tree = new LogTree(runtime);
  for (const [, index, text = '', written] of entries) {
    expect(readEntry(text)).not.toBeNull();
    const commitment = commitEntry(runtime, new Uint8Array(32).fill(Number(index)), text);
    expect(toHex(commitment)).toBe(written);
    tree.append(commitment);
  }
  const key = readVerifierKey(runtime, /^Verifier key of the log: `([^`]+)`/m.exec(page)?.[1] ?? '');
  const note = /^```\n(harbor[\s\S]*?\n)```$/m.exec(page)?.[1] ?? '';
  if (key === null) throw new Error('a key');
  const verified = await verifyCheckpoint(nodeCryptography, new TextEncoder().encode(note), key);
  expect(verified?.checkpoint).toEqual({ origin: 'harbor.example/log', size: 3, root: tree.root() });
});
