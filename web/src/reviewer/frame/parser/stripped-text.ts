import type { BlockWriter } from './block-writer.ts';
import { readMarkup } from './markup-tokens.ts';

const BREAKS = new Set(
  'address article blockquote br center dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre table tr ul'.split(' '),
);
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));?/gi;
const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);

/** Writes the words of html that is too heavy for a browser: tags are taken out, blocks begin lines. */
export function writeStrippedText(html: string, writer: BlockWriter): void {
  let line = '';
  const endLine = (): void => {
    if (line.trim() !== '') writer.line(0, line.trim());
    line = '';
  };
  for (const { kind, name, start, end } of readMarkup(html)) {
    if (writer.isFull) return;
    if (kind === 'text') line += decodeEntities(html.slice(start, end).replace(/\s+/g, ' '));
    else if (BREAKS.has(name)) endLine();
    else if (name === 'td' || name === 'th') line += ' ';
  }
  endLine();
}

function decodeEntities(text: string): string {
  return text.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED.get(name.toLowerCase()) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}
