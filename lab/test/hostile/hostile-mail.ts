import { seeded } from '../../../corpus/generate/seeded.ts';
import { writeMail } from '../../../corpus/generate/verification/mail.ts';
import { caseNotice } from '../../../corpus/generate/verification/notice.ts';
import { swapHtml, swapText } from '../../../corpus/generate/verification/verification-case.ts';
import { BOMBS } from './bombs.ts';
import { bait, flood, mark, style } from './floods.ts';
import { ITEM_BOMBS } from './item-bombs.ts';
import { HEAD, letter, type Make, oneLine } from './letter.ts';
import { makeHostileItem } from './outlook-item.ts';

/** A mail that somebody made to stop whoever reads it. */
export interface HostileMail {
  /** Kind, seed and number: with them it is made again. */
  readonly name: string;
  readonly bytes: Buffer;
}

const KINDS: Readonly<Record<string, Make>> = {
  'a flood in the text': (random, units) => letter('Content-Type: text/plain; charset=utf-8', flood(random, units)),
  'a flood in HTML': (random, units) => letter('Content-Type: text/html; charset=utf-8', flood(random, units, mark)),
  'text floods in HTML': (random, units) => letter('Content-Type: text/html', `<p>${flood(random, units)}</p>`),
  'a flood in a style sheet': (random, units) =>
    letter(
      'Content-Type: text/html',
      `<style>${flood(random, units, style)}</style><p style="${flood(random, 9999, style)}">a`,
    ),
  'deep elements': (random, units) => {
    const names = Array.from({ length: 3 }, () =>
      random.pick(['div', 'b', 'table', 'td', 'a', 'font', 'p', 'ul', 'svg', 'o:p']),
    );
    const open = names.map((name) => `<${name}>`).join('');
    const count = Math.floor(units / (open.length * 2));
    return letter(
      'Content-Type: text/html',
      open.repeat(count) +
        random.pick([
          '',
          names
            .map((name) => `</${name}>`)
            .join('')
            .repeat(count),
        ]),
    );
  },
  'many attributes': (random, units) => {
    const attributes = Array.from(
      { length: Math.floor(units / 12) },
      (_, at) => `a${random.number(2) === 0 ? at : 0}=${at}`,
    );
    return letter('Content-Type: text/html', `<p ${attributes.join(' ')}>a</p>`);
  },
  'many fields': (random, units) => {
    const line = random.pick([
      'X-A: a',
      'Received: from a by b; Mon, 22 Oct 2001 08:00:00 +0000',
      ': a',
      'a',
      'References: <a@b>',
      'To: a@b.example',
      'A :',
    ]);
    return letter(`${line}\r\n`.repeat(Math.floor(units / (line.length + 2))), 'a');
  },
  'one long field': (random, units) => {
    const name = random.pick([
      'Subject',
      'From',
      'To',
      'Reply-To',
      'References',
      'Message-ID',
      'Date',
      'Received',
      'Auto-Submitted',
      'List-Unsubscribe',
      'X-A',
    ]);
    return letter(`${name}: ${oneLine(flood(random, units))}`, 'a');
  },
  'one folded field': (random, units) =>
    letter(
      `${random.pick(['Subject', 'To', 'Content-Type', 'X-A'])}: a${flood(random, units, (r) => `\r\n ${oneLine(bait(r))}`)}`,
      'a',
    ),
  'parameters of the type': (random, units) =>
    letter(
      `Content-Type: ${random.pick(['text/plain', 'multipart/mixed', 'message/rfc822', '', 'text'])}; ${oneLine(flood(random, units))}`,
      '--a\r\n\r\na',
    ),
  'nested parts': (random, units) => {
    const type = random.pick([
      'multipart/mixed',
      'multipart/alternative',
      'multipart/related',
      'multipart/signed',
      'multipart/report',
    ]);
    const depth = Math.floor(units / 60);
    const nest = Array.from({ length: depth }, (_, at) => `Content-Type: ${type}; boundary=b${at}\r\n\r\n--b${at}\r\n`);
    return letter(nest.join('').trimEnd(), 'a');
  },
  'nested messages': (random, units) => {
    const level = `Content-Type: message/rfc822\r\n${random.pick(['', 'Content-Transfer-Encoding: base64\r\n', 'Subject: a\r\n'])}\r\n`;
    return letter(level.repeat(Math.floor(units / level.length)).trimEnd(), 'a');
  },
  'many parts': (random, units) => {
    const part = random.pick([
      '--b\r\n\r\n',
      '--b\r\nContent-Type: text/html\r\n\r\n<b>',
      '--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: a\r\n\r\n',
      '--b--\r\n',
      '--b \r\n',
      '--bb\r\n',
    ]);
    return letter('Content-Type: multipart/mixed; boundary=b', part.repeat(Math.floor(units / part.length)));
  },
  'boundaries of blanks and of others': (random, units) => {
    const boundary = random.pick(['', ' ', '"', '--', '-', 'a'.repeat(900), '"a b"', '=_', '(', 'a\\"']);
    return letter(
      `Content-Type: multipart/mixed; boundary=${boundary}`,
      flood(random, units, (r) => r.pick([`\r\n--${boundary}`, '\r\n--', '\r\n', `--${boundary}--`])),
    );
  },
  'a charset that is none': (random, units) => {
    const charset = random.pick([
      'utf-7',
      'utf-16',
      'iso-2022-jp',
      'hz-gb-2312',
      'x-user-defined',
      'gb18030',
      'unicode-1-1',
      'a'.repeat(999),
      '"',
      'utf-8\u0000',
      'big5',
    ]);
    const bytes = Buffer.from(Array.from({ length: Math.min(units, 60_000) }, () => random.number(256)));
    return Buffer.concat([
      Buffer.from(`${HEAD}Content-Type: text/plain; charset=${charset}\r\n\r\n`),
      bytes,
      Buffer.from(flood(random, units)),
    ]);
  },
  'an encoding that breaks': (random, units) =>
    letter(
      `Content-Type: ${random.pick(['text/plain', 'text/html'])}\r\nContent-Transfer-Encoding: ${random.pick(['base64', 'quoted-printable', 'x-uuencode', 'binary', '7bit', 'base64 '])}`,
      flood(random, units, (r) =>
        r.pick(['=', 'A', '=\r\n', '==', '=4', '\r\n', ' ', 'QUJD', '=41', '=C3', 'begin 644 a\r\n', '!']),
      ),
    ),
  'encoded words': (random, units) =>
    letter(
      `${random.pick(['Subject', 'From', 'X-A'])}: ${flood(random, units, (r) => r.pick(['=?utf-8?q?a?=', '=?utf-8?B?YQ==?= ', '=?a?q?', '=?utf-8?x?a?=', '=?utf-16?B?AGE=?=', ' ', '=?iso-2022-jp?B?GyRC?=', '?=']))}`,
      'a',
    ),
  'a crowd of addresses': (random, units) => {
    const one = random.pick([
      'a@b.example, ',
      'g: a@b.example; ',
      '"a\\"b" <a@b.example>, ',
      '(c) a@b.example, ',
      '<@a,@b:c@d.example>, ',
      '"',
      '(((',
      'a b c ',
      '<<',
      ', ',
      ':;,',
    ]);
    return letter(
      `${random.pick(['To', 'Cc', 'From', 'Reply-To', 'Delivered-To'])}: ${one.repeat(Math.floor(units / one.length))}`,
      'a',
    );
  },
  'a report of failure': (random, units) => {
    const status = oneLine(flood(random, Math.floor(units / 2)));
    const field = random.pick([
      'Final-Recipient: rfc822; ',
      'Diagnostic-Code: smtp; ',
      'Status: ',
      'Original-Recipient: ',
      'X-A: ',
      'Action: ',
    ]);
    const body = `--b\r\n\r\n${flood(random, units / 2)}\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; a\r\n\r\n${field}${status}\r\n\r\n--b--\r\n`;
    return letter('Content-Type: multipart/report; report-type=delivery-status; boundary=b', body);
  },
  'a bounce in free text': (random, units) =>
    letter(
      'Auto-Submitted: auto-replied',
      `Your message could not be delivered.\r\n${flood(random, units, (r) => r.pick(['<a@b.example>: ', '550 5.1.1 ', '\r\n   ', 'a@b.example ', ' said: ', 'Message-ID: <', '\r\n> ', '5.', bait(r)]))}`,
    ),
  'quotations of quotations': (random, units) =>
    letter(
      'Content-Type: text/plain; format=flowed; delsp=yes',
      flood(random, units, (r) =>
        r.pick([
          '\r\n> ',
          '\r\n>>>>>>>> ',
          '>',
          ' \r\n',
          '\r\nOn Mon, a wrote:\r\n',
          '\r\n-----Original Message-----\r\nFrom: a\r\n',
        ]),
      ),
    ),
  'the notice with a flood in its text': (random, units) =>
    writeMail({ text: swapText('Do now', `${flood(random, units)}Do now`) }),
  'the notice with a flood in its HTML': (random, units) =>
    writeMail({ html: swapHtml('Do now', `${flood(random, units, random.pick([mark, bait]))}Do now`) }),
  'the notice again and again': (random, units) => {
    const words = caseNotice.text.split(' ');
    const text = Array.from(
      { length: Math.floor(units / 6) },
      (_, at) => words[(at * (1 + random.number(3))) % words.length],
    );
    return writeMail(random.number(2) === 0 ? { text: text.join(' ') } : { html: `<p>${text.join(' ')}</p>` });
  },
  'the notice behind a sheet': (random, units) =>
    writeMail({
      html: caseNotice.html.replace('</head>', () => `<style>${flood(random, units, style)}</style></head>`),
    }),
  'the notice in many fields': (random, units) =>
    writeMail({
      before: Array.from({ length: Math.floor(units / 40) }, (_, at) => `X-${at}: ${oneLine(bait(random))}`),
    }),
  'the notice with a long field': (random, units) => {
    const name = random.pick([
      'From',
      'Reply-To',
      'Subject',
      'Cc',
      'List-Unsubscribe',
      'Thread-Topic',
      'Keywords',
      'To',
      'Sender',
      'X-A',
    ]);
    return writeMail({ before: [`${name}: ${oneLine(flood(random, units))}`] });
  },
  ...BOMBS,
  'an Outlook file': (random, units) => makeHostileItem(random, units),
  ...ITEM_BOMBS,
};

export const HOSTILE_KINDS: readonly string[] = Object.keys(KINDS);

const KIBIBYTE = 1024;
const MEBIBYTE = 1024 * KIBIBYTE;
/** Most are large: what is slow shows there. */
const SIZES = [4 * KIBIBYTE, 64 * KIBIBYTE, 256 * KIBIBYTE, 1000 * KIBIBYTE, 1000 * KIBIBYTE] as const;
/** Around the longest text that a check compares, and up to the largest file that it reads. */
export const CHECKED_SIZES: readonly number[] = [64, 240, 500, 1024, 4096].map((kibibytes) => kibibytes * KIBIBYTE);

/** Mails of all kinds in turn; by default of up to 1 MiB each. */
export function* makeHostileMails(
  seed: number,
  count: number,
  sizes: readonly number[] = SIZES,
): Generator<HostileMail> {
  for (let at = 0; at < count; at += 1) yield makeHostileMail(seed, at, sizes);
}

/** One of them, made alone. */
export function makeHostileMail(seed: number, at: number, sizes: readonly number[] = SIZES): HostileMail {
  const kinds = Object.entries(KINDS);
  const [kind, make] = kinds[at % kinds.length] ?? ['', KINDS['a flood in the text'] as Make];
  const size = sizes[Math.floor(at / kinds.length) % sizes.length] ?? KIBIBYTE;
  const bytes = make(seeded(seed + at * 7919), size);
  return { name: `${kind} (${seed}:${at})`, bytes: bytes.subarray(0, Math.max(MEBIBYTE, size)) };
}
