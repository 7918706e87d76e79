import {
  type Mail,
  toCrlf,
  writeLeaf,
  writeMail,
  writeMultipart,
} from '../../../../corpus/generate/verification/mail.ts';
import { caseNotice, PARAGRAPH } from '../../../../corpus/generate/verification/notice.ts';
import { swapHtml, swapText } from '../../../../corpus/generate/verification/verification-case.ts';
import type { TriedLetter } from './forgeries.ts';

const { text, html, subject, from, date } = caseNotice;
const ADDRESS = 'harbor.example/notice';
const encoded = (words: string): string => `=?utf-8?B?${Buffer.from(words).toString('base64')}?=`;
const quoted = (words: string): string =>
  `=?UTF-8?Q?${Array.from(Buffer.from(words), (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')}?=`;

const GMAIL = [
  'Delivered-To: security@northwind.example',
  'Received: by 2002:a05:6a10:1234:0:0:0:0 with SMTP id ab1; Sun, 21 Oct 2001 02:12:05 -0700 (PDT)',
  'X-Google-Smtp-Source: AGHT+IFabc',
  'X-Received: by 2002:a17:902:e748 with SMTP id p8; Sun, 21 Oct 2001 02:12:05 -0700 (PDT)',
  'ARC-Seal: i=1; a=rsa-sha256; t=1; cv=none; d=google.com; s=arc; b=AAAA',
  'ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=google.com; s=arc; bh=AAAA; b=AAAA',
  'ARC-Authentication-Results: i=1; mx.google.com; dkim=pass header.i=@harbor.example',
  'Return-Path: <bounce@harbor.example>',
  'Received-SPF: pass (google.com: domain of bounce@harbor.example designates 192.0.2.1 as permitted sender)',
  'Authentication-Results: mx.google.com; dkim=pass header.i=@harbor.example',
  'DKIM-Signature: v=1; a=rsa-sha256; d=harbor.example; s=candor; h=from; bh=AAAA; b=AAAA',
];
const FASTMAIL = [
  'Return-Path: <bounce@harbor.example>',
  'Received: from mx1.messagingengine.com ([10.202.2.200]) by store; Sun, 21 Oct 2001 05:12:04 -0400',
  'X-ME-Received: <xmr:abc>',
  'X-Spam-score: 0.0',
  'X-Resolved-to: security@northwind.example',
  'X-Delivered-to: security@northwind.example',
  'X-Mail-from: bounce@harbor.example',
];
const EXCHANGE = [
  'Received: from AM0PR01.eurprd01.prod.outlook.com (2603::1) by DB9PR01 with HTTPS; Sun, 21 Oct 2001 09:12:09 +0000',
  'Received-SPF: Pass (protection.outlook.com: domain of harbor.example designates 192.0.2.1 as permitted sender)',
  'X-MS-Exchange-Organization-SCL: -1',
  'X-MS-Exchange-Transport-CrossTenantHeadersStamped: DB9PR01',
  'X-Forefront-Antispam-Report: CIP:192.0.2.1;CTRY:;LANG:en;SCL:1;',
  'X-Microsoft-Antispam: BCL:0;',
  'X-EOPAttributedMessage: 0',
  'X-OriginatorOrg: northwind.example',
  'Thread-Index: AQHabc==',
  'Content-Language: en-US',
];
const DOVECOT = [
  'Return-Path: <bounce@harbor.example>',
  'Delivered-To: security@northwind.example',
  'Received: from mx.northwind.example by mail with LMTP id abc; Sun, 21 Oct 2001 09:12:06 +0000',
  'X-Original-To: security@northwind.example',
];
const BANNER = 'CAUTION: This email came from outside of Northwind. Do not click links unless you know the sender.';
const FOOTER =
  '_______________________________________________\nnotices mailing list\nnotices@lists.northwind.example\n';
const LIST = [
  'List-Id: <notices.lists.northwind.example>',
  'Precedence: list',
  'List-Post: <mailto:notices@lists.northwind.example>',
];

/** Exchange makes the text part anew from the HTML: one line a paragraph, an empty one between. */
const LINE_A_PARAGRAPH = text
  .replace(/(\S)\n {4}(?=\S)/g, '$1 ')
  .replace(/(\S)\n(?=\S)/g, '$1\n\n')
  .replace(/^ {1,3}/gm, '');
const safeLink = (target: string): string =>
  `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(target)}&data=05%7C01&sdata=x&reserved=0`;
const proofpoint2 = (target: string): string =>
  `https://urldefense.proofpoint.com/v2/url?u=${target.replaceAll('_', '-5F').replace(/[:]/g, '-3A').replaceAll('/', '_')}&d=DwMFaQ&c=x&r=y&m=z&s=w&e=`;
const linked = (target: string): string =>
  swapHtml(ADDRESS, `<a href="${target.replaceAll('&', '&amp;')}">${ADDRESS}</a>`);
const paragraphs = (open: string, close: string): string => html.replaceAll(PARAGRAPH, open).replaceAll('</p>', close);
const WORD_HEAD =
  '<meta name="Generator" content="Microsoft Word 15 (filtered medium)"><style><!--\n@font-face {font-family:"Cambria Math"; panose-1:2 4 5 3 5 4 6 3 2 4;}\np.MsoNormal, li.MsoNormal, div.MsoNormal {margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif; mso-fareast-language:EN-US;}\na:link, span.MsoHyperlink {mso-style-priority:99; color:#0563C1; text-decoration:underline;}\n.MsoChpDefault {mso-style-type:export-only; font-size:10.0pt;}\n@page WordSection1 {size:612.0pt 792.0pt; margin:36.0pt 36.0pt 36.0pt 36.0pt;}\ndiv.WordSection1 {page:WordSection1;}\n--></style>';
const WORD = paragraphs(
  '<p class="MsoNormal"><span lang="EN-US" style="font-size:11.0pt;mso-fareast-language:EN-US">',
  '<o:p></o:p></span></p>',
)
  .replace(
    '<html lang="en">',
    '<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns="http://www.w3.org/TR/REC-html40">',
  )
  .replace('</head>', `${WORD_HEAD}</head>`)
  .replace(
    '<body>',
    '<body lang="EN-US" link="#0563C1" vlink="#954F72" style="word-wrap:break-word"><div class="WordSection1">',
  )
  .replace('</body>', '</div></body>');
const inBody = (before: string, after = ''): string =>
  html.replace('<body>', () => `<body>${before}`).replace('</body>', () => `${after}</body>`);

const forwarded = (marks: string): string =>
  `${marks}\nFrom: ${from.name} <${from.address}>\nDate: Sun, Oct 21, 2001 at 11:12 AM\nSubject: ${subject}\nTo: <security@northwind.example>\n\n\n${text}`;
const colleague: Mail = {
  from: 'Ines <ines@northwind.example>',
  subject: `Fwd: ${subject}`,
  after: [],
  date: 'Mon, 22 Oct 2001 08:00:00 +0000',
};
const lf = (bytes: Buffer): Buffer => Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
const attachedTo = (words: string): Buffer =>
  toCrlf(
    Buffer.concat([
      Buffer.from(
        'From: Ines <ines@northwind.example>\nTo: soc@northwind.example\nSubject: real?\nDate: Mon, 22 Oct 2001 08:00:00 +0000\nMIME-Version: 1.0\n',
      ),
      writeMultipart('mixed', [
        writeLeaf({ type: 'text/plain', content: words }),
        Buffer.concat([Buffer.from('Content-Type: message/rfc822\n\n'), writeMail()]),
      ]),
    ]),
  );
const savedAs = (fields: string): Buffer => toCrlf(Buffer.from(`${fields}\n\n${text}`));

/** What relays, mail programs and people do to a notice without any harm. */
const CHANGES: readonly (readonly [name: string, made: Mail | Buffer])[] = [
  ['as it was sent', {}],
  ['Gmail: trace fields', { before: GMAIL }],
  ['Gmail: base64', { before: GMAIL, transfer: 'base64' }],
  ['Gmail: original shown and saved with LF', lf(writeMail({ before: GMAIL }))],
  ['Fastmail: trace fields', { before: FASTMAIL }],
  ['Fastmail: quoted-printable', { before: FASTMAIL, transfer: 'quoted-printable' }],
  [
    'Apple Mail: saved',
    lf(writeMail({ before: [...DOVECOT, 'X-Apple-UUID: 1', 'X-Universally-Unique-Identifier: AB-CD'] })),
  ],
  [
    'Apple Mail: iCloud',
    { before: ['X-Apple-MoveToFolder: INBOX', 'X-Proofpoint-Spam-Details: rule=notspam', ...DOVECOT] },
  ],
  ['Postfix and Dovecot', { before: DOVECOT }],
  ['Postfix and Dovecot: 7 bit', { before: DOVECOT, transfer: 'quoted-printable' }],
  [
    'Postfix: an alias',
    { before: [...DOVECOT, 'Delivered-To: soc@northwind.example', 'X-Original-To: soc@northwind.example'] },
  ],
  ['Rspamd', { before: ['X-Rspamd-Server: mx', 'X-Spamd-Result: default: False [-1.00 / 15.00]', ...DOVECOT] }],
  [
    'SpamAssassin',
    {
      before: [
        'X-Spam-Checker-Version: SpamAssassin 4.0.0',
        'X-Spam-Level:',
        'X-Spam-Status: No, score=-1.0 required=5.0',
        ...DOVECOT,
      ],
    },
  ],
  ['Amavis', { before: ['X-Virus-Scanned: Debian amavis at northwind.example', ...DOVECOT] }],
  [
    'Thunderbird: saved',
    {
      before: [
        'X-Mozilla-Status: 0001',
        'X-Mozilla-Status2: 00000000',
        'X-Account-Key: account1',
        'X-UIDL: 1',
        ...DOVECOT,
      ],
    },
  ],
  ['Exchange: trace fields', { before: EXCHANGE }],
  ['Exchange: base64', { before: EXCHANGE, transfer: 'base64' }],
  [
    'Exchange: topic of the thread',
    { before: EXCHANGE, after: ['Reply-To: answers@harbor.example', `Thread-Topic: ${encoded(subject)}`] },
  ],
  [
    'Exchange: topic of the thread, quoted',
    {
      before: EXCHANGE,
      after: [
        'Reply-To: answers@harbor.example',
        `Thread-Topic: ${quoted(subject.slice(0, 20))}\n ${quoted(subject.slice(20))}`,
      ],
    },
  ],
  ['line ends: LF', lf(writeMail())],
  ['line ends: trailing blanks', { text: text.replaceAll('\n', '   \n') }],
  ['line ends: no last one', { text: text.trimEnd() }],
  ['line ends: more at the end', { text: `${text}\n\n` }],
  ['wrapped at 60', { text: text.replace(/(.{40,60}) /g, '$1\n') }],
  ['wrapped nowhere', { text: text.replace(/(\S)\n {4}(?=\S)/g, '$1 ').replace(/(\S)\n(?=[a-z])/g, '$1 ') }],
  ['a name in quotes', { from: `"${from.name}" <${from.address}>` }],
  ['a name in an encoded word', { from: `${encoded(from.name)} <${from.address}>` }],
  ['a sender without a name', { from: from.address }],
  [
    'a subject in quoted-printable',
    Buffer.from(
      writeMail()
        .toString('latin1')
        .replace(
          /^Subject: .*(?:\r\n[ \t].*)*/m,
          () => `Subject: ${quoted(subject.slice(0, 30))}\r\n ${quoted(subject.slice(30))}`,
        ),
      'latin1',
    ),
  ],
  ['a date with a comment', { date: `${date} (UTC)` }],
  ['a date of another zone', { date: 'Sun, 21 Oct 2001 11:12:00 +0200' }],
  ['html: other white space', { html: html.replaceAll('\n', '\r\n\r\n\t') }],
  ['html: entities for letters', { html: html.replaceAll('–', '&ndash;').replaceAll('’', '&rsquo;') }],
  ['html: a wrapper', { html: inBody('<div class="ms-outer" id="x">', '</div>') }],
  [
    'html: another meta',
    {
      html: html.replace(
        '<meta charset="utf-8">',
        '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">',
      ),
    },
  ],
  [
    'html: tags in capitals',
    { html: html.replace(/<(\/?)(p|h1|h2|code|div)\b/g, (_, slash, name: string) => `<${slash}${name.toUpperCase()}`) },
  ],
  ['Exchange: text made anew', { before: EXCHANGE, text: LINE_A_PARAGRAPH }],
  [
    'Exchange: banner',
    {
      before: EXCHANGE,
      text: `${BANNER}\n\n${text}`,
      html: inBody(`<table border="0" width="100%" bgcolor="#FFEB9C"><tr><td>${BANNER}</td></tr></table>`),
    },
  ],
  [
    'Exchange: banner in the HTML alone',
    {
      before: EXCHANGE,
      html: inBody(
        `<div style="background-color:#FFEB9C; border:1pt solid #9C6500; padding:2pt"><b>${BANNER}</b></div>`,
      ),
    },
  ],
  ['Exchange: [EXTERNAL]', { before: EXCHANGE, subject: `[EXTERNAL] ${subject}` }],
  ['Exchange: EXT:', { before: EXCHANGE, subject: `EXT: ${subject}` }],
  [
    'Safe Links',
    {
      before: EXCHANGE,
      text: swapText(ADDRESS, `${ADDRESS}<${safeLink(`http://${ADDRESS}`)}>`),
      html: linked(safeLink(`http://${ADDRESS}`)),
    },
  ],
  ['Safe Links in the HTML alone', { before: EXCHANGE, html: linked(safeLink(`http://${ADDRESS}`)) }],
  ['Proofpoint 2', { html: linked(proofpoint2(`http://${ADDRESS}`)) }],
  ['Proofpoint 3', { html: linked(`https://urldefense.com/v3/__http://${ADDRESS}__;!!abc!def$`) }],
  ['a program that makes links', { html: linked(`http://${ADDRESS}`) }],
  ['Outlook and Word', { before: EXCHANGE, html: WORD }],
  [
    'Outlook on the web',
    {
      before: EXCHANGE,
      html: paragraphs(
        '<p style="margin:0px 0px 12px; font-family:Calibri,Arial,sans-serif; font-size:16px; color:rgb(36,36,36)">',
        '</p>',
      ),
    },
  ],
  [
    'a list: footer',
    { before: LIST, text: `${text}${FOOTER}`, html: inBody('', `<hr>${FOOTER.replaceAll('\n', '<br>')}`) },
  ],
  ['a list: tag', { before: LIST, subject: `[notices] ${subject}` }],
  ['a list: plain text alone', { before: LIST, html: null }],
  ['an archive: HTML alone', { text: null }],
  ['forwarded by Gmail', { ...colleague, text: forwarded('---------- Forwarded message ---------'), html: null }],
  [
    'forwarded by Outlook',
    { ...colleague, subject: `FW: ${subject}`, text: forwarded('-----Original Message-----'), html: null },
  ],
  [
    'forwarded with both forms',
    {
      ...colleague,
      text: forwarded('-------- Forwarded Message --------'),
      html: inBody(`<div>-------- Forwarded Message --------<br>From: ${from.name}<br>Subject: ${subject}</div><br>`),
    },
  ],
  ['attached by a colleague', attachedTo('Is this real?\n')],
  ['attached without a word', attachedTo('\n')],
  [
    'saved as text by Outlook',
    savedAs(
      `From:\t${from.name} <${from.address}>\nSent:\tSunday, October 21, 2001 11:12 AM\nTo:\tSecurity\nSubject:\t${subject}`,
    ),
  ],
  [
    'saved as text by Thunderbird',
    savedAs(
      `Subject: ${subject}\nFrom: ${from.name} <${from.address}>\nDate: 10/21/01, 11:12 AM\nTo: security@northwind.example`,
    ),
  ],
  ['copied into a text file', Buffer.from(text)],
  ['copied out of shown HTML', Buffer.from(text.replace(/^ {2}- /gm, '\u2022 '))],
  ['saved as a page', Buffer.from(html)],
];

export const harmlessChanges: readonly TriedLetter[] = CHANGES.map(([name, made]) => ({
  name,
  bytes: Buffer.isBuffer(made) ? made : writeMail(made),
  html: Buffer.isBuffer(made) || made.html === undefined ? null : made.html,
}));
