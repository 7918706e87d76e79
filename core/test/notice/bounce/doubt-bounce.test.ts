import {
  BOUNCE_WINDOW_SECONDS,
  findBounceDoubt,
  type ReportedDelivery,
  readIncoming,
} from '@candor/core/notice/bounce';
import { describe, expect, test } from 'vitest';

const SENT = 1_003_500_000;
const delivery: ReportedDelivery = {
  contact: 'Security@Northwind.example',
  relays: ['smtp.provider.example', 'harbor.example'],
  replies: ['250 2.0.0 Ok: queued as E4A6BBC96D'],
  messageId: '<a634d88a776bf93c5ff880f396@harbor.example>',
  suffixRules: { suffixes: new Set(['uk', 'co.uk']), wildcards: new Set(), exceptions: new Set(), shared: new Set() },
  sentAt: SENT,
};
const from = (reporter: string, queueIds: readonly string[] = []) => ({ reporters: [reporter], queueIds });
const doubt = (
  report: Parameters<typeof findBounceDoubt>[0],
  by: 'token' | 'message-id' = 'token',
  receivedAt = SENT + 60,
  about: Partial<ReportedDelivery> = {},
) => findBounceDoubt(report, by, { ...delivery, ...about }, receivedAt);

describe('a report with the mark of a delivery fits', () => {
  test.each([
    ['our relay', 'smtp.provider.example'],
    ['another host of its provider', 'out-7.provider.example'],
    ['a host of the organization', 'mail.harbor.example'],
    ["the recipient's server", 'mx1.northwind.example'],
  ])('from %s', (_, reporter) => expect(doubt(from(reporter))).toBeNull());

  test('from a host that the relay named in its reply, or one beside it', () => {
    const replies = ['250 2.0.0 OK [Hostname=AM0PR04MB1.eurprd04.prod.provider.test]'];
    expect(doubt(from('am0pr04mb2.eurprd04.prod.provider.test'), 'token', SENT + 60, { replies })).toBeNull();
  });

  test.each([
    ['Postfix', '250 2.0.0 Ok: queued as E4A6BBC96D', 'E4A6BBC96D'],
    ['Postfix with long names', '250 2.0.0 Ok: queued as zBCDFGHJKLMNPQR', 'zBCDFGHJKLMNPQR'],
    ['Exim', '250 OK id=1t8Xyz-0000Ab-2C', '1t8Xyz-0000Ab-2C'],
    ['Sendmail', '250 2.0.0 4B24KxYz012345 Message accepted for delivery', '4B24KxYz012345'],
  ])('from anybody who returns the name that %s gave to it', (_, reply, id) => {
    expect(doubt(from('mx.elsewhere.test', [id]), 'token', SENT + 60, { replies: [reply] })).toBeNull();
    expect(doubt(from('mx.elsewhere.test', [id]), 'message-id', SENT + 60, { replies: [reply] })).toBeNull();
  });
});

describe('a report does not fit', () => {
  test('from a stranger below the public suffix of our relay', () => {
    const relays = ['provider.co.uk'];
    expect(doubt(from('mx.evil.co.uk'), 'token', SENT + 60, { relays })).toContain('mx.evil.co.uk reports it');
    expect(doubt(from('out.provider.co.uk'), 'token', SENT + 60, { relays })).toBeNull();
  });

  test.each([
    [
      'a stranger',
      from('mx.evil.test'),
      'mx.evil.test reports it, which is neither our relay nor a server of northwind',
    ],
    ['a name that only ends alike', from('evilnorthwind.example'), 'evilnorthwind.example reports it'],
    ['the top of a known domain', from('example'), 'example reports it'],
    ['nobody', { reporters: [], queueIds: [] }, 'it does not say which server reports'],
  ])('from %s', (_, report, words) => expect(doubt(report)).toContain(words));

  test('that has a Message-ID alone, whoever it says it is', () => {
    for (const reporter of ['smtp.provider.example', 'mail.harbor.example', 'mx1.northwind.example'])
      expect(doubt(from(reporter, ['11111111AA']), 'message-id')).toContain('not the name that our relay gave');
  });

  test('with the Message-ID as the name in the queue, where a relay repeats it', () => {
    const replies = ['250 2.6.0 <a634d88a776bf93c5ff880f396@harbor.example> Queued mail for delivery'];
    const report = from('mx.evil.test', ['a634d88a776bf93c5ff880f396']);
    expect(doubt(report, 'message-id', SENT + 60, { replies })).not.toBeNull();
  });

  test('that came before the message left, or long after', () => {
    const fitting = from('mail.harbor.example');
    expect(doubt(fitting, 'token', SENT - 3600)).toBe('it came before the message was sent');
    expect(doubt(fitting, 'token', SENT - 60)).toBeNull();
    expect(doubt(fitting, 'token', SENT + BOUNCE_WINDOW_SECONDS)).toBeNull();
    expect(doubt(fitting, 'token', SENT + BOUNCE_WINDOW_SECONDS + 1)).toContain('more than 10 days');
    expect(doubt(fitting, 'token', SENT + BOUNCE_WINDOW_SECONDS + 1, { sentAt: null })).toBeNull();
  });
});

test('reporter and names in queues are read from a report, and the sender counts only without one', async () => {
  const lines = (type: string, status: string) => [
    'Return-Path: <>',
    'From: Mail Delivery System <MAILER-DAEMON@mx.elsewhere.test>',
    'Subject: Undelivered Mail Returned to Sender',
    `Content-Type: ${type}; boundary="b"`,
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'The mail to <security@northwind.example> failed: 550 5.1.1 user unknown.',
    '',
    ...(status === '' ? [] : ['--b', 'Content-Type: message/delivery-status', '', status, '']),
    '--b',
    'Content-Type: message/rfc822',
    '',
    'Received: from harbor.example (unknown [192.0.2.1])',
    '\tby mail.harbor.example (Postfix) with ESMTPS id E4A6BBC96D',
    '\tfor <security@northwind.example>; Mon, 15 Oct 2001 09:00:00 +0000',
    'Subject: Mail of yours was read',
    '',
    '--b--',
  ];
  const read = (type: string, status = '') => readIncoming(new TextEncoder().encode(lines(type, status).join('\r\n')));
  const report = await read(
    'multipart/report; report-type=delivery-status',
    [
      'Reporting-MTA: dns; MX1.Northwind.example (internal)',
      'X-Postfix-Queue-ID: DE884BC96A',
      '',
      'Final-Recipient: rfc822; security@northwind.example',
      'Action: failed',
      'Status: 5.1.1',
    ].join('\r\n'),
  );
  expect(report).toMatchObject({ kind: 'failed', reporters: ['mx1.northwind.example'] });
  expect(report.queueIds).toEqual(['DE884BC96A', 'E4A6BBC96D']);
  expect(await read('multipart/mixed')).toMatchObject({ kind: 'failed', reporters: ['mx.elsewhere.test'] });
});
