import { toCode } from './called-code.ts';
import { type Detector, type Finding, type SearchedText, unwrapLine } from './finding.ts';

/** What nothing but a code opens or silences: a number may follow it without a word between. */
const CODED =
  'alarm ?systems?|(?:house |burglar |intruder |office |shop |fire )?alarms?|key ?safes?|lock ?box(?:es)?|key ?box(?:es)?|keypads?|padlocks?|(?:bike|combination|combi|number) locks?|safe|strong ?box|gun cabinet|alarmanlage|schlüssel(?:tresor|kasten|safe|box)|zahlenschloss|fahrradschloss|vorhängeschloss|tresor|safe|alarmes?|boîte (?:à|a) cl[eé]s|coffre(?:-fort)?|cadenas|digicode|interphone|alarma|caja fuerte|candado|caja de llaves|allarme|cassaforte|lucchetto|cassetta (?:delle )?chiavi|kluis|sleutelkluis(?:je)?|sleutelkastje|alarme|cofre|cadeado|cofre de chaves|larm(?:et)?|nyckelskåp(?:et)?|kassaskåp(?:et)?|nøgle(?:boks|skab)(?:en|et)?|nøkkelboks(?:en)?|alarmen|sejf|kłódk[ai]|skrytk[ai](?: na klucze)?';
/** What a code may open, and a key as well. */
const CLOSED =
  "(?:front |back |side |main |rear |cellar |office |server ?room |staff |roller )?(?:doors?|gates?|entrance|barrier)|garage|car ?park|bike (?:shed|store|room)|server ?room|store ?room|stock ?room|bin store|plant ?room|lockers?|cabin|cottage|shed|building|lift|elevator|photocopier|copier|printer|haustür|hintertür|eingang\\p{L}{0,6}|(?:hof|garten|roll)?tor|tür|tiefgarage|garage|keller(?:tür)?|fahrradkeller|schranke|spind|büro|lager|serverraum|aufzug|kopierer|porte(?: d[’']entrée)?|portail|portillon|entrée|immeuble|hall|garage|cave|local(?: à? ?(?:vélos|poubelles|technique))?|parking|ascenseur|bureau|photocopieur|puerta|portal|verja|garaje|trastero|oficina|almacén|ascensor|piscina|taquilla|portone|cancello|ingresso|cantina|magazzino|ufficio|poort|(?:voor|achter)deur|deur|hek|berging|magazijn|kantoor|slagboom|fietsenstalling|porta(?:ria)?|portão|garagem|escritório|armazém|port(?:en)?|dörr(?:en)?|grind(?:en)?|förråd(?:et)?|dør(?:en)?|port(?:en)?|lager(?:et)?|bram[ay]|drzwi|furtk[ai]|garaż|domofon";
const CODE =
  '(?:pass ?)?codes?|pin(?:[ -]?(?:codes?|numbers?))?|combination|combo|zahlen(?:code|kombination)|kombination|c[oó]digos?|combinaison|combinación|clave|codice|combinazione|cijfercode|pincode|senha|kod(?:en|e[nr]?)?';
const JOINING =
  "(?:for|of|to|on|at|für|fürs|zum|zur|der|des|am|vom|von|de|du|des|del|della|dello|van|voor|do|da|till|til|på|do|para|pour|per|dell[’']|de l[’']|[ld][’'])";
const ARTICLE =
  "(?:the|our|my|your|his|her|their|new|die|der|den|dem|das|unser\\p{L}{0,2}|mein\\p{L}{0,2}|le|la|les|mon|ma|notre|votre|el|los|las|mi|su|nuestr[oa]|il|lo|mio|mia|nostro|de|het|mijn|onze|o|a|meu|minha|din|min|[ld][’'])";
const STILL =
  '(?:still|now|always|currently|again|immer noch|noch|jetzt|weiterhin|nun|neu|toujours|maintenant|désormais|todavía|ahora|siempre|ancora|adesso|ora|sempre|nog steeds|nog|nu|ainda|agora|fortfarande|stadig|nå|nadal|teraz)';
const IS = `(?:["']?[ \\t]{0,2}[:=→][ \\t]{0,4}["']?|[ \\t][–-][ \\t]{1,3}|[ \\t]{1,2}(?:is|['’]s|ist|lautet|bleibt|wird|est|c['’]est|reste|sera|es|son|sigue siendo|será|è|resta|sarà|blijft|wordt|é|fica|continua|är|blir|er|bliver|to|jest)(?:[ \\t]${STILL}){0,2}(?:[ \\t](?:the|le|la|el|il|het|o))?[ \\t]{1,2})`;
/** Three digits to eight, in groups by hyphens, or with one letter in front or behind as on a mechanical lock. */
const VALUE =
  '([*#]?(?:\\d{3,8}|\\d(?:[ -]\\d){3,7}(?:[ -][A-Z])?|\\d{2,4}[- ]\\d{2,4}|\\d{1,2}-\\d{1,2}-\\d{1,2}(?:-\\d{1,2})?|[A-Z]\\d{2,6}[A-Z]?|\\d{2,6}[A-Z]\\d{0,4})[*#]?)(?![\\p{L}\\p{N}%€£$°]|[.,:/-]\\d|[ \\t](?:[ap]m|uhr|h|kr|eur|usd|gbp|euros?|km|kg|mm|cm|m²?|sq|times|people|units|pcs|stück|januar\\p{L}?|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?!\\p{L}))';
const WORDS = "(?:[ \\t](?!is |ist |est |es |code|pin)[\\p{L}'’.-]{1,14})";

const FORMS: readonly RegExp[] = [
  // `code for the side gate is still 4471`, `code de mon coffre-fort : 4471`, `kod till larmet 4471`
  new RegExp(
    `(?<![\\p{L}\\p{N}-])(?:${CODE})[ \\t]?(?:${JOINING}[ \\t]?)?(?:${ARTICLE}[ \\t]?){0,2}(?:\\p{L}{2,12}[ \\t]){0,1}?(?:${CODED}|${CLOSED})(?!\\p{L})${WORDS}{0,3}?(?:${IS}|[ \\t]{1,2}|,[ \\t])${VALUE}`,
    'giu',
  ),
  // `house alarm 4471#`, `key safe by the back door is C71Y`, `alarm code: 4471`
  new RegExp(
    `(?<![\\p{L}\\p{N}-])(?:${CODED})(?:[ _-]?(?:${CODE}|number|no\\.?))?(?:[ \\t](?:on|by|at|in|of|for|am|im|an|bij|à|du|près|en|del|van|vid|ved)${WORDS}{1,4}?)?(?:${IS}|[ \\t]{1,2}|[ \\t]\\()${VALUE}`,
    'giu',
  ),
  // `front door code 4471`, `Hoftor-Code: 4471`, `garage pin is 4471`
  new RegExp(
    `(?<![\\p{L}\\p{N}-])(?:${CLOSED})[ _-]{0,2}(?:${CODE})${WORDS}{0,3}?(?:${IS}|[ \\t]{1,2}|[ \\t]\\()${VALUE}`,
    'giu',
  ),
];
/** `4471 opens the gate`, `4471 for the alarm`. */
const BEFORE_PLACE = new RegExp(
  `(?<![\\p{L}\\p{N}.,:/€£$+-])${VALUE}[ \\t](?:is (?:the )?(?:(?:code|pin) )?(?:for|to)|opens|unlocks|disarms|gets you (?:in(?:to)?|through)|works (?:for|on|at)|für|fürs|öffnet|pour|ouvre|para|abre|apre|per|opent|voor|öppnar|til|åbner|åpner)[ \\t]?(?:${ARTICLE}[ \\t]?){0,2}(?:\\p{L}{2,12}[ \\t]){0,1}?(?:${CODED}|${CLOSED})(?!\\p{L})`,
  'giu',
);
/** `punch in 4471 then star`, `tapez 4471 puis dièse` */
const TYPED =
  /(?<!\p{L})(?:types?|press|punch(?: in)?|enter|key in|dial|tap(?: in)?|use|tipp\p{L}{1,2}|drück\p{L}{1,2}|gib|geben sie|tapez|composez|tape|compose|marca|teclea|pulsa|introduce|digita|digiti|premi|toets|druk|slå|tryk|trykk|knappa in|wpisz|marque|digite)(?: (?:the|den|le|el|il|de) (?:code|código|codice))?[ \t:]{1,2}([*#]?\d{3,8})[ \t]?,?[ \t](?:then|and then|and|followed by|und(?: dann)?|dann|puis|et|y(?: luego)?|luego|poi|e(?: poi)?|en(?: dan)?|och|og|sedan|i)(?: (?:press|hit|the|a|la|le|el|il|die|das|auf|op|su))*[ \t](?:[#*✓]|hash|pound|star|enter|tick|key|green|ok|turn|raute|stern|rautetaste|bestätig\p{L}{1,3}|dièse|étoile|valide[rz]?|entrée|almohadilla|asterisco|cancelletto|invio|hekje|sterretje|ster|fyrkant|stjärna|firkant|krzyżyk|gwiazdk\p{L})(?![\p{L}])/giu;
/** `the new code is 4471`, `Kod 4471`: where what is locked is named near. */
const BARE = new RegExp(`(?<![\\p{L}\\p{N}_.-])(\\p{L}{1,14}[ \\t])?(?:${CODE})(?:${IS}|[ \\t]{1,2})${VALUE}`, 'giu');
/** In front of a bare `code`; another word says what the code is of. */
const PLAIN = new Set(
  `the our your my new a this its a an and with use enter is current same der den dem die neue neuer aktuelle aktueller le nouveau
  el nuevo tu su il nuovo tuo de het nieuwe o novo den nya nye nowy`.split(/\s+/),
);
const NEAR = new RegExp(`(?<!\\p{L})(?:${CODED}|${CLOSED})(?!\\p{L})`, 'iu');
const LINES_AROUND = 2;
const YEAR = /^(?:19|20)\d\d$/;
const SAID_AS_CODE = new RegExp(
  `(?<!\\p{L})(?:${CODE}|key ?safe|lock ?box|key ?box|keypad|padlock|combination)(?!\\p{L})`,
  'iu',
);
const OF_PARTS =
  /(?<!\p{L})(?:part|model|item|product|order|article|serial|ref(?:erence)?|invoice|post(?:al)?|zip|area|dress|error|fault|promo\p{L}{0,6}|discount|cost|source|country|booking|artikel|fehler|rabatt|bestell|kosten|article|commande|erreur|référence|pedido|artículo|articolo|prijs|artikel)(?:[- ]?(?:codes?|nos?\.?|numbers?|nr\.?|nummer))?[ :#-]{0,3}$/iu;
/** Keys pressed before or behind a code are no part of it. */
const KEY_MARKS = /^[*#]|[*#]$/g;
const MAYBE = /\d[ -]?\d/;

/** Codes of what is locked: named before or behind the number, with or without a word for a code. */
export const findLockCodes: Detector = {
  hints: {
    words: [
      ...[
        'alarm',
        'house alarm',
        'burglar',
        'key safe',
        'keysafe',
        'lock box',
        'lockbox',
        'key box',
        'keybox',
        'keypad',
      ],
      ...['padlock', 'lock', 'bike lock', 'combination', 'combo', 'safe', 'strong', 'gun cab', 'schlüssel', 'zahlen'],
      ...[
        'fahrradsch',
        'vorhänge',
        'tresor',
        'boîte',
        'coffre',
        'cadenas',
        'digicode',
        'interphone',
        'caja',
        'candado',
      ],
      ...['allarme', 'cassa', 'lucchetto', 'kluis', 'sleutelk', 'cofre', 'cadeado', 'larm', 'nyckelsk', 'kassask'],
      ...[
        'nøgle',
        'nøkkel',
        'sejf',
        'kłód',
        'skryt',
        'code',
        'pin',
        'kombi',
        'código',
        'codigo',
        'combinai',
        'combinac',
      ],
      ...['combinaz', 'codice', 'clave', 'cijfer', 'senha', 'kod', 'passcode'],
    ],
    parts: ['code', 'alarm'],
  },
  find: (text, lines) => lines.flatMap((at) => findInLine(text, at)),
};

/** Codes that are typed before a key: `4471 then star`. */
export const findTypedCodes: Detector = {
  hints: {
    words: [
      ...[
        'type',
        'press',
        'punch',
        'enter',
        'key in',
        'dial',
        'tap',
        'use ',
        'tipp',
        'drück',
        'gib ',
        'geben',
        'compos',
      ],
      ...['marca', 'teclea', 'pulsa', 'introd', 'digit', 'premi', 'toets', 'druk', 'slå', 'tryk', 'knappa', 'wpisz'],
      ...['marque'],
    ],
  },
  find: (text, lines) =>
    lines.flatMap((at) => {
      const line = text.lines[at] ?? { text: '', start: 0 };
      if (!MAYBE.test(line.text)) return [];
      return [...line.text.matchAll(TYPED)].map((match): Finding => {
        const value = (match[1] ?? '').replace(KEY_MARKS, '');
        return toCode(line.start + match.index + match[0].lastIndexOf(value), value);
      });
    }),
};

function findInLine(text: SearchedText, at: number): readonly Finding[] {
  const line = unwrapLine(text, at);
  if (!MAYBE.test(line.text)) return [];
  const found = new Map<number, Finding>();
  for (const form of [...FORMS, BEFORE_PLACE, BARE])
    for (const match of line.text.matchAll(form)) {
      const value = (match.at(-1) ?? '').replace(KEY_MARKS, '');
      const from = match.index + (form === BEFORE_PLACE ? match[0].indexOf(value) : match[0].lastIndexOf(value));
      if (form === BARE && !isOfLock(text, at, match[1]?.trim().toLowerCase())) continue;
      const start = line.toOffset(from);
      if (match.index >= line.own || found.has(start)) continue;
      if (OF_PARTS.test(line.text.slice(Math.max(0, match.index - 30), match.index))) continue;
      if (
        !SAID_AS_CODE.test(match[0]) &&
        (YEAR.test(value) || (form === BEFORE_PLACE && !SAID_AS_CODE.test(line.text)))
      )
        continue;
      if (value.replace(/\D/g, '').length < 2) continue;
      const end = line.toOffset(from + value.length);
      found.set(start, { kind: 'access-code', detector: 'access-code', confidence: 'likely', start, end, value });
    }
  return [...found.values()];
}

function isOfLock(text: SearchedText, at: number, word: string | undefined): boolean {
  if (word !== undefined && !PLAIN.has(word)) return false;
  return NEAR.test(text.subject) || text.matchesAround(NEAR, at - LINES_AROUND, at + LINES_AROUND + 1);
}
