import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readOutlookItem } from '@candor/core/evidence/outlook';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DamagedItemError, readCompoundFile } from '../../../src/evidence/outlook/compound-file.ts';
import { type MadeNotice, makeSite, runtime } from '../made-site.ts';
import { checkOutlookFile, compressRtf, type MadeItem, writeItem } from './made-item.ts';

const notice = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../corpus/verification/notice.json'), 'utf8'),
) as MadeNotice;
/** Processor time for one file, in milliseconds. */
const LIMIT_MS = 2000;
const BLOCK = 512;
const MEBIBYTE = 1024 * 1024;

const item: MadeItem = {
  properties: { '001A001F': 'IPM.Note', '1000001F': 'word '.repeat(2000), '0037001F': 'a subject' },
  recipients: [{ '0C150003': 1, '3001001F': 'security@northwind.example' }],
};
const file = writeItem(item);

function change(places: Readonly<Record<number, number>>): Buffer {
  const bytes = Buffer.from(file);
  for (const [at, value] of Object.entries(places)) bytes.writeUInt32LE(value >>> 0, Number(at));
  return bytes;
}

const firstTable = (file.readUInt32LE(0x4c) + 1) * BLOCK;
const directory = (file.readUInt32LE(0x30) + 1) * BLOCK;
const smallTable = (file.readUInt32LE(0x3c) + 1) * BLOCK;
/** The block that holds the first bytes of the body, which is too long for small blocks. */
const bodyBlock = Math.floor(file.indexOf(Buffer.from('word word word', 'utf16le')) / BLOCK) - 1;

const DAMAGED: Readonly<Record<string, Buffer>> = {
  'no byte': Buffer.alloc(0),
  'its mark alone': file.subarray(0, 8),
  'half a header': file.subarray(0, 300),
  'a header alone': file.subarray(0, BLOCK),
  'half of its blocks': file.subarray(0, Math.floor(file.length / 2)),
  'four billion tables': change({ 44: 0xffffffff }),
  'four billion lists of tables': change({ 44: 5000, 68: 1, 72: 0xffffffff }),
  'four billion tables of small blocks': change({ 64: 0xffffffff }),
  'a table at its own place': change({
    [firstTable + file.readUInt32LE(0x4c) * 4]: file.readUInt32LE(0x30),
    48: file.readUInt32LE(0x4c),
  }),
  'entries in a circle of blocks': change({ [firstTable + file.readUInt32LE(0x30) * 4]: file.readUInt32LE(0x30) }),
  'entries outside of the file': change({ 48: 0x00ffffff }),
  'entries in a circle of the tree': change({ [directory + 128 + 0x44]: 1 }),
  'a root below itself': change({ [directory + 0x4c]: 0 }),
  'small blocks in a circle': change(
    Object.fromEntries(Array.from({ length: BLOCK / 4 }, (_, at) => [smallTable + at * 4, 0])),
  ),
  'a body in a circle of blocks': change({ [firstTable + bodyBlock * 4]: bodyBlock }),
  'a stream of four billion bytes': change({
    [directory + 128 + 0x78]: 0xfffffff0,
    [directory + 256 + 0x78]: 0xfffffff0,
  }),
  'another byte order': (() => {
    const bytes = Buffer.from(file);
    bytes.writeUInt16LE(0xfeff, 0x1c);
    return bytes;
  })(),
};

describe('a damaged file', () => {
  test('is one that was whole before', () => {
    expect(readOutlookItem(runtime, file)?.text).toBe('word '.repeat(2000));
  });

  test.each(Object.entries(DAMAGED))('with %s is refused at once', (_, bytes) => {
    expect(measure(() => expect(readOutlookItem(runtime, bytes)).toBeNull())).toBeLessThan(LIMIT_MS);
    expect(() => readCompoundFile(bytes)).toThrow(DamagedItemError);
  });

  test('at any length or with any other bytes ends', () => {
    const numbers = fc.array(
      fc.tuple(fc.nat(Math.floor(file.length / 4) - 1), fc.constantFrom(0, 1, 2, 0xfffffffe, 0xffffffff, 0x7fffffff)),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(fc.nat(file.length), numbers, (length, changed) => {
        const bytes = change(Object.fromEntries(changed.map(([at, value]) => [at * 4, value])));
        expect(measure(() => readOutlookItem(runtime, bytes))).toBeLessThan(LIMIT_MS);
        expect(measure(() => readOutlookItem(runtime, bytes.subarray(0, length)))).toBeLessThan(LIMIT_MS);
      }),
      { numRuns: 500 },
    );
  });
});

/** Files with as much as is read of each. */
const LARGE: Readonly<Record<string, MadeItem>> = {
  'a body of blanks': { properties: { ...item.properties, '1000001F': ' '.repeat(260_000) } },
  'groups without end in RTF': {
    properties: { ...item.properties, '10090102': compressRtf(`{\\rtf1${'{'.repeat(260_000)}`) },
  },
  'fields without end in RTF': {
    properties: {
      ...item.properties,
      '10090102': compressRtf(`{\\rtf1${'{\\field{\\*\\fldinst HYPERLINK "a"}{\\fldrslt '.repeat(6_000)}`),
    },
  },
  'fonts without end in RTF': {
    properties: { ...item.properties, '10090102': compressRtf(`{\\rtf1{\\fonttbl${'{\\f1 '.repeat(50_000)}`) },
  },
  'colours without end in RTF': {
    properties: { ...item.properties, '10090102': compressRtf(`{\\rtf1{\\colortbl${'\\red255;'.repeat(32_000)}`) },
  },
  'recipients without number': {
    properties: item.properties,
    recipients: Array.from({ length: 1500 }, (_, at) => ({
      '0C150003': 1,
      '3001001F': `a${at}`,
      '39FE001F': `a${at}@b.example`,
    })),
  },
  'entries for answers that claim four billion': {
    properties: { ...item.properties, '004F0102': Buffer.from('ffffffffffffffffffffffff', 'hex') },
  },
  'other names of one recipient': {
    properties: item.properties,
    recipients: Array.from({ length: 1500 }, (_, at) => ({
      '0C150003': 1,
      '3001001F': `a${at}`,
      '39FE001F': 'security@northwind.example',
    })),
  },
  'HTML and RTF of many words': {
    properties: {
      ...item.properties,
      '1000001F': 'word a'.repeat(43_000),
      '10130102': Buffer.from(`<p>${'word b <b>c</b>'.repeat(35_000)}`),
      '10090102': compressRtf(`{\\rtf1 ${'word c '.repeat(37_000)}}`),
    },
  },
  'shown names': {
    properties: { ...item.properties, '0E04001F': Array.from({ length: 1900 }, (_, at) => `a${at}`).join(';') },
  },
  'names to answer to': { properties: { ...item.properties, '0050001F': 'a;'.repeat(800_000) } },
};

test.each(Object.entries(LARGE))(
  'a large file with %s is compared within the limit, and never the notice',
  async (_, made) => {
    const bytes = writeItem(made);
    expect(bytes.length).toBeLessThan(4 * MEBIBYTE);
    const site = await makeSite(notice);
    const before = process.cpuUsage();
    const { kind } = await checkOutlookFile(site, notice, bytes);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(LIMIT_MS);
    expect(['unreadable', 'not-the-notice', 'changed']).toContain(kind);
  },
);

/** Processor time of this process. */
function measure(act: () => void): number {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
