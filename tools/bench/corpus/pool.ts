import type { Random } from './random.ts';

/** Ready-made lines that messages take slices of: composing text again for each message would be far too slow. */
export interface Pool {
  readonly bytes: Buffer;
  /** Where each line starts; the last entry is the end. */
  readonly lines: Uint32Array;
}

export interface TextForm {
  readonly charset: string;
  readonly transfer: '7bit' | '8bit' | 'quoted-printable' | 'base64';
  readonly words: readonly string[];
  readonly encode: (text: string) => Buffer;
  /** Written by this share of senders. */
  readonly weight: number;
}

const TEXT_POOL_LINES = 12_000;
const BASE64_LINE_BYTES = 57;

function toPool(lines: readonly Buffer[]): Pool {
  const starts = new Uint32Array(lines.length + 1);
  let at = 0;
  lines.forEach((line, index) => {
    starts[index] = at;
    at += line.length + 1;
  });
  starts[lines.length] = at;
  const bytes = Buffer.alloc(at, '\n');
  lines.forEach((line, index) => {
    line.copy(bytes, starts[index] ?? 0);
  });
  return { bytes, lines: starts };
}

/** Whole lines of about this many bytes, from a place chosen at random; never more than the pool holds. */
export function takeSlice(pool: Pool, random: Random, size: number): Buffer {
  const count = pool.lines.length - 1;
  const perLine = pool.bytes.length / count;
  const wanted = Math.min(count, Math.max(1, Math.round(size / perLine)));
  const first = random.below(count - wanted + 1);
  return pool.bytes.subarray(pool.lines[first] ?? 0, pool.lines[first + wanted] ?? pool.bytes.length);
}

/** Lines of text, or of HTML, in a form's charset and transfer encoding. */
export function createTextPool(form: TextForm, random: Random, isHtml: boolean): Pool {
  const lines: Buffer[] = [];
  const plain: string[] = [];
  for (let at = 0; at < TEXT_POOL_LINES; at += 1)
    plain.push(isHtml ? toHtmlLine(form, random) : toTextLine(form, random));
  if (form.transfer === 'base64') return toBase64Pool(form.encode(plain.join('\r\n')));
  for (const line of plain) {
    const bytes = form.encode(line);
    if (form.transfer === 'quoted-printable') lines.push(...toQuotedPrintable(bytes));
    else lines.push(bytes);
  }
  return toPool(lines);
}

function toTextLine(form: TextForm, random: Random): string {
  if (random.chance(0.12)) return '';
  const indent = random.chance(0.15) ? '> ' : '';
  const length = 20 + random.below(52);
  let line = '';
  while (line.length < length) line += (line === '' ? '' : ' ') + random.pick(form.words);
  return indent + line + (random.chance(0.3) ? '.' : '');
}

function toHtmlLine(form: TextForm, random: Random): string {
  const text = toTextLine(form, random).replace('> ', '');
  if (random.chance(0.35)) return `<p class="MsoNormal" style="margin:0cm;font-size:11pt">${text}</p>`;
  if (random.chance(0.2))
    return `<tr><td style="padding:4px">${text}</td><td align="right">${random.below(10_000)}</td></tr>`;
  if (random.chance(0.1))
    return `<a href="https://www.north-marine.example/order?id=${random.below(1e9)}">${text}</a><br>`;
  return `${text}<br>`;
}

/** RFC 2045 lines of at most 76 characters; soft breaks where a line would be longer. */
function toQuotedPrintable(bytes: Buffer): readonly Buffer[] {
  const lines: Buffer[] = [];
  let line = '';
  bytes.forEach((byte, at) => {
    const isPlain = (byte > 32 && byte < 127 && byte !== 61) || (byte === 32 && at < bytes.length - 1);
    const text = isPlain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    if (line.length + text.length > 75) {
      lines.push(Buffer.from(`${line}=`));
      line = '';
    }
    line += text;
  });
  lines.push(Buffer.from(line));
  return lines;
}

function toBase64Pool(bytes: Buffer): Pool {
  const lines: Buffer[] = [];
  for (let at = 0; at + BASE64_LINE_BYTES <= bytes.length; at += BASE64_LINE_BYTES) {
    lines.push(Buffer.from(bytes.toString('base64', at, at + BASE64_LINE_BYTES)));
  }
  return toPool(lines);
}

/** Noise, as compressed attachments are. */
export function createAttachmentPool(random: Random, size: number): Pool {
  const words = new Uint32Array(Math.ceil(size / 4));
  for (let at = 0; at < words.length; at += 1) words[at] = random.below(0x1_0000_0000);
  return toBase64Pool(Buffer.from(words.buffer));
}
