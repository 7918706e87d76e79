import { fields, inCharset, type MessageCase, message, pieces } from './message-case.ts';

function multipart(
  type: string,
  boundary: string | null,
  body: string,
  own: Readonly<Record<string, string>> = {},
): string {
  const parameter = boundary === null ? '' : `; boundary=${boundary}`;
  return `${fields({ 'MIME-Version': '1.0', 'Content-Type': `multipart/${type}${parameter}`, ...own })}\n${body}`;
}

function typed(type: string, body: string, encoding?: string): string {
  const own = {
    'MIME-Version': '1.0',
    'Content-Type': type,
    ...(encoding === undefined ? {} : { 'Content-Transfer-Encoding': encoding }),
  };
  return `${fields(own)}\n${body}`;
}

const TEXT = 'Content-Type: text/plain\n\nTwo barrels.\n';

function nest(depth: number): string {
  let body = TEXT;
  for (let at = depth; at > 0; at -= 1)
    body = `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n${body}\n--b${at}--\n`;
  return body;
}

function attach(depth: number): string {
  let whole = `${fields({ Subject: 'the innermost' })}\nTwo barrels.\n`;
  for (let at = depth; at > 0; at -= 1)
    whole = `${fields({ 'MIME-Version': '1.0', 'Content-Type': 'message/rfc822', From: `level-${at}@lamp.example` })}\n${whole}`;
  return whole;
}

/** Multiparts, attached messages, transfer encodings and charsets that break. */
export const STRUCTURE_CASES: readonly MessageCase[] = [
  message(
    'boundary-missing',
    'a multipart without a boundary parameter',
    multipart('mixed', null, `--b\n${TEXT}--b--\n`),
  ),
  message(
    'boundary-never',
    'a boundary that never occurs: one leaf',
    multipart('mixed', 'b', 'Nothing of the kind.\n'),
  ),
  message('boundary-unclosed', 'no closing boundary', multipart('mixed', 'b', `--b\n${TEXT}`)),
  message('boundary-empty', 'an empty boundary', multipart('mixed', '""', `--\n${TEXT}----\n`)),
  message(
    'boundary-quoted-spaces',
    'a quoted boundary with spaces and a comment',
    multipart('mixed', '"b c" (the boundary)', `--b c\n${TEXT}--b c--\n`),
  ),
  message(
    'boundary-trailing-space',
    'white space after the boundary line',
    multipart('mixed', 'b', `--b \t\n${TEXT}--b-- \n`),
  ),
  message(
    'boundary-prefix',
    'the inner boundary begins with the outer one',
    multipart('mixed', 'b', `--b\nContent-Type: multipart/alternative; boundary=bb\n\n--bb\n${TEXT}--bb--\n--b--\n`),
  ),
  message(
    'boundary-inner-unclosed',
    'the outer boundary ends an unclosed inner part',
    multipart('mixed', 'o', `--o\nContent-Type: multipart/mixed; boundary=i\n\n--i\n${TEXT}--o\n${TEXT}--o--\n`),
  ),
  message(
    'boundary-repeated',
    'inner and outer have the same boundary',
    multipart('mixed', 'b', `--b\nContent-Type: multipart/mixed; boundary=b\n\n--b\n${TEXT}--b--\n--b--\n`),
  ),
  message(
    'boundary-two',
    'two boundary parameters: always the same one counts',
    multipart('mixed', 'b; boundary=c', `--b\n${TEXT}--b--\n--c\n${TEXT}--c--\n`),
  ),
  message(
    'preamble-epilogue',
    'preamble and epilogue are ignored',
    multipart('mixed', 'b', `Hidden before.\n--b\n${TEXT}--b--\nHidden after.\n`),
  ),
  message('multipart-empty', 'a multipart without parts', multipart('mixed', 'b', '--b--\n')),
  message(
    'multipart-base64',
    'a multipart that claims to be base64',
    multipart('mixed', 'b', `--b\n${TEXT}--b--\n`, { 'Content-Transfer-Encoding': 'base64' }),
  ),
  message(
    'digest',
    'multipart/digest: parts without a type are messages',
    multipart(
      'digest',
      'b',
      `--b\n\n${fields({ From: 'digest-one@lamp.example' })}\nOne.\n--b\n\n${fields({ From: 'digest-two@lamp.example' })}\nTwo.\n--b--\n`,
    ),
  ),
  message('nested-60', '60 nested multiparts', `${fields({ 'MIME-Version': '1.0' })}${nest(60)}`),
  message('nested-1000', '1,000 nested multiparts', `${fields({ 'MIME-Version': '1.0' })}${nest(1000)}`),
  message('rfc822-40', '40 nested attached messages', attach(40)),
  message('rfc822-300', '300 nested attached messages', attach(300)),
  message(
    'rfc822-base64',
    'an attached message in base64',
    typed(
      'message/rfc822',
      `${Buffer.from(`${fields({ From: 'inside@lamp.example' })}\nInside.\n`).toString('base64')}\n`,
      'base64',
    ),
  ),
  message('rfc822-empty', 'an empty attached message', typed('message/rfc822', '')),
  message(
    'message-global',
    'message/global with UTF-8 fields',
    typed('message/global', `From: zoë@lamp.example\nSubject: Café\n\nInside.\n`),
  ),
  message(
    'message-partial',
    'message/partial: a leaf',
    typed('message/partial; id=x; number=1; total=2', `${fields()}\nHalf.\n`),
  ),
  message(
    'message-external',
    'message/external-body: nothing is fetched',
    typed('message/external-body; access-type=URL; URL="http://beacon.example/x"', 'Content-Type: text/plain\n\n'),
  ),
  message('many-parts', '3,000 parts', multipart('mixed', 'b', `${`--b\n${TEXT}`.repeat(3000)}--b--\n`)),
  message(
    'base64-broken',
    'base64 with stray characters, = in the middle and a rest',
    typed('text/plain', 'VHdv!IGJh*cnJl\nbHMu=IGhpZGRlbg==\nAB\n', 'base64'),
  ),
  message(
    'base64-one-line',
    'base64 of 120,000 bytes on one line',
    typed('application/octet-stream', `${Buffer.alloc(120_000, 65).toString('base64')}\n`, 'base64'),
  ),
  message(
    'quoted-printable-broken',
    'wrong escapes, lower case, soft line ends with spaces, an = at the end',
    typed('text/plain; charset=utf-8', 'Caf=c3=a9 =GG =4\nsoft= \nend   \nlast=', 'quoted-printable'),
  ),
  message(
    'encoding-unknown',
    'an unknown transfer encoding: the bytes are kept as they are',
    typed('text/plain', 'Two barrels.\n', 'x-uuencode'),
  ),
  message(
    'encoding-comment',
    'a transfer encoding with a comment and spaces',
    typed('text/plain', 'VHdvIGJhcnJlbHMu\n', ' BASE64 (of course) '),
  ),
  pieces('charset-wrong', 'claims UTF-8, is windows-1252', typed('text/plain; charset=utf-8', 'Caf'), [0xe9, 0x0a]),
  pieces('charset-unknown', 'an unknown charset, valid UTF-8', typed('text/plain; charset=x-lamp', 'Café\n')),
  pieces(
    'charset-unknown-latin',
    'an unknown charset, invalid UTF-8',
    typed('text/plain; charset="x-lamp"', 'Caf'),
    [0xe9, 0x0a],
  ),
  pieces(
    'charset-euro',
    'byte 0x80 under iso-8859-1 is the euro sign',
    typed('text/plain; charset=iso-8859-1', ''),
    [0x80, 0x20, 0x35, 0x0a],
  ),
  pieces(
    'charset-sjis',
    'Shift_JIS with a backslash as second byte',
    typed('text/plain; charset=shift_jis', ''),
    inCharset('表示します\n', 'shift_jis'),
  ),
  pieces(
    'charset-iso-2022-jp',
    'ISO-2022-JP that never returns to ASCII',
    typed('text/plain; charset=iso-2022-jp', ''),
    [0x1b, 0x24, 0x42, 0x45, 0x74, 0x42, 0x66, 0x0a],
  ),
  pieces(
    'charset-utf-16',
    'a UTF-16 text part, 8bit',
    typed('text/plain; charset=utf-16le', '', '8bit'),
    Buffer.from('\ufeffTwo barrels.\n', 'utf16le'),
  ),
  message(
    'charset-utf-7',
    'UTF-7 maps to "replacement": UTF-8 if valid',
    typed('text/plain; charset=utf-7', 'Caf+AOk-\n'),
  ),
  message('type-unreadable', 'an invalid Content-Type', typed('text', 'Two barrels.\n')),
  message('type-empty', 'an empty Content-Type', typed('', 'Two barrels.\n')),
  message(
    'type-repeated',
    'two Content-Types',
    `${fields({ 'Content-Type': 'text/html' })}Content-Type: text/plain\n\n<b>Two</b> barrels.\n`,
  ),
  message(
    'name-rfc2231',
    'a file name in RFC 2231 pieces, with charset',
    typed("text/plain; name*0*=utf-8''caf%C3; name*1*=%A9%20; name*2=bill.txt", 'A bill.\n'),
  ),
  message(
    'name-rfc2231-disorder',
    'RFC 2231 pieces out of order, one missing',
    typed('text/plain; name*2=c; name*0=a', 'A bill.\n'),
  ),
  message(
    'name-encoded-word',
    'a file name as encoded word in quotes',
    typed('text/plain; name="=?utf-8?Q?caf=C3=A9.txt?="', 'A bill.\n'),
  ),
  message('name-empty', 'an empty file name: still inline', typed('text/plain; name=""', 'Two barrels.\n')),
  message(
    'name-traversal',
    'file names with ../',
    multipart(
      'mixed',
      'b',
      `--b\nContent-Type: text/plain; name="../../etc/passwd"\n\nx\n--b\nContent-Disposition: attachment; filename="C:\\\\lamp\\\\con"\n\ny\n--b--\n`,
    ),
  ),
  message(
    'disposition-attachment',
    'text/plain with attachment disposition is an attachment',
    multipart(
      'mixed',
      'b',
      `--b\n${TEXT}--b\nContent-Type: text/plain\nContent-Disposition: ATTACHMENT\n\nNot text.\n--b--\n`,
    ),
  ),
  message(
    'html-only',
    'HTML without plain text',
    typed('text/html; charset=utf-8', '<p>Two barrels, 5&nbsp;&euro;.</p>\n'),
  ),
  message(
    'alternative',
    'plain text and HTML: the plain text counts',
    multipart('alternative', 'b', `--b\n${TEXT}--b\nContent-Type: text/html\n\n<p>Other words.</p>\n--b--\n`),
  ),
  message(
    'hostile-html',
    'scripts, remote images, forms: never run, never fetched',
    typed(
      'text/html',
      '<script>x()</script><img src="http://beacon.example/p.gif" onerror="x()"><form action="http://beacon.example/"><svg/onload=x()>\n',
    ),
  ),
  message(
    'calendar-and-report',
    'a calendar and a delivery report are attachments',
    multipart(
      'mixed',
      'b',
      '--b\nContent-Type: text/calendar\n\nBEGIN:VCALENDAR\nEND:VCALENDAR\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.lamp.example\n\nAction: failed\n--b--\n',
    ),
  ),
];
