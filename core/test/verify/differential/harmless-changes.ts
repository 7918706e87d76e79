import { type Mail, writeMail } from '../../../../corpus/generate/verification/mail.ts';
import { caseNotice } from '../../../../corpus/generate/verification/notice.ts';
import { swapText } from '../../../../corpus/generate/verification/verification-case.ts';
import type { TriedLetter } from './forgeries.ts';
import {
  ADDRESS,
  attachedTo,
  BANNER,
  colleague,
  DOVECOT,
  EXCHANGE,
  encoded,
  FASTMAIL,
  FOOTER,
  forwarded,
  GMAIL,
  inBody,
  LINE_A_PARAGRAPH,
  LIST,
  lf,
  linked,
  paragraphs,
  proofpoint2,
  quoted,
  safeLink,
  savedAs,
  WORD,
} from './harmless-forms.ts';

const { text, html, subject, from, date } = caseNotice;

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
