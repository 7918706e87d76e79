import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import {
  addressOf,
  type IssuedMail,
  insertFields,
  readField,
  replaceField,
  swapWords,
  toMail,
} from '../../../../core/test/verify/forged/issued-mail.ts';
import { GATEWAY_FIELDS, SUBJECT_TAGS } from './gateway-fields.ts';
import { hasCommand, inFile, pipe, REWRITERS } from './programs.ts';

/**
 * `genuine`: nothing but the way is different. `said`: words, tags, links or form are, and the answer says so.
 * `words`: a text of the words alone.
 */
export type Expected = 'genuine' | 'said' | 'words';

/** What real software or a gateway made of the notice. */
export interface HarmlessCase {
  readonly name: string;
  readonly expected: Expected;
  readonly received:
    | { readonly kind: 'file'; readonly bytes: Buffer }
    | { readonly kind: 'pasted'; readonly text: string };
}

const CHROMIUM = '/usr/bin/chromium';
const file = (name: string, expected: Expected, bytes: Buffer): HarmlessCase => ({
  name,
  expected,
  received: { kind: 'file', bytes },
});
const mail = (name: string, expected: Expected, made: IssuedMail): HarmlessCase =>
  file(name, expected, Buffer.from(toMail(made), 'latin1'));
const withLf = (bytes: Buffer): Buffer => Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');

/** What these programs add is told; everything else that they do is the way alone. */
const SAID = /footer|around it|^nodemailer/;

const byPrograms = (issued: Buffer): readonly HarmlessCase[] =>
  REWRITERS.filter(({ needs }) => needs.every((one) => existsSync(one) || hasCommand(one))).flatMap(({ make }) =>
    [...make(issued)].map(([name, bytes]) => file(name, SAID.test(name) ? 'said' : 'genuine', bytes)),
  );

const TRACE = [
  'Return-Path: <bounce@harbor.example>',
  'Received: from mx.northwind.example by mail with LMTP id abc; Sun, 21 Oct 2001 09:12:06 +0000',
  'Received: from mx.harbor.example by mx.northwind.example with ESMTPS id 1; Sun, 21 Oct 2001 09:12:05 +0000',
  'Authentication-Results: mx.northwind.example; dkim=pass header.i=@harbor.example; spf=pass; dmarc=pass',
  'DKIM-Signature: v=1; a=rsa-sha256; d=harbor.example; s=candor; h=from; bh=AAAA; b=AAAA',
];

const byGateways = (issued: IssuedMail): readonly HarmlessCase[] =>
  Object.entries(GATEWAY_FIELDS).flatMap(([name, fields]) => {
    const made = insertFields(issued, 'first', ...fields, ...TRACE);
    const behind = insertFields(insertFields(issued, 'first', ...TRACE), 'last', ...fields);
    return [
      mail(`${name}: its fields`, 'genuine', made),
      file(`${name}: its fields, saved with LF`, 'genuine', withLf(Buffer.from(toMail(behind), 'latin1'))),
    ];
  });

const byTags = (issued: IssuedMail): readonly HarmlessCase[] =>
  SUBJECT_TAGS.map((tag) =>
    mail(
      `a tag before the subject: ${tag}`,
      'said',
      replaceField(issued, 'Subject', `Subject: ${tag}\r\n ${readField(issued, 'Subject')}`),
    ),
  );

const PAGE = 'harbor.example/notice';
const SAFE = `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(`http://${PAGE}`)}&data=05%7C01&sdata=x&reserved=0`;
const link = (attributes: string): string => `<a ${attributes}>${PAGE}</a>`;
const LINKS: readonly (readonly [name: string, html: string])[] = [
  ['a program that makes links', link(`href="http://${PAGE}"`)],
  ['Safe Links', link(`href="${SAFE.replaceAll('&', '&amp;')}"`)],
  ['Safe Links with the original', link(`href="${SAFE.replaceAll('&', '&amp;')}" originalsrc="http://${PAGE}"`)],
  ['Proofpoint', link(`href="https://urldefense.com/v3/__http://${PAGE}__;!!abc!def$"`)],
  ['Mimecast', link('href="https://protect-eu.mimecast.com/s/AbCdEfGh1"')],
  ['Cisco', link('href="https://secure-web.cisco.com/1AbCdEf/http%3A%2F%2Fharbor.example%2Fnotice"')],
  ['Barracuda', link(`href="https://linkprotect.cudasvc.com/url?a=http%3a%2f%2fharbor.example%2fnotice&amp;c=E,1,x"`)],
];

const byLinks = (issued: IssuedMail): readonly HarmlessCase[] =>
  LINKS.map(([name, html]) => mail(`links: ${name}`, 'said', swapWords(issued, 'html', PAGE, html)));

const byHand = (issued: IssuedMail): readonly HarmlessCase[] => [
  mail('as it was sent', 'genuine', issued),
  file('saved with LF', 'genuine', withLf(Buffer.from(toMail(issued), 'latin1'))),
  mail('trace fields of a relay', 'genuine', insertFields(issued, 'first', ...TRACE)),
  mail('the address in brackets', 'genuine', replaceField(issued, 'To', `To: <${addressOf(issued, 'To')}>`)),
  file(
    'a line of a mailbox before it',
    'genuine',
    Buffer.from(`From bounce@harbor.example Sun Oct 21 09:12:05 2001\r\n${toMail(issued)}`, 'latin1'),
  ),
];

/**
 * The words as programs print them; read as text that somebody pasted. html2text is left out: it draws stars around
 * headings, which are words that nobody issued.
 */
function byPrinting(issued: IssuedMail): readonly HarmlessCase[] {
  const html = Buffer.from(issued.html.words);
  const commands: readonly (readonly [name: string, command: readonly string[]])[] = [
    ...[60, 80, 132].map(
      (width) =>
        [
          `lynx, ${width}`,
          ['lynx', '-dump', '-stdin', '-nolist', '-display_charset=utf-8', '-assume_charset=utf-8', `-width=${width}`],
        ] as const,
    ),
    ...[60, 80, 132].map(
      (width) =>
        [
          `w3m, ${width}`,
          ['w3m', '-dump', '-T', 'text/html', '-I', 'UTF-8', '-O', 'UTF-8', '-cols', `${width}`],
        ] as const,
    ),
  ];
  const printed = commands
    .filter(([, [program = '']]) => hasCommand(program))
    .map(([name, command]) => [name, pipe(command, html)] as const);
  return [...printed, ...byPdf(html)].map(([name, bytes]) => ({
    name: `printed: ${name}`,
    expected: 'words',
    received: { kind: 'pasted', text: bytes.toString('utf8') },
  }));
}

/** Printed to paper by the browser, and copied out of it. */
function byPdf(html: Buffer): readonly (readonly [string, Buffer])[] {
  if (!existsSync(CHROMIUM) || !hasCommand('pdftotext')) return [];
  const found: (readonly [string, Buffer])[] = [];
  inFile(html, 'notice.html', (path) => {
    const pdf = `${path}.pdf`;
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const made = spawnSync(
      CHROMIUM,
      [
        '--headless',
        ...root,
        '--disable-gpu',
        '--no-pdf-header-footer',
        `--user-data-dir=${path}.profile`,
        `--print-to-pdf=${pdf}`,
        path,
      ],
      { stdio: 'ignore' },
    );
    if (made.status !== 0) throw new Error('Chromium printed nothing');
    for (const option of ['-layout', '-raw'])
      found.push([`pdftotext ${option}`, pipe(['pdftotext', option, '-nopgbrk', pdf, '-'], Buffer.alloc(0))]);
    writeFileSync(path, '');
    return null;
  });
  return found;
}

export function makeHarmless(issued: Buffer, taken: IssuedMail): readonly HarmlessCase[] {
  return [
    ...byHand(taken),
    ...byPrograms(issued),
    ...byGateways(taken),
    ...byTags(taken),
    ...byLinks(taken),
    ...byPrinting(taken),
  ];
}
