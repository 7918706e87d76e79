/** A structured field: what stands before the first `;`, and its parameters by lower-case name, as raw text. */
export interface StructuredField {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const COMMENT_OR_QUOTE = /[("]/;

/**
 * Nearly every field: a value and at most one parameter, quoted or not, with nothing in it that has a meaning of its
 * own. No two neighbours match the same, so that it takes linear time.
 */
const PLAIN_FORM =
  /^[\t ]*([^\s;"(\\]+)(?:[\t ]*;[\t ]*(?:\r?\n[\t ]+)?([^\s;="(\\]+)=(?:"([^"\\\r\n]*)"|([^\s;"(\\]+)))?[\t ]*$/;
const NO_PARAMETERS: ReadonlyMap<string, string> = new Map();

/** Parameters of one field that are looked at; the first of a name counts. */
const MAX_PARAMETERS = 1000;

/**
 * Reads `value; name=value; name="quoted"`, with comments and folding, as leniently as mail needs (RFC 2045 section
 * 5.1).
 */
export function readStructuredField(raw: string): StructuredField {
  const plain = PLAIN_FORM.exec(raw);
  if (plain === null) return readAnyForm(raw);
  const value = plain[1] as string;
  const name = plain[2];
  if (name === undefined) return { value, parameters: NO_PARAMETERS };
  const parameters = new Map<string, string>();
  parameters.set(name.toLowerCase(), plain[3] ?? (plain[4] as string));
  return { value, parameters };
}

function readAnyForm(raw: string): StructuredField {
  const pieces = splitPieces(raw);
  const parameters = new Map<string, string>();
  for (const piece of pieces.slice(1, MAX_PARAMETERS)) {
    const equals = piece.indexOf('=');
    if (equals === -1) continue;
    const name = piece.slice(0, equals).trim().toLowerCase();
    if (name !== '' && !parameters.has(name)) parameters.set(name, readValue(piece.slice(equals + 1)));
  }
  return { value: (pieces[0] ?? '').trim(), parameters };
}

/** Splits at `;` outside quotes; comments outside quotes are taken out. */
function splitPieces(raw: string): string[] {
  const text = raw.includes('\n') ? raw.replace(/\r?\n/g, '') : raw;
  if (!COMMENT_OR_QUOTE.test(text)) return text.split(';');
  const pieces: string[] = [];
  let piece = '';
  let depth = 0;
  let quoted = false;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text[at];
    if (unit === '\\' && (quoted || depth > 0)) {
      at += 1;
    } else if (quoted) {
      if (unit === '"') quoted = false;
    } else if (unit === '(') {
      if (depth === 0) piece += text.slice(from, at);
      depth += 1;
    } else if (unit === ')' && depth > 0) {
      depth -= 1;
      from = at + 1;
    } else if (depth === 0 && unit === '"') {
      quoted = true;
    } else if (depth === 0 && unit === ';') {
      pieces.push(piece + text.slice(from, at));
      piece = '';
      from = at + 1;
    }
  }
  if (depth === 0) piece += text.slice(from);
  pieces.push(piece);
  return pieces;
}

function readValue(raw: string): string {
  const text = raw.trim();
  if (!text.startsWith('"')) return text;
  let value = '';
  for (let at = 1; at < text.length; at += 1) {
    const unit = text.charAt(at);
    if (unit === '"') break;
    if (unit === '\\' && at + 1 < text.length) at += 1;
    value += text.charAt(at);
  }
  return value;
}
