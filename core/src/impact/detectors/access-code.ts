import { type Detector, mentions, unwrapLine } from './finding.ts';

const OF_CALLS =
  'participant|host|leader|moderator|chairperson|chair|conference|meeting|guest|attendee|bridge|teilnehmer|konferenz|besprechungs|einwahl|moderatoren|participant|réunion|conférence|animateur|reunión|conferencia|participante|moderador';
const PLACES =
  'doors?|gates?|alarm(?: system)?|safe|lock(?:box)?|garage|building|house|vault|voice ?-?mail|haustür|tür|tor|alarmanlage|tresor|safe|eingang|garage|mailbox|anrufbeantworter|porte|portail|alarme|coffre(?:-fort)?|entrée|immeuble|messagerie|répondeur|puerta|alarma|caja fuerte|entrada|garaje|buzón(?: de voz)?|contestador';
/** `the code for the front door`, `le code de l’alarme`. */
const OF_PLACE = `(?:code|combination|pin|c[oó]digo)[ \\t](?:for|to|of|on|für|zu|zur|zum|der|de|du|del|des|pour|para)(?:[ \\t](?:the|our|your|my|front|back|main|side|die|den|das|der|dem|la|le|les|el|tu|su|votre|notre|l[’']|d[’'])){0,3}[ \\t]?(?:${PLACES})`;
/** Words that announce a code by themselves. */
const CODE_WORDS = [
  OF_PLACE,
  'pass[- ]?codes?',
  'access codes?',
  'entry codes?',
  'security codes?',
  'door codes?',
  'gate codes?',
  'alarm codes?',
  'lock(?:box)? (?:codes?|combination)',
  'safe combination',
  `(?:${OF_CALLS})(?:['’]s)?[- ]?(?:access |pass|entry )?(?:codes?|ids?|pins?|kennung)`,
  'pin(?:[- ]?(?:codes?|numbers?|nos?\\.?|nummer))?',
  'dial-?in code',
  '(?:zugangs|einwahl|zutritts|tür|alarm|sicherheits)(?:code|kennung|nummer)',
  'geheimzahl',
  "code (?:d[’']acc[eè]s|confidentiel|secret|pin|d[’']entrée|de la porte|d[’']alarme|(?:de )?conf[eé]rence|(?:de )?r[eé]union|participant|animateur)",
  'identifiant de (?:la )?(?:r[eé]union|conf[eé]rence)',
  'digicode',
  'c[oó]digo (?:de )?(?:acceso|seguridad|entrada|conferencia|participante|moderador|alarma|la puerta|pin)',
  'id de (?:la )?(?:reuni[oó]n|conferencia)',
];
/** Words that announce a code where a call is arranged. */
const CALL_WORDS = ['confirmation (?:code|number|#)', 'reference (?:code|number)', 'code'];

const CUE = new RegExp(
  `(?<![\\p{L}\\p{N}_-])(?:(${CODE_WORDS.join('|')})|(${CALL_WORDS.join('|')}))(?![\\p{L}\\p{N}_])[ \\t]{0,8}(?:#|no\\.?|number)?[ \\t]{0,8}(?:\\([^()\\n]{0,40}\\)[ \\t]{0,8})?(?:is|are|will be|was|ist|lautet|est|es)?[ \\t]{0,8}(?:(?:le|la|el|die)[ \\t]+)?[:=#"“'-]{0,3}[ \\t]{0,8}((?:\\d[ -]?){2,11}\\d|[A-Z]{1,4}\\d{3,8}|\\d{3,8}[A-Z]{1,4})(?![\\p{L}\\p{N}])`,
  'giu',
);
const CALL =
  /(?<!\p{L})(?:dial|dial-?in|call-?in|conference|toll[- ]?free|bridge|einwahl|telefonkonferenz|conférence|conferencia|800|888|877|866)(?!\p{L})/iu;
const OTHER_CODE =
  /(?:priority|zip|area|dress|source|country|cost|colou?r|building|tax|sic|product|error|status|postal|bar|promo(?:tion)?|discount|coupon|project|company|gl|account|charge|stock|time|pay|earnings?|city|state|rate|meter|location|hr|job|grade|model)[ \t]+$/iu;

/** Codes that open a call, a door, a voice mailbox or an alarm. */
const HINTS = [
  'code',
  'pin',
  'kennung',
  'geheimzahl',
  'combination',
  'código',
  ' id',
  'conf',
  'nummer',
  'number',
  '-id',
];
/** Faster than the cues themselves. */
const MAYBE_CUE = /code|pin|kennung|nummer|geheimzahl|combination|c[oó]digo|id|confirmation|reference/i;
const MAYBE_CODE = /\d[\d -]*\d/;

export const findAccessCodes: Detector = (text) =>
  (mentions(text, HINTS) ? text.lines : []).flatMap((own, at) => {
    if (!MAYBE_CUE.test(own.text)) return [];
    const line = unwrapLine(text, at);
    return (MAYBE_CODE.test(line.text) ? [...line.text.matchAll(CUE)] : []).flatMap((match) => {
      // What begins on the next line is found there.
      if (match.index >= own.text.length) return [];
      const value = match[3] ?? '';
      const start = match.index + match[0].length - value.length;
      const digits = value.replace(/\D/g, '');
      if (digits.length < 3 || digits.length > 12 || /^(?:1[ -]?)?[2-9]\d\d[ -]\d{3}[ -]\d{4}$/.test(value)) return [];
      const before = `${match.index < 3 ? (text.lines[at - 1]?.text ?? '') : ''} ${line.text.slice(0, match.index)}`;
      if (OTHER_CODE.test(before)) return [];
      if (match[1] === undefined && !isOfCall(text.lines, at)) return [];
      const confidence = 'likely' as const;
      return [
        {
          kind: 'access-code' as const,
          detector: 'access-code',
          confidence,
          start: line.toOffset(start),
          end: line.toOffset(start + value.length),
          value,
        },
      ];
    });
  });

/** Whether a call is arranged within five lines. */
function isOfCall(lines: readonly { readonly text: string }[], at: number): boolean {
  return lines.slice(Math.max(0, at - 5), at + 4).some(({ text }) => CALL.test(text));
}
