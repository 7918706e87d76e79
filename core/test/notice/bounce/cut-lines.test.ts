import { expect, test } from 'vitest';
import { cutLines, INCOMING_LINES, LINE_BYTES } from '../../../src/notice/bounce/cut-lines.ts';
import { readIncoming } from '../../../src/notice/bounce/read-incoming.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const count = (message: Uint8Array, end: string): number => new TextDecoder().decode(message).split(end).length - 1;

test.each(['\n', '\r\n', '\r'])('keeps some thousands of a flood of lines that end with %j', (end) => {
  const flood = bytes(`a${end}`.repeat(INCOMING_LINES * 2));
  expect(count(cutLines(flood), end)).toBe(INCOMING_LINES);
  const fitting = bytes(`a${end}`.repeat(INCOMING_LINES - 1));
  expect(cutLines(fitting)).toEqual(fitting);
});

test.each(['\n', '\r\n', '\r'])(
  'keeps the first bytes of a long line that ends with %j, and the lines behind it',
  (end) => {
    const long = 'a'.repeat(LINE_BYTES);
    expect(cutLines(bytes(`${long}aaa${end}b${end}`))).toEqual(bytes(`${long}${end}b${end}`));
    expect(cutLines(bytes(`${long}${end}b`))).toEqual(bytes(`${long}${end}b`));
  },
);

test('reads a report before a flood as without it', async () => {
  const report =
    'From: mailer-daemon@x.example\r\nSubject: failed\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n\r\na\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x.example\r\n\r\nFinal-Recipient: rfc822; y@z.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--b--\r\n';
  const flooded = await readIncoming(bytes(report + '\r\n'.repeat(INCOMING_LINES * 2)));
  expect(flooded).toEqual(await readIncoming(bytes(report)));
  expect(flooded.kind).toBe('failed');
});
