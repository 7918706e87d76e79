import { transferEncode } from '../../../../corpus/generate/transfer.ts';

/** Which of the two parts of a notice. */
export type PartName = 'text' | 'html';

/** One part of a mail as it was issued. Strings hold one byte a character, but for `words`. */
export interface IssuedPart {
  readonly fields: readonly string[];
  readonly body: string;
  /** The decoded content, its lines ended by LF. */
  readonly words: string;
}

/** A notice as `composeMail` wrote it, taken apart so that a forger can put it together otherwise. */
export interface IssuedMail {
  /** Whole fields with their folded lines, without the last line end. */
  readonly fields: readonly string[];
  readonly boundary: string;
  readonly text: IssuedPart;
  readonly html: IssuedPart;
}

const CRLF = '\r\n';

/** Reads only what `composeMail` writes: two quoted-printable parts in a multipart/alternative. */
export function readIssuedMail(bytes: Uint8Array): IssuedMail {
  const written = Buffer.from(bytes).toString('latin1');
  const headEnd = written.indexOf(`${CRLF}${CRLF}`);
  const fields = splitFields(written.slice(0, headEnd));
  const boundary = /boundary="([^"]+)"/.exec(fields.join(CRLF))?.[1] ?? '';
  const [, text, html, end] = `${CRLF}${written.slice(headEnd + 4)}`.split(`${CRLF}--${boundary}`);
  if (text === undefined || html === undefined || !end?.startsWith('--')) throw new Error('not as composeMail writes');
  return { fields, boundary, text: readPart(text), html: readPart(html) };
}

function readPart(written: string): IssuedPart {
  const [head = '', body = ''] = splitOnce(written.slice(CRLF.length), `${CRLF}${CRLF}`);
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const words = Buffer.from(bytes, 'latin1').toString('utf8').replaceAll(CRLF, '\n');
  return { fields: splitFields(head), body, words };
}

function splitFields(head: string): readonly string[] {
  return head.split(/\r\n(?![ \t])/);
}

function splitOnce(text: string, at: string): readonly [string, string] {
  const place = text.indexOf(at);
  return [text.slice(0, place), text.slice(place + at.length)];
}

/** A mail or a part: its fields, an empty line, its content. */
export const toEntity = (fields: readonly string[], body: string): string =>
  `${fields.join(CRLF)}${CRLF}${CRLF}${body}`;

export const toPart = ({ fields, body }: Pick<IssuedPart, 'fields' | 'body'>): string => toEntity(fields, body);

/** The lines of a multipart, with its end. */
export const toParts = (boundary: string, ...parts: readonly string[]): string =>
  `${parts.map((part) => `--${boundary}${CRLF}${part}${CRLF}`).join('')}--${boundary}--${CRLF}`;

/** A multipart with a boundary of its own, as a part. */
export const toMultipart = (kind: string, boundary: string, ...parts: readonly string[]): string =>
  toEntity([`Content-Type: multipart/${kind}; boundary="${boundary}"`], toParts(boundary, ...parts));

export const bodyOf = (mail: IssuedMail): string => toParts(mail.boundary, toPart(mail.text), toPart(mail.html));

export const toMail = (mail: IssuedMail): string => toEntity(mail.fields, bodyOf(mail));

/** UTF-8 as the bytes that stand in a mail. */
export const utf8 = (words: string): string => Buffer.from(words, 'utf8').toString('latin1');
export const encoded = (words: string, charset = 'utf-8'): string =>
  `=?${charset}?B?${Buffer.from(words).toString('base64')}?=`;

const nameOf = (field: string): string => field.slice(0, field.indexOf(':')).toLowerCase();

/** Its value, unfolded. */
export function readField(mail: IssuedMail, name: string): string {
  const field = mail.fields.find((one) => nameOf(one) === name.toLowerCase());
  if (field === undefined) throw new Error(`the notice has no ${name}`);
  return field
    .slice(field.indexOf(':') + 1)
    .replaceAll(CRLF, '')
    .trim();
}

/** The address of a field that has one. */
export const addressOf = (mail: IssuedMail, name: string): string =>
  /[^\s<>]+@[^\s<>]+/.exec(readField(mail, name))?.[0] ?? '';

/** Puts these lines where a field stands. */
export function replaceField(mail: IssuedMail, name: string, ...lines: readonly string[]): IssuedMail {
  readField(mail, name);
  const fields = mail.fields.flatMap((field) => (nameOf(field) === name.toLowerCase() ? lines : [field]));
  return { ...mail, fields };
}

/** Where lines are put into a header. */
export type HeaderPlace = 'first' | 'middle' | 'last';
export const HEADER_PLACES: readonly HeaderPlace[] = ['first', 'middle', 'last'];

export function insertInto(
  fields: readonly string[],
  place: HeaderPlace,
  ...lines: readonly string[]
): readonly string[] {
  const at = place === 'first' ? 0 : place === 'middle' ? Math.ceil(fields.length / 2) : fields.length;
  return [...fields.slice(0, at), ...lines, ...fields.slice(at)];
}

export const insertFields = (mail: IssuedMail, place: HeaderPlace, ...lines: readonly string[]): IssuedMail => ({
  ...mail,
  fields: insertInto(mail.fields, place, ...lines),
});

export const changePart = (mail: IssuedMail, name: PartName, change: (part: IssuedPart) => IssuedPart): IssuedMail => ({
  ...mail,
  [name]: change(mail[name]),
});

/** A part with other fields in the place of those that have the same name. */
export function withPartFields(part: IssuedPart, ...lines: readonly string[]): IssuedPart {
  const replaced = new Set(lines.map(nameOf));
  return { ...part, fields: [...part.fields.filter((field) => !replaced.has(nameOf(field))), ...lines] };
}

/** A part with other words, in quoted-printable. */
export function withWords(part: IssuedPart, words: string): IssuedPart {
  const body = transferEncode(Buffer.from(words), 'quoted-printable').toString('latin1').replaceAll('\n', CRLF);
  return { ...part, words, body };
}

/** Other words in one part, or in both. What it replaces must be there: a case that changes nothing is none. */
export function swapWords(mail: IssuedMail, where: PartName | 'both', from: string | RegExp, to: string): IssuedMail {
  if (where === 'both') return swapWords(swapWords(mail, 'text', from, to), 'html', from, to);
  return changePart(mail, where, (part) => {
    const words = part.words.replace(from, to);
    if (words === part.words) throw new Error(`not in the ${where} part: ${from}`);
    return withWords(part, words);
  });
}
