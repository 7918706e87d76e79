/**
 * Charsets in which the corpus writes. Node decodes all of them and encodes none, so the tables are turned round here.
 */
export type Charset =
  | 'us-ascii'
  | 'utf-8'
  | 'iso-8859-1'
  | 'iso-8859-2'
  | 'iso-8859-15'
  | 'windows-1252'
  | 'windows-1251'
  | 'koi8-r'
  | 'shift_jis'
  | 'euc-jp'
  | 'iso-2022-jp'
  | 'euc-kr'
  | 'gb2312'
  | 'big5';

const tables = new Map<Charset, Map<string, readonly number[]>>();

/** Bytes of a text in a charset; a character that the charset lacks is a mistake of the generator. */
export function encodeText(text: string, charset: Charset): Buffer {
  if (charset === 'utf-8') return Buffer.from(text, 'utf8');
  if (charset === 'iso-2022-jp') return encodeIso2022Jp(text);
  const table = tableOf(charset);
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0);
    const found = code < 0x80 ? [code] : table.get(character);
    if (found === undefined) throw new Error(`${charset} lacks ${character}`);
    bytes.push(...found);
  }
  return Buffer.from(bytes);
}

/** ISO-2022-JP is EUC-JP in seven bits, with escape sequences at each change of the character set. */
function encodeIso2022Jp(text: string): Buffer {
  const euc = encodeText(text, 'euc-jp');
  const bytes: number[] = [];
  let wide = false;
  for (const byte of euc) {
    if (byte >= 0x80 !== wide) {
      wide = !wide;
      bytes.push(0x1b, ...(wide ? [0x24, 0x42] : [0x28, 0x42]));
    }
    bytes.push(byte & 0x7f);
  }
  if (wide) bytes.push(0x1b, 0x28, 0x42);
  return Buffer.from(bytes);
}

function tableOf(charset: Charset): Map<string, readonly number[]> {
  const known = tables.get(charset);
  if (known !== undefined) return known;
  const table = new Map<string, readonly number[]>();
  if (charset !== 'us-ascii') fillTable(table, charset);
  tables.set(charset, table);
  return table;
}

function fillTable(table: Map<string, readonly number[]>, charset: Charset): void {
  const decoder = new TextDecoder(charset, { fatal: true });
  const add = (...bytes: number[]): void => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes));
      if ([...text].length === 1 && !table.has(text)) table.set(text, bytes);
    } catch {
      // Not a character of this charset.
    }
  };
  // Some versions of Node's TextDecoder give U+0080 for byte 0x80 of windows-1252.
  if (charset === 'windows-1252' || charset === 'iso-8859-1') table.set('€', [0x80]);
  for (let byte = 0x80; byte < 0x100; byte += 1) add(byte);
  if (!['shift_jis', 'euc-jp', 'euc-kr', 'gb2312', 'big5'].includes(charset)) return;
  for (let lead = 0x81; lead < 0xff; lead += 1) for (let trail = 0x40; trail < 0xff; trail += 1) add(lead, trail);
}
