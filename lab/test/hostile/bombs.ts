import { writeMail } from '../../../corpus/generate/verification/mail.ts';
import { caseNotice } from '../../../corpus/generate/verification/notice.ts';
import { swapHtml } from '../../../corpus/generate/verification/verification-case.ts';
import { bait, flood, mark, style } from './floods.ts';
import { HEAD, letter, type Make, oneLine } from './letter.ts';

const repeat = (units: number, make: (at: number) => string): string => {
  const pieces: string[] = [];
  for (let [at, length] = [0, 0]; length < units; at += 1) {
    const piece = make(at);
    pieces.push(piece);
    length += piece.length;
  }
  return pieces.join('');
};
const crlf = (text: string): string => text.replace(/\r?\n/g, '\r\n');
const LEVELS = 400;
const ADDED_BY_BASE64 = 4 / 3;
const BOUNDARY_UNITS = 70;
const STATUS = 'Action: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 no such user\r\n\r\n';
/** Forms in which gateways write links, with a target behind them. */
const LINKS = [
  'https://harbor.example/notice',
  'https://eur01.safelinks.protection.outlook.example/?url=https%3A%2F%2Fharbor.example%2Fnotice&data=',
  'https://urldefense.example/v3/__https://harbor.example/notice__;!!',
  'https://protect.example/s/',
  'mailto:answers@harbor.example?subject=',
] as const;

/** Mails that unpack, nest or repeat what a reader must keep in mind. */
export const BOMBS: Readonly<Record<string, Make>> = {
  'boundaries that begin alike': (random, units) => {
    const sign = random.pick(['a', '-', '=', 'ab']);
    const levels = Array.from({ length: Math.min(LEVELS, BOUNDARY_UNITS) }, (_, at) => sign.repeat(at + 1));
    const nest = levels.map((name) => `Content-Type: multipart/mixed; boundary="${name}"\r\n\r\n--${name}\r\n`);
    return letter(
      nest.join('').trimEnd(),
      repeat(units, () => `--${random.pick(levels)}${random.pick(['', '--', ' '])}\r\n\r\na\r\n`),
    );
  },
  'multiparts that never end': (_, units) =>
    letter(
      'Content-Type: multipart/mixed; boundary=b',
      repeat(units, (at) => `--b\r\nContent-Type: multipart/mixed; boundary=c${at}\r\n\r\n--c${at}\r\n\r\na\r\n`),
    ),
  'numbered parameters': (random, units) => {
    const name = random.pick(['boundary', 'charset', 'name', 'a']);
    const star = random.pick(['', '*']);
    return letter(
      `Content-Type: multipart/mixed${repeat(units, (at) => `;\r\n ${name}*${at}${star}=${random.pick(['a', '"a"', "utf-8''%41", '%'])}`)}`,
      '--a\r\n\r\na',
    );
  },
  'a bounce of thousands of recipients': (random, units) =>
    letter(
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      `--b\r\n\r\nIt failed.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; a.example\r\n\r\n${repeat(
        units,
        (at) => `${random.pick(['Final', 'Original'])}-Recipient: rfc822; a${at}@b.example\r\n${STATUS}`,
      )}\r\n--b--\r\n`,
    ),
  'thousands of hops': (random, units) =>
    letter(
      repeat(units, (at) =>
        random.pick([
          `Received: from a${at} (b [192.0.2.1]) by c with ESMTPS id d${at} for <e@f.example>;\r\n\tMon, 22 Oct 2001 08:00:00 +0000 (UTC)\r\n`,
          `Authentication-Results: a; spf=pass smtp.mailfrom=b${at}\r\n`,
          `DKIM-Signature: v=1; a=rsa-sha256; d=b.example; s=a${at}; h=From:To; bh=a=; b=a\r\n`,
        ]),
      ).trimEnd(),
      'a',
    ),
  'entities in HTML': (random, units) =>
    letter(
      'Content-Type: text/html',
      repeat(units, () =>
        random.pick([
          '&amp;',
          '&amp',
          '&#x41;',
          '&#',
          '&#99999999;',
          '&notit;',
          '&CounterClockwiseContourIntegral',
          '&',
        ]),
      ),
    ),
  'styles in attributes': (random, units) =>
    writeMail({
      html: swapHtml(
        'Do now',
        `${random.pick([
          `<p style="${flood(random, units, style).replaceAll('"', "'")}">a</p>`,
          repeat(units, () => `<p style="${random.pick(['color:red', 'mso-a:b;', 'margin:0;padding:0'])}">a</p>`),
          `<p style="${repeat(units, () => 'color:red;')}">a</p>`,
        ])}Do now`,
      ),
    }),
  'many links': (random, units) => {
    const link = random.pick(LINKS);
    const one = random.pick([
      `<a href="${link}">harbor.example/notice</a> `,
      `<a href="${link}" originalsrc="https://harbor.example/notice">`,
      `harbor.example/notice<${link}> `,
      `${link} `,
    ]);
    const words = repeat(units, () => one);
    return random.number(2) === 0
      ? writeMail({ html: swapHtml('Do now', `${words}Do now`) })
      : writeMail({ text: `${caseNotice.text}\n${words}` });
  },
  'U+0000 and bare returns': (random, units) =>
    letter(
      `Content-Type: ${random.pick(['text/plain', 'text/html'])}`,
      repeat(units, () => random.pick(['\0', '\r', '\r\r\n', 'a\0', '\n\r', '\v\f'])),
    ),
  'text packed as quoted-printable': (random, units) =>
    letter(
      `Content-Type: ${random.pick(['text/plain', 'text/html'])}; charset=${random.pick(['utf-8', 'gb18030', 'utf-7'])}\r\nContent-Transfer-Encoding: quoted-printable`,
      repeat(units, () => random.pick(['=3Cb=3E', '=C3=A9', '=\r\n', ' \t \r\n', '=E2=80=8B', '=00'])),
    ),
  'text packed as base64': (random, units) => {
    const content = Buffer.from(flood(random, units / ADDED_BY_BASE64, random.pick([bait, mark])));
    return letter(
      `Content-Type: ${random.pick(['text/plain', 'text/html'])}; charset=utf-8\r\nContent-Transfer-Encoding: base64`,
      content.toString('base64').replace(/.{76}/g, '$&\r\n'),
    );
  },
  'messages packed in messages': (random, units) => {
    let inner = letter('Content-Type: text/html', flood(random, units / 4, mark)).toString();
    while (inner.length * ADDED_BY_BASE64 < units)
      inner = `${HEAD}Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(inner).toString('base64')}`;
    return Buffer.from(inner);
  },
  'the notice within messages': (random, units) => {
    let inner = writeMail({ html: swapHtml('Do now', `${flood(random, units / 2)}Do now`) }).toString();
    for (let level = 0; level < 2 + random.number(6); level += 1)
      inner = `${HEAD}MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="=_${level}"\r\n\r\n--=_${level}\r\n\r\nSee below.\r\n--=_${level}\r\nContent-Type: message/rfc822\r\n\r\n${inner}\r\n--=_${level}--\r\n`;
    return Buffer.from(inner);
  },
  'the notice in an element for each word': (random, units) => {
    const name = random.pick(['div', 'span', 'b', 'p', 'table', 'o:p']);
    const words = caseNotice.text.split(/\s+/);
    return writeMail({ html: repeat(units, (at) => `<${name}>${words[at % words.length]}</${name}>`) });
  },
  'the notice line by line, again': (random, units) => {
    const lines = caseNotice.text.split('\n');
    return writeMail({
      text: repeat(units, (at) => `${random.pick(['', '> ', ' '])}${lines[(at * 7) % lines.length]}\n`),
      html: null,
    });
  },
  'a file in UTF-16': (random, units) =>
    Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(`${random.pick([HEAD, ''])}\r\n${flood(random, units / 2)}\u4e00`.repeat(1), 'utf16le'),
    ]),
  'a saved page': (random, units) => Buffer.from(`<!doctype html><p>${flood(random, units, mark)}`),
  'a saved text': (random, units) => Buffer.from(crlf(`${caseNotice.text}\n${oneLine(flood(random, units))}`)),
};
