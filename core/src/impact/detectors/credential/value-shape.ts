/** Words that follow a password's name in sentences about passwords, never as the value. In lower case. */
const NEVER_VALUES = new Set(
  `a an the this that these those your yours my our his her their its own one ones it you we they i he she
  is are was were be been being has have had will would should shall can could may might must do does did not no non none null nil nothing
  same identical correct incorrect wrong right valid invalid blank empty case sensitive case-sensitive upper lower caps uppercase lowercase
  required needed necessary optional mandatory protected confidential private secure secret unique strong weak temporary default initial
  reset resets resetting change changes changed changing changeable expire expires expired expiring expiration forgot forgotten forget lost
  set sets setting sent send sending given issued assigned provided created entered typed used using use recommended generated selected chosen
  above below following follows here there then now again when where while what which who how if as at by for from in into of on off onto or and but to with
  within without via per than so too also only just still already yet please see call contact click enter type email e-mail mail
  hint hints field fields box page screen prompt prompts policy policies protection manager management request requests requirements security
  stolen compromised shared encrypted hashed stored disabled enabled locked unlocked entered accepted rejected verified confirmed ready active inactive good bad fine working broken important essential simple complex easy hard
  information info access account accounts login log logon file files number numbers id ids name names user users username both either neither
  never always must-have n/a na tbd tba unknown twice once again exactly carefully shortly afterwards regards cheers sincerely best pending available unavailable new old current next last first second third minimum maximum
  characters character letters digits long length least most any all each every other another some
  word words thing way time times day days week weeks month months year years today tomorrow yesterday yes ok okay sorry thanks thank
  authentication encryption recovery reminder reminders list lists history lockout synchronization sync expiration expiry entry prompt dialog form forms generator vault safe strength verification validation rules rule issue issues problem problems question questions
  updated removed cleared deleted remembered visible hidden saved supplied included attached mailed e-mailed emailed texted communicated
  i'm i've i'll it's that's don't doesn't didn't can't won't isn't aren't wasn't let me us him them myself yourself
  der die das den dem des ein eine einen einem ihr ihre ihren ihrem dein deine mein meine unser unsere ist sind war wird werden wurde lautet nicht kein keine
  und oder aber für von mit zu zum zur im am auf bei nach noch neu neues neue falsch falsche falsches richtig richtige ungültig gültig gesperrt leer dasselbe derselbe dieselbe gleich geheim sicher unsicher stark schwach leider immer wieder alt altes abgelaufen geändert vergessen zurückgesetzt gesendet bitte hier siehe folgt wie
  le la les l un une des du de votre vos mon ma mes notre est sont sera a été ne pas et ou mais pour avec sur dans par au aux nouveau nouvelle ancien expiré expirée oublié changé incorrect incorrecte erroné invalide valide bloqué vide confidentiel toujours encore
  ci-dessous suivant suivante obligatoire requis temporaire même ici voir merci
  el los las una unos su sus mi mis tu tus nuestra es son será fue no y o pero para con sin en por al del nueva nuevo antigua caducado caducada incorrecta incorrecto correcta correcto errónea erróneo inválida válida bloqueada vacía segura secreta confidencial siempre olvidado olvidada cambiada
  siguiente obligatoria temporal misma mismo aquí ver gracias`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/**
 * What stands for a value without being one: `<password>`, `*****`, `xxxxx`, `____`, `[your password]`, `%PASSWORD%`.
 */
const PLACEHOLDER =
  /^(?:[<[{(%$].*|[*•xX._\-–—?#]+|\.\..*|your[_-].*|i\.d\.?|example|password|passwort|change-?me|changeit|redacted|hunter2|string|[mdyjt]{2}[-/.]?[mdyjt]{2}[-/.]?[yaj]{2,4}|[yaj]{4}[-/.]?[md]{2}[-/.]?[mdjt]{2})$/i;
/** `Strg+Alt+Entf`: keys that are pressed together. */
const KEYS_PRESSED = /^(?:ctrl|control|strg|cmd|alt|shift|umschalt|maj)\+/i;
const LINK = /^(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.|mailto:)/i;
const ADDRESS = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/;
const TELEPHONE = /^\(?\+?\d{3}[)./-]\d{3}[./-]?\d{2,4}$/;

/** Bytes of a file that is no text. One C1 control alone may be a quote of windows-1252. */
const GARBLED = /[\u0000-\u0008\u000e-\u001f\u007f\ufffd]|[\u0080-\u009f][^\u0080-\u009f]{0,60}[\u0080-\u009f]/u;

/** `request.get("x")`, `$config[…`: source code that computes a value. */
const EXPRESSION = /^[\w$.>:-]{1,60}[([]/;

export function mayBeValue(token: string): boolean {
  if (token.length < 3 || token.length > 64) return false;
  if (PLACEHOLDER.test(token) || LINK.test(token) || ADDRESS.test(token) || TELEPHONE.test(token)) return false;
  if (token.startsWith('//') || KEYS_PRESSED.test(token) || GARBLED.test(token) || EXPRESSION.test(token)) return false;
  const plain = token.toLowerCase().replace(/(?<![.,;:!?'"’”)])[.,;:!?'"’”)]+$/, '');
  return plain.length >= 3 && !NEVER_VALUES.has(plain) && /[\p{L}\p{N}]/u.test(token);
}

export function isName(token: string): boolean {
  return !NEVER_VALUES.has(token.toLowerCase()) && /^[\p{L}\p{N}][\p{L}\p{N}._@\\+-]{1,63}$/u.test(token);
}

const ORDINAL = /^\d{1,4}(?:st|nd|rd|th|am|pm|k|m|mb|gb|%|x|hrs?|mins?)?$/i;
const ABBREVIATED = /^(?:[A-Z]\.)+[A-Z]?$/;

/** Whether a token looks like something made up to be secret: letters with digits, signs or capitals inside. */
export function looksSecret(token: string): boolean {
  if (ORDINAL.test(token) || ABBREVIATED.test(token)) return false;
  const hasLetter = /\p{L}/u.test(token);
  const hasDigit = /\p{N}/u.test(token);
  if (hasLetter && hasDigit) return true;
  if (hasLetter && /[#$%&*+=@!^~][^.,;:!?]/u.test(token)) return true;
  return /\p{Ll}\p{Lu}/u.test(token) || (!hasLetter && /\d{4}/.test(token));
}

/** `ENRON`, `WELCOME!`: capitals in the middle of a sentence. */
export function isShouted(token: string): boolean {
  return /^[\p{Lu}\p{N}_!]{4,}$/u.test(token) && /\p{Lu}/u.test(token);
}

/** Words of rules about passwords, as `date of birth` and `last four digits`. */
const RULE_WORD =
  /^(?:date|birth\w*|day|month|year|name|initial|employee|personnel|number|no|id|ssn|social|digits?|zip|phone|maiden|account|email|network|nt|lan|windows|login|usual|(?:alpha)?numeric|pin|string|hash|word)$/i;

/** Whether a word may be one of several that make a password. */
export function isPhraseWord(word: string): boolean {
  return /^[\p{L}\p{N}'’&!._-]{2,24}$/u.test(word) && !RULE_WORD.test(word) && !NEVER_VALUES.has(word.toLowerCase());
}

/** Letters with digits or signs, six characters or more: no version, date, file or amount. */
export function isMadeUp(value: string): boolean {
  return (
    value.length >= 6 &&
    looksSecret(value) &&
    /\p{L}{2}/u.test(value) &&
    /[\p{N}#$%&*+=@!^~]/u.test(value) &&
    !/\.[a-z]{2,4}$|^v?\d+\.\d|^[\p{Lu}]{2,5}-?\d{2,6}$|^\d+[a-z]{1,3}$/iu.test(value)
  );
}

/** Capitals, small letters, digits and a sign that neither a sentence nor a program has there: `7!` may end one. */
export function isStrong(value: string): boolean {
  return (
    value.length >= 8 &&
    value.length <= 32 &&
    /^[\p{L}\p{N}!#$%&*@^~+?_.-]+$/u.test(value) &&
    /\p{Lu}/u.test(value) &&
    /\p{Ll}{3}/u.test(value) &&
    /\p{N}/u.test(value) &&
    /[!#$%&*^~@]/.test(value.replace(/(?<=\p{N})!$/u, '')) &&
    !/^[#@&$%]|^\p{L}+#[\p{Lu}\d-]*\d$|[\p{L}\p{N}]@[\p{L}\p{N}.-]+\.|\.\p{L}{2,4}$/u.test(value)
  );
}
