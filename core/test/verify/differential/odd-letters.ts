import { type Leaf, type Mail, writeMail } from '../../../../corpus/generate/verification/mail.ts';
import { caseNotice } from '../../../../corpus/generate/verification/notice.ts';
import { swapBoth, swapHtml, swapText } from '../../../../corpus/generate/verification/verification-case.ts';

const { text, html } = caseNotice;
const LURE = 'Log in at harbor-check.example before Friday.';
const SENDER = 'notice@harbor.example';
const ADDRESS = 'harbor.example/notice';
const SAFE = 'no password, no payment';
const HEAD =
  'From: Harbor Energy Incident Team <notice@harbor.example>\r\nTo: security@northwind.example\r\nDate: Sun, 21 Oct 2001 09:12:00 +0000\r\nReply-To: answers@harbor.example\r\nMessage-ID: <0123456789abcdefghjkmnpqrs@harbor.example>\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n';
const subjectLine = (): string => /^Subject:.*(?:\r\n[ \t].*)*/m.exec(writeMail().toString('latin1'))?.[0] ?? '';
/** The notice's own header around a body of the forger's. */
const raw = (body: string): Buffer => Buffer.from(`${HEAD}${subjectLine()}\r\n${body.replace(/\r?\n/g, '\r\n')}`);
const leaf = (type: string, content: string, ...fields: string[]): string =>
  `Content-Type: ${type.includes('charset') ? type : `${type}; charset=utf-8`}\n${fields.map((field) => `${field}\n`).join('')}\n${content}`;
const PLAIN = leaf('text/plain', text);
const HTML = leaf('text/html', html);
const parts = (type: string, boundary: string, ...bodies: string[]): string =>
  `Content-Type: multipart/${type}; boundary="${boundary}"\n\n${bodies.map((body) => `--${boundary}\n${body}\n`).join('')}--${boundary}--\n`;
const inHtml = (from: string, to: string): Mail => ({ html: swapHtml(from, to) });
const both = (from: string, to: string): Mail => swapBoth(from, to);
const further = (part: Leaf): Mail => ({ mixed: [part] });
const header = (...fields: string[]): Mail => ({ after: ['Reply-To: answers@harbor.example', ...fields] });

/** Forgeries of kinds that no class of the generator has, by hand. */
export const ODD_FORGERIES: readonly (readonly [name: string, made: Mail | Buffer])[] = [
  ['isolates turn a figure round', both('540', '\u2067540\u2069')],
  ['isolates in HTML alone', inHtml('312 opened', '&#x2067;312&#x2069; opened')],
  ['soft hyphens in the text', { text: swapText('password', 'pass\u00adword') }],
  ['zero-width joiners make other words', both(SAFE, 'n\u200do password, no payment')],
  ['a break that joins two words', inHtml('no payment', 'no<wbr>payment')],
  ['an entity without its end', inHtml('882 emails', '8&shy82 emails')],
  ['an entity that is another sign', inHtml('540 must', '&#53;&#52; must')],
  ['UTF-7', raw(parts('alternative', 'b', leaf('text/plain; charset=utf-7', text.replace('540', '+ADU-4')), HTML))],
  [
    'ISO-2022-JP with escapes',
    raw(parts('alternative', 'b', leaf('text/plain; charset=iso-2022-jp', text.replace('540', '5\u001b(J4')), HTML)),
  ],
  ['UTF-16 said to be UTF-8', raw(parts('alternative', 'b', PLAIN, leaf('text/html; charset=utf-16', html)))],
  ['HTML first, plain text last', raw(parts('alternative', 'b', leaf('text/html', `<p>${LURE}</p>`), PLAIN))],
  ['three alternatives', raw(parts('alternative', 'b', PLAIN, HTML, leaf('text/html', `<p>${LURE}</p>`)))],
  ['the twin in the middle of three', raw(parts('alternative', 'b', leaf('text/html', `<p>${LURE}</p>`), HTML, PLAIN))],
  ['two types of one part', raw(`Content-Type: text/plain\nContent-Type: text/html\n\n${text}`)],
  [
    'a type with two boundaries',
    raw(
      `Content-Type: multipart/alternative; boundary=a; boundary=b\n\n--a\n${leaf('text/plain', LURE)}\n--a--\n--b\n${PLAIN}\n--b\n${HTML}\n--b--\n`,
    ),
  ],
  [
    'a preamble that some show',
    raw(`Content-Type: multipart/alternative; boundary=b\n\n${LURE}\n--b\n${PLAIN}\n--b\n${HTML}\n--b--\n`),
  ],
  ['an epilogue that some show', raw(`${parts('alternative', 'b', PLAIN, HTML)}\n${LURE}\n`)],
  [
    'a boundary that another begins with',
    raw(
      `Content-Type: multipart/alternative; boundary=b\n\n--bb\n${leaf('text/plain', LURE)}\n--b\n${PLAIN}\n--b\n${HTML}\n--b--\n`,
    ),
  ],
  [
    'format=flowed that joins lines',
    raw(
      parts(
        'alternative',
        'b',
        leaf('text/plain; format=flowed; delsp=yes', text.replace('540 must', '5 \n40 must')),
        HTML,
      ),
    ),
  ],
  ['a quoted word as a name', { from: `=?utf-8?q?Harbor_=3Chelp=40elsewhere=2Eexample=3E?= <${SENDER}>` }],
  [
    'an encoded name with an address',
    { from: `=?utf-8?B?${Buffer.from('Call 555 0142').toString('base64')}?= <${SENDER}>` },
  ],
  ['a group as sender', { from: `Harbor Energy Incident Team: ${SENDER};` }],
  ['a group with others', { from: `Harbor: ${SENDER}, help@elsewhere.example;` }],
  ['a very long name', { from: `"Harbor Energy Incident Team${' '.repeat(200)}call 555 0142" <${SENDER}>` }],
  ['a comment in the address', { from: `Harbor Energy Incident Team <notice(call 555 0142)@harbor.example>` }],
  ['a base', inHtml('</head>', '<base href="https://elsewhere.example/"></head>')],
  [
    'a picture of words',
    { html: swapHtml('<body>', `<body><img src="data:image/png;base64,iVBORw0KGgo=" alt="${LURE}">`) },
  ],
  [
    'a picture from the mail',
    {
      html: swapHtml('<body>', '<body><img src="cid:a@b" width="600" height="300">'),
      mixed: [
        {
          type: 'image/png',
          content: Buffer.from('89504e470d0a1a0a', 'hex'),
          transfer: 'base64',
          fields: ['Content-ID: <a@b>'],
        },
      ],
    },
  ],
  ['plaintext', inHtml('<body>', `<body><plaintext>${LURE}`)],
  ['a template of a shadow', inHtml('Do now', `<div><template shadowrootmode="open">${LURE}</template>Do now</div>`)],
  [
    'counters',
    inHtml('</head>', '<style>p{counter-increment:a}p::before{content:counter(a,upper-roman)}</style></head>'),
  ],
  ['details that are open', inHtml('Do now', `<details open><summary>Do now</summary></details>`)],
  [
    'a drawing that covers',
    inHtml(
      '<body>',
      `<body><svg style="position:absolute" width="640" height="4000"><rect width="640" height="4000" fill="#fff"/><text y="40">${LURE}</text></svg>`,
    ),
  ],
  [
    'an annotation in a formula',
    inHtml('540 must', '<math><semantics><mn>54</mn><annotation>540</annotation></semantics></math> must'),
  ],
  [
    'S/MIME around it',
    raw(
      `Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\nContent-Transfer-Encoding: base64\n\n${Buffer.from(`Content-Type: text/plain\n\n${LURE}`).toString('base64')}\n`,
    ),
  ],
  [
    'signed by somebody',
    raw(
      `Content-Type: multipart/signed; protocol="application/pkcs7-signature"; boundary=s\n\n--s\n${parts('alternative', 'b', PLAIN, HTML)}\n--s\nContent-Type: application/pkcs7-signature; name=smime.p7s\n\nMIIB\n--s--\n`,
    ),
  ],
  [
    'winmail.dat',
    further({
      type: 'application/ms-tnef; name=winmail.dat',
      content: Buffer.from('789f3e22', 'hex'),
      transfer: 'base64',
    }),
  ],
  ['part of a message', raw(`Content-Type: message/partial; id="a"; number=1; total=2\n\n${PLAIN}`)],
  [
    'a body elsewhere',
    raw(
      'Content-Type: message/external-body; access-type=URL; URL="https://elsewhere.example/"\n\nContent-Type: text/html\n\n',
    ),
  ],
  [
    'nested multiparts',
    raw(
      parts(
        'mixed',
        'a',
        parts('related', 'c', parts('alternative', 'b', PLAIN, HTML), leaf('text/html', `<p>${LURE}</p>`)),
      ),
    ),
  ],
  [
    'a calendar',
    {
      alternatives: [
        {
          type: 'text/calendar; method=REQUEST',
          content: `BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:${LURE}\nEND:VEVENT\nEND:VCALENDAR\n`,
        },
      ],
    },
  ],
  [
    'mark-up for a search engine',
    inHtml(
      '</head>',
      `<script type="application/ld+json">{"@type":"EmailMessage","potentialAction":{"@type":"ViewAction","target":"https://elsewhere.example","name":"Log in"}}</script></head>`,
    ),
  ],
  [
    'microdata for a button',
    inHtml(
      '<body>',
      '<body><div itemscope itemtype="http://schema.org/EmailMessage"><link itemprop="url" href="https://elsewhere.example"><meta itemprop="name" content="Log in"></div>',
    ),
  ],
  ['a meta description', inHtml('</head>', `<meta name="description" content="${LURE}"></head>`)],
  ['a link around a block', inHtml('Do now', `<a href="https://${ADDRESS}.elsewhere.example">Do now</a>`)],
  [
    'a map over a picture',
    inHtml('</body>', '<map name="a"><area href="https://elsewhere.example" alt="harbor"></map></body>'),
  ],
  [
    'VML',
    inHtml(
      '<body>',
      `<body><v:rect xmlns:v="urn:schemas-microsoft-com:vml" style="width:600px;height:90px" title="${LURE}"><v:textbox>${LURE}</v:textbox></v:rect>`,
    ),
  ],
  ['an mso rule that hides', inHtml(SAFE, `<span style="mso-hide:all">${SAFE}</span>`)],
  [
    'an mso element',
    inHtml(
      'Do now',
      `<span style='mso-element:field-begin'></span>HYPERLINK "https://elsewhere.example"<span style='mso-element:field-end'></span>Do now`,
    ),
  ],
  ['X-Message-Flag', header(`X-Message-Flag: ${LURE}`)],
  ['Thread-Topic', header(`Thread-Topic: ${LURE}`)],
  ['a subject in two encoded words', { subject: `${caseNotice.subject}\u200b — ${LURE}` }],
  ['a header behind the body', raw(`Subject: ${LURE}\n${parts('alternative', 'b', PLAIN, HTML)}`)],
  [
    'text that is base64 of more',
    raw(
      parts(
        'alternative',
        'b',
        `Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${Buffer.from(text).toString('base64')}\n\n${Buffer.from(LURE).toString('base64')}`,
        HTML,
      ),
    ),
  ],
  [
    'quoted-printable with an early end',
    raw(
      parts(
        'alternative',
        'b',
        leaf('text/plain', text.replace('Do now', `=0A${LURE}=0A`), 'Content-Transfer-Encoding: quoted-printable'),
        HTML,
      ),
    ),
  ],
];

/** Further harmless changes, by hand. */
export const ODD_HARMLESS: readonly (readonly [name: string, made: Mail | Buffer])[] = [
  ['quoted-printable', { transfer: 'quoted-printable' }],
  ['base64', { transfer: 'base64' }],
  ['another boundary', raw(parts('alternative', '=_Part_12', PLAIN, HTML))],
  ['a boundary with blanks', raw(parts('alternative', 'a b c', PLAIN, HTML))],
  ['a mixed part around it', raw(parts('mixed', 'a', parts('alternative', 'b', PLAIN, HTML)))],
  ['a related part around the HTML', raw(parts('alternative', 'b', PLAIN, parts('related', 'c', HTML)))],
  [
    'a preamble that all write',
    raw(
      `Content-Type: multipart/alternative; boundary=b\n\nThis is a multi-part message in MIME format.\n--b\n${PLAIN}\n--b\n${HTML}\n--b--\n`,
    ),
  ],
  ['plain text alone', { html: null }],
  ['trailing blanks', { text: text.replace(/\n/g, ' \n') }],
  ['an empty line more at the end', { text: `${text}\n\n` }],
  ['format=flowed', raw(parts('alternative', 'b', leaf('text/plain; charset=utf-8; format=flowed', text), HTML))],
  ['lines of 998', { text: text.replace(/(\S)\n {4}(?=\S)/g, '$1 ') }],
  ['a name in quotes', { from: `"Harbor Energy Incident Team" <${SENDER}>` }],
  ['a name in encoded words', { from: `=?utf-8?Q?Harbor_Energy_Incident_Team?= <${SENDER}>` }],
  ['capitals in fields', { before: ['RECEIVED: from a by b; Sun, 21 Oct 2001 09:12:05 +0000'] }],
  [
    'many traces',
    {
      before: Array.from(
        { length: 9 },
        (_, at) => `Received: from a${at}.example by b; Sun, 21 Oct 2001 09:12:05 +0000`,
      ),
    },
  ],
  [
    'a meta of the charset anew',
    inHtml('<meta charset="utf-8">', '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">'),
  ],
  ['white space between elements', { html: html.replace(/>\n</g, '>\r\n\r\n  <') }],
  ['entities for dashes', { html: html.replaceAll('–', '&ndash;') }],
  [
    'capitals in elements',
    {
      html: html.replace(
        /<(\/?)(p|h1|h2|div)\b/g,
        (_, slash: string, name: string) => `<${slash}${name.toUpperCase()}`,
      ),
    },
  ],
];

export const toBytes = (made: Mail | Buffer): Buffer => (Buffer.isBuffer(made) ? made : writeMail(made));
