import { FORGER, type ForgedCase, LURE, PAGE, pairs, toCases } from './forged-case.ts';
import {
  bodyOf,
  changePart,
  type IssuedMail,
  replaceField,
  toEntity,
  toMail,
  toMultipart,
  toPart,
  toParts,
  withPartFields,
} from './issued-mail.ts';

const CRLF = '\r\n';
const plain = (words: string): string => toEntity(['Content-Type: text/plain; charset=utf-8'], words);
const page = (words: string): string => toEntity(['Content-Type: text/html; charset=utf-8'], words);
const alternative = (issued: IssuedMail, ...more: readonly string[]): string =>
  toMultipart('alternative', issued.boundary, toPart(issued.text), toPart(issued.html), ...more);

/** The mail with another content: its own fields, and the type and body of an entity. */
function around(issued: IssuedMail, entity: string): string {
  const at = entity.indexOf(`${CRLF}${CRLF}`);
  const { fields } = replaceField(issued, 'Content-Type', entity.slice(0, at));
  return toEntity(fields, entity.slice(at + 4));
}

const file = (type: string, name: string, content: string, more: readonly string[] = []): string =>
  toEntity(
    [
      `Content-Type: ${type}; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
      ...more,
    ],
    `${Buffer.from(content).toString('base64')}${CRLF}`,
  );

const FILES: readonly (readonly [type: string, name: string, content: string])[] = [
  ['application/pdf', 'Your emails.pdf', '%PDF-1.4'],
  ['text/html', 'login.html', PAGE],
  ['application/x-msdownload', 'list.exe', 'MZ'],
  ['application/zip', 'emails.zip', 'PK'],
  ['text/calendar', 'call.ics', `BEGIN:VCALENDAR${CRLF}SUMMARY:${LURE}${CRLF}END:VCALENDAR`],
  ['text/vcard', 'harbor.vcf', `BEGIN:VCARD${CRLF}EMAIL:${FORGER}${CRLF}END:VCARD`],
  ['image/svg+xml', 'logo.svg', `<svg xmlns="http://www.w3.org/2000/svg"><text>${LURE}</text></svg>`],
  ['image/png', 'logo.png', '\u0089PNG'],
  ['application/ms-tnef', 'winmail.dat', 'x'],
  ['message/rfc822', 'notice.eml', `Subject: ${LURE}${CRLF}${CRLF}${LURE}`],
  ['text/plain', 'read-me.txt', LURE],
  ['application/octet-stream', 'secrets.lnk', 'L'],
];

const files = toCases(
  'an attached file',
  'every program offers it to be opened',
  pairs(FILES, ['mixed', 'related', 'alternative'] as const).map(([[type, name, content], kind]) => [
    `${name}, ${kind}`,
    (issued) => {
      const attached = file(type, name, content);
      return around(
        issued,
        kind === 'alternative'
          ? alternative(issued, attached)
          : toMultipart(kind, '=_x', alternative(issued), attached),
      );
    },
  ]),
);

/** Further parts that some programs show instead of ours, or beside it. */
const FURTHER: readonly (readonly [name: string, part: string])[] = [
  ['a later page', page(PAGE)],
  ['later plain text', plain(LURE)],
  ['an amp page', toEntity(['Content-Type: text/x-amp-html'], `<!doctype html><html amp4email><body>${LURE}`)],
  ['a page for watches', toEntity(['Content-Type: text/watch-html'], `<b>${LURE}</b>`)],
  ['enriched text', toEntity(['Content-Type: text/enriched'], `<bold>${LURE}</bold>`)],
  ['rich text', toEntity(['Content-Type: text/rtf'], `{\\rtf1 ${LURE}}`)],
  ['a calendar', toEntity(['Content-Type: text/calendar; method=REQUEST'], `BEGIN:VCALENDAR${CRLF}SUMMARY:${LURE}`)],
  ['markdown', toEntity(['Content-Type: text/markdown'], `# ${LURE}`)],
  ['a part without a type', toEntity(['X-Empty: '], LURE)],
  ['an xhtml page', toEntity(['Content-Type: application/xhtml+xml'], `<html><body>${LURE}</body></html>`)],
  ['a mail', toEntity(['Content-Type: message/rfc822'], `From: ${FORGER}${CRLF}Subject: ${LURE}${CRLF}${CRLF}${LURE}`)],
  ['a part of a mail', toEntity(['Content-Type: message/partial; id="a"; number=1; total=2'], LURE)],
  [
    'a body elsewhere',
    toEntity(['Content-Type: message/external-body; access-type=URL; URL="https://evil.example/"'], ''),
  ],
  ['a header of a mail', toEntity(['Content-Type: text/rfc822-headers'], `Subject: ${LURE}`)],
];

type Beside = 'alternative' | 'alternative, first' | 'mixed' | 'mixed, first' | 'related';

function beside(issued: IssuedMail, where: Beside, part: string): string {
  const [text, html] = [toPart(issued.text), toPart(issued.html)];
  switch (where) {
    case 'alternative':
      return around(issued, alternative(issued, part));
    case 'alternative, first':
      return around(issued, toMultipart('alternative', issued.boundary, part, text, html));
    case 'mixed':
      return around(issued, toMultipart('mixed', '=_x', alternative(issued), part));
    case 'mixed, first':
      return around(issued, toMultipart('mixed', '=_x', part, alternative(issued)));
    case 'related':
      return around(issued, toMultipart('related', '=_x', alternative(issued), part));
  }
}

const BESIDE: readonly Beside[] = ['alternative', 'alternative, first', 'mixed', 'mixed, first', 'related'];

const further = toCases(
  'a further part',
  'programs show the last alternative that they know, every part of a mixed one, or the root of a related one',
  pairs(FURTHER, BESIDE).map(([[name, part], where]) => [`${name}, ${where}`, (issued) => beside(issued, where, part)]),
);

/** Multiparts of other kinds around what was issued. */
const KINDS = [
  'related; type="text/html"; start="<nowhere@evil.example>"',
  'parallel',
  'digest',
  'form-data',
  'encrypted; protocol="application/pgp-encrypted"',
  'report; report-type=delivery-status',
  'appledouble',
  'x-mixed-replace',
  'voice-message',
];

const kinds = toCases(
  'a multipart of another kind',
  'programs show files, one part only, a report of delivery, or take the parts for mails',
  pairs(KINDS, ['instead', 'around'] as const).map(([kind, where]) => [
    `${kind.split(';')[0]}, ${where}`,
    (issued) => {
      const type = `Content-Type: multipart/${kind}`;
      if (where === 'instead')
        return toMail(replaceField(issued, 'Content-Type', `${type}; boundary="${issued.boundary}"`));
      return around(issued, toEntity([`${type}; boundary="=_x"`], toParts('=_x', alternative(issued), plain(LURE))));
    },
  ]),
);

const TYPES: readonly (readonly [name: string, field: string])[] = [
  ['html for the text', 'Content-Type: text/html; charset=utf-8'],
  ['no type', 'X-Type: none'],
  ['a type without a subtype', 'Content-Type: text; charset=utf-8'],
  ['an unknown type', 'Content-Type: text/x-unknown; charset=utf-8'],
  ['a type in a comment', 'Content-Type: (text/html) text/plain; charset=utf-8'],
  ['a type with a blank', 'Content-Type: text / enriched; charset=utf-8'],
  ['two types in one field', 'Content-Type: text/plain, text/html; charset=utf-8'],
  ['a name of a file', 'Content-Type: text/plain; charset=utf-8; name="Invoice.pdf.exe"'],
  ['an encoded name of a file', "Content-Type: text/plain; charset=utf-8; name*=utf-8''Invoice%2Eexe"],
  ['an octet stream', 'Content-Type: application/octet-stream'],
];

const types = toCases(
  'a part of another type',
  'programs show source, a file, or nothing',
  TYPES.map(([name, field]) => [
    name,
    (issued) =>
      toMail(
        changePart(issued, 'text', (part) => {
          const bare = part.fields.filter((one) => !/^content-type:/i.test(one));
          return withPartFields({ ...part, fields: bare }, field);
        }),
      ),
  ]),
);

type Wrap = readonly [name: string, make: (issued: IssuedMail) => string];
const NESTED: readonly Wrap[] = [
  ['attached alone', (issued: IssuedMail) => toEntity(['Content-Type: message/rfc822'], toMail(issued))],
  [
    'attached twice',
    (issued: IssuedMail) =>
      toMultipart(
        'mixed',
        '=_x',
        plain(LURE),
        toEntity(['Content-Type: message/rfc822'], toMail(issued)),
        toEntity(['Content-Type: message/rfc822'], toMail(issued)),
      ),
  ],
  [
    'behind words',
    (issued: IssuedMail) =>
      toMultipart('mixed', '=_x', plain(LURE), toEntity(['Content-Type: message/rfc822'], toMail(issued))),
  ],
  ['in a digest', (issued: IssuedMail) => toMultipart('digest', '=_x', toEntity(['X-Digest: 1'], toMail(issued)))],
  [
    'in a report',
    (issued: IssuedMail) =>
      toMultipart('report', '=_x', plain(LURE), toEntity(['Content-Type: message/rfc822'], toMail(issued))),
  ],
  [
    'as a file',
    (issued: IssuedMail) =>
      toMultipart('mixed', '=_x', plain(LURE), file('message/rfc822', 'notice.eml', toMail(issued))),
  ],
];

const nested = toCases(
  'the notice inside another mail',
  'programs show the outer mail',
  NESTED.map(([name, make]) => [
    name,
    (issued) => {
      const foreign = replaceField(issued, 'From', 'From: Harbor Help <help@elsewhere.example>');
      return around(replaceField(foreign, 'Subject', `Subject: ${LURE}`), make(issued));
    },
  ]),
);

const HALVES: readonly Wrap[] = [
  [
    'the text twice',
    (issued: IssuedMail) =>
      toMultipart('alternative', '=_x', toPart(issued.text), toPart(issued.text), toPart(issued.html)),
  ],
  [
    'a mixed for an alternative',
    (issued: IssuedMail) => toMultipart('mixed', '=_x', toPart(issued.text), toPart(issued.html)),
  ],
  [
    'an alternative in an alternative',
    (issued: IssuedMail) => toMultipart('alternative', '=_x', plain(LURE), alternative(issued)),
  ],
  ['without an end', (issued: IssuedMail) => alternative(issued).replace(/--\r\n$/, CRLF)],
  [
    'without a first line',
    (issued: IssuedMail) =>
      toEntity(
        [`Content-Type: multipart/alternative; boundary="${issued.boundary}"`],
        bodyOf(issued).replace(`--${issued.boundary}${CRLF}`, ''),
      ),
  ],
];

const halves = toCases(
  'a mail of other parts',
  'every reader shows what is left or doubled',
  HALVES.map(([name, make]) => [name, (issued) => around(issued, make(issued))]),
);

export const PARTS_BESIDE: readonly ForgedCase[] = [...files, ...further, ...kinds, ...types, ...nested, ...halves];
