/** What joins a cue to its value: a sign (`:`, `=`, ` - `), a verb (`is`), or white space alone. */
export type Joint = 'sign' | 'verb' | 'space';

export interface AfterCue {
  readonly joint: Joint;
  readonly at: number;
}

const SPACE = /[ \t\u00a0]*/y;
/** Dots lead the eye to it; a name in quotes is a key of JSON or an attribute. */
const SIGN =
  /(?:\.{0,40}[:=]+(?!\/\/)|[._]{5,60}(?=[\p{L}\p{N}])|["'\]]{1,2}[ \t]?(?:[:=]+|value[ \t]?=)|[-=]+>|→|[-–—]{1,3}(?=[ \t\u00a0]))/iuy;
const LEADERS = /[._]{3,60}(?=[ \t])/y;
const VERB =
  /(?:['’]s(?= \S)|(?:is|are|was|were|will be|should be|would be|must be|reads)|(?:has|have|had|was|is|will) (?:now )?(?:been |be )?(?:re)?(?:set|changed|assigned|given)(?: back)?(?: to| as)|(?:has|have|had) been (?:re)?(?:set|changed|assigned|given)(?: to| as)?|(?:ist|sind|lautet|lauten|bleibt|wäre|wurde auf)|(?:est|sont|sera|reste|devient)|(?:es|son|será|pasa a ser|sigue siendo)|(?:è|sarà|resta|wordt|blijft|é|fica|continua|är|blir|bliver|er|jest))(?![\p{L}\p{N}])/iuy;
/** What may stand between cue, sign and value without being the value. */
const FILLER =
  /(?:,[ \t](?:in )?(?:all )?(?:lower|upper|small|caps|capital)(?:[- ]?case)?(?: letters?)?(?![\p{L}\p{N}])|\([^()\n]{0,80}\)|\[[^[\]\n]{0,40}\]|(?:now|again|either|probably|maybe|always|the usual(?: one)?|as usual|as always|wie immer|wie üblich|der übliche|das übliche|comme d[’']habitude|como siempre|currently|simply|just|still|both|also|too|temporarily|initially|(?:re-?)?set to|changed to|all|in(?= (?:all |upper|lower|caps|capital|small|quotes))|upper[- ]?case|lower[- ]?case|(?:all )?(?:upper|lower)|(?:all )?caps|(?:all )?small letters|the word|the same|as follows|the following|jetzt|nun|aktuell|auf|maintenant|actuellement|provisoire|temporaire|initiale?|actuell?e?|par défaut|temporal|inicial|provisional|anterior|nuev[ao]|correct[ao]|actual|por defecto|ahora|actualmente|number|numbers?|no\.?|nr\.?|n°|n[ºo]\.?|#|s)(?![\p{L}\p{N}]))/iuy;
/** `for this round`, `that I use at home`, `while I am out`: at most nine words, up to a sign or a verb. */
const PURPOSE =
  /(?:for|to|of|on|at|into|in|that|while|when|I|I['’]ve|we|they|you|he|she|effective|starting|beginning|as of|from|after|until|für|fürs|zu|zum|zur|von|vom|im|ins|ab|deiner|deines|ihrer|ihres|meiner|meines|unserer|unseres|der|des|pour|du|de|d[’']|des|à partir|para|del|a partir)(?: [^\s:=.,;?!()]{1,40}){1,9}?(?= ?[:=]| (?:is|are|was|will be|has been|ist|lautet|est|sera|es|será)(?![\p{L}\p{N}]))/iuy;

/** `reset your password to x`: `to` joins where the sentence has said that it is changed. */
const CHANGED =
  /(?:chang|reset|re-set|set|updat|switch|geändert|réinitialis|modifi|cambi|restablec)\p{L}{0,4}(?: \p{L}{1,12}){0,4} $/iu;
/**
 * `if it asks for the password, type x`, `my password, which is x`, `wrong password. It's x`: the value behind a comma
 * or in the next sentence.
 */
const ORDER =
  /[,;.!]{0,2}[ \t]{0,2}(?:(?:please|just|simply|then|you can|you should|bitte|dann|einfach|alors|puis)[ \t]{1,2}){0,2}(?:type(?: in)?|enter|use|try|put in|which (?:is|was)|that['’]?s|it['’]?s|it is|it was|it should be|here (?:it is|they are)|gib|geben sie|nimm|es ist|das ist|er lautet|es lautet|tapez|saisissez|entrez|c[’']est|qui est|usa|escribe|introduce|es decir|que es)(?![\p{L}\p{N}])/iuy;
/** `a new pin - it is x` */
const IT_IS = /it(?:['’]?s| is| was)(?![\p{L}\p{N}])/iuy;
/** `password? It's x` */
const ASKED_IT_IS = /\?[ \t]{1,3}it(?:['’]?s| is)(?![\p{L}\p{N}])/iuy;
const TO = /(?:to|auf|à|a)(?![\p{L}\p{N}])/iuy;
/** `I set the password for the file to x`. */
const PURPOSE_TO = /(?:for|of|on)(?: [^\s:=.,;?!()]{1,40}){1,6}? to(?= ["“'‘]?[^\s"”'’]{3,64}(?:["”'’.,;!)]|$))/iuy;
/** `your password, x7, then`: what stands between the commas has letters and digits. */
const BETWEEN_COMMAS = /,[ \t](?=(?:\p{L}{1,40}\d|\d{1,40}\p{L})[^\s,]{0,40}[,.](?:[ \t]|$))/iuy;
/** `user name of bob and password of x`. */
const OF_USER = /(?:user ?-?(?:id|name)?|log-?(?:in|on)(?: ?-?(?:id|name))?|id) of \S{2,64} and (?:a |the )?$/iu;
const OF_ANY = /of(?= \S{3})/iuy;

/** In German the verb stands behind. */
const TO_CHANGED =
  /(?:(?:habe|haben|hat) (?:ich|wir|man|sie|er) )?auf(?= \S{3,64} (?:zurück)?(?:gesetzt|geändert|umgestellt)(?!\p{L}))/iuy;

/** `a password of x7`, `a password of "x"`: what has a digit or quotes is no `password of your choice`. */
const OF = /(?:of|von|de)(?= (?:["“'«][^\s"”'»]{3,40}["”'»]|["“'«]?[^\s\d]{0,40}\d[^\s]{2}))(?![\p{L}\p{N}])/iuy;

function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** Follows what joins a cue, which ends at `cueEnd`, to its value. */
export function followJoint(text: string, cueStart: number, cueEnd: number): AfterCue {
  let at = cueEnd;
  let joint: Joint = 'space';
  const before = text.slice(Math.max(0, cueStart - 80), cueStart);
  const isChanged = CHANGED.test(before);
  const isOfUser = OF_USER.test(before);
  for (let step = 0; step < 8; step += 1) {
    at += match(SPACE, text, at);
    const sign = match(SIGN, text, at);
    if (sign > 0) {
      // A dash counts where nothing better has joined them.
      joint = 'sign';
      at += sign;
      continue;
    }
    const verb =
      match(VERB, text, at) ||
      (joint === 'space' ? match(ORDER, text, at) || match(OF, text, at) || match(TO_CHANGED, text, at) : 0) ||
      (joint === 'sign' ? match(IT_IS, text, at) : joint === 'space' ? match(ASKED_IT_IS, text, at) : 0) ||
      (isChanged && joint === 'space' ? match(TO, text, at) || match(PURPOSE_TO, text, at) : 0) ||
      (isOfUser && joint === 'space' ? match(OF_ANY, text, at) : 0);
    if (verb > 0) {
      if (joint === 'space') joint = 'verb';
      at += verb;
      continue;
    }
    const other =
      (joint === 'space' &&
        (match(PURPOSE, text, at) || match(LEADERS, text, at) || match(BETWEEN_COMMAS, text, at))) ||
      match(FILLER, text, at);
    if (other === 0) break;
    at += other;
  }
  return { joint, at };
}

export interface ReadValue {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly isQuoted: boolean;
}

const QUOTES: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”"',
  '”': '”',
  "'": "'",
  '‘': "’'",
  '’': '’',
  '«': '»',
  '„': '“”',
  '`': "`'",
};
const TOKEN = /[^\s\u00a0]+/y;
/** Marks of a sentence, brackets and quotes that stand behind a value. */
const TRAILING = /(?<![.,;:?)\]}"'”’»>`])[.,;:?)\]}"'”’»>`]+$/;
/** Another label behind a comma, or a note: the value ends before it. */
const NEXT_LABEL = /[,;|](?=\p{L}{2,}[:=])|<-|\((?=\p{L}{2,}$)/u;

/** Without the spaces that French quotes have inside. */
function toQuoted(text: string, from: number, to: number): ReadValue {
  const inside = text.slice(from, to);
  const start = from + inside.length - inside.trimStart().length;
  const value = inside.trim();
  return { value, start, end: start + value.length, isQuoted: true };
}

/**
 * Reads the value that begins at a place: what quotes hold, else a token without the marks behind it. Null: there is
 * none.
 */
export function readValue(text: string, at: number): ReadValue | null {
  const close = QUOTES[text[at] ?? ''];
  if (close !== undefined) {
    for (let end = at + 2; end <= at + 65 && end < text.length; end += 1)
      if (close.includes(text[end] ?? '')) return toQuoted(text, at + 1, end);
  }
  const start = close === undefined ? at : at + 1;
  TOKEN.lastIndex = start;
  let token = TOKEN.exec(text)?.[0];
  if (token === undefined) return null;
  const cut = token.search(NEXT_LABEL);
  if (cut > 0) token = token.slice(0, cut);
  const trimmed = token.replace(TRAILING, '');
  const value = token.startsWith(`${trimmed})`) && trimmed.includes('(') ? `${trimmed})` : trimmed;
  return value === '' ? null : { value, start, end: start + value.length, isQuoted: false };
}
