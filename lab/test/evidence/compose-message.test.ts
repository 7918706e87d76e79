import { createHash } from 'node:crypto';
import { createMessageReader } from '@candor/core/evidence/message';
import { toAnsiLabel, toCharsetLabel } from '@candor/core/evidence/outlook';
import { describe, expect, test } from 'vitest';
import { createNodeRuntime } from '../../src/adapters/process/runtime.ts';
import { composeMessage } from '../../src/evidence/reader/outlook/compose-message.ts';
import { type OutlookMessage, toOtherKind } from '../../src/evidence/reader/outlook/outlook-message.ts';

const EMPTY: OutlookMessage = {
  messageClass: 'IPM.Note',
  messageId: '',
  inReplyTo: '',
  references: '',
  subject: '',
  submittedMs: null,
  deliveredMs: null,
  unsent: false,
  fromOwner: false,
  sender: null,
  representing: null,
  to: [],
  cc: [],
  bcc: [],
  transportHeaders: '',
  text: '',
  html: null,
  attachments: [],
};

function read(message: Partial<OutlookMessage>) {
  const reader = createMessageReader(createNodeRuntime(), { keepText: true });
  for (const chunk of composeMessage({ ...EMPTY, ...message })) reader.write(chunk);
  const { reading, searchable } = reader.end();
  const addresses = reading.addresses.map(({ role, address, unreadable }) => [role, address, unreadable]);
  return { ...reading, addresses, searchable };
}

/** The fingerprint of a MIME message with the same content. */
function fingerprintOf(text: string): string {
  return createMessageReader(createNodeRuntime(), { keepText: false }).end(Buffer.from(text)).reading.fingerprint;
}

const ann = { name: 'Ann, "Desk"', address: 'Ann@Harbor.example' };
const bob = { name: 'Böb', address: 'bob@partner.test' };

describe('fields', () => {
  test('an item has the fingerprint of the mail it represents', () => {
    const item = read({
      subject: 'Fähre  1',
      submittedMs: Date.UTC(2001, 8, 10, 14, 5, 7),
      sender: ann,
      to: [bob],
      text: 'Hällo\r\n Welt ',
    });
    const mime =
      'From: <ann@harbor.example>\nTo: bob@partner.test\nSubject: =?utf-8?q?F=C3=A4hre_1?=\nDate: 10 Sep 2001 16:05:07 +0200\n' +
      'Content-Type: text/plain; charset=utf-8\n\nHällo Welt\n';
    expect(item.fingerprint).toBe(fingerprintOf(mime));
    expect(item.addresses).toEqual([
      ['from', 'Ann@Harbor.example', null],
      ['to', 'bob@partner.test', null],
    ]);
    expect(item.searchable?.subject).toBe('Fähre 1');
  });

  test('sender on behalf, blind copies, ids and parents', () => {
    const item = read({
      sender: bob,
      representing: ann,
      bcc: [bob],
      messageId: '<a@harbor.example>',
      inReplyTo: '<b@harbor.example>',
      references: '<c@harbor.example> <d@harbor.example>',
    });
    expect(item.messageId).toBe('a@harbor.example');
    expect(item.parents).toEqual(['b@harbor.example', 'd@harbor.example']);
    expect(item.addresses.map(([role]) => role)).toEqual(['from', 'sender', 'bcc']);
    expect(read({ sender: ann, representing: { ...ann, address: 'ANN@harbor.example' } }).addresses).toHaveLength(1);
  });

  test('transport headers give what properties lack: list marks, Reply-To, Received, missing fields', () => {
    const transportHeaders =
      'Received: from a by b;\r\n Mon, 10 Sep 2001 14:00:00 +0000\r\nReply-To: r@partner.test\r\nList-Id: <l.partner.test>\r\n' +
      'From: Wire <wire@partner.test>\r\nTo: x@partner.test\r\nDate: Mon, 10 Sep 2001 13:00:00 +0000\r\nMessage-ID: <w@partner.test>\r\n' +
      'Subject: wire\r\nContent-Type: text/html; charset=utf-7\r\n folded="x"\r\nX-Gmail-Labels: Inbox\r\n\r\n';
    const item = read({
      transportHeaders,
      sender: { name: 'Wire', address: '/O=HARBOR/CN=WIRE' },
      to: [ann],
      text: 'x',
    });
    expect(item).toMatchObject({ bulk: true, messageId: 'w@partner.test', labels: null });
    expect([item.received, item.date]).toEqual([Date.UTC(2001, 8, 10, 14) / 1000, Date.UTC(2001, 8, 10, 13) / 1000]);
    expect(item.addresses.sort()).toEqual([
      ['from', 'wire@partner.test', null],
      ['reply-to', 'r@partner.test', null],
      ['to', 'Ann@Harbor.example', null],
    ]);
    expect(item.searchable).toMatchObject({ subject: 'wire', text: 'x' });
  });
});

describe('hostile texts', () => {
  test('no property can add a field, a recipient or a part', () => {
    const item = read({
      subject: 'x\r\nBcc: evil@evil.test\r\n\r\n--outlook-item-0\r\n',
      sender: { name: 'a" <evil@evil.test>, "b', address: 'ann@harbor.example>, <evil@evil.test' },
      to: [{ name: 'evil@evil.test, x\n y', address: '' }],
      messageId: '<a@b>\nCc: evil@evil.test',
      text: '--outlook-item-0\r\nContent-Type: text/plain\r\n\r\nmore\r\n--outlook-item-0--',
    });
    expect(
      item.addresses.filter(([, address, unreadable]) => address === 'evil@evil.test' && unreadable === null),
    ).toEqual([]);
    expect(item.searchable?.text).toBe('--outlook-item-0 Content-Type: text/plain more --outlook-item-0--');
    expect(item.searchable?.attachmentNames).toEqual([]);
  });
});

describe('bodies and attachments', () => {
  test('plain text precedes HTML; HTML keeps its charset', () => {
    const html = { bytes: Buffer.from([0x63, 0xf4, 0x74, 0xe9]), charset: 'windows-1252' };
    expect(read({ html }).searchable?.text).toContain('côté');
    expect(read({ html, text: 'plain' }).searchable?.text).toBe('plain');
  });

  test('attachments have their bytes, in any chunks, and their names', () => {
    const bytes = Buffer.from(Array.from({ length: 200_001 }, (_, n) => n % 251));
    const pieces = [bytes.subarray(0, 1), bytes.subarray(1, 100_000), bytes.subarray(100_000)];
    const one = read({ attachments: [{ is: 'bytes', name: 'Plän (1)\r\n.xls', chunks: () => [bytes] }] });
    const cut = read({ attachments: [{ is: 'bytes', name: '', chunks: () => pieces }] });
    const mime = `Content-Type: application/x\nContent-Transfer-Encoding: base64\n\n${bytes.toString('base64')}`;
    expect(one.fingerprint).toBe(fingerprintOf(mime));
    expect(cut.fingerprint).toBe(one.fingerprint);
    expect(one.searchable?.attachmentNames).toEqual(['Plän (1) .xls']);
    expect(createHash('sha256').update(bytes).digest('hex')).toHaveLength(64);
  });

  test('finds addresses of attached items at any depth', () => {
    const inner = { ...EMPTY, sender: bob, text: 'in' };
    const middle: OutlookMessage = { ...EMPTY, sender: ann, attachments: [{ is: 'message', message: inner }] };
    const item = read({ attachments: [{ is: 'message', message: middle }] });
    expect(item.addresses).toEqual([
      ['attached', 'Ann@Harbor.example', null],
      ['attached', 'bob@partner.test', null],
    ]);
  });

  test('cuts off endlessly nested items', () => {
    let message = EMPTY;
    for (let depth = 0; depth < 200; depth += 1)
      message = { ...EMPTY, sender: bob, attachments: [{ is: 'message', message }] };
    expect(read(message).addresses.length).toBeLessThan(60);
  });
});

test.each([
  'IPM.Note',
  'IPM.Note.SMIME',
  'REPORT.IPM.Note.NDR',
  'IPM.Schedule.Meeting.Request',
  'IPM',
  '',
  'ipm.note',
  'IPM.Contacts2',
])('%j is mail', (messageClass) => {
  expect(toOtherKind(messageClass)).toBe(null);
});

test.each([
  ['IPM.Contact', 'contact'],
  ['IPM.Appointment', 'calendar'],
  ['IPM.Task.x', 'task'],
  ['ipm.stickynote', 'note'],
  ['IPM.DistList', 'contact'],
  ['IPM.Activity', 'journal'],
  ['IPM.Microsoft.ScheduleData.FreeBusy', 'other'],
])('%s is not mail but a %s', (messageClass, kind) => {
  expect(toOtherKind(messageClass)).toBe(kind);
});

test('code pages and locales have labels, unknown ones none', () => {
  expect([1252, 28605, 932, 65001, 99].map(toCharsetLabel)).toEqual([
    'windows-1252',
    'iso-8859-15',
    'shift_jis',
    'utf-8',
    null,
  ]);
  expect([1041, 1033, 2052, 1028, 1049].map(toAnsiLabel)).toEqual([
    'shift_jis',
    'windows-1252',
    'gbk',
    'big5',
    'windows-1251',
  ]);
});

describe('an item sent on behalf of somebody', () => {
  const sender = { name: 'Ann Okafor', address: 'ann@harbor.example' };
  const fromOf = (representing: { name: string; address: string }, transportHeaders = '') =>
    read({ ...EMPTY, sender, representing, transportHeaders })
      .addresses.filter(([role]) => role === 'from')
      .map(([, address]) => address);

  test.each(['', '/O=HARBOR/OU=X/CN=RECIPIENTS/CN=ANN', 'Ann Okafor'])(
    'with the address %j is from the sender, unless the transport headers say otherwise',
    (address) => {
      expect(fromOf({ name: 'Ann Okafor', address })).toEqual(['ann@harbor.example']);
      expect(fromOf({ name: 'Ann Okafor', address }, 'From: Bo <bo@partner.test>\r\n')).toEqual(['bo@partner.test']);
    },
  );

  test('with a valid address is from that address', () => {
    expect(fromOf({ name: 'Bo', address: 'bo@partner.test' })).toEqual(['bo@partner.test']);
  });
});
