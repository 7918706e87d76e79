import {
  type Mail,
  toCrlf,
  writeLeaf,
  writeMail,
  writeMultipart,
} from '../../../../corpus/generate/verification/mail.ts';
import { caseNotice, PARAGRAPH } from '../../../../corpus/generate/verification/notice.ts';
import { swapHtml } from '../../../../corpus/generate/verification/verification-case.ts';

const { text, html, subject, from } = caseNotice;
export const ADDRESS = 'harbor.example/notice';
export const encoded = (words: string): string => `=?utf-8?B?${Buffer.from(words).toString('base64')}?=`;
export const quoted = (words: string): string =>
  `=?UTF-8?Q?${Array.from(Buffer.from(words), (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')}?=`;

export const GMAIL = [
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
export const FASTMAIL = [
  'Return-Path: <bounce@harbor.example>',
  'Received: from mx1.messagingengine.com ([10.202.2.200]) by store; Sun, 21 Oct 2001 05:12:04 -0400',
  'X-ME-Received: <xmr:abc>',
  'X-Spam-score: 0.0',
  'X-Resolved-to: security@northwind.example',
  'X-Delivered-to: security@northwind.example',
  'X-Mail-from: bounce@harbor.example',
];
export const EXCHANGE = [
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
export const DOVECOT = [
  'Return-Path: <bounce@harbor.example>',
  'Delivered-To: security@northwind.example',
  'Received: from mx.northwind.example by mail with LMTP id abc; Sun, 21 Oct 2001 09:12:06 +0000',
  'X-Original-To: security@northwind.example',
];
export const BANNER =
  'CAUTION: This email came from outside of Northwind. Do not click links unless you know the sender.';
export const FOOTER =
  '_______________________________________________\nnotices mailing list\nnotices@lists.northwind.example\n';
export const LIST = [
  'List-Id: <notices.lists.northwind.example>',
  'Precedence: list',
  'List-Post: <mailto:notices@lists.northwind.example>',
];

/** Exchange makes the text part again from the HTML: one line a paragraph, an empty one between. */
export const LINE_A_PARAGRAPH = text
  .replace(/(\S)\n {4}(?=\S)/g, '$1 ')
  .replace(/(\S)\n(?=\S)/g, '$1\n\n')
  .replace(/^ {1,3}/gm, '');
export const safeLink = (target: string): string =>
  `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(target)}&data=05%7C01&sdata=x&reserved=0`;
export const proofpoint2 = (target: string): string =>
  `https://urldefense.proofpoint.com/v2/url?u=${target.replaceAll('_', '-5F').replace(/[:]/g, '-3A').replaceAll('/', '_')}&d=DwMFaQ&c=x&r=y&m=z&s=w&e=`;
export const linked = (target: string): string =>
  swapHtml(ADDRESS, `<a href="${target.replaceAll('&', '&amp;')}">${ADDRESS}</a>`);
export const paragraphs = (open: string, close: string): string =>
  html.replaceAll(PARAGRAPH, open).replaceAll('</p>', close);
const WORD_HEAD =
  '<meta name="Generator" content="Microsoft Word 15 (filtered medium)"><style><!--\n@font-face {font-family:"Cambria Math"; panose-1:2 4 5 3 5 4 6 3 2 4;}\np.MsoNormal, li.MsoNormal, div.MsoNormal {margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif; mso-fareast-language:EN-US;}\na:link, span.MsoHyperlink {mso-style-priority:99; color:#0563C1; text-decoration:underline;}\n.MsoChpDefault {mso-style-type:export-only; font-size:10.0pt;}\n@page WordSection1 {size:612.0pt 792.0pt; margin:36.0pt 36.0pt 36.0pt 36.0pt;}\ndiv.WordSection1 {page:WordSection1;}\n--></style>';
export const WORD = paragraphs(
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
export const inBody = (before: string, after = ''): string =>
  html.replace('<body>', () => `<body>${before}`).replace('</body>', () => `${after}</body>`);

export const forwarded = (marks: string): string =>
  `${marks}\nFrom: ${from.name} <${from.address}>\nDate: Sun, Oct 21, 2001 at 11:12 AM\nSubject: ${subject}\nTo: <security@northwind.example>\n\n\n${text}`;
export const colleague: Mail = {
  from: 'Ines <ines@northwind.example>',
  subject: `Fwd: ${subject}`,
  after: [],
  date: 'Mon, 22 Oct 2001 08:00:00 +0000',
};
export const lf = (bytes: Buffer): Buffer => Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
export const attachedTo = (words: string): Buffer =>
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
export const savedAs = (fields: string): Buffer => toCrlf(Buffer.from(`${fields}\n\n${text}`));
