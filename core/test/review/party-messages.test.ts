import { findMessageId, type ListedMessage, toMessageList } from '@candor/core/review/opened';
import { expect, test } from 'vitest';

const message = (more: Partial<ListedMessage>): ListedMessage => ({
  id: '00',
  date: '2001-09-12T10:00:00Z',
  subject: 'Pipes',
  from: ['ann@harbor.example'],
  to: ['jo@acme.example', 'ed@acme.example'],
  cc: [],
  verdict: 'accessed',
  marks: [],
  messageId: '<1@harbor.example>',
  ...more,
});
const rows = (...messages: readonly ListedMessage[]) => toMessageList(messages).trimEnd().split('\n').slice(1);

test('a message is one line', () => {
  expect(toMessageList([message({})]).split('\n', 2)).toEqual([
    'date,subject,from,to,cc,verdict,marks,message-id',
    '2001-09-12T10:00:00Z,Pipes,ann@harbor.example,jo@acme.example; ed@acme.example,,accessed,,<1@harbor.example>',
  ]);
});

test('lists what the intruder sent first, then by date, undated last', () => {
  const list = rows(
    message({ id: '03', subject: 'c', date: null }),
    message({ id: '02', subject: 'b', date: '2001-09-14T00:00:00Z' }),
    message({ id: '01', subject: 'a' }),
    message({ id: '04', subject: 'fraud', date: '2001-10-01T00:00:00Z', marks: ['fraud'] }),
  );
  expect(list.map((line) => line.split(',')[1])).toEqual(['fraud', 'a', 'b', 'c']);
});

test('sender text cannot be a formula, end a line or move a cursor', () => {
  const hostile = ['=HYPERLINK("http://evil.example")', '+1', 'a;=cmd()', 'a\nb,c', '\u001b[2J', '\u202eevil'];
  for (const text of hostile) {
    const list = toMessageList([message({ subject: text, from: [text], messageId: text })]);
    expect(list).not.toMatch(/(?:^|[,;\n])"?[=+\-@]/);
    expect(list).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    expect(list.trimEnd().split('\n')).toHaveLength(2);
  }
});

test('lists of one and of forty messages have the same size', () => {
  const many = Array.from({ length: 40 }, (_, at) => message({ id: String(at) }));
  const sizes = [[message({})], many].map((list) => new TextEncoder().encode(toMessageList(list)).length);
  expect(sizes).toEqual([16_384, 16_384]);
});

test.for([
  ['Message-ID: <a@b.example>\r\nSubject: x\r\n\r\nMessage-ID: <c@d.example>', '<a@b.example>'],
  ['Subject: x\nmessage-id:\n <a@b.example>\n\nbody', '<a@b.example>'],
  ['Subject: x\r\n\r\nMessage-ID: <c@d.example>', ''],
  ['', ''],
] as const)('the Message-ID of %j is %j', ([text, id]) => {
  expect(findMessageId(new TextEncoder().encode(text))).toBe(id);
});
