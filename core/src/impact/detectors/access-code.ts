import { CALL } from './called-code.ts';
import { followJoint } from './credential/after-cue.ts';
import { type Detector, type Finding, type SearchedText, unwrapLine } from './finding.ts';

const OF_CALLS =
  'participant|host|leader|moderator|chairperson|chair|conference|meeting|webinar|guest|attendee|bridge|teilnehmer|konferenz|besprechungs|einwahl|moderatoren|réunion|conférence|animateur|reunión|conferencia|participante|moderador';
const PLACES =
  'doors?|gates?|lifts?|huts?|barn|tech(?: menu)?|barrier|bike (?:shed|store)|tiefgarage|keller|aufzug|schranke|schließfach|poort|voordeur|alarmsysteem|berging|cancello|portone|allarme|cassaforte|androne|piscina|trastero|ascensor|alarm(?: system)?|safe|key safe|lock(?:box)?|key(?:pad| ?box)|garage|building|house|vault|locker|storage(?: unit| room)?|shed|cabin|cottage|cabinet|pool|gym|elevator|parking|security system|voice ?-?mail|copier|printer|long[- ]distance|padlock|haustür|tür|tor|alarmanlage|tresor|schlüsselbox|schlüsseltresor|eingang|mailbox|anrufbeantworter|porte|portail|portillon|interphone|alarme|coffre(?:-fort)?|boîte à clés|entrée|immeuble|local|cave|messagerie|répondeur|puerta|portal|alarma|caja fuerte|entrada|garaje|buzón(?: de voz)?|contestador';
const ARTICLES =
  "(?:[ \\t](?:the|our|your|my|front|back|main|side|die|den|das|der|dem|la|le|les|el|il|lo|het|tu|su|votre|notre|nouveau|neue|nuevo|nuovo|nieuwe)|[ \\t]?[ld][’'])";
/** `the code for the front door`, `le code de l’alarme`, `code portail`. */
const OF_PLACE = `(?:codes?|combination|combo|pin|c[oó]digo|codice)(?:[ \\t](?:to get (?:in(?:to)?|through)|to open|for|to|of|on|at|für|zu|zur|zum|der|des|de|du|del|della|dell[’']|van|pour|para|per|[ld][’']))?${ARTICLES}{0,3}[ \\t]?(?:${PLACES})`;
/** Words that announce a code by themselves. */
const CODE_WORDS = [
  OF_PLACE,
  'pass[- ]?codes?',
  'access codes?',
  'entry codes?',
  'security codes?',
  '(?:verification|log-?in|one[- ]time|unlock|disarm|backup|back-up|recovery|emergency|2fa|mfa|otp) codes?',
  `(?:${PLACES})[ -]?(?:codes?|combination|combo|kombination)`,
  '(?:meeting|webinar|host|session) (?:key|number)',
  'new code',
  'keypad',
  'disarm(?: it)? with',
  `(?:${OF_CALLS})(?:['’]s)?[- ]?(?:access |pass |entry )?(?:codes?|ids?|pins?|kennung)`,
  'pin(?:[- ]?(?:codes?|numbers?|nos?\\.?|nummer))?',
  'm?tan',
  '(?:dial-?in|call-?in|conf\\.?|bridge|replay|playback) (?:pass ?)?(?:code|id|pin)',
  'p/c',
  '(?:pac|stac|epp|transfer|porting|portier(?:ungs)?|auth|activation|migration|pairing|freischalt|aktivierungs)[- ]?codes?',
  '(?:pin|puk) ?[12]',
  'puk',
  'codice (?:di (?:accesso|sicurezza|verifica)|pin)',
  'toegangscode',
  '(?:authorization|auth|calling) codes?',
  '(?:zugangs|einwahl|zutritts|tür|alarm|sicherheits)(?:code|kennung|nummer)',
  '(?:bestätigungs|einmal)code',
  'geheimzahl',
  "code (?:d[’']acc[eè]s|confidentiel|secret|pin|de vérification|de sécurité|(?:de )?conf[eé]rence|(?:de )?r[eé]union|participant|animateur)",
  'identifiant de (?:la )?(?:r[eé]union|conf[eé]rence)',
  'digicode',
  'c[oó]digo (?:de )?(?:acceso|seguridad|verificación|conferencia|participante|moderador|pin)',
  'id de (?:la )?(?:reuni[oó]n|conferencia)',
];
/** Words that announce a code where a call is arranged, or in a line that names what is locked. */
const CALL_WORDS = [
  '(?:confirmation|reservation) (?:code|number|#)',
  '(?:confirmation|reservation)(?= ?#)',
  'reference (?:code|number)',
  '[cp]c(?= ?#)',
  'code',
  'id',
  'access(?= ?#)',
  'access',
  'p(?=:)',
  'combination',
  'combo',
];

const CUE = new RegExp(
  `(?<![\\p{L}\\p{N}_])(?<!-(?!pin))(?:(${CODE_WORDS.join('|')})|(${CALL_WORDS.join('|')}))(?![\\p{L}\\p{N}_])`,
  'giu',
);
const BEFORE_VALUE =
  /[ \t]{0,24}(?:(?:of|at|on) the \p{L}{2,14}[ \t])?(?:(?:le|la|el|il|de|het|die|der|den|the|of|to|auf|à|a)[ \t]{1,2})?[:=#"“'*-]{0,3}[ \t]{0,24}/iuy;
const VALUE =
  /(?:(?:\d[ -]?){2,11}\d|[A-Z]{1,4}-?\d{3,8}|[A-Z]{1,4}\d{1,6}-\d{2,6}|(?=[A-Z-]{0,18}\d)[A-Z0-9]{4}(?:-[A-Z0-9]{4}){1,4}|\d{3,8}[A-Z]{1,4})(?![\p{L}\p{N}]|[.,:/-]\d|-\p{L}{2})/iuy;
/** `Text PIN to 150`: a short number that is written to. */
const TO_SHORT = /(?<!\p{L})to[ \t]{1,3}\d{2,3}$/iu;
const LOCKED = new RegExp(
  `(?<!\\p{L})(?:${PLACES}|carte (?:bleue|bancaire)|(?:bank|ec|kredit)-?karte|(?:debit|credit|bank|cash) card|tarjeta|bancomat)(?!\\p{L})`,
  'iu',
);
/** These words in front of `code` say that it opens nothing. */
const OTHER_CODES = new Set(
  `priority zip area dress source country cost color colour building tax sic product error status postal bar promo promotion
  discount coupon project company gl account charge stock time pay earning earnings city state rate meter location hr job
  grade model key offer reason return fault`.split(/\s+/),
);
/** In front of a bare `code`: articles, verbs and joining words. Another word says what the code is of. */
const ARTICLES_AND_VERBS = new Set(
  `the your our a an this that my its and with use using enter dial by is then der die den dem ein und mit le un du et avec
  el y con`.split(/\s+/),
);
const LAST_WORD = /(?<!\p{L})(\p{L}{1,20})[ \t]{1,8}$/u;
const TELEPHONE = /^(?:1[ -]?)?[2-9]\d\d[ -]\d{3}[ -]\d{4}$/;

/** Points of pipelines have pins, too. */
const OF_PIPELINE = /(?<!\p{L})(?:interconnect(?:ion|s)?|pipeline|meter|receipt|delivery|nomination)(?!\p{L})/iu;
/** A pager is called by its pin: it opens nothing. */
const OF_PAGER = /(?<!\p{L})(?:\p{L}{0,8}pager|skytel|skypage|blackberry)(?!\p{L})[^.;\n]{0,30}$/iu;
const NUMBER_BEFORE = /\d{3}[-.) ]{1,2}\d{3}[-. ]\d{4}[ \t,;:/-]{0,4}(?:conference |meeting )?$/i;

const MAYBE_CODE = /\d[ -]?\d/;

export const findAccessCodes: Detector = {
  hints: {
    words: [
      'pin',
      'tan',
      'mtan',
      'comb',
      'komb',
      'id',
      'confirmation',
      'reservation',
      'reference',
      'p/c',
      'pc#',
      'pc #',
      'cc#',
      'cc #',
      'puk',
      'access',
      'p:',
      'disarm',
      'host key',
      'session key',
      'keypad',
    ],
    parts: [
      'code',
      'código',
      'codigo',
      'kennung',
      'nummer',
      'geheimzahl',
      'g id',
      '-id',
      'meeting key',
      'meeting number',
      'webinar ',
    ],
  },
  find: (text, lines) => lines.flatMap((at) => findInLine(text, at)),
};

function findInLine(text: SearchedText, at: number): readonly Finding[] {
  const line = unwrapLine(text, at);
  if (!MAYBE_CODE.test(line.text)) return [];
  const found: Finding[] = [];
  for (const cue of line.text.matchAll(CUE)) {
    // What begins on the next line is found there.
    if (cue.index >= line.own) break;
    const joint = followJoint(line.text, cue.index, cue.index + cue[0].length);
    BEFORE_VALUE.lastIndex = joint.at;
    VALUE.lastIndex = joint.at + (BEFORE_VALUE.exec(line.text)?.[0].length ?? 0);
    const match = VALUE.exec(line.text);
    if (match === null || found.some(({ start }) => start === line.toOffset(match.index))) continue;
    const value = match[0];
    const digits = value.replace(/\D/g, '').length;
    if (TO_SHORT.test(line.text.slice(Math.max(0, match.index - 6), match.index + value.length))) continue;
    if (digits < 3 || digits > 12 || (TELEPHONE.test(value) && !/(?:code|p\/c)$/i.test(cue[0]))) continue;
    const before = `${cue.index < 3 ? (text.lines[at - 1]?.text ?? '') : ''} ${line.text.slice(0, cue.index)}`;
    const word = LAST_WORD.exec(before.slice(-40))?.[1]?.toLowerCase();
    if (word !== undefined && OTHER_CODES.has(word) && !(word === 'time' && /^(?:pass|pin)/i.test(cue[0]))) continue;
    if (/^pin/i.test(cue[0]) && (OF_PIPELINE.test(line.text) || OF_PAGER.test(before))) continue;
    const isNumbered = /^access$/i.test(cue[0]) && /^ ?#/.test(line.text.slice(cue.index + cue[0].length));
    if (/^(?:id|access|p)$/i.test(cue[0]) && !isNumbered && !NUMBER_BEFORE.test(before)) continue;
    // `purchase code`, `order code`: a code of something else.
    if (/^(?:code|comb)/i.test(cue[2] ?? '') && word !== undefined && !ARTICLES_AND_VERBS.has(word)) continue;
    // `Your confirmation number is …` confirms a booking, whatever call the mail speaks of besides.
    if (/^(?:confirmation|reservation|reference)/i.test(cue[2] ?? '') && joint.joint === 'verb') continue;
    const isCombination = /^comb/i.test(cue[0]) && /^\d{1,2}-\d{1,2}-\d{1,2}$/.test(value);
    if (cue[1] === undefined && !isCombination && !text.matchesAround(CALL, at - 5, at + 4) && !LOCKED.test(line.text))
      continue;
    const [start, end] = [match.index, match.index + value.length].map(line.toOffset) as [number, number];
    found.push({ kind: 'access-code', detector: 'access-code', confidence: 'likely', start, end, value });
  }
  return found;
}
