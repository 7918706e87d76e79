import type { ChangeNature } from './change.ts';

const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const INVISIBLE = /[\p{Cf}\p{Cc}\p{DI}]/u;
const EVERY_INVISIBLE = /[\p{Cf}\p{Cc}\p{DI}]/gu;
const MARKS = /\p{M}/gu;
/** Host, path, mail address, or a run of digits as telephones have it. */
const ADDRESS = /[\p{L}\p{N}-]\.\p{L}{2,}|[\p{L}\p{N}]@|:\/\/|\/\S|^\+\d/u;
const DIGITS = /[\p{N}\s.,]/gu;

/** Letters of other scripts with the shape of a Latin one, each before it. ASCII's own look-alikes are at the end. */
const SHAPES =
  'аaеeоoрpсcхxуyіiјjѕsԁdԛqԝwһhкkмmтtвbнhгrпnӏlАAВBЕEКKМMНHОOРPСCТTХXУYІIЈJЅSαaοoρpνvυuιiκkτtεeηnωwχxΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXոnօoսuհhցgıiɡgⅼlƖlǀl∣lաw';
const ASCII_SHAPES: readonly (readonly [RegExp, string])[] = [
  [/0/g, 'o'],
  [/[1|i]/g, 'l'],
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/[‐‑‒–—−]/g, '-'],
  [/[․]/g, '.'],
];
const shapes = new Map<string, string>();
const shapeLetters = [...SHAPES];
for (let at = 0; at < shapeLetters.length; at += 2) shapes.set(shapeLetters[at] ?? '', shapeLetters[at + 1] ?? '');

/** The kind of change from issued to received words. Both have single spaces; one may be empty. */
export function classifyChange(issued: string, received: string): ChangeNature {
  if (DIRECTION.test(received)) return 'direction';
  if (INVISIBLE.test(received) && received !== issued) {
    if (received.replace(EVERY_INVISIBLE, '').replaceAll(' ', '') === issued.replaceAll(' ', '')) return 'invisible';
  }
  if (issued !== '' && received !== '' && toShape(issued) === toShape(received)) return 'look-alike';
  if (ADDRESS.test(received) || (ADDRESS.test(issued) && received !== '')) return 'address';
  if (received === '') return 'missing';
  if (issued === '') return 'added';
  return withoutDigits(issued) === withoutDigits(received) ? 'figure' : 'words';
}

function withoutDigits(words: string): string {
  return words.replace(DIGITS, '');
}

/** What words look like: two of one shape are distinguished by nobody. */
function toShape(words: string): string {
  const latin = [...words.normalize('NFKD').replace(EVERY_INVISIBLE, '').replace(MARKS, '')]
    .map((letter) => shapes.get(letter) ?? letter)
    .join('')
    .toLowerCase();
  return ASCII_SHAPES.reduce((shape, [letters, same]) => shape.replace(letters, same), latin);
}
