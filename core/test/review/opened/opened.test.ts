import {
  OPENED_CSV_HEADER,
  toMboxEntry,
  toOpenedCsvLine,
  toOpenedFileName,
  toOpenedJson,
} from '@candor/core/review/opened';
import type { IndexedMessage } from '@candor/core/review/seal';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const indexed: IndexedMessage = {
  id: 'ab'.repeat(32),
  object: 'cd'.repeat(32),
  verdict: 'accessed',
  why: [{ code: 'bind', sentence: 'The access log names this message.', times: ['2001-10-13T03:12:44Z'] }],
  date: '2001-10-12T14:05:31Z',
  subject: 'SFTP access',
  from: ['a.novak@northwind.example'],
  to: ['marta.olsen@harbor.example'],
  cc: [],
  direction: 'sent',
  custodians: ['marta.olsen@harbor.example'],
  attachments: [],
  marks: ['secret'],
};

const join = (pieces: readonly Uint8Array[]): Uint8Array => Uint8Array.from(pieces.flatMap((piece) => [...piece]));
const entry = (message: string): string => Buffer.from(join(toMboxEntry(Buffer.from(message)))).toString('latin1');
const head = 'From candor@localhost Thu Jan  1 00:00:00 1970';

describe('an entry of an mbox', () => {
  test('quotes each line that could be a separator, and no other', () => {
    expect(entry('From a\n>From b\n>>From c\n From d\nFromage\nAnd From e\n')).toBe(
      `${head}\n>From a\n>>From b\n>>>From c\n From d\nFromage\nAnd From e\n\n`,
    );
  });

  test('ends a message without a last line break and keeps its line endings', () => {
    expect(entry('a: b\r\n\r\nc')).toBe(`${head}\r\na: b\r\n\r\nc\n\n`);
    expect(entry('')).toBe(`${head}\n\n\n`);
    expect(entry('a\rFrom b')).toBe(`${head}\r\na\rFrom b\n\n`);
  });

  test('gives back every message byte for byte after removing one quote', () => {
    const line = fc.constantFrom('From ', '>From x', '>', '\n', '\r\n', '\r', 'Fro', 'm ', 'é');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const message = Buffer.from(lines.join(''), 'utf8');
        const written = Buffer.from(join(toMboxEntry(message))).toString('latin1');
        const body = written.slice(written.indexOf('\n') + 1);
        const whole = message.toString('latin1');
        const unquoted = body
          .split('\n')
          .map((text) => (/^>+From /.test(text) ? text.slice(1) : text))
          .join('\n');
        expect(unquoted).toBe(`${whole}${whole.endsWith('\n') ? '\n' : '\n\n'}`);
        expect(body.split('\n').some((text) => text.startsWith('From '))).toBe(false);
      }),
    );
  });
});

describe('a table row', () => {
  const cells = (message: Partial<IndexedMessage>): string => toOpenedCsvLine({ ...indexed, ...message });

  test('has a column per part and a file name not chosen by a sender', () => {
    expect(OPENED_CSV_HEADER).toBe(
      'file,date,direction,verdict,why,subject,from,to,cc,custodians,attachments,marks,id\n',
    );
    expect(cells({})).toBe(
      `messages/${'ab'.repeat(16)}.eml,2001-10-12T14:05:31Z,sent,accessed,bind,SFTP access,a.novak@northwind.example,marta.olsen@harbor.example,,marta.olsen@harbor.example,,secret,${'ab'.repeat(32)}\n`,
    );
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['  -2', "'  -2"],
    ['+49 30', "'+49 30"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1', "'＝1"],
    ['a;=cmd|x', "a;'=cmd|x"],
    ['a; "=1', 'a;\' "=1'],
    ['a,=1', "a,'=1"],
    ['a|@x', "a|'@x"],
    ['a\t=1', 'a\u{fffd}=1'],
    ['\r\n=1', '\u{fffd}\u{fffd}=1'],
    ['txt.\u202eexe', 'txt.\u{fffd}exe'],
  ])('%j starts no formula in any cell', (subject, expected) => {
    const quoted = /[",\r\n]/.test(expected) ? `"${expected.replaceAll('"', '""')}"` : expected;
    expect(cells({ subject }).split(',bind,')[1]?.startsWith(`${quoted},a.novak`)).toBe(true);
  });

  test('keeps an ordinary subject', () => {
    for (const subject of ['Re: a = b', 'x-1; y', 'Größe – ok', 'می‌خواهم'])
      expect(cells({ subject })).toContain(subject);
  });

  test('escapes texts in lists as well', () => {
    expect(cells({ from: ['a@b.example', '=1@c.example'] })).toContain("a@b.example; '=1@c.example");
    const attachments = [{ digest: 'ef'.repeat(32), name: '+x.xls', size: 1, type: 'application/vnd.ms-excel' }];
    expect(cells({ attachments })).toContain(",'+x.xls,");
  });
});

test('a message in JSON has its complete index entry and its file', () => {
  expect(JSON.parse(toOpenedJson(indexed))).toEqual({ ...indexed, file: toOpenedFileName(indexed) });
});
