import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGunzip, gunzipSync, gzipSync } from 'node:zlib';
import {
  type Gunzip,
  type IndexedFinding,
  type IndexedMessage,
  packIndex,
  type ReleaseStatement,
  readIndex,
  readIndexLines,
  toIndexText,
} from '@candor/core/review/seal';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const golden = readFileSync(join(import.meta.dirname, '../../../../corpus/release/index.jsonl'), 'utf8');

const gunzip: Gunzip = (packed) => {
  const stream = createGunzip();
  stream.end(packed);
  return stream;
};

const sync = {
  code: 'sync-folder',
  sentence: 'The folder was copied.',
  times: ['2001-10-13T03:40:09Z', '2001-10-13T03:41:00Z'],
};

const newest: IndexedMessage = {
  id: 'c'.repeat(64),
  object: 'd'.repeat(64),
  verdict: 'accessed',
  why: [{ code: 'bind', sentence: 'It was opened.', times: ['2001-10-13T03:12:44Z'] }, sync],
  date: '2001-10-12T14:05:31Z',
  subject: 'SFTP "access"\u2028for\nthe files',
  from: ['ana@northwind.example'],
  to: ['marta@harbor.example'],
  cc: ['ops@quay.example', 'ana@northwind.example'],
  direction: 'sent',
  custodians: ['marta@harbor.example'],
  attachments: [{ digest: 'e'.repeat(64), name: 'keys.pdf', size: 2001, type: 'application/pdf' }],
  marks: ['bulk', 'secret'],
};
const older: IndexedMessage = {
  ...newest,
  id: 'a'.repeat(64),
  verdict: 'presumed',
  why: [sync],
  date: '2001-10-12T14:05:30Z',
  direction: 'received',
  cc: [],
  custodians: [],
  attachments: [],
  marks: [],
};
const undated: IndexedMessage = { ...older, id: 'b'.repeat(64), date: null, subject: '', from: [] };

const password: IndexedFinding = {
  value: 'f'.repeat(32),
  kind: 'credential',
  confidence: 'likely',
  mask: 'M…1',
  part: '1',
  offset: 120,
  length: 9,
};
const card: IndexedFinding = {
  ...password,
  value: '0'.repeat(32),
  kind: 'payment-card',
  confidence: 'certain',
  mask: '…1111',
  part: '2.1/text',
};

const statement: ReleaseStatement = {
  window: { from: '2001-09-10T00:00:00Z', to: '2001-10-14T23:59:59Z' },
  next: '2001-10-28T00:00:00Z',
  unknown: { en: 'What was done with the copies.' },
};

const pack = (text: string): Uint8Array => packIndex(text, (bytes) => gzipSync(bytes));
const lines = golden.trimEnd().split('\n');
const [opening, tables] = lines.slice(0, 2).map((text) => JSON.parse(text) as Record<string, object>);
const entries = lines.slice(2);
const join3 = (changed: readonly (string | object)[]): string =>
  changed.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');
const line = (change: object): object => ({ ...(JSON.parse(entries[0] ?? '') as object), ...change });
const swapTables = (change: object): Uint8Array => pack(join3([opening ?? {}, { ...tables, ...change }, ...entries]));
const swapOpening = (change: object): Uint8Array => pack(join3([{ ...opening, ...change }, tables ?? {}, ...entries]));
const state = (change: object): Uint8Array => swapOpening({ statement: { ...statement, ...change } });

test('sorts newest first, lists repeats once, and is deterministic', () => {
  expect(toIndexText([undated, newest, older], statement)).toBe(golden);
  expect(toIndexText([older, undated, newest], statement)).toBe(golden);
});

test('packing leaves no trace of time or machine, and gunzip unpacks it', () => {
  const packed = pack(golden);
  expect([...packed.subarray(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
  expect(gunzipSync(packed).toString()).toBe(golden);
});

test('round-trips in any chunks', async () => {
  const messages = fc.uniqueArray(
    fc.record({
      date: fc.constantFrom(null, '2001-10-12T14:05:30Z', '1999-01-01T00:00:00Z', '-000001-12-31T23:00:00Z'),
      id: fc.stringMatching(/^[0-9a-f]{64}$/),
      subject: fc.string({ unit: 'grapheme' }),
      from: fc.uniqueArray(fc.constantFrom(...newest.from, ...newest.to, ...newest.cc)),
      findings: fc.array(fc.constantFrom(password, card, { ...card, part: 'subject', offset: 0 }), { maxLength: 3 }),
    }),
    { selector: ({ id }) => id },
  );
  await fc.assert(
    fc.asyncProperty(messages, fc.integer({ min: 1, max: 400 }), async (drawn, pieceBytes) => {
      const given = drawn.map((one) => ({ ...newest, ...one }));
      const whole = Buffer.from(toIndexText(given));
      const pieces: Gunzip = async function* () {
        for (let at = 0; at < whole.length; at += pieceBytes) yield whole.subarray(at, at + pieceBytes);
      };
      const found = await readIndex(pack(''), pieces);
      expect(toIndexText(found ?? [])).toBe(whole.toString());
      expect(new Set(found?.map(({ id }) => id))).toEqual(new Set(given.map(({ id }) => id)));
      const findings = new Map(given.map((one) => [one.id, one.findings]));
      for (const one of found ?? []) expect(one.findings ?? []).toEqual(findings.get(one.id));
    }),
    { numRuns: 60 },
  );
});

test('passes on lines while the rest is still packed', async () => {
  const seen: string[] = [];
  const slow: Gunzip = async function* () {
    yield Buffer.from(join3(lines.slice(0, 3)));
    seen.push('second piece');
    yield Buffer.from(join3(lines.slice(3)));
  };
  const isRead = await readIndexLines(pack(''), slow, {
    head: ({ messages }) => seen.push(`${messages} to come`),
    line: ({ id }) => seen.push(id.slice(0, 1)),
  });
  expect(isRead).toBe(true);
  expect(seen).toEqual(['3 to come', 'c', 'second piece', 'a', 'b']);
});

describe('findings', () => {
  const found = { ...newest, findings: [password, card, { ...password, offset: 300 }] };
  const text = toIndexText([found, older], statement);
  const [head, second, first, last] = text
    .trimEnd()
    .split('\n')
    .map((one) => JSON.parse(one) as Record<string, object>);
  const swap = (values: object, findings: object): Uint8Array =>
    pack(join3([head ?? {}, { ...second, ...values }, { ...first, findings }, last ?? {}]));
  const value = { confidence: 'likely', id: 'f'.repeat(32), kind: 'credential', mask: 'M…1' };

  test('are listed with their message, each value once, and raise the version', async () => {
    expect(head?.['v']).toBe(2);
    expect(second?.['values']).toHaveLength(2);
    expect(first?.['findings']).toEqual([
      [0, '1', 120, 9],
      [1, '2.1/text', 120, 9],
      [0, '1', 300, 9],
    ]);
    expect((await readIndex(pack(text), gunzip))?.map(({ findings }) => findings)).toEqual([found.findings, undefined]);
    expect(toIndexText([newest], statement)).toContain('"v":1}');
  });

  test('round-trip', async () => {
    expect(await readIndex(swap({ values: [value] }, [[0, '1', 120, 9]]), gunzip)).toHaveLength(2);
  });

  test.for<readonly [string, object, object]>([
    ['a value that no table has', {}, [[2, '1', 0, 9]]],
    ['a finding without a length', {}, [[0, '1', 0]]],
    ['a negative offset', {}, [[0, '1', -1, 9]]],
    ['a part that is none', {}, [[0, '../1\n', 0, 9]]],
    ['findings that are no list', {}, {}],
    ['a doubled value', { values: [value, value] }, []],
    ['a value with another key', { values: [{ ...value, value: 'Copper-Weir-5' }] }, []],
    ['a value without a mask', { values: [{ ...value, mask: undefined }] }, []],
    ['a value with a short id', { values: [{ ...value, id: 'f' }] }, []],
    ['a kind that is no name', { values: [{ ...value, kind: '<b>' }] }, []],
    ['another confidence', { values: [{ ...value, confidence: 'weak' }] }, []],
  ])('refused: %s', async ([, values, findings]) => {
    expect(await readIndex(swap(values, findings), gunzip)).toBeNull();
  });
});

describe('refuses', () => {
  const whole = pack(golden);
  test.for<readonly [string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['a header with a time', whole.map((byte, at) => (at === 5 ? 1 : byte))],
    ['a header with a system', whole.map((byte, at) => (at === 9 ? 3 : byte))],
    ['something else than gzip', whole.map((byte, at) => (at > 9 ? 255 : byte))],
    ['a wrong checksum', whole.map((byte, at) => (at === whole.length - 6 ? byte ^ 1 : byte))],
    ['a file that is cut off', whole.subarray(0, whole.length - 12)],
    ['no text', pack('')],
    ['a line that does not end', pack(golden.trimEnd())],
    ['a line too few', pack(join3(lines.slice(0, 4)))],
    ['a line too many', swapOpening({ messages: 2 })],
    ['an empty line', pack(`${golden}\n`)],
    ['lines in another order', pack(join3([...lines.slice(0, 2), ...entries.toReversed()]))],
    ['a doubled line', pack(join3([...lines.slice(0, 4), lines[3] ?? '']))],
    ['a byte that is no UTF-8', packIndex('', () => gzipSync(Buffer.from(golden.replace('keys', '\xff'), 'latin1')))],
    ['tables that are not there', pack(join3([lines[0] ?? '', ...entries]))],
    ['another version', swapOpening({ v: 3 })],
    ['version 2 without its table', swapOpening({ v: 2 })],
    ['a table of version 2 in version 1', swapTables({ values: [] })],
    ['an opening with another key', swapOpening({ more: 1 })],
    ['a number of messages that is none', swapOpening({ messages: -1 })],
    ['no statement', swapOpening({ statement: null })],
    ['a statement with another key', state({ more: 1 })],
    ['a window without an end', state({ window: { from: '2001-09-10T00:00:00Z' } })],
    ['a window that is no time', state({ window: { from: '2001-09-10T00:00:00Z', to: 'soon' } })],
    ['an update that is no time', state({ next: 'soon' })],
    ['an unknown language', state({ unknown: { xx: 'words' } })],
    ['unknown things that are no words', state({ unknown: { en: 1 } })],
    ['tables with another key', swapTables({ more: [] })],
    ['a doubled address', swapTables({ addresses: Array.from({ length: 3 }, () => 'ana@northwind.example') })],
    ['a table that is none', swapTables({ times: {} })],
    ['a time that is none', swapTables({ times: [['soon'], ['soon']] })],
    ['a reason without a sentence', swapTables({ reasons: [{ code: 'x' }, { code: 'y' }] })],
  ])('%s', async ([, packed]) => {
    expect(await readIndex(packed, gunzip)).toBeNull();
  });

  test.for<readonly [string, object | string]>([
    ['another key', line({ more: 1 })],
    ['an address that no table has', line({ from: [3] })],
    ['a negative place', line({ to: [-1] })],
    ['a place that is no whole number', line({ cc: [0.5] })],
    ['a reason that no table has', line({ why: [[2, 0]] })],
    ['times that no table has', line({ why: [[0, 9]] })],
    ['a reason without times', line({ why: [[0]] })],
    ['another verdict', line({ verdict: 'no-evidence' })],
    ['another direction', line({ direction: 'up' })],
    ['another mark', line({ marks: ['urgent'] })],
    ['a date in another form', line({ date: '2001-10-12' })],
    ...['C', '/', ':', '`', 'g', 'é'].map((character): readonly [string, object] => [
      `${character} in its id`,
      line({ id: character.repeat(64) }),
    ]),
    ['an id that is too long', line({ id: 'c'.repeat(65) })],
    ['a subject that is no text', line({ subject: null })],
    [
      'an attachment of negative size',
      line({ attachments: [{ digest: 'e'.repeat(64), name: '', size: -1, type: '' }] }),
    ],
    [
      'an attachment with another key',
      line({ attachments: [{ digest: 'e'.repeat(64), name: '', size: 1, type: '', x: 1 }] }),
    ],
    ['a list', []],
    ['no JSON', '{'],
  ])('a message with %s', async ([, changed]) => {
    expect(await readIndex(pack(join3([{ ...opening, messages: 1 }, tables ?? {}, changed])), gunzip)).toBeNull();
  });

  test('an endless line before it fills the memory', async () => {
    let pieces = 0;
    const endless: Gunzip = async function* () {
      yield Buffer.from(join3(lines.slice(0, 2)));
      for (;;) {
        pieces += 1;
        yield Buffer.alloc(64 * 1024, 0x20);
      }
    };
    expect(await readIndex(pack(''), endless)).toBeNull();
    expect(pieces).toBeLessThan(20);
  });

  test('data that unpacks beyond the limit', async () => {
    const toPieces = (bytes: number): Gunzip =>
      async function* () {
        // Stands for so many bytes, without the memory that they take.
        yield Object.defineProperty(Buffer.from(join3(lines.slice(0, 4))), 'length', { value: bytes });
        yield Buffer.from(join3(lines.slice(4)));
      };
    expect(await readIndex(pack(''), toPieces(2 ** 30 - 1000))).toHaveLength(3);
    expect(await readIndex(pack(''), toPieces(2 ** 30))).toBeNull();
  });

  test('more lines than announced, before passing them on', async () => {
    let taken = 0;
    const taker = {
      head: () => undefined,
      line: () => {
        taken += 1;
      },
    };
    expect(await readIndexLines(swapOpening({ messages: 2 }), gunzip, taker)).toBe(false);
    expect(taken).toBe(2);
  });
});
