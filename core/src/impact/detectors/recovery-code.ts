import type { Detector, Finding, SearchedText } from './finding.ts';
import { isPlaceholder, toSecretKey } from './secret-value.ts';

const CUE =
  /(?<!\p{L})(?:(?:recovery|backup|back-up|scratch|emergency|rescue|single[- ]use|one[- ]time|2fa|mfa|two[- ]factor)[ -](?:(?:log-?in|access|pass|verification|security|sign-in|backup|recovery)[ -]?)?(?:code|key)(s?)|(?:wiederherstellungs|backup-?|notfall|ersatz|einmal|reserve|sicherungs)code(s?)|codes? (?:de (?:secours|récupération|sauvegarde)|à usage unique)|códigos? de (?:recuperación|respaldo|reserva|recuperação|backup|um só uso|un solo uso)|codic[ei] (?:di )?(?:backup|riserva|recupero|emergenza)|(?:herstel|back-?up|reserve|nood)-?codes?|(?:reserv|återställnings|backup-?|gendannelses|gjenopprettings|engangs)kode?[rn]?|kody (?:zapasowe|odzyskiwania|jednorazowe)|i?tan-?list[ea]|tans)(?!\p{L})/giu;
/** GitHub writes `a1b2c-d3e4f`, Google `1234 5678`, others eight to twelve letters and digits or groups of them. */
const CODE =
  /(?<![\p{L}\p{N}-])(?:[a-z0-9]{4,6}(?:-[a-z0-9]{4,6}){1,5}|\d{4} \d{4}|(?=[a-z]{0,11}\d)[a-z0-9]{8,12}|\d{6,7})(?![\p{L}\p{N}-])/giu;
const LIST_MARKS = /^[\s,;|•*-]{1,200}|(?:^|\s)\d{1,2}[.)](?=\s|$)/g;
const LINES_BELOW = 16;

/** Codes that stand in for a second factor: behind the words that announce them, and in the lines below. */
export const findRecoveryCodes: Detector = {
  hints: {
    words: [
      'recovery',
      'backup',
      'back-up',
      'scratch',
      'emergency',
      'wiederherst',
      'notfall',
      'ersatz',
      'code',
      'código',
      ...['rescue', 'single', 'one-time', 'one time', '2fa', 'mfa', 'two', 'einmal', 'reserv', 'sicherungs', 'codic'],
      ...['herstel', 'nood', 'återst', 'gendan', 'gjenop', 'engangs', 'kody', 'tan', 'itan'],
    ],
  },
  find: (text, lines) => lines.flatMap((at) => findBehind(text, at)),
};

function findBehind({ lines }: SearchedText, at: number): readonly Finding[] {
  const line = lines[at] ?? { text: '', start: 0 };
  const cue = [...line.text.matchAll(CUE)].at(-1);
  if (cue === undefined) return [];
  const from = cue.index + cue[0].length;
  const behind = line.text.slice(from);
  const colon = behind.search(/[:=]/);
  const own =
    colon >= 0 && colon < 60 && behind.slice(colon + 1).trim() !== ''
      ? readCodes(behind.slice(colon + 1), line.start + from + colon + 1)
      : readNext(behind, line.start + from);
  const found = [...own];
  let blank = 0;
  for (const { text, start } of lines.slice(at + 1, at + 1 + LINES_BELOW)) {
    const codes = readCodes(text, start);
    if (text.trim() === '') blank += 1;
    else if (codes.length > 0) found.push(...codes);
    else if (found.length > 0 || blank > 0 || !/[:.]\s*$/.test(text)) break;
  }
  // One code alone below a heading may be a number of something else.
  const isOne = found.length === 1 && own.length === 0 && !/s$/i.test(cue[0]);
  return found.length === 1 && own.length === 0 && !isOne ? [] : found;
}

/** `backup code a1b2c-d3e4f.` */
function readNext(behind: string, start: number): readonly Finding[] {
  const [whole, lead = ''] =
    /^([ \t]{1,3}(?:(?:is|ist|est|es)[ \t]{1,3})?)[a-z0-9]{5}-[a-z0-9]{5}(?=[.,;)]|[ \t]|$)/iu.exec(behind) ?? [];
  return whole === undefined ? [] : readCodes(whole.slice(lead.length), start + lead.length);
}

/** The codes of a line that holds nothing else. */
function readCodes(text: string, start: number): readonly Finding[] {
  if (text.length > 200) return [];
  const codes = [...text.matchAll(CODE)].filter(({ 0: code }) => isGrouped(code) && !isPlaceholder(code));
  if (!codes.some(({ 0: code }) => /\d/.test(code))) return [];
  const rest = text.replace(CODE, ' ').replace(LIST_MARKS, ' ');
  if (codes.length === 0 || /[\p{L}\p{N}]/u.test(rest)) return [];
  return codes.map(({ index, 0: code }) => toSecretKey('secret-key-recovery-code', 'likely', start + index, code));
}

/** Letters and digits, or groups of a hyphen's sides alone: of eight codes drawn at random one has no digit. */
function isGrouped(code: string): boolean {
  return /\d/.test(code) || /^[A-Z]{4,6}(?:-[A-Z]{4,6}){1,5}$/.test(code);
}
