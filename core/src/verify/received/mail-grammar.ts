import { type MailFlaw, toMailFlaw } from './mail-flaw.ts';
import { type RawField, readMailHeader } from './mail-header.ts';
import { CHARSETS, MULTIPARTS, PART_FIELDS, PREAMBLES, TYPE_PARAMETERS } from './part-values.ts';

/** A notice has three entities; lists and gateways add a few around it. */
const MAX_ENTITIES = 24;
const MAX_LEVELS = 6;

/**
 * The first place at which programs may take this mail apart otherwise than the reader of core/evidence does; null
 * where the whole mail, at every depth, is in the narrow form that all of them read alike. Units are bytes.
 */
export function findMailFlaw(text: string): MailFlaw | null {
  const grammar = new MailGrammar(text);
  grammar.readEntity(0, text.length, 0);
  return grammar.flaw;
}

interface ContentType {
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
}

class MailGrammar {
  flaw: MailFlaw | null = null;
  readonly #text: string;
  readonly #boundaries: string[] = [];
  #entities = 0;

  constructor(text: string) {
    this.#text = text;
  }

  readEntity(start: number, end: number, depth: number): void {
    this.#entities += 1;
    if (this.flaw !== null) return;
    if (this.#entities > MAX_ENTITIES || depth > MAX_LEVELS) {
      this.#find('boundary', 'too many parts');
      return;
    }
    const { fields, body, flaw } = readMailHeader(this.#text, start, end, depth === 0 ? 'message' : 'part');
    this.flaw = flaw;
    const content = this.#readType(fields);
    // What is neither text nor multipart is no part of a notice, and is named as such.
    if (content === null) return;
    this.#checkFields(fields, depth === 0);
    const encoding = fields.find(({ name }) => name === 'content-transfer-encoding')?.value.toLowerCase() ?? '7bit';
    const isEncoded = encoding === 'base64' || encoding === 'quoted-printable';
    if (!content.type.startsWith('multipart/')) this.#readLeaf(content, encoding, body, end);
    else if (isEncoded) this.#find('part', `Content-Transfer-Encoding: ${encoding}`);
    else this.#readParts(content.parameters.get('boundary') ?? '', body, end, depth);
  }

  /** Null for a part of another kind. */
  #readType(fields: readonly RawField[]): ContentType | null {
    const written = fields.find(({ name }) => name === 'content-type')?.value ?? 'text/plain';
    const type = /^([\w.+-]+\/[\w.+-]+)[ \t]*(?:;|$)/.exec(written)?.[1]?.toLowerCase() ?? '';
    const kind = type.startsWith('multipart/') ? 'multipart' : type.startsWith('text/') ? 'text' : null;
    if (kind === null) {
      if (type === '') this.#find('part', `Content-Type: ${written}`);
      return null;
    }
    const parameters = readParameters(written);
    const allowed = new Map(Object.entries(TYPE_PARAMETERS[kind]));
    const isKnown = kind === 'text' ? /^text\/(?:plain|html)$/.test(type) : MULTIPARTS.has(type);
    const areAllowed = [...(parameters ?? [])].every(([name, value]) => allowed.get(name)?.test(value) === true);
    if (parameters === null || !isKnown || !areAllowed) this.#find('part', `Content-Type: ${written}`);
    return { type, parameters: parameters ?? new Map() };
  }

  #checkFields(fields: readonly RawField[], isMessage: boolean): void {
    const met = new Set<string>();
    for (const { name, value } of fields) {
      const allowed = new Map(Object.entries(PART_FIELDS)).get(name);
      const isOfPart = name === 'content-type' || allowed !== undefined;
      // Other fields of the message's own header are compared one by one.
      if (!isOfPart && isMessage) continue;
      const isAllowed = isOfPart && !met.has(name) && (allowed === undefined || allowed.test(value));
      if (!isAllowed) this.#find('part', `${name}: ${value}`);
      met.add(name);
    }
    if (isMessage && met.has('content-type') && !met.has('mime-version')) this.#find('header', 'no MIME-Version');
  }

  #readLeaf({ parameters }: ContentType, encoding: string, start: number, end: number): void {
    const body = this.#text.slice(start, end);
    const charset = (parameters.get('charset') ?? 'us-ascii').toLowerCase();
    if (!CHARSETS.has(charset)) this.#find('part', `charset=${charset}`);
    const has8Bit = encoding === 'quoted-printable' ? /=[89a-f]|[\u0080-\u00ff]/i : /[\u0080-\u00ff]/;
    if (charset.endsWith('ascii') && has8Bit.test(body)) this.#find('encoding', `letters outside ${charset}`);
    const isBroken =
      encoding === 'base64'
        ? !isBase64(body)
        : encoding === 'quoted-printable' && /=(?![0-9a-f]{2}|\r?\n|$)/i.test(body);
    if (isBroken) this.#find('encoding', `a body that is not ${encoding}`);
    if (encoding !== 'base64' && /\r(?!\n)/.test(body.replace(/\r$/, ''))) this.#find('encoding', 'a bare return');
  }

  /** Splits a multipart at lines that are its boundary and nothing else. */
  #readParts(boundary: string, start: number, end: number, depth: number): void {
    const isShared = this.#boundaries.some((known) => known.startsWith(boundary) || boundary.startsWith(known));
    if (boundary === '' || isShared) this.#find('boundary', boundary === '' ? 'no boundary' : `--${boundary}`);
    this.#boundaries.push(boundary);
    let [from, isFirst, isOpen] = [start, true, true];
    while (isOpen && this.flaw === null) {
      const line = this.#findBoundary(boundary, from, end);
      if (line === null) {
        this.#find('boundary', `no --${boundary}--`);
        return;
      }
      if (isFirst) this.#checkOutside(this.#text.slice(start, line.content), true);
      else this.readEntity(from, line.content, depth + 1);
      [from, isFirst, isOpen] = [line.next, false, !line.closes];
    }
    if (this.flaw === null) this.#checkOutside(this.#text.slice(from, end), false);
  }

  /** The next line that begins with a boundary: where the content before it ends, and what follows begins. */
  #findBoundary(
    boundary: string,
    start: number,
    end: number,
  ): { readonly content: number; readonly next: number; readonly closes: boolean } | null {
    const at = this.#findLine(`--${boundary}`, start, end);
    if (at === -1) return null;
    const feed = this.#text.indexOf('\n', at);
    const lineEnd = feed === -1 || feed > end ? end : feed;
    const tail = this.#text.slice(at + boundary.length + 2, lineEnd).replace(/(?<![ \t])[ \t]*\r?$/, '');
    if (tail !== '' && tail !== '--') this.#find('boundary', this.#text.slice(at, lineEnd));
    const feedAt = at - (this.#text[at - 2] === '\r' ? 2 : 1);
    return { content: Math.max(start, feedAt), next: Math.min(lineEnd + 1, end), closes: tail === '--' };
  }

  /** Where a line begins with these units. */
  #findLine(units: string, start: number, end: number): number {
    for (let at = this.#text.indexOf(units, start); at !== -1 && at < end; at = this.#text.indexOf(units, at + 1))
      if (at === start || this.#text[at - 1] === '\n') return at;
    return -1;
  }

  #checkOutside(words: string, isBefore: boolean): void {
    const line = words.replace(/[ \t\r\n]+/g, ' ').trim();
    if (line !== '' && !(isBefore && PREAMBLES.has(line))) this.#find('outside', line);
  }

  #find(kind: MailFlaw['kind'], detail: string): void {
    this.flaw ??= toMailFlaw(kind, detail);
  }
}

/** Whole groups of four, between white space; nothing stands between or behind the signs that fill the last one. */
function isBase64(body: string): boolean {
  const signs = body.replace(/\s/g, '');
  return signs.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(signs) && !/=\s+=/.test(body);
}

const PARAMETER = /;[ \t]*([a-z-]+)=(?:"([^"\\]*)"|([^\s;"()<>@,\\/?=[\]:]+))[ \t]*/iy;

/** Each name once; null where a value is written in another form, also in the numbered and extended ones (RFC 2231). */
function readParameters(written: string): ReadonlyMap<string, string> | null {
  const parameters = new Map<string, string>();
  const start = written.indexOf(';');
  const text = written.replace(/(?<![ \t])[ \t]*;[ \t]*$/, '');
  if (start === -1 || start >= text.length) return parameters;
  PARAMETER.lastIndex = start;
  while (PARAMETER.lastIndex < text.length) {
    const [, name, quoted, plain = ''] = PARAMETER.exec(text) ?? [];
    if (name === undefined || parameters.has(name.toLowerCase())) return null;
    parameters.set(name.toLowerCase(), quoted ?? plain);
  }
  return parameters;
}
