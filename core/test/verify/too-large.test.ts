import { describe, expect, test } from 'vitest';
import { writeMail } from '../../../corpus/generate/verification/mail.ts';
import { caseNotice } from '../../../corpus/generate/verification/notice.ts';
import { RECEIVED_BYTES } from '../../src/verify/index.ts';
import { readReceived } from '../../src/verify/received/received-message.ts';
import { tools } from './made-site.ts';

const [WORDS, HEADER] = [256 * 1024, 512 * 1024];
const sent = writeMail().toString('latin1');
const [head = '', body = ''] = [sent.slice(0, sent.indexOf('\r\n\r\n') + 2), sent.slice(sent.indexOf('\r\n\r\n') + 2)];
const read = (mail: string) => readReceived(tools, { kind: 'file', bytes: Buffer.from(mail, 'latin1') });
const around = (inner: string): string =>
  `From: a@b.example\r\nTo: c@d.example\r\nMIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n\r\n${inner}`;
const fields = (count: number): string => 'X-A: a\r\n'.repeat(count);
const withText = (units: number): string =>
  writeMail({ text: `${caseNotice.text} ${'a '.repeat(units)}`.slice(0, units) }).toString('latin1');
const withHtml = (units: number): string =>
  writeMail({ html: `${caseNotice.html} ${'a '.repeat(units)}`.slice(0, units) }).toString('latin1');
const own = head.split('\r\n').filter((line) => /^\S/.test(line)).length;

const LARGE: Readonly<Record<string, readonly [largest: string, tooLarge: string]>> = {
  'the fields of its header': [fields(2000 - own) + sent, fields(2001 - own) + sent],
  'the bytes of its header': [
    `${head}X-A: ${'a'.repeat(HEADER - 2000)}\r\n${body}`,
    `${head}X-A: ${'a'.repeat(HEADER)}\r\n${body}`,
  ],
  'the lines of one field': [
    `${head}X-A: a${'\r\n a'.repeat(100_000)}\r\n${body}`,
    `${head}X-A: a${'\r\n a'.repeat(HEADER / 4)}\r\n${body}`,
  ],
  'lines that may part it': [sent + '\r\n--a'.repeat(1900), sent + '\r\n--a'.repeat(2001)],
  'its text': [withText(WORDS - 1000), withText(WORDS + 1)],
  'its HTML': [withHtml(WORDS - 1000), withHtml(WORDS + 1)],
  'the fields of a message in it': [around(fields(1900) + sent), around(fields(2001) + sent)],
  'the lines of a message packed in it': [
    around(sent),
    `From: a@b.example\r\nContent-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(sent + '\r\n--a'.repeat(2001)).toString('base64')}`,
  ],
  'a page that was saved': [`<p>${'a '.repeat(WORDS / 2 - 2)}`, `<p>${'a '.repeat(WORDS / 2)}`],
  'a text that was saved': ['a b '.repeat(WORDS / 4), 'a b '.repeat(WORDS / 4 + 1)],
};

describe('a mail that is larger than any notice', () => {
  test.each(Object.entries(LARGE))(
    'by %s is refused whole, and read up to the limit',
    async (_, [largest, tooLarge]) => {
      expect(await read(tooLarge)).toEqual({ unreadable: 'too-large' });
      expect(await read(largest)).not.toHaveProperty('unreadable');
    },
  );

  test('of more than 4 MiB is refused, whatever is in it', async () => {
    expect(await read('a'.repeat(RECEIVED_BYTES + 1))).toEqual({ unreadable: 'too-large' });
  });

  test('with several texts that are large together is refused', async () => {
    const text = 'a '.repeat(WORDS / 2 - 10);
    const leaf = { type: 'text/plain', content: text };
    expect(await read(writeMail({ mixed: [leaf] }).toString('latin1'))).not.toHaveProperty('unreadable');
    expect(await read(writeMail({ mixed: [leaf, leaf, leaf] }).toString('latin1'))).toEqual({
      unreadable: 'too-large',
    });
  });

  test('with a large file beside its words is read', async () => {
    const leaf = { type: 'application/pdf', content: Buffer.alloc(2_000_000), transfer: 'base64' as const };
    expect(await read(writeMail({ mixed: [leaf] }).toString('latin1'))).not.toHaveProperty('unreadable');
  });
});
