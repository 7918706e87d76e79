import { describe, expect, test } from 'vitest';
import { mayNameAddresses, readCalendar } from '../../../src/evidence/message/text/calendar.ts';
import { read, readResult } from './fictional-message.ts';

describe('readCalendar', () => {
  test.each<readonly [string, string, readonly string[]]>([
    ['who calls', 'ORGANIZER:mailto:a@x.example', ['organizer a@x.example']],
    ['who is asked', 'ATTENDEE;RSVP=TRUE:MAILTO:b@x.example', ['attendee b@x.example']],
    ['letters of any case', 'attendee:MailTo:b@x.example', ['attendee b@x.example']],
    ['a colon in a quoted name', 'ATTENDEE;CN="B: mailto:c@x.example":mailto:b@x.example', ['attendee b@x.example']],
    ['folded lines', 'ATTENDEE;CN=B:mai\r\n lto:b@\n\tx.example', ['attendee b@x.example']],
    [
      'each',
      'ORGANIZER:mailto:a@x.example\r\nATTENDEE:mailto:b@x.example',
      ['organizer a@x.example', 'attendee b@x.example'],
    ],
    [
      'no other property',
      'CONTACT:mailto:a@x.example\nX-ATTENDEE:mailto:b@x.example\nATTENDEES:mailto:c@x.example',
      [],
    ],
    ['no other address', 'ATTENDEE:urn:uuid:1\nATTENDEE:invalid:nomail\nATTENDEE:mailto:\nATTENDEE;CN=b@x.example', []],
    ['no address before the first colon', 'ATTENDEE;SENT-BY="mailto:c@x.example":urn:x', []],
  ])('reads %s', (_, text, found) => {
    expect(readCalendar(text).map(({ role, address }) => `${role} ${address}`)).toEqual(found);
  });
});

describe('mayNameAddresses', () => {
  const line = 'ORGANIZER:mailto:a@x.example';
  const folded = Array.from({ length: 'ORGANIZER'.length }, (_, at) => [
    `${line.slice(0, at)}\r\n ${line.slice(at)}`,
    `X:y\n${line.slice(0, at)}\n\t${line.slice(at)}`,
  ]).flat();
  test.each([line, `X:y\r${line}`, `\ufeff${line}`, 'X:y\nattendee:mailto:b@x.example', ...folded])(
    'passes over nothing that is read: %j',
    (text) => {
      if (readCalendar(text.replace('\ufeff', '')).length > 0) expect(mayNameAddresses(Buffer.from(text))).toBe(true);
    },
  );

  test.each([
    '',
    'BEGIN:VCALENDAR\nSUMMARY:ORGANIZER\n',
    'X-ATTENDEE:y',
    'O\nX:y',
    'ATTEND\r\nX:y',
    'ORGANIZE',
    'O\n X:y',
    '\n\tX:y',
  ])('passes over what has no such line: %j', (text) => {
    expect(mayNameAddresses(Buffer.from(text))).toBe(false);
  });
});

const CALENDAR = 'BEGIN:VCALENDAR\nORGANIZER:mailto:a@x.example\nATTENDEE:mailto:b@y.example\nEND:VCALENDAR\n';
const roles = (message: string): readonly string[] =>
  read(message).addresses.map(({ role, address }) => `${role} ${address}`);

test.each(['text/calendar; charset=utf-8', 'application/ics; name=invite.ics', 'TEXT/Calendar'])(
  'a part of type %s',
  (type) => {
    const base64 = Buffer.from(CALENDAR).toString('base64');
    const message = `From: f@z.example\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\nText\n--b\nContent-Type: ${type}\nContent-Transfer-Encoding: base64\n\n${base64}\n--b--\n`;
    expect(roles(message)).toEqual(['from f@z.example', 'organizer a@x.example', 'attendee b@y.example']);
  },
);

test('the fingerprint is without its addresses', () => {
  const as = (type: string) => read(`From: f@z.example\nContent-Type: ${type}\n\n${CALENDAR}`).fingerprint;
  expect(as('text/calendar')).toBe(as('text/x-other'));
});

test('that of an attached message is not the message’s own', () => {
  expect(roles(`Content-Type: message/rfc822\n\nContent-Type: text/calendar\n\n${CALENDAR}`)).toEqual([]);
  expect(roles(`Content-Type: text/plain\n\n${CALENDAR}`)).toEqual([]);
});

test('one of more than 16 MiB is read to there, and it is said', () => {
  const filler = `X:${'x'.repeat(16 * 1024 * 1024)}\n`;
  const { reading, limits } = readResult(
    `Content-Type: text/calendar\n\nORGANIZER:mailto:a@x.example\n${filler}ATTENDEE:mailto:b@y.example\n`,
  );
  expect(reading.addresses.map(({ role }) => role)).toEqual(['organizer']);
  expect(limits).toEqual(['calendar-too-long']);
});

test('X-Original-To is an address, of attached messages too', () => {
  expect(
    roles('X-Original-To: Bob@bcc7.example\nContent-Type: message/rfc822\n\nX-Original-To: c@d.example\n\n'),
  ).toEqual(['x-original-to Bob@bcc7.example', 'attached c@d.example']);
});
