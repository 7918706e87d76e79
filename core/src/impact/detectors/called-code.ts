import { isPhraseWord } from './credential/value-shape.ts';
import type { Detector, Finding, SearchedText, TextLine } from './finding.ts';
import { withNeighbours } from './hint-scan.ts';

/** A call is arranged, or a voice mailbox is explained. */
export const CALL =
  /(?<!\p{L})(?:dial|dial-?in|call-?in|conference|conf\.? call|toll[- ]?free|bridge|voice ?-?mail|einwahl|telefonkonferenz|conférence|conferencia|800|888|877|866)(?!\p{L})/iu;
/** `800` alone is a pressure and a price, too. */
const NUMBER_TO_CALL =
  /(?<!\p{L})(?:dial|dial-?in|call-?in|call in|conference|bridge|toll[- ]?free|voice ?-?mail|pass ?-?code|einwahl|telefonkonferenz|conférence|conferencia)(?!\p{L})|(?<!\d)8(?:00|88|77|66)[-.) /]{1,2}\d{3}[-. ]\d{4}|\d{3}[-.) ]{1,2}\d{3}[-.]\d{4}/iu;
const CODES = /(?<!\p{L})(?:pass ?codes?|codes|pins)(?!\p{L})/iu;

/** `1-800-555-0100, 4471#`: a pound sign behind a number ends what is typed. */
const BEFORE_POUND =
  /(?<![\p{L}\p{N}#.,/-])(?!8(?:00|88|77|66)(?!\d))(\d(?:[ -]?\d){2,9})(?:[ \t]?#(?![\p{L}\p{N}]|[ \t](?:\d|pressure|psi|lbs?|paper|bag))|[ \t,]{1,2}(?:followed by|then|and)(?: (?:press|hit))?(?: the| a)? (?:pound|hash|["“]?#))/giu;
/** `1-888-555-0100 #4471` */
const BEHIND_NUMBER = /\d{3}[-. ]\d{4}[ \t,;]{1,4}#[ \t]?(\d{4,10})(?![\p{L}\p{N}]|[.,:/-]\d)/gu;
/** `Host: 4471`, `Participants - 662 117`. */
const OF_ROLE =
  /(?:^|[,;:/|(]|[ \t]{2})[ \t*•-]{0,8}(?:host|leader|moderator|chair(?:person|man)?|guests?|participants?|attendees?|callers?|teilnehmer|animateur|participante)(?:['’]s)?(?: only)?(?: uses?| enters?| dials?)?(?:[ \t]{0,3}[:=#-]{1,2}[ \t]{0,24}|[ \t]{1,24})(\d{3}(?=#)|\d{4,8}|\d{2,4}[ -]\d{2,4}(?:[ -]\d{2,4})?)(?=#|[ \t]{0,4}(?:$|[,;.)(/|]|[ \t]{2}))/giu;
/** `the leader must enter 4471`. */
const ROLE_ENTERS =
  /(?<!\p{L})(?:host|leader|moderator|chair(?:person|man)?|guests?|participants?|attendees?|callers?|others|everyone)(?: \p{L}{1,12}){0,3}? (?:enters?|uses?|dials?|punch(?:es)?(?: in)?|keys? in|types?)(?: (?:the )?code)?[: ]{1,2}[*#]?(\d{3,8})(?=#|[ \t]*(?:$|[,;.)(/|]|first|and|to))/giu;
const LOCKS =
  "(?:bike |combination |pad)?lock|alarm(?: system)?|(?:front |back |side |main |entry |security )?(?:gate|door)|garage(?: door)?|lock ?-?box|key ?-?(?:pad|box)|safe|locker|haustür|tiefgarage|portail|puerta|piscina|garaje|alarma|alarme|cancello|allarme(?: dell[’']\\p{L}{2,14})?|poort";
/** `punch in 4471 at the gate`, `enter the code 4471 on the keypad`. */
const TYPED_AT = new RegExp(
  `(?<!\\p{L})(?:punch(?: in)?|key in|enter|type(?: in)?|dial|press|use|tippe|tapez|marca)(?: (?:the )?code)? [*#]?(\\d{3,8}#?)[ \\t,]{1,2}(?:at|on|into|for|to open|to get in(?:to)?|to disarm|an der|à|en)(?: the| our| la| le)?(?: \\p{L}{1,10}){0,2}? (?:${LOCKS})(?!\\p{L})`,
  'giu',
);
/** `Alarm: 4471.`, `lockbox (0417)`, `the alarm is 4471`. */
const OF_LOCK = new RegExp(
  `(?<![\\p{L}-])(?:${LOCKS})(?: code)?(?: (?:on|by|at|in|of|for)(?: \\p{L}{1,12}){1,3}?)?(?:[ \\t]{0,2}[:=][ \\t]{0,4}|[ \\t]\\(| (?:is(?: now)?|opens with|ist|bleibt|öffnet mit|est|reste|s[’']ouvre avec|es|sigue con|se abre con|pasa a ser|è|sarà|si (?:apre|disinserisce) con|wordt|blijft) )[*#]?(\\d{3,8}|\\d{1,2}-\\d{1,2}-\\d{1,2}(?:-\\d)?)#?(?=[ \\t]{0,4}(?:$|[,;)]|[-–] |\\.(?:[ \\t]|$)|(?:then|and then|after|from|until|starting|dann|ab|puis|à partir|y luego|desde|vanaf|en dan|da|poi)(?!\\p{L})))`,
  'giu',
);
/** `gate: press # then 4471` */
const PRESSED_AT = new RegExp(
  `(?<![\\p{L}-])(?:${LOCKS})[ \\t]{0,2}[:,-][ \\t]{1,2}(?:press|enter|punch(?: in)?|dial|type)(?: [#*]| star| pound)?(?:,? (?:then|and))?(?: press| enter)? [#*]?(\\d{3,8})(?=[#* \\t]{0,4}(?:$|[,;.)]))`,
  'giu',
);
/** `to disarm it press OFF, then 4471`. */
const DISARMED =
  /(?<!\p{L})(?:to arm|(?:to )?disarm|to unlock|to set the alarm)(?!\p{L})[^.;\n\d]{0,60}(?:press|enter|punch(?: in)?|key in|use|then|with|code)[^.;\n\d]{0,16}[ *](\d(?:-?\d){3,7})(?![\p{L}\p{N}]|[.,:/-]\d)/giu;
/** `use 774201 as your login code`. */
const AS_CODE =
  /(?<!\p{L})(?:use|enter|with|type(?: in)?|mit|nutzen sie|utilisez|usa) [*#]?(\d{3,10}#?) (?:as|for|when (?:asked|prompted) for|als|comme|como) (?:(?:the|your|my|our|a|ihren?|votre|su) )?(?:\p{L}{1,14}[ -]){0,3}(?:code|pin|pass-?code|código)(?!\p{L})/giu;
/** `Passcode: Power Desk` of a call that an operator takes. */
const WORD_CODE = /(?<!\p{L})pass[ -]?code(?:[ \t]{0,3}[:=-][ \t]{0,8}["“']?(?=\p{L})|[ \t]{2,24}(?=\p{Lu}))/iu;

/** Codes that no word for a code announces: behind a number that is called, a role, or what is locked. */
export const findCalledCodes: Detector = {
  hints: {
    words: [
      'host',
      'leader',
      'moderator',
      'chair',
      'guest',
      'participant',
      'attendee',
      'caller',
      'teilnehmer',
      'alarm',
      'gate',
      'door',
      'garage',
      'lockbox',
      'lock box',
      'keypad',
      'safe',
      'locker',
      'lock ',
      'bike',
      'padlock',
      'disarm',
      'arm',
      'unlock',
      'key box',
      'keybox',
      'code',
      'pin',
      'pass code',
      'pass-code',
      'passcode',
      'voice mail',
      'voicemail',
      'dial',
      'haustür',
      'tiefgarage',
      'portail',
      'puerta',
      'piscina',
      'garaje',
      'cancello',
      'allarme',
      'poort',
      'bridge',
      'conference',
      'call in',
      'call-in',
      'toll',
      '800',
      '888',
      '877',
      '866',
    ],
  },
  find: (text, lines) =>
    withNeighbours(withNeighbours(lines, 1, text.lines), -1, text.lines).flatMap((at) => findInLine(text, at)),
};

const NUMBER = /\d[ -]?\d[ -]?\d/;

function findInLine(text: SearchedText, at: number): readonly Finding[] {
  const line = text.lines[at] ?? { text: '', start: 0 };
  const hasNumber = NUMBER.test(line.text);
  if (!hasNumber && !/code/i.test(line.text)) return [];
  const isAround = (pattern: RegExp): boolean => text.matchesAround(pattern, at - 4, at + 4);
  const isOfCall = isAround(CALL);
  if (!hasNumber) return isOfCall ? takeWords(line) : [];
  return [
    ...(isAround(NUMBER_TO_CALL) ? take(line, BEFORE_POUND) : []),
    ...(isOfCall || isAround(CODES) ? take(line, OF_ROLE) : []),
    ...(isOfCall ? [...take(line, ROLE_ENTERS), ...take(line, BEHIND_NUMBER)] : []),
    ...take(line, TYPED_AT),
    ...take(line, DISARMED),
    ...take(line, PRESSED_AT),
    ...take(line, OF_LOCK),
    ...take(line, AS_CODE),
    ...(isOfCall ? takeWords(line) : []),
  ];
}

/** One to three words that end the line. */
function takeWords(line: TextLine): readonly Finding[] {
  const label = WORD_CODE.exec(line.text);
  if (label === null) return [];
  const from = label.index + label[0].length;
  const value = line.text
    .slice(from, from + 80)
    .trim()
    .replace(/["”']$/, '');
  const words = value.split(' ');
  if (line.text.length > from + 80 || words.length > 3 || !words.every(isPhraseWord)) return [];
  return [toCode(line.start + from, value)];
}

export function toCode(start: number, value: string): Finding {
  return {
    kind: 'access-code',
    detector: 'access-code',
    confidence: 'likely',
    start,
    end: start + value.length,
    value,
  };
}

function take(line: TextLine, pattern: RegExp): readonly Finding[] {
  return [...line.text.matchAll(pattern)].flatMap((match): readonly Finding[] => {
    const value = match[1] ?? '';
    return [toCode(line.start + match.index + match[0].lastIndexOf(value), value)];
  });
}
