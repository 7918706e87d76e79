import type { Seeded } from '../../../../corpus/generate/seeded.ts';
import {
  type Leaf,
  type Mail,
  toCrlf,
  writeLeaf,
  writeMail,
  writeMultipart,
} from '../../../../corpus/generate/verification/mail.ts';
import { caseNotice } from '../../../../corpus/generate/verification/notice.ts';
import { swapText } from '../../../../corpus/generate/verification/verification-case.ts';
import { type ForgeryClass, shown, unshown } from './forgery.ts';

const { subject, text } = caseNotice;
const SENDER = 'notice@harbor.example';
const NAME = 'Harbor Energy Incident Team';
const encoded = (words: string): string => `=?utf-8?B?${Buffer.from(words).toString('base64')}?=`;
const withField = (...fields: readonly string[]): Mail => ({ after: ['Reply-To: answers@harbor.example', ...fields] });
const SAFE = 'This notice asks for no password';

function attachedTo(random: Seeded, words: readonly Leaf[]): Buffer {
  const fields = [
    `From: ${random.pick(['Harbor Help <help@elsewhere.example>', `"${NAME}" <notice@harbor-help.example>`])}`,
    'To: security@northwind.example',
    `Subject: ${random.pick([random.lure(), encoded(subject)])}`,
    `Date: ${caseNotice.date}`,
    'MIME-Version: 1.0',
    '',
  ];
  const notice = Buffer.concat([Buffer.from('Content-Type: message/rfc822\n\n'), writeMail()]);
  return toCrlf(
    Buffer.concat([Buffer.from(fields.join('\n')), writeMultipart('mixed', [...words.map(writeLeaf), notice])]),
  );
}

/** The letter around the words: sender, subject, fields, parts, and the plain text, which few programs show. */
export const OTHER_LETTER: readonly ForgeryClass[] = [
  shown('a name of the sender that calls', (random) => ({
    from: random.pick([
      `"Harbor <call +1 555 01${random.number(90) + 10}, login at evil.example>" <${SENDER}>`,
      `"${NAME}, ring 555 0142 77" <${SENDER}>`,
      `"harbor-help.example" <${SENDER}>`,
      `${encoded('Harbor \u202eelpmaxe.live')} <${SENDER}>`,
      `"${NAME} (answer help@elsewhere.example)" <${SENDER}>`,
      `${NAME} <${SENDER}> (call 555 0142 77)`,
      `"Urgent: confirm your password" <${SENDER}>`,
    ]),
  })),
  shown('another sender', (random) => ({
    from: random.pick([
      `${NAME} <notice@harb0r.example>`,
      `${NAME} <notice@xn--hrbor-4ve.example>`,
      `"${SENDER}" <team@elsewhere.example>`,
      `${NAME} <notice@harbor.example.elsewhere.example>`,
      `${NAME} <notices@harbor.example>`,
      `${SENDER}, help@elsewhere.example`,
      `${NAME} <notice@mail.harbor.example>`,
    ]),
  })),
  shown('two senders or subjects', (random) => ({
    before: [
      random.pick([
        'From: Accounts <accounts@elsewhere.example>',
        `Subject: ${random.lure()}`,
        `Subject : ${random.lure()}`,
        'FROM: help@elsewhere.example',
        'Sender: help@elsewhere.example',
        'Resent-From: help@elsewhere.example',
      ]),
    ],
  })),
  shown('answers elsewhere', (random) => {
    const filler = `X-Filler: ${'x'.repeat(900)}`;
    return random.pick<() => Mail>([
      () => withField('Mail-Reply-To: help@elsewhere.example'),
      () => ({ after: ['Reply-To: help@elsewhere.example'] }),
      () => ({ after: ['Reply-To: answers@harbor.example, help@elsewhere.example'] }),
      () => withField('Mail-Followup-To: help@elsewhere.example'),
      () => ({
        before: Array.from({ length: 80 }, () => filler),
        ...withField('Mail-Reply-To: help@elsewhere.example'),
      }),
      () => withField('X-Reply-To: help@elsewhere.example'),
      () => withField('Reply-To: help@elsewhere.example'),
      () => ({ after: ['Reply-To: answers@harbor-help.example'] }),
    ])();
  }),
  shown('a field that programs show', (random) =>
    withField(
      `${random.pick([
        'X-Message-Flag',
        'Keywords',
        'Comments',
        'Organization',
        'Thread-Topic',
        'Cc',
        'List-Unsubscribe',
        'Content-Description',
        'X-Face',
      ])}: ${random.lure()}`,
    ),
  ),
  shown('a field that programs act on', (random) =>
    withField(
      random.pick([
        'List-Unsubscribe: <https://elsewhere.example/login>',
        'List-Unsubscribe: <mailto:help@elsewhere.example>',
        'List-Post: <mailto:help@elsewhere.example>',
        'List-Help: <https://elsewhere.example>',
        'Importance: high',
        'X-Priority: 1',
        'Disposition-Notification-To: help@elsewhere.example',
        'Return-Receipt-To: help@elsewhere.example',
        'Errors-To: help@elsewhere.example',
        'Reply-By: Mon, 22 Oct 2001 09:12:00 +0000',
        'BIMI-Location: v=BIMI1; l=https://elsewhere.example/logo.svg',
      ]),
    ),
  ),
  unshown('an unknown field', (random) => withField(`Notice-${random.number(99)}: ${random.lure()}`)),
  shown('words as a tag of the subject', (random) => ({
    subject: `${random.pick([
      `**call 555 01${random.number(90) + 10} or evil.example**`,
      '[harbor-help.example]',
      '[CALL 555 0142]',
      'Pay now:',
      '[+1 555 0142]',
      '\u202e[live]',
      '(Log in at elsewhere.example)',
      'Re: pay 300:',
    ])} ${subject}`,
  })),
  shown('another subject', (random) => ({
    subject: random.pick([
      subject.replace('852', '85'),
      subject.replace('stolen', 'safe'),
      subject.replace('Harbor', 'H\u0430rbor'),
      `${subject} [${random.lure()}]`,
      subject.replace('Your emails', 'Some emails'),
      random.lure(),
      subject.replace(' (852', '\u200b (852'),
    ]),
  })),
  shown('names of recipients', (random) =>
    withField(
      random.pick([
        `Cc: "${random.lure()}" <security@northwind.example>`,
        'To: "Call 555 0142 77" <security@northwind.example>',
        'Bcc: help@elsewhere.example',
        'Cc: help@elsewhere.example',
      ]),
    ),
  ),
  shown('another day', (random) => ({
    date: `Thu, 0${random.number(8) + 1} Nov 2001 09:12:00 +0000`,
  })),
  shown('attached to a foreign mail', (random) =>
    attachedTo(
      random,
      random.pick<readonly Leaf[]>([
        [{ type: 'text/html', content: `<p>${random.lure()}</p>` }],
        [{ type: 'text/plain', content: random.lure() }],
        [{ type: 'text/html', content: '<form action="https://elsewhere.example"><input name="password"></form>' }],
        [{ type: 'text/plain', content: '\n' }],
        [],
        [{ type: 'text/plain', content: text }],
      ]),
    ),
  ),
  shown('a further part', (random) => {
    const lure = random.lure();
    const attachment = ['Content-Disposition: attachment; filename="list.html"'];
    return random.pick<Mail>([
      { alternatives: [{ type: 'text/plain', content: lure }] },
      { alternatives: [{ type: 'text/html', content: `<p>${lure}</p>` }] },
      { alternatives: [{ type: 'text/calendar; method=REQUEST', content: `BEGIN:VCALENDAR\nSUMMARY:${lure}\n` }] },
      { alternatives: [{ type: 'text/x-amp-html', content: `<html amp4email>${lure}</html>` }] },
      { alternatives: [{ type: 'text/enriched', content: lure }] },
      { mixed: [{ type: 'text/plain', content: lure }] },
      { mixed: [{ type: 'text/html', content: `<p>${lure}</p>` }] },
      { mixed: [{ type: 'text/html', content: `<p>${lure}</p>`, fields: attachment }] },
      {
        mixed: [
          { type: 'application/pdf', content: Buffer.from(`%PDF-1.4 ${lure}`), transfer: 'base64', fields: attachment },
        ],
      },
      { mixed: [{ type: 'image/png', content: Buffer.from('89504e470d0a1a0a', 'hex'), transfer: 'base64' }] },
    ]);
  }),
  shown('plain text: another figure', (random) => {
    const [from, to] = random.pick([
      ['540 must', '54 must'],
      ['312 opened', '3 12 opened'],
      [' 1. Change', ' 9. Change'],
      ['f3a1-77c0', 'f3a1-77c1'],
      ['28 October', '8 October'],
      ['no password', 'your password'],
      ['2 mailboxes', '\uff12 mailboxes'],
    ] as const);
    return { text: swapText(from, to) };
  }),
  shown('plain text: pushed off the screen', (random) => ({
    text: random.pick([
      () => swapText(SAFE, '\n'.repeat(5000) + SAFE),
      () => swapText(SAFE, ' '.repeat(900) + SAFE),
      () => swapText(SAFE, '\u00a0'.repeat(900) + SAFE),
      () => swapText(SAFE, '\t'.repeat(300) + SAFE),
      () => swapText(SAFE, ' \n'.repeat(900) + SAFE),
      () => swapText(SAFE, '\f\v'.repeat(400) + SAFE),
      () => swapText(SAFE, '\u3000'.repeat(99) + SAFE),
      () => swapText(SAFE, '\u2028'.repeat(500) + SAFE),
      () => swapText(SAFE, '\r'.repeat(700) + SAFE),
      () => swapText(SAFE, '> \n'.repeat(900) + SAFE),
    ])(),
  })),
  shown('plain text: marks that make a number', (random) => {
    let [count, digits] = [0, `555${random.number(900) + 100}`];
    const marked = text.replace(/^ {2}- /gm, () => {
      const mark = ` ${digits[count] ?? '-'}. `;
      count += 1;
      return mark;
    });
    digits = '';
    return { text: marked };
  }),
  shown('plain text: signs that nobody sees', (random) => ({
    text: swapText(
      'password, no payment',
      random.pick([
        'pass\u200bword, no payment',
        'password,\u2060 no payment',
        'password, \u202eno payment\u202c',
        'pass\u00adword, no payment',
        'p\u0430ssword, no payment',
        'password, no\u0008\u0008 payment',
        'password, no\u{e0061}\u{e0062} payment',
        'password, n\u034fo payment',
        'password, no\u001b[8m payment',
      ]),
    ),
  })),
  shown('plain text: words around or between', (random) => {
    const lure = random.lure();
    return {
      text: random.pick([
        () => `${text}\n${lure}\n`,
        () => `${lure}\n\n${text}`,
        () => swapText(SAFE, `${lure}\n\n${SAFE}`),
        () => swapText('harbor.example/notice', 'harbor.example/notice <https://elsewhere.example/login>'),
        () => swapText('Do now', `*${lure}*`),
        () =>
          swapText(
            'harbor.example/notice',
            'https://eur01.safelinks.protection.outlook.com/?url=http%3A%2F%2Felsewhere.example',
          ),
      ])(),
    };
  }),
  shown('plain text: an encoding that two programs read in two ways', (random) => {
    const leaf = random.pick<Leaf>([
      { type: 'text/plain', content: text, fields: ['Content-Transfer-Encoding: base64'] },
      { type: 'text/plain; charset=utf-7', content: text },
      { type: 'text/plain', content: text, fields: ['Content-Type: text/html'] },
      { type: 'text/plain; charset=x-turned', content: text.replace('312', '213') },
    ]);
    return { text: null, html: null, alternatives: [leaf, { type: 'text/html', content: caseNotice.html }] };
  }),
];
