import { describe, expect, test } from 'vitest';
import { writeLeaf, writeMail, writeMultipart } from '../../../corpus/generate/verification/mail.ts';
import { caseNotice } from '../../../corpus/generate/verification/notice.ts';
import { findMailFlaw } from '../../src/verify/received/mail-grammar.ts';
import { MOST_GROWTH, measureGrowth } from '../growth.ts';
import { tryLetter } from './differential/try-letter.ts';

const { text, html } = caseNotice;
const sent = writeMail().toString('latin1');
const HEAD = sent.slice(0, sent.indexOf('MIME-Version'));
const leaves = [writeLeaf({ type: 'text/plain', content: text }), writeLeaf({ type: 'text/html', content: html })];
const alternative = writeMultipart('alternative', leaves).toString('latin1');
const within = (...parts: readonly string[]): string =>
  writeMultipart(
    'mixed',
    parts.map((part) => Buffer.from(part, 'latin1')),
  ).toString('latin1');
const whole = (body: string): Buffer =>
  Buffer.from(HEAD + `MIME-Version: 1.0\n${body}`.replace(/\r?\n/g, '\r\n'), 'latin1');
const swap = (from: string | RegExp, to: string): Buffer => {
  const swapped = sent.replace(from, to);
  if (swapped === sent) throw new Error(`nothing to swap: ${from}`);
  return Buffer.from(swapped, 'latin1');
};
const preamble = (words: string, inner: string): string => inner.replace('\n\n--', `\n\n${words}\n--`);

describe('a mail that every program takes apart alike', () => {
  test.each([
    ['as sent', Buffer.from(sent, 'latin1')],
    ['with LF', Buffer.from(sent.replaceAll('\r\n', '\n'), 'latin1')],
    ['behind a From line', Buffer.from(`From a@b.example Sun Oct 21 09:12:00 2001\r\n${sent}`, 'latin1')],
    ['behind a From line of a bounce', Buffer.from(`From MAILER-DAEMON Sun Oct 21 09:12:00 2001\n${sent}`, 'latin1')],
    ['in a mixed part', whole(within(alternative))],
    ['with a known preamble', whole(preamble('This is a multi-part message in MIME format.', alternative))],
    [
      'with a known preamble on two lines',
      whole(preamble('This is a multi-part message\nin MIME format.', alternative)),
    ],
    ['with blanks behind a boundary', swap('--=_alternative\r\n', '--=_alternative  \r\n')],
    ['with format=flowed', swap('text/plain; charset=utf-8', 'text/plain; charset="utf-8"; format=flowed')],
    ['with a field folded by a tab', swap('multipart/alternative; ', 'multipart/alternative;\r\n\t')],
  ])('is genuine %s', async (_, bytes) => {
    const found = await tryLetter(bytes);
    expect('compared' in found ? [found.kind, found.compared.notes] : found).toEqual(['genuine', []]);
  });
});

// Each keeps every issued word where the reader of core/evidence finds it.
const odd: readonly (readonly [name: string, kind: string, bytes: Buffer])[] = [
  ['a line without a colon in the header', 'header', swap('MIME-Version', 'Call us now\r\nMIME-Version')],
  [
    'a page in the header of a part',
    'header',
    swap('Content-Type: text/html', '<h1>Pay</h1>\r\nContent-Type: text/html'),
  ],
  ['a line of one blank', 'header', swap('MIME-Version', ' \r\nMIME-Version')],
  ['CR CR LF', 'header', swap('MIME-Version', '\r\r\nMIME-Version')],
  ['a bare CR in a field', 'header', swap('Auto-Submitted: ', 'Auto-Submitted: \r')],
  ['a name of 8 bits', 'header', swap('MIME-Version', 'X-\xe9: a\r\nMIME-Version')],
  ['a blank before a colon', 'header', swap('Reply-To:', 'Reply-To :')],
  ['no MIME-Version', 'header', swap('MIME-Version: 1.0\r\n', '')],
  ['a numbered boundary', 'part', swap('boundary=', 'boundary*0="evil"; boundary=')],
  ['a boundary twice', 'part', swap('boundary=', 'boundary="evil"; boundary=')],
  ['a boundary in a comment', 'part', swap('; boundary=', ' (boundary=evil); boundary=')],
  ['a numbered charset', 'part', swap('charset=utf-8', 'charset=utf-8; charset*0=utf; charset*1=-16')],
  ['an unknown charset', 'part', swap('charset=utf-8', 'charset=iso-2022-jp')],
  ['delsp', 'part', swap('charset=utf-8', 'charset=utf-8; format=flowed; delsp=yes')],
  [
    'a description of a part',
    'part',
    swap('Content-Type: text/html', 'Content-Description: x\r\nContent-Type: text/html'),
  ],
  ['an encoding twice', 'part', swap('Encoding: 8bit', 'Encoding: 8bit\r\nContent-Transfer-Encoding: 8bit')],
  ['text and HTML one behind the other', 'part', whole(within(...leaves.map(String)))],
  ['words before the parts', 'outside', whole(preamble('This is a call from the mail in MIME format.', alternative))],
  ['words before inner parts', 'outside', whole(within(preamble('Answer at once', alternative)))],
  ['words behind the parts', 'outside', Buffer.from(`${sent}\r\nAnswer at once\r\n`, 'latin1')],
  ['a boundary that begins another line', 'boundary', swap('To the security', '--=_alternative-2\r\nTo the security')],
  ['no last boundary', 'boundary', swap('--=_alternative--', '')],
  [
    'other signs in base64',
    'encoding',
    Buffer.from(writeMail({ transfer: 'base64' }).toString('latin1').replace('\r\n\r\nV', '\r\n\r\n!V'), 'latin1'),
  ],
  ['an encoded word in an unknown charset', 'encoding', swap('=?utf-8?B?', '=?utf-7?B?')],
  ['an encoded word with a language', 'encoding', swap('=?utf-8?B?', '=?utf-8*ar?B?')],
  ['an encoded word without its end', 'encoding', swap('?=\r\nDate', '?\r\nDate')],
  ['a bare CR in the text', 'encoding', swap('Do now', 'Do\rnow')],
];

describe('a mail that programs take apart in different ways', () => {
  test.each(odd)('%s is a flaw (%s)', async (_, kind, bytes) => {
    expect(findMailFlaw(bytes.toString('latin1'))?.kind ?? kind).toBe(kind);
    const found = await tryLetter(bytes);
    expect(['genuine', 'rewritten', 'added']).not.toContain(found.kind);
    const notes = 'compared' in found ? found.compared.notes : [];
    expect(notes).toContainEqual(expect.objectContaining({ kind: 'ambiguous', flaw: kind }));
    expect('compared' in found && found.compared.parts.at(-1)).toEqual({ part: 'structure', state: 'ambiguous' });
  });

  test('a field behind a line of blanks is read: other programs show it', async () => {
    const found = await tryLetter(swap('MIME-Version', ' \r\nX-Message-Flag: Call us\r\nMIME-Version'));
    expect(found).toMatchObject({ kind: 'changed', compared: { isActedOn: true } });
  });

  test('is read in linear time', async () => {
    const growth = await measureGrowth(
      (count) => findMailFlaw(`${sent}${'--=_alternative-\r\n'.repeat(count)}${' \r\n'.repeat(count)}`),
      5000,
    );
    expect(growth).toBeLessThan(MOST_GROWTH);
  });
});
