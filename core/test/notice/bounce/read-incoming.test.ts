import { readIncoming } from '@candor/core/notice/bounce';
import { describe, expect, test } from 'vitest';
import { MOST_GROWTH, measureGrowth } from '../../growth.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const mail = (...lines: string[]): Uint8Array => bytes(`${lines.join('\r\n')}\r\n`);

const reportHead = [
  'Return-Path: <>',
  'Delivered-To: bounce+4f7k@harbor.example',
  'From: Mail Delivery System <MAILER-DAEMON@mx.northwind.example>',
  'To: bounce+4f7k@harbor.example',
  'Subject: Undelivered Mail Returned to Sender',
  'MIME-Version: 1.0',
  'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
  '',
];
const report = (...fields: string[]): Uint8Array =>
  mail(
    ...reportHead,
    '--b',
    'Content-Type: text/plain',
    '',
    'I am sorry to have to inform you that your message could not be delivered.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.northwind.example',
    '',
    ...fields,
    '',
    '--b',
    'Content-Type: message/rfc822',
    '',
    'Message-ID: <ABC@harbor.example>',
    'From: notice@harbor.example',
    'Subject: Status: 2.0.0',
    '',
    'Status: 4.1.1',
    '--b--',
  );
const plain = (head: readonly string[], ...body: string[]): Uint8Array => mail(...head, '', ...body);
const daemon = ['From: MAILER-DAEMON@mx.northwind.example', 'To: bounce@harbor.example', 'Subject: failure notice'];

describe('reports of RFC 3464', () => {
  test('a failed recipient with a permanent status is a hard bounce, with everything that identifies its delivery', async () => {
    const found = await readIncoming(
      report(
        'Final-Recipient: rfc822; Security@Northwind.example',
        'Action: failed',
        'Status: 5.1.1',
        'Diagnostic-Code: smtp; 550 5.1.1 no such user',
      ),
    );
    expect(found).toMatchObject({
      class: 'hard',
      kind: 'failed',
      status: '5.1.1',
      recipients: [
        {
          address: 'security@northwind.example',
          action: 'failed',
          status: '5.1.1',
          diagnostic: 'smtp; 550 5.1.1 no such user',
        },
      ],
      sentTo: ['bounce+4f7k@harbor.example'],
      references: ['<ABC@harbor.example>'],
    });
  });

  test.for([
    ['Action: failed', 'Status: 4.4.7', 'soft', 'failed'],
    ['Action: delayed', 'Status: 4.4.1', 'soft', 'delayed'],
    ['Action: delayed', 'Status: 5.4.1', 'soft', 'delayed'],
    ['Action: delivered', 'Status: 2.1.5', 'other', 'receipt'],
    ['Action: relayed', 'Status: 2.1.9', 'other', 'receipt'],
    ['Action: failed', 'Status: nonsense', 'hard', 'failed'],
    ['Action: FAILED', 'Status: 5.2.2 (mailbox full)', 'hard', 'failed'],
  ] as const)('%s, %s is %s', async ([action, status, expected, kind]) => {
    expect(await readIncoming(report('Final-Recipient: rfc822; jo@northwind.example', action, status))).toMatchObject({
      class: expected,
      kind,
    });
  });

  test('a report about several recipients counts as the worst', async () => {
    const found = await readIncoming(
      report(
        'Final-Recipient: rfc822; a@northwind.example',
        'Action: delivered',
        'Status: 2.0.0',
        '',
        'Final-Recipient: rfc822; b@northwind.example',
        'Action: failed',
        'Status: 5.7.1',
      ),
    );
    expect(found.class).toBe('hard');
    expect(found.recipients.map(({ action }) => action)).toEqual(['delivered', 'failed']);
  });

  test('a failed recipient outweighs a delivered one', async () => {
    const recipient = (name: string, action: string, status: string) => [
      `Final-Recipient: rfc822; ${name}@northwind.example`,
      `Action: ${action}`,
      `Status: ${status}`,
      '',
    ];
    const several = [...recipient('a', 'delivered', '2.0.0'), ...recipient('b', 'delayed', '4.4.1')];
    expect(await readIncoming(report(...several))).toMatchObject({ class: 'soft', kind: 'delayed' });
  });

  test('a failure without a status is a failure, whatever its text says', async () => {
    const found = await readIncoming(
      mail(
        ...reportHead.map((line) => line.replace(/^Subject: .*/, 'Subject: Report')),
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Final-Recipient: rfc822; a@northwind.example',
        'Action: failed',
        '--b--',
      ),
    );
    expect(found).toMatchObject({ class: 'hard', kind: 'failed', status: null });
  });

  test('the first field of a name counts; later ones change nothing', async () => {
    const twice = ['Final-Recipient: rfc822; a@northwind.example', 'Action: failed', 'Status: 5.1.1', 'Status: 2.0.0'];
    expect(await readIncoming(report(...twice))).toMatchObject({ class: 'hard', status: '5.1.1' });
  });

  test.for([
    ['feedback-report', 'message/feedback-report', 'complaint'],
    ['disposition-notification', 'message/disposition-notification', 'receipt'],
  ] as const)('a %s sent by a mail system is not a bounce', async ([type, part, kind]) => {
    const found = await readIncoming(
      mail(
        ...reportHead.map((line) => line.replace('delivery-status', type).replace(/^Subject: .*/, 'Subject: Report')),
        '--b',
        'Content-Type: text/plain',
        '',
        'The message could not be delivered to the folder: 550 5.1.1',
        '--b',
        `Content-Type: ${part}`,
        '',
        'Original-Recipient: rfc822; a@northwind.example',
        '--b--',
      ),
    );
    expect(found).toMatchObject({ class: 'other', kind });
  });

  test("uses the remote host's answer when the status is meaningless", async () => {
    const found = await readIncoming(
      report(
        'Final-Recipient: rfc822; a@northwind.example',
        'Status: 5.0.0',
        'Diagnostic-Code: smtp; 550 5.7.1 refused',
      ),
    );
    expect(found.status).toBe('5.7.1');
  });

  test('ignores the returned mail', async () => {
    const found = await readIncoming(
      report('Final-Recipient: rfc822; a@northwind.example', 'Action: failed', 'Status: 5.1.1'),
    );
    expect(found.status).toBe('5.1.1');
  });

  test('a boundary that never occurs loses nothing', async () => {
    const broken = new TextDecoder()
      .decode(report('Final-Recipient: rfc822; a@northwind.example', 'Action: failed', 'Status: 5.1.1'))
      .replace('boundary="b"', 'boundary="c"');
    expect(await readIncoming(bytes(broken))).toMatchObject({ class: 'hard', status: '5.1.1' });
  });

  test('bare carriage returns are line endings', async () => {
    const old = new TextDecoder()
      .decode(report('Final-Recipient: rfc822; a@northwind.example', 'Action: failed', 'Status: 4.2.2'))
      .replaceAll('\r\n', '\r');
    expect(await readIncoming(bytes(old))).toMatchObject({ class: 'soft', status: '4.2.2' });
  });
});

describe('free-text reports', () => {
  test.for([
    ['Remote host said: 550 5.7.1 access denied', 'hard', '5.7.1'],
    ['450 4.2.2 over quota, try later', 'soft', '4.2.2'],
    ['Remote host said: 554 no such mailbox here', 'hard', null],
    ['host mx.northwind.example said: 451 try again later', 'soft', null],
    ['The address does not exist.', 'hard', null],
    ['This is a warning: your message has not yet been delivered and will be retried.', 'soft', null],
    ['Sie war nicht zustellbar.', 'hard', null],
  ] as const)('%s', async ([line, expected, status]) => {
    expect(await readIncoming(plain(daemon, '<jo@northwind.example>:', line))).toMatchObject({
      class: expected,
      status,
      recipients: [{ address: 'jo@northwind.example' }],
    });
  });

  test.for(['release 5.1.1.7 of the server', 'from 192.5.1.1 by mx', 'ticket 4550', 'in 450 words'])(
    '"%s" is not a status',
    async (line) => {
      const found = await readIncoming(plain(['From: MAILER-DAEMON@mx.northwind.example', 'Subject: Report'], line));
      expect(found.status).toBe(null);
      expect(found.class).toBe('other');
    },
  );

  test('ignores text below the line that starts the returned mail, which we wrote', async () => {
    const found = await readIncoming(
      plain(
        daemon,
        'Delivery to jo failed.',
        '--- Below this line is a copy of the message.',
        '',
        'Remote host said: 450 4.1.1',
      ),
    );
    expect(found).toMatchObject({ class: 'hard', status: null });
  });

  test('a person who quotes a bounce in a reply is a person', async () => {
    const found = await readIncoming(
      plain(
        [
          'From: Jo Lind <jo@northwind.example>',
          'To: answers@harbor.example',
          'Subject: Fwd: Undelivered Mail Returned to Sender',
        ],
        'I got this, is it from you?',
        '',
        'Final-Recipient: rfc822; a@northwind.example',
        'Status: 5.1.1',
      ),
    );
    expect(found).toMatchObject({ class: 'other', kind: 'answer' });
  });
});

describe('automatic and human replies', () => {
  const from = 'From: Jo Lind <jo@northwind.example>';
  test.for([
    [
      [from, 'Subject: Automatic reply: Your emails', 'Auto-Submitted: auto-replied'],
      'I am back on Monday.',
      'auto-reply',
      'out-of-office',
    ],
    [[from, 'Subject: Abwesenheitsnotiz'], 'Ich bin wieder am Montag da.', 'auto-reply', 'out-of-office'],
    [[from, 'Subject: Absence du bureau'], 'De retour lundi.', 'auto-reply', 'out-of-office'],
    [[from, 'Subject: Fuera de la oficina'], 'Vuelvo el lunes.', 'auto-reply', 'out-of-office'],
    [
      [from, 'Subject: [Ticket 77] received', 'Auto-Submitted: auto-generated'],
      'We opened a ticket.',
      'auto-reply',
      'automatic',
    ],
    [
      [from, 'Subject: Please confirm your message', 'Auto-Submitted: auto-replied'],
      'Click the button below to confirm that you are human before your mail is delivered.',
      'challenge',
      'challenge',
    ],
    [
      [from, 'Subject: Please confirm your message', 'Auto-Submitted: auto-replied'],
      'Una respuesta más y su correo llega.',
      'challenge',
      'challenge',
    ],
    [[from, 'Subject: Please confirm your message'], 'Did you write this to us?', 'other', 'answer'],
    [
      [from, 'Subject: Re: Your emails with Harbor Energy were stolen', 'In-Reply-To: <ABC@harbor.example>'],
      'Is this real? Our server does not exist, mailbox full, 550 5.1.1',
      'other',
      'answer',
    ],
    [[from, 'Subject: Re: notice', 'Auto-Submitted: no'], 'Thank you.', 'other', 'answer'],
  ] as const)('%s', async ([head, body, expected, kind]) => {
    expect(await readIncoming(plain([...head], body))).toMatchObject({
      class: expected,
      kind,
      from: 'jo@northwind.example',
    });
  });

  test('a reply keeps the reference to the original', async () => {
    const found = await readIncoming(
      plain(
        [from, 'Subject: Re: x', 'In-Reply-To: <ABC@harbor.example>', 'References: <1@x.example> <ABC@harbor.example>'],
        'Hello',
      ),
    );
    expect(found.references).toEqual(['<ABC@harbor.example>', '<1@x.example>']);
  });
});

describe('hostile mail', () => {
  test.for([
    ['nothing', ''],
    ['no header', '\r\n\r\n'],
    [
      'nesting beyond the limit',
      `Content-Type: multipart/mixed; boundary="a"\r\n\r\n${'--a\r\nContent-Type: multipart/mixed; boundary="a"\r\n\r\n'.repeat(2000)}`,
    ],
    ['a header of two megabytes', `Subject: ${'x'.repeat(2_000_000)}\r\n\r\n`],
  ])('%s is a reply for a person to review', async ([, text]) => {
    expect(await readIncoming(bytes(text ?? ''))).toMatchObject({ class: 'other', kind: 'answer' });
  });

  test('removes control and direction characters', async () => {
    const found = await readIncoming(
      report(
        'Final-Recipient: rfc822; a@northwind.example',
        'Action: failed',
        'Status: 5.1.1',
        'Diagnostic-Code: smtp; \u001b[31m550\u202e no',
      ),
    );
    expect(found.recipients[0]?.diagnostic).toBe('smtp;  [31m550  no');
  });

  test('reads endless lines in linear time', async () => {
    const readEndless = (length: number) =>
      readIncoming(plain(daemon, `${'4.'.repeat(length)} ${'<a@'.repeat(length)} ${'confirm '.repeat(length)}`));
    expect(await measureGrowth(readEndless, 5000)).toBeLessThan(MOST_GROWTH);
  });

  const html = ['From: a@b.example', 'Content-Type: text/html'];
  test.for<[string, (length: number) => Uint8Array]>([
    ['tags that never end', (length) => plain(html, '<'.repeat(length))],
    ['line ends that never end', (length) => plain(html, '<br '.repeat(length / 4))],
    ['a line of hyphens', (length) => plain(daemon, 'x', `${'-'.repeat(length)}x`)],
    ['a line of blanks', (length) => plain(daemon, 'x', `${' '.repeat(length)}x`)],
    ['empty lines', (length) => plain(daemon, '\n'.repeat(length / 10))],
    ['a word without an @', (length) => plain([...daemon, `Delivered-To: ${'a'.repeat(length)}`], 'x')],
    ['a word of @', (length) => plain([...daemon], 'x', `${'a@'.repeat(length / 2)},`)],
    [
      'a recipient without an @',
      (length) => report(`Final-Recipient: rfc822; ${'a'.repeat(length)}`, 'Action: failed', 'Status: 5.1.1'),
    ],
  ])('%s: twice as much takes about twice as long', async ([, make]) => {
    expect(await measureGrowth((length) => readIncoming(make(length)), 5000)).toBeLessThan(MOST_GROWTH);
  });
});
