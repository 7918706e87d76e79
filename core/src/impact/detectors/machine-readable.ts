import type { Detector, Finding, SearchedText } from './finding.ts';

/** The second line of a passport's machine-readable zone, and what the first begins with (ICAO Doc 9303, part 4). */
const SECOND = /^\s{0,20}([A-Z0-9<]{9}\d[A-Z<]{3}\d{6}\d[MFX<]\d{6}\d[A-Z0-9<]{14}[\d<]\d)\s{0,20}$/;
const FIRST = /(?<![A-Z0-9<])P[A-Z<][A-Z<]{3}[A-Z<]{30,40}\s{0,20}$/;
const WEIGHTS = [7, 3, 1];

/** The check digit of Doc 9303, part 3, 4.9: letters are 10 to 35, `<` is 0. */
function isChecked(field: string, digit: string): boolean {
  const sum = [...field].reduce(
    (total, letter, at) => total + (letter === '<' ? 0 : Number.parseInt(letter, 36)) * (WEIGHTS[at % 3] ?? 0),
    0,
  );
  return String(sum % 10) === digit;
}

/** The machine-readable zone of a passport. */
export const findMachineReadable: Detector = {
  hints: { parts: ['<<'] },
  find: (text, lines) => lines.flatMap((at) => findInLine(text, at)),
};

function findInLine({ lines }: SearchedText, at: number): readonly Finding[] {
  const line = lines[at] ?? { text: '', start: 0 };
  const zone = SECOND.exec(line.text)?.[1];
  if (zone === undefined) return [];
  const number = [zone.slice(0, 9), zone.charAt(9)] as const;
  const birth = [zone.slice(13, 19), zone.charAt(19)] as const;
  const expiry = [zone.slice(21, 27), zone.charAt(27)] as const;
  if (![number, birth, expiry].every(([field, digit]) => isChecked(field, digit))) return [];
  const above = lines[at - 1];
  const first = above?.text.search(FIRST) ?? -1;
  const start = above !== undefined && first >= 0 ? above.start + first : line.start + line.text.search(/\S/);
  const end = line.start + line.text.trimEnd().length;
  const value = zone.slice(0, 9).replaceAll('<', '');
  return [{ kind: 'passport', detector: 'passport-machine-readable', confidence: 'certain', start, end, value }];
}
