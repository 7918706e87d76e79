import { expect, test } from 'vitest';
import { browserRuntime } from '../../../src/platform/browser-runtime.ts';
import { fold } from '../../../src/reviewer/bridge/fold.ts';
import { readSearchedText } from '../../../src/reviewer/worker/table/body-words.ts';

const read = (mail: string) =>
  readSearchedText(browserRuntime, new TextEncoder().encode(mail.replaceAll('\n', '\r\n')));
const html = (body: string) => read(`Content-Type: text/html; charset=utf-8\n\n${body}\n`);

test.each<readonly [string, string]>([
  ['pass<b>wor</b>d', 'password'],
  ['M&uuml;ller', 'Müller'],
  ['M&#252;ller', 'Müller'],
  ['pass&shy;word', 'password'],
  ['pass\u{AD}word', 'password'],
  ['pass\u{200B}word', 'password'],
  [`${'0123456789abcdef'.repeat(4)}`, '0123456789abcdef'.repeat(4)],
])('the words of %s are those that a person reads', (body, word) => {
  expect([...html(body).words]).toEqual([fold(word)]);
  expect(html(body).isWhole).toBe(true);
});

test('cells, lines and blocks separate words; code of the page is no text', () => {
  const { words } = html('<style>a{}</style><td>Zeppelin</td><td>44</td><p>one<br>two<!-- three --></p>');
  expect([...words].sort()).toEqual(['44', 'one', 'two', 'zeppelin']);
});

test('a character with an unknown name makes the text searched in part', () => {
  expect(html('a &alefsym; b').isWhole).toBe(false);
  expect(html('a &amp; b').isWhole).toBe(true);
});

test('the subject and text of an attached message are searched, other attachments are not', () => {
  const { words, isWhole } = read(
    [
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      '',
      'outer',
      '--b',
      'Content-Type: message/rfc822',
      '',
      'Subject: forwarded',
      '',
      'inner',
      '--b',
      'Content-Type: text/plain; name=a.txt',
      'Content-Disposition: attachment; filename=a.txt',
      '',
      'attached',
      '--b--',
      '',
    ].join('\n'),
  );
  expect([[...words].sort(), isWhole]).toEqual([['forwarded', 'inner', 'outer'], true]);
});
