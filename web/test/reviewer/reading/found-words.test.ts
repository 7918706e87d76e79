import { expect, test } from 'vitest';
import { browserRuntime } from '../../../src/platform/browser-runtime.ts';
import { listFoundWords } from '../../../src/reviewer/frame/parser/read-message.ts';

const attached = 'Subject: Väg till 9050\r\n\r\nKoden är 9050.\r\n';
const message = new TextEncoder().encode(
  [
    'Subject: PIN 4417',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Grüße 😀,\r\nthe word is Copper-Weir-5.',
    '--b',
    'Content-Type: text/html',
    '',
    '<p>Copper-Weir-5</p>',
    '--b',
    'Content-Type: message/rfc822',
    '',
    attached,
    '--b--',
    '',
  ].join('\r\n'),
);
const find = (part: string, offset: number, length: number) =>
  listFoundWords(browserRuntime, message, [{ part, offset, length }]);

test('finds words at places of text, subject and attached messages, in code points with one line ending', () => {
  expect(find('1', 21, 13)).toEqual(['Copper-Weir-5']);
  expect(find('subject', 4, 4)).toEqual(['4417']);
  expect(find('3.1', 9, 4)).toEqual(['9050']);
});

test('missing, HTML and empty places give no word', () => {
  for (const [part, offset, length] of [
    ['9', 0, 5],
    ['1', 4000, 5],
    ['1', 0, 0],
    ['2', 3, 5],
    ['message', 0, 0],
  ] as const)
    expect(find(part, offset, length)).toEqual([]);
  expect(listFoundWords(browserRuntime, message, [])).toEqual([]);
});
