import { Buffer } from 'node:buffer';
import { type Charset, encodeText } from '../charset.ts';
import { toCrlf, writeLeaf, writeMail, writeMultipart } from './mail.ts';
import { caseNotice, PARAGRAPH } from './notice.ts';
import type { VerificationCase } from './verification-case.ts';

const footer = '____________________\nnotices mailing list\nhttps://lists.northwind.example/notices\n';
const footerHtml = '<hr>notices mailing list<br>https://lists.northwind.example/notices</body>';
const banner = 'CAUTION: This message came from outside Northwind.';
const unwrapped = caseNotice.text.replace(/(\S)\n {4}(?=\S)/g, '$1 ').replace(/(\S)\n(?=[a-z])/g, '$1 ');

/** What mail programs write when a message is saved as text: lines of their own, and the text. */
const saved = (head: string, charset: Charset = 'utf-8'): Buffer =>
  toCrlf(encodeText(`${head}\n\n${caseNotice.text}`, charset));

/** What relays, lists and forwarders do to mail. */
export const HARMLESS: readonly VerificationCase[] = [
  { name: 'as-sent', why: 'unchanged', bytes: writeMail(), answer: 'genuine' },
  {
    name: 'quoted-printable',
    why: 'a relay without 8BITMIME',
    bytes: writeMail({ transfer: 'quoted-printable' }),
    answer: 'genuine',
  },
  {
    name: 'base64',
    why: 'a relay that encodes in base64',
    bytes: writeMail({ transfer: 'base64' }),
    answer: 'genuine',
  },
  {
    name: 'line-feeds',
    why: 'saved with LF',
    bytes: Buffer.from(writeMail().toString('latin1').replaceAll('\r\n', '\n'), 'latin1'),
    answer: 'genuine',
  },
  {
    name: 'trailing-spaces',
    why: 'spaces at line ends',
    bytes: writeMail({ text: caseNotice.text.replaceAll('\n', '  \n') }),
    answer: 'genuine',
  },
  { name: 'rewrapped', why: 'lines broken elsewhere', bytes: writeMail({ text: unwrapped }), answer: 'genuine' },
  {
    name: 'flowed',
    why: 'format=flowed with soft line breaks',
    bytes: writeMail({
      text: null,
      alternatives: [{ type: 'text/plain; format=flowed', content: caseNotice.text.replace(/(\S)\n(?=\S)/g, '$1 \n') }],
      html: null,
    }),
    answer: 'rewritten',
    notes: ['html-missing'],
  },
  {
    name: 'trace-fields',
    why: 'fields that every relay adds',
    bytes: writeMail({
      before: [
        'Return-Path: <bounce@harbor.example>',
        'ARC-Seal: i=1; a=rsa-sha256; d=northwind.example; s=arc; cv=none; b=AAAA',
        'Authentication-Results: mx.northwind.example; dkim=pass header.d=harbor.example',
        'Received: from mail.harbor.example (mail.harbor.example [192.0.2.1])\n\tby mx.northwind.example; Sun, 21 Oct 2001 09:12:04 +0000',
        'DKIM-Signature: v=1; a=rsa-sha256; d=harbor.example; s=candor; h=from; bh=AAAA; b=AAAA',
        'X-Spam-Status: No, score=-1.0',
      ],
    }),
    answer: 'genuine',
  },
  {
    name: 'list-footer',
    why: 'a mailing-list footer in both forms, reported once and as not ours',
    bytes: writeMail({
      before: ['List-Id: <notices.lists.northwind.example>', 'Precedence: list'],
      text: `${caseNotice.text}${footer}`,
      html: caseNotice.html.replace('</body>', footerHtml),
    }),
    answer: 'added',
    notes: ['through-list'],
  },
  {
    name: 'list-footer-part',
    why: 'the footer as a part of its own',
    bytes: writeMail({
      before: ['List-Id: <notices.lists.northwind.example>'],
      mixed: [{ type: 'text/plain', content: footer, fields: ['Content-Disposition: inline'] }],
    }),
    answer: 'added',
    notes: ['through-list'],
  },
  {
    name: 'list-tag',
    why: 'a list puts its name before the subject',
    bytes: writeMail({
      before: ['List-Post: <mailto:notices@lists.northwind.example>'],
      subject: `[notices] ${caseNotice.subject}`,
    }),
    answer: 'added',
    notes: ['subject-tag', 'through-list'],
  },
  {
    name: 'external-tag',
    why: 'a gateway marks mail from outside',
    bytes: writeMail({ subject: `[EXTERNAL] ${caseNotice.subject}` }),
    answer: 'added',
    notes: ['subject-tag'],
  },
  {
    name: 'forward-tag',
    why: 'resent by hand',
    bytes: writeMail({ subject: `WG: Fwd: ${caseNotice.subject}` }),
    answer: 'added',
    notes: ['subject-tag'],
  },
  {
    name: 'gateway-banner',
    why: 'a warning in front, in both forms',
    bytes: writeMail({
      text: `${banner}\n\n${caseNotice.text}`,
      html: caseNotice.html.replace('<body>', `<body><table bgcolor="#ffeb9c"><tr><td>${banner}</td></tr></table>`),
    }),
    answer: 'added',
  },
  {
    name: 'forwarded-attached',
    why: 'forwarded as an attachment by a colleague',
    bytes: toCrlf(
      Buffer.concat([
        Buffer.from(
          'From: Ines <ines@northwind.example>\nTo: soc@northwind.example\nSubject: is this real?\nDate: Mon, 22 Oct 2001 08:00:00 +0000\nMIME-Version: 1.0\n',
        ),
        writeMultipart('mixed', [
          writeLeaf({ type: 'text/plain', content: '\n' }),
          Buffer.concat([Buffer.from('Content-Type: message/rfc822\n\n'), writeMail()]),
        ]),
      ]),
    ),
    answer: 'inside',
  },
  {
    name: 'forwarded-attached-with-words',
    why: 'the same with a question from the colleague, reported as not ours',
    bytes: toCrlf(
      Buffer.concat([
        Buffer.from(
          'From: Ines <ines@northwind.example>\nTo: soc@northwind.example\nSubject: is this real?\nDate: Mon, 22 Oct 2001 08:00:00 +0000\nMIME-Version: 1.0\n',
        ),
        writeMultipart('mixed', [
          writeLeaf({ type: 'text/plain', content: 'Is this real?\n' }),
          Buffer.concat([Buffer.from('Content-Type: message/rfc822\n\n'), writeMail()]),
        ]),
      ]),
    ),
    answer: 'inside',
  },
  {
    name: 'outlook-html',
    why: 'html rewritten by Outlook',
    bytes: writeMail({
      html: caseNotice.html
        .replace('<html lang="en">', '<html xmlns:o="urn:schemas-microsoft-com:office:office" lang="en">')
        .replace(
          '</head>',
          '<!--[if gte mso 9]><xml><o:shapedefaults/></xml><![endif]--><style><!-- @font-face {font-family:Calibri;} p.MsoNormal {margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif;} v\\:* {behavior:url(#default#VML);} --></style></head>',
        )
        .replaceAll(PARAGRAPH, '<p class="MsoNormal"><span style="font-size:11.0pt;mso-fareast-language:EN-US">')
        .replaceAll('</p>', '<o:p></o:p></span></p>'),
    }),
    answer: 'rewritten',
    notes: ['html-rewritten'],
  },
  {
    name: 'links-made',
    why: 'a program makes addresses clickable and leads where they say',
    bytes: writeMail({
      html: caseNotice.html.replace(
        'harbor.example/notice',
        '<a href="http://harbor.example/notice">harbor.example/notice</a>',
      ),
    }),
    answer: 'rewritten',
    notes: ['html-rewritten', 'links-made'],
  },
  {
    name: 'html-dropped',
    why: 'a list that accepts only plain text',
    bytes: writeMail({ html: null }),
    answer: 'rewritten',
    notes: ['html-missing'],
  },
  {
    name: 'text-dropped',
    why: 'an archive that keeps only the html',
    bytes: writeMail({ text: null }),
    answer: 'rewritten',
    notes: ['text-missing'],
  },
  {
    name: 'quoted',
    why: 'forwarded with quote marks',
    bytes: writeMail({ text: caseNotice.text.replace(/^/gm, '> ').replace(/> $/, ''), html: null }),
    answer: 'rewritten',
    notes: ['html-missing', 'quoted'],
  },
  {
    name: 'windows-1252',
    why: 'another charset that has all the letters',
    bytes: writeMail({
      text: null,
      html: null,
      alternatives: [
        { type: 'text/plain', content: caseNotice.text, charset: 'windows-1252', transfer: 'quoted-printable' },
      ],
    }),
    answer: 'rewritten',
    notes: ['html-missing'],
  },
  {
    name: 'pasted',
    why: 'copied out of a mail program',
    as: 'txt',
    bytes: Buffer.from(caseNotice.text),
    answer: 'words-alone',
    notes: ['words-alone'],
  },
  {
    name: 'pasted-bullets',
    why: 'copied out of shown html: other marks before items',
    as: 'txt',
    bytes: Buffer.from(caseNotice.text.replace(/^ {2}- /gm, '\u2022 ').replace(/^ (\d)\. /gm, '$1. ')),
    answer: 'words-alone',
    notes: ['words-alone'],
  },
  {
    name: 'pasted-unmarked',
    why: 'copied without marks',
    as: 'txt',
    bytes: Buffer.from(caseNotice.text.replace(/^ {1,2}(?:-|\d\.) /gm, '')),
    answer: 'words-alone',
    notes: ['words-alone'],
  },
  {
    name: 'pasted-quotes',
    why: 'copied by a program that writes other quotation marks, apostrophes and dashes',
    as: 'txt',
    bytes: Buffer.from(caseNotice.text.replaceAll('\u2019', "'").replaceAll(' \u2013 ', ' - ')),
    answer: 'words-alone',
    notes: ['words-alone'],
  },
  {
    name: 'pasted-targets',
    why: 'copied by a program that made a link of an address and writes where it leads',
    as: 'txt',
    bytes: Buffer.from(
      caseNotice.text.replace('harbor.example/notice', 'harbor.example/notice<http://harbor.example/notice>'),
    ),
    answer: 'words-alone',
    notes: ['words-alone'],
  },
  {
    name: 'saved-by-outlook',
    why: 'saved as text by Outlook: its own lines in front, local time, ANSI',
    as: 'text',
    bytes: saved(
      `From:\tHarbor Energy Incident Team <notice@harbor.example>\nSent:\tSunday, October 21, 2001 11:12 AM\nTo:\tSecurity\nSubject:\t${caseNotice.subject}`,
      'windows-1252',
    ),
    answer: 'words-alone',
    notes: ['saved-as-text'],
  },
  {
    name: 'saved-without-address',
    why: 'the same without the address of the sender',
    as: 'text',
    bytes: saved(`From:\tHarbor Energy\nSent:\tSunday, October 21, 2001 11:12 AM\nTo:\tsecurity@northwind.example`),
    answer: 'words-alone',
    notes: ['words-alone'],
  },
  {
    name: 'saved-by-thunderbird',
    why: 'saved as text by Thunderbird, with a date of its own form',
    as: 'text',
    bytes: saved(
      `Subject: ${caseNotice.subject}\nFrom: Harbor Energy Incident Team <notice@harbor.example>\nDate: 10/21/01, 11:12 AM\nTo: security@northwind.example`,
    ),
    answer: 'words-alone',
    notes: ['saved-as-text'],
  },
  {
    name: 'saved-as-unicode',
    why: 'the text saved in UTF-16',
    as: 'text',
    bytes: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(caseNotice.text, 'utf16le')]),
    answer: 'words-alone',
    notes: ['words-alone'],
  },
  {
    name: 'saved-as-ansi',
    why: 'the text saved in windows-1252',
    as: 'text',
    bytes: encodeText(caseNotice.text, 'windows-1252'),
    answer: 'words-alone',
    notes: ['words-alone'],
  },
  {
    name: 'pasted-code',
    why: 'only the code or the mail address was copied: no text to compare',
    as: 'txt',
    bytes: Buffer.from(`${caseNotice.code}\n`),
    answer: 'unreadable',
  },
  {
    name: 'printed',
    why: 'printed to a PDF: no text to compare',
    as: 'pdf',
    bytes: Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'),
    answer: 'unreadable',
  },
  {
    name: 'pictured',
    why: 'a screenshot',
    as: 'png',
    bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
    answer: 'unreadable',
  },
];
