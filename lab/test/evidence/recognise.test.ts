import { RECOGNITION_BYTES } from '@candor/core/evidence/container';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameMailbox, recogniseMailbox } from '../../src/evidence/reader/formats/registry.ts';
import { PACKED_FORMATS } from '../../src/evidence/reader/formats/unread.ts';

const read = (text: string): string => recogniseMailbox(new TextEncoder().encode(text)).name;
const bytes = (...values: readonly (number | string)[]): Uint8Array =>
  new Uint8Array(
    values.flatMap((value) => (typeof value === 'number' ? [value] : [...value].map((c) => c.charCodeAt(0)))),
  );

describe('text formats', () => {
  test.each([
    ['mbox', 'From a@harbor.example Mon Sep 10 15:00:00 2001\n'],
    ['mbox', '\n\r\n\nFrom a\n'],
    ['mbox', '\ufeffFrom a\n'],
    ['message', 'From : a@harbor.example\nTo: b@partner.test\n'],
    ['message', 'From \t: a@harbor.example\n'],
    ['message', 'From: a@harbor.example\n'],
    ['message', 'X-Odd: 1\nReceived: by a\n'],
    ['message', '\r\nSubject : x\r\n'],
    ['message', 'SUBJECT: x'],
    ['message', 'From: a@harbor.example\rTo: b@partner.test\r\rx\r'],
    ['message', 'Unknown: 1\n folded\nrubbish line\nTo: b@partner.test\n'],
    ['message', '>From a\nTo: b@partner.test\n'],
    ['unknown', 'From here on this is text\n'.replace('From', 'from')],
    ['unknown', 'Unknown: 1\n\nTo: b@partner.test\n'],
    ['calendar', 'BEGIN:VCALENDAR\nORGANIZER:x\nSUBJECT:y\n'],
    ['calendar', '\ufeffbegin:vcalendar\r\n'],
    ['contacts', 'BEGIN:VCARD\n'],
    ['unknown', 'BEGIN:VCARD'],
    ['unknown', 'BEGIN:VNOTE\nTo: x\n'],
    ['message', ' \t\nFrom: a@harbor.example\n'],
    ['message', '\n \r\n\t\nX-Odd: 1\nTo: b@partner.test\n'],
    ['unknown', '  From: a@harbor.example\n'],
    ['mbox', 'Lead\nFrom a@harbor.example Mon Sep 10 15:00:00 2001\nFrom: a@harbor.example\n'],
    ['mbox', `x${'\0'.repeat(600)}From a@harbor.example Mon Sep 10 15:00:00 2001\nFrom: a@harbor.example\n`],
    ['mbox', '\0'.repeat(8192)],
    ['unknown', '\0'.repeat(8191)],
    ['unknown', '{"to": "a",\n"subject": 1}'],
    ['unknown', 'time,mailbox,kind\n'],
    ['unknown', '<html>\n'],
    ['unknown', 'rubbish\nTo: b@partner.test\n'],
    ['mbox', 'Saved by a tool\n\nFrom a@harbor.example Mon Sep 10 15:00:00 2001\nFrom: a@harbor.example\n'],
    ['mbox', 'Saved by a tool\r\n\r\nFrom -\r\nX-Odd: 1\r\nTo: b@partner.test\r\n'],
    ['unknown', 'Saved by a tool\nFrom a\nFrom: a@harbor.example\n'],
    ['unknown', 'Prose.\n\nFrom here on\nYear: 1963\n\nTo: b@partner.test\n'],
    ['unknown', 'Prose.\n\nFrom here on it goes'],
    ['mbox', 'From a@harbor.example Mon Sep 10 15:00:00 2001\rFrom: a@harbor.example\r\rx\r'],
    ['mbox', 'Saved by a tool\r\rFrom -\rX-Odd: 1\rTo: b@partner.test\r'],
    ['emlx', '875       \nFrom: a@harbor.example\nTo: b@partner.test\n'],
    ['emlx', '12\r\nX-Odd: 1\r\nReceived: by a\r\n'],
    ['unknown', '875\n\nFrom: a@harbor.example\n'],
    ['unknown', '875 b\nFrom: a@harbor.example\n'],
    ['unknown', '-875\nFrom: a@harbor.example\n'],
    ['unknown', '1234567890123456\nFrom: a@harbor.example\n'],
    ['unknown', '875\ntime,mailbox,kind\n'],
    ['unknown', '875'],
    ['empty', ''],
  ])('%s: %j', (format, text) => {
    expect(read(text)).toBe(format);
  });
});

describe('UTF-16 text', () => {
  const little = (text: string): Uint8Array =>
    bytes(0xff, 0xfe, ...[...text].flatMap((c) => [c, (c.charCodeAt(0) >> 8) & 0xff]));
  const swapped = (head: Uint8Array): Uint8Array => head.map((_, at) => head[at ^ 1] ?? 0);

  test.each([
    ['From: a@harbor.example\r\nTo: b@partner.test\r\n', true],
    ['From a Mon Sep 10 15:00:00 2001\nFrom: a@harbor.example\n', true],
    ['X-Odd: \u4e2d\nSubject: x\n', true],
    ['\u0146rom: a@harbor.example\n', false],
    ['time,mailbox,kind\n', false],
    ['{"Id":"1"}\n', false],
    ['\n', false],
  ])('%j', (text, isMail) => {
    const head = little(text);
    expect(recogniseMailbox(head).name).toBe(isMail ? 'utf-16le' : 'unknown');
    expect(recogniseMailbox(swapped(head)).name).toBe(isMail ? 'utf-16be' : 'unknown');
    expect(recogniseMailbox(head.subarray(2)).name).toBe('unknown');
  });

  test('also in a file that ends inside a unit', () => {
    expect(recogniseMailbox(bytes(0xff, 0xfe, 'F')).name).toBe('unknown');
    const head = little('From: a@harbor.example\n');
    expect(recogniseMailbox(head.subarray(0, -1)).name).toBe('utf-16le');
  });
});

describe('containers', () => {
  test.each([
    ['pst', bytes('!BDN', 0, 0)],
    ['msg', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
    ['zip', bytes('PK', 3, 4, 0)],
    ['zip', bytes('PK', 5, 6, 0)],
    ['gzip', bytes(0x1f, 0x8b, 8, 0)],
    ['zstd', bytes(0x28, 0xb5, 0x2f, 0xfd)],
    ['unknown', bytes('PK', 1, 2)],
    ['unknown', bytes('!BD')],
    ['unknown', bytes(0x1f, 0x8b, 7)],
  ])('%s', (format, head) => {
    expect(recogniseMailbox(head).name).toBe(format);
  });

  const others = ['a zip in several parts', 'Dovecot’s LZ4', 'Dovecot’s encryption'];
  test.each([...['bzip2', 'xz', 'lz4', 'lzip', 'lzop', 'compress', '7-Zip', 'RAR'], ...others])(
    '%s is packed by it',
    (by) => {
      const marks: Record<string, Uint8Array> = {
        'a zip in several parts': bytes('PK', 7, 8, 'PK', 3, 4),
        'Dovecot’s LZ4': bytes('Dovecot-LZ4', 0x0d, 0x2a, 0x9b, 0xc5),
        'Dovecot’s encryption': bytes('CRYPTED', 3, 7),
        bzip2: bytes('BZh9'),
        xz: bytes(0xfd, '7zXZ', 0),
        lz4: bytes(4, 0x22, 0x4d, 0x18),
        lzip: bytes('LZIP'),
        lzop: bytes(0x89, 'LZO'),
        compress: bytes(0x1f, 0x9d),
        '7-Zip': bytes('7z', 0xbc, 0xaf, 0x27, 0x1c),
        RAR: bytes('Rar!', 0x1a, 7),
      };
      const format = recogniseMailbox(marks[by] ?? bytes());
      expect(format.name).toBe(by);
      expect(PACKED_FORMATS).toContain(format);
    },
  );

  test('a tar by its checksum, and nothing else of 512 bytes', () => {
    const header = new Uint8Array(512);
    header.set(bytes('a.eml'));
    header.set(bytes('        '), 148);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.set(bytes(`${sum.toString(8).padStart(6, '0')}`, 0, ' '), 148);
    expect(recogniseMailbox(header).name).toBe('tar');
    header[0] = 0x62;
    expect(recogniseMailbox(header).name).toBe('unknown');
    expect(recogniseMailbox(new Uint8Array(512)).name).toBe('unknown');
  });
});

test('any bytes have a format, and only the head counts', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (head) => {
      const known = recogniseMailbox(head);
      const longer = new Uint8Array(RECOGNITION_BYTES + 5);
      longer.set(head);
      expect(known.name).not.toBe('');
      expect(recogniseMailbox(longer).name).not.toBe('');
    }),
  );
});

test.each([
  ['a mailbox (mbox)', 'From a@harbor.example Mon Sep 10 15:00:00 2001\n'],
  ['a message', 'From: a@harbor.example\n'],
  ['a message of Apple Mail', '12\nFrom: a@harbor.example\n'],
  ['a mailbox of Outlook (PST or OST)', '!BDN'],
  [null, 'PK\u0003\u0004'],
  [null, '{}'],
])('in place of a log it is called %s', (title, text) => {
  expect(nameMailbox(new TextEncoder().encode(text))).toBe(title);
});
