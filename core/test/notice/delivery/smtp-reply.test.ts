import {
  formatReply,
  REPLY_CHARACTERS,
  readEnvelopeMark,
  readReply,
  toEnvelopeSender,
  toSafeReply,
} from '@candor/core/notice/delivery';
import fc from 'fast-check';
import { expect, test } from 'vitest';

test.each([
  ['250 2.0.0 queued\r\n', { code: 250, status: '2.0.0', text: '2.0.0 queued' }],
  ['250', { code: 250, status: null, text: '' }],
  ['550-5.1.1 no\r\n550 5.1.1 such user', { code: 550, status: '5.1.1', text: '5.1.1 no 5.1.1 such user' }],
  [
    '450 5.1.1 whose status is of another class',
    { code: 450, status: null, text: '5.1.1 whose status is of another class' },
  ],
  ['354 go on', { code: 354, status: null, text: 'go on' }],
])('%j is a reply', (bytes, reply) => {
  expect(readReply(bytes)).toEqual(reply);
});

test.each([
  '',
  'hello',
  '2',
  '25',
  '2500 too many',
  '199 too low',
  '650 too high',
  '250-never ends',
  '250-yes\r\n450 no',
  '250 yes\r\n250 twice',
  ' 250 late',
  '2 cats',
  '+250 ok',
  '２50 ok',
])('%j says nothing about the message', (bytes) => {
  expect(readReply(bytes)).toBeNull();
});

test('a server reply becomes one short line without control or direction characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (words) => {
      const safe = toSafeReply(words);
      expect([...safe].length).toBeLessThanOrEqual(REPLY_CHARACTERS);
      expect(safe).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/);
      const reply = readReply(words);
      if (reply !== null) expect(formatReply(reply)).toMatch(/^[2-5]\d\d/);
    }),
  );
});

test('the mark of the envelope sender survives any change of case', () => {
  const sender = toEnvelopeSender('bounce@harbor.example', 'abcdefgh2345');
  expect(sender).toBe('bounce+abcdefgh2345@harbor.example');
  expect(readEnvelopeMark('Bounce+ABCDEFGH2345@Harbor.Example', 'bounce@harbor.example')).toBe('abcdefgh2345');
  for (const other of [
    'bounce@harbor.example',
    'bounce+@harbor.example',
    'bounce+abc@harbor.example',
    'bounce+abcdefgh2345@other.example',
    'x-bounce+abcdefgh2345@harbor.example',
    'bounce+abcdefgh+2345@harbor.example',
  ])
    expect(readEnvelopeMark(other, 'bounce@harbor.example')).toBeNull();
  expect(() => toEnvelopeSender('bounce@harbor.example', 'a b')).toThrow();
});
