import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTexts } from '../finding/read-texts.ts';

/** A mark of the corpus and the kind of finding that it labels. */
const KINDS: Readonly<Record<string, string>> = {
  pw: 'credential',
  code: 'access-code',
  key: 'secret-key',
  card: 'payment-card',
  bank: 'bank-account',
  id: 'national-id',
  tax: 'tax-id',
  pass: 'passport',
  lic: 'driving-licence',
  born: 'birth-date',
  home: 'home-address',
  tel: 'telephone',
  login: 'login-name',
  pay: 'salary',
  med: 'health-number',
  ans: 'credential',
  health: 'health',
  special: 'special-category',
  minor: 'minor',
};

/** Kinds that are labelled once for a message, in its field `Holds`. */
export const KINDS_OF_MESSAGES: ReadonlySet<string> = new Set(['health', 'special-category', 'minor']);

const FOLDER = join(import.meta.dirname, '../../../../corpus/modern-mail');
const MARK = /\[\[(\??)([a-z]+):([\s\S]*?)\]\]/g;

export interface ModernMail {
  readonly name: string;
  /** The message as it is sent. */
  readonly eml: string;
  /** The same message with the marks of its labels in its texts. */
  readonly marked: string;
  readonly holds: readonly { readonly kind: string; readonly settled: boolean }[];
}

export interface PlacedLabel {
  readonly message: string;
  readonly part: string;
  readonly kind: string;
  /** In code points of the part's text as Candor reads it. */
  readonly offset: number;
  readonly length: number;
  readonly settled: boolean;
  readonly value: string;
}

/** Files of the set that rules are never tuned to (corpus/modern-mail/README.md). */
export const isUnseen = (file: string): boolean => file.includes('unseen');

/** Messages of the files whose names are chosen. */
export function readModernMail(isNamed: (file: string) => boolean): readonly ModernMail[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.txt') && isNamed(file))
    .sort()
    .flatMap((file) => readFileSync(join(FOLDER, file), 'utf8').split(/^=== /m).slice(1).map(readSource));
}

function readSource(source: string): ModernMail {
  const [name = '', ...lines] = source.split('\n');
  const end = lines.findIndex((line) => line === '' || line.startsWith('--- '));
  const fields = lines.slice(0, end).filter((line) => !line.startsWith('Holds: '));
  const holds = lines.slice(0, end).flatMap((line) => /^Holds: (.*)$/.exec(line)?.[1]?.split(', ') ?? []);
  const marked = compose(name, fields, lines.slice(end).join('\n').replaceAll('{+}', ''));
  return {
    name,
    eml: marked.replace(MARK, '$3'),
    marked,
    holds: holds.map((word) => ({ kind: toKind(word.replace('?', '')), settled: !word.startsWith('?') })),
  };
}

function toKind(word: string): string {
  const kind = KINDS[word];
  if (kind === undefined) throw new Error(`no kind is called ${word}`);
  return kind;
}

/** A line `--- TYPE` or `--- TYPE; name=FILE` begins a part; what is before it is plain text. Fields are UTF-8. */
function compose(name: string, fields: readonly string[], rest: string): string {
  const [first = '', ...others] = `\n${rest}`.split(/\n--- /);
  const parts = others.map((part) => {
    const [type = '', ...lines] = part.split('\n');
    return { type: type.trim(), body: lines.join('\n') };
  });
  if (first.trim() !== '') parts.unshift({ type: 'text/plain', body: first.slice(1) });
  const isAlternative = parts.length === 2 && parts.every(({ type }) => type === 'text/plain' || type === 'text/html');
  const top = [
    ...fields,
    'Date: Wed, 4 Nov 2026 10:00:00 +0000',
    `Message-ID: <${name}@modern-mail.example>`,
    'MIME-Version: 1.0',
  ];
  const [only, ...more] = parts.map(({ type, body }) => toPart(type, body));
  if (only !== undefined && more.length === 0) return `${top.join('\n')}\n${only}`;
  const bodies = [only, ...more].map((part) => `--=_part\n${part}\n`).join('');
  const form = isAlternative ? 'alternative' : 'mixed';
  return `${top.join('\n')}\nContent-Type: multipart/${form}; boundary="=_part"\n\n${bodies}--=_part--\n`;
}

function toPart(type: string, body: string): string {
  const named = /^(.*); name=(.*)$/.exec(type);
  const disposition = named === null ? '' : `Content-Disposition: attachment; filename="${named[2]}"\n`;
  return `Content-Type: ${named?.[1] ?? type}; charset=utf-8\n${disposition}Content-Transfer-Encoding: 8bit\n\n${body}`;
}

/** The labels of a message, placed in its texts as Candor reads them. A mark that is lost on the way is refused. */
export async function placeLabels({ name, eml, marked, holds }: ModernMail): Promise<readonly PlacedLabel[]> {
  const plain = await readTexts(Buffer.from(eml));
  const texts = await readTexts(Buffer.from(marked));
  const placed = texts.flatMap(({ part, text }) => {
    let removed = 0;
    const own = [...text.matchAll(MARK)].map((found): PlacedLabel => {
      const [whole, unsure = '', word = '', value = ''] = found;
      const before = text.slice(0, found.index).replace(MARK, '$3');
      removed += whole.length - value.length;
      const offset = countPoints(before);
      const length = countPoints(value);
      return { message: name, part, kind: toKind(word), offset, length, settled: unsure === '', value };
    });
    const clean = plain.find((other) => other.part === part)?.text;
    if (clean?.length !== text.length - removed || clean !== text.replace(MARK, '$3'))
      throw new Error(`${name}: its part ${part} reads otherwise with its marks`);
    return own;
  });
  const written = [...marked.matchAll(MARK)].length;
  if (placed.length !== written) throw new Error(`${name}: ${placed.length} of ${written} labels have a place`);
  const whole = holds.map(({ kind, settled }): PlacedLabel => {
    return { message: name, part: 'message', kind, offset: 0, length: 1, settled, value: '' };
  });
  return [...placed, ...whole];
}

const countPoints = (text: string): number => [...text].length;
