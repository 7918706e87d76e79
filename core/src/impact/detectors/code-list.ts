import { linesFrom } from './credential/lines-from.ts';
import type { Detector, Finding, TextLine } from './finding.ts';

/** `Codes for the cottage:`, `PINs`: below or behind it stand names of places and their codes. */
const HEADING =
  /(?<!(?:zip|post(?:al)?|area|dress|error|fault|product|article|source|cost|gl|tax|country|discount|promo|voucher|booking|currency|rate|location|charge|job|hs|commodity|activity|qr|bar|swift|colou?r|reason|billing|discount|fehler|artikel|rabatt|gutschein|kosten|länder|postaux?|promo|erreur|postales?|postcodes?)[ -]?)(?<!\p{L})(?:\p{L}{0,14}[ -])?(?:\p{L}{0,14}codes|pins|pin codes|combinations|zahlenkombinationen|kombinationen|códigos|codici|koder(?:na|ne)?|kody|codes d['’]accès)(?!\p{L})[^.!?\n\d]{0,60}$/iu;
const INLINE =
  /(?<!\p{L})(?:(?:door|gate|access|entry|alarm|lock|pin|key ?safe|tür|zugangs|tor|alarm)[ -]?codes|codes|pins|códigos|codici|koder|kody)(?: (?:for|für|pour|para|per|voor|för|til|are|sind|son)(?: \p{L}{1,14}){0,4})?[ \t]{0,2}[:–-][ \t]{1,3}(?=\p{L})/giu;
const LABEL = "[\\p{L}][\\p{L} '’./&()-]{0,40}?";
const VALUE = '([*#]?(?:\\d{3,8}|[A-Z]\\d{2,6}[A-Z]?|\\d{2,6}[A-Z]|\\d{2}-\\d{2}-\\d{2})[*#]?)';
const ROW = new RegExp(
  `^[ \\t]{0,12}(?:[-*•–][ \\t]{0,3}|\\d{1,2}[.)][ \\t]{1,3})?${LABEL}(?:[ \\t]{0,4}[:=→|\\t][ \\t]{0,8}|[ \\t][–-]{1,2}[ \\t]{1,4}|[ \\t]{1,12}|[ \\t]\\()${VALUE}\\)?(?=[ \\t]{0,4}(?:$|[,;.(]|[–-] ))`,
  'iu',
);
const ITEM = new RegExp(
  `${LABEL}[ \\t]{0,2}[:= \\t-][ \\t]{0,2}${VALUE}(?=[ \\t]{0,2}(?:$|[,;.]|\\)| and | und | et | y ))`,
  'iuy',
);
const PARTING = /[ \t]{0,2}(?:[,;/]|and|und|et|y|e|en|och|og|i)?[ \t]{1,3}(?:and |und |et |y )?/iuy;
const YEAR = /^(?:19|20)\d\d$/;

const toCode = (start: number, value: string): Finding => ({
  kind: 'access-code',
  detector: 'access-code',
  confidence: 'likely',
  start,
  end: start + value.length,
  value,
});

/** Two codes or more of a list, below a line that announces codes or behind it. */
export const findListedCodes: Detector = {
  hints: {
    words: ['pins', 'pin codes', 'combinations', 'kombinationen', 'códigos', 'codici', 'koder', 'kody'],
    parts: ['codes', 'kombinationen'],
  },
  find: ({ lines }, hinted) =>
    hinted.flatMap((at) => {
      const line = lines[at] ?? { text: '', start: 0 };
      const own = [...line.text.matchAll(INLINE)].flatMap(({ index, 0: head }) => readItems(line, index + head.length));
      return own.length > 1 ? own : HEADING.test(line.text) ? readRows(lines, at + 1) : [];
    }),
};

function readItems(line: TextLine, from: number): readonly Finding[] {
  const found: Finding[] = [];
  for (let at = from; at < line.text.length; ) {
    ITEM.lastIndex = at;
    const item = ITEM.exec(line.text);
    const value = item?.[1] ?? '';
    if (item === null || YEAR.test(value)) break;
    found.push(toCode(line.start + at + item[0].length - value.length, value));
    PARTING.lastIndex = at + item[0].length;
    const parting = PARTING.exec(line.text)?.[0].length ?? 0;
    if (parting === 0) break;
    at += item[0].length + parting;
  }
  return found;
}

function readRows(lines: readonly TextLine[], from: number): readonly Finding[] {
  const found: Finding[] = [];
  for (const line of linesFrom(lines, from)) {
    if (line.text.trim() === '') {
      if (found.length > 0) break;
      continue;
    }
    const row = ROW.exec(line.text);
    const value = row?.[1] ?? '';
    if (row === null || YEAR.test(value)) break;
    found.push(toCode(line.start + row[0].lastIndexOf(value), value));
  }
  return found.length < 2 ? [] : found;
}
