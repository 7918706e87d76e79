/** Files of contacts and of appointments (RFC 6350, RFC 5545) begin so. */
const CARD = /^\s*BEGIN:V(?:CARD|CALENDAR)\s/i;
const LINE = /^(?:[\w-]{1,64}\.)?([\w-]{1,64})((?:;(?:"[^"]*"|[^":])*)?):(.*)$/s;
const PACKED = /;(?:ENCODING=)?(?:B|BASE64)(?:;|$)/i;
const QUOTED = /;(?:ENCODING=)?QUOTED-PRINTABLE(?:;|$)/i;
const QUOTED_LINE = /^[^:]{0,500}QUOTED-PRINTABLE/i;
const CHARSET = /;CHARSET=([\w-]{1,40})/i;
const DATE = /^(\d{4})-?(\d{2})-?(\d{2})/;
const HTML = /;FMTTYPE=text\/html/i;

export function isCard(text: string): boolean {
  return CARD.test(text.slice(0, 200));
}

/**
 * Contacts and appointments as their reader sees them: a line for each property, folded lines joined, escapes and
 * encodings undone, pictures and keys left out, and in words what birthdays, addresses and telephones are.
 */
export function toCardText(text: string, toReadText: (html: string) => string): string {
  return [...joinLines(text)]
    .flatMap((line) => {
      const [, name = '', parameters = '', raw = ''] = LINE.exec(line) ?? [];
      if (name === '') return line.trim() === '' ? [] : [line];
      if (PACKED.test(parameters) || /^data:/i.test(raw)) return [];
      const value = QUOTED.test(parameters) ? unquote(raw, CHARSET.exec(parameters)?.[1]) : raw;
      return [toLine(name.toUpperCase(), parameters.toUpperCase(), HTML.test(parameters) ? toReadText(value) : value)];
    })
    .join('\n');
}

/** Folded lines become one, and in version 2.1 quoted-printable ones that end with `=`. */
function* joinLines(text: string): Generator<string> {
  let held: string | null = null;
  for (const line of text.split(/\r?\n/)) {
    const isQuoted: boolean = held?.endsWith('=') === true && QUOTED_LINE.test(held);
    if (held !== null && isQuoted) held = held.slice(0, -1) + line;
    else if (held !== null && /^[ \t]/.test(line)) held += line.slice(1);
    else {
      if (held !== null) yield held;
      held = line;
    }
  }
  if (held !== null) yield held;
}

function unquote(text: string, charset = 'utf-8'): string {
  const bytes = Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function toLine(name: string, parameters: string, value: string): string {
  const isHome = /\bHOME\b/.test(parameters);
  if (name === 'BDAY') return `Date of birth: ${value.replace(DATE, '$1-$2-$3')}`;
  if (name === 'ADR') return `${isHome ? 'Home address' : 'Address'}: ${toFields(value)}`;
  if (name === 'TEL') return `${isHome ? 'Home phone' : 'Phone'}: ${unescapeText(value)}`;
  if (name === 'N' || name === 'ORG') return `${name}: ${toFields(value)}`;
  return `${name}: ${unescapeText(value)}`;
}

/** Fields that semicolons part, those that are empty left out. */
function toFields(value: string): string {
  return (value.match(/(?:\\.|[^;\\])+/gs) ?? [])
    .flatMap((field) => unescapeText(field).split('\n'))
    .map((line) => line.trim())
    .filter((field) => field !== '')
    .join(', ');
}

function unescapeText(value: string): string {
  return value.replace(/\\(.)/gs, (_, escaped: string) => (/n/i.test(escaped) ? '\n' : escaped));
}
