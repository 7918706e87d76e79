import { readShownMessage, readWholeMessage } from '@candor/core/evidence/message';
import { expect, test } from 'vitest';
import { runtime, toBytes } from './fictional-message.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');

const withAttachments = toBytes(
  [
    'From: a@northwind.example',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    ...['first of three', 'second', 'the third one'].flatMap((content, at) => [
      '--b',
      `Content-Type: application/octet-stream; name=${at}`,
      'Content-Transfer-Encoding: base64',
      '',
      base64(content),
    ]),
    '--b--',
    '',
  ].join('\r\n'),
);

// The decoder of a runtime writes every part into one buffer.
test.for([readWholeMessage, readShownMessage])('parts keep their own bytes, however many follow: $name', (read) => {
  const contents = read(runtime, withAttachments).parts.map(({ bytes }) => Buffer.from(bytes).toString());
  expect(contents).toEqual(['first of three', 'second', 'the third one']);
});

test('parts keep their bytes when the message buffer is reused', () => {
  const message = Buffer.from('From: a@northwind.example\r\n\r\nas it lies\r\n');
  const { parts } = readWholeMessage(runtime, message);
  message.fill(0x2d);
  expect(parts.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(['as it lies\r\n']);
});
