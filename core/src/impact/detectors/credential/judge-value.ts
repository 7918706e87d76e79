import type { Confidence, UnwrappedLine } from '../finding.ts';
import type { Joint, ReadValue } from './after-cue.ts';
import { PHRASE_CUE, SHORT_CUE, USER_CUE, USER_WORDS } from './cue-words.ts';
import { isName, isPhraseWord, isShouted, looksSecret, mayBeValue } from './value-shape.ts';

interface Judged extends ReadValue {
  readonly joint: Joint;
  readonly cue: string;
  readonly before: string;
  readonly unwrapped: UnwrappedLine;
  readonly isColumn: boolean;
  readonly isUserNear: boolean;
  readonly isBelowUser: boolean;
}

/** What ends a clause: nothing more, a mark, a bracket, a gap, or the next label. */
const CLAUSE_END =
  /^(?:[ \t\u00a0]*(?:$|[.,;!?()[\]<|/\t"'”’]|--|[-–—] )|[ \t\u00a0]{2,}|[ \t]+(?:and|und|et|y|to|as|for|if|when|but|then|with|on|in|anmelden|einloggen|user|login|id|username|usuario|benutzer|identifiant)(?![\p{L}\p{N}]))/iu;
const SENTENCE_END = /^[ \t\u00a0]*(?:$|respectively|[.!;()]|,[ \t]|"|”)/u;
/** `my password is x in case you need it`: whose it is stands before. */
const OWN = /(?<!\p{L})(?:my|your|our|his|her|their)(?:[ \t]\p{L}{1,12}){0,2}[ \t]$/iu;
const REASON = /^[ \t](?:in case|if you|if he|if she|so you|so that|until|but you|should you)(?!\p{L})/iu;
const VOICE_MAIL =
  /(?<!\p{L})(?:voice ?-?mail|phone ?mail|mail ?-?box|hot ?line|anrufbeantworter|messagerie|buzón)(?!\p{L})/iu;
export const NETWORK = /(?<!\p{L})(?:wi-?fi|wlan|wireless|network|ssid|netzwerk|réseau|red)(?!\p{L})/iu;
const UNKNOWING =
  /(?:forgot(?:ten)?|lost|need|what(?:['’]s)?|vergessen|oublié|olvidado|olvidé)[ \t](?:\p{L}{1,12}[ \t]){0,3}$/iu;

/** How sure it is that what stands behind a cue is its value; null where it is none. */
export function judgeValue({
  joint,
  cue,
  before,
  unwrapped,
  value,
  end,
  isQuoted,
  isColumn,
  isUserNear,
  isBelowUser,
}: Judged): Confidence | null {
  const { text, own } = unwrapped;
  const rest = joint === 'verb' || end < own ? text.slice(end) : '';
  // A quote at the cue itself ends what it stands in.
  if (joint === 'space' && isQuoted && /["'”’]/.test(text[before.length + cue.length] ?? '')) return null;
  if (isQuoted && /\s/.test(value)) {
    const words = value.split(/\s+/).length;
    if (PHRASE_CUE.test(`${before}${cue}`) && words > 2 && words < 12) return 'likely';
    if (joint === 'space' || words > 6) return null;
    if (NETWORK.test(`${before}${cue}`)) return 'likely';
    return words <= 3 && value.split(/\s+/).every(isPhraseWord) ? 'likely' : 'weak';
  }
  if (/^pass[- ]?code$/i.test(cue) && (!/\p{L}/u.test(value) || (joint === 'space' && !/\d/.test(value)))) return null;
  if (!mayBeValue(value) || /^[ \t]*[:=]/.test(rest)) return null;
  const secret = looksSecret(value);
  if (/^claves?$/i.test(cue) && joint === 'verb' && !secret) return null;
  if (joint === 'verb' && !secret && !isQuoted && DESCRIBING.test(value)) return null;
  if (!secret && (UNKNOWING.test(before) || /^[^.!]{0,60}\?/.test(rest))) return null;
  // The short word is a verb, a throw and a mountain road too.
  if (
    /^pass$/i.test(cue) &&
    (joint === 'space' || !secret) &&
    !USER_CUE.test(before) &&
    !(joint === 'sign' && isBelowUser)
  )
    return null;
  if (isQuoted) return joint === 'space' && !secret && !isShouted(value) && !isAnnounced(before) ? 'weak' : 'likely';
  if (joint === 'space' && value.startsWith('-')) return null;
  if (joint === 'sign') return secret || isShouted(value) || CLAUSE_END.test(rest) ? 'likely' : null;
  if (joint === 'verb')
    return secret || isShouted(value) || SENTENCE_END.test(rest) || (OWN.test(before) && REASON.test(rest))
      ? 'likely'
      : null;
  if (secret && !/^pass$/i.test(cue) && /\p{L}/u.test(value) && /\p{N}/u.test(value)) return 'likely';
  if (/^\d{4,8}#?$/.test(value) && CLAUSE_END.test(rest) && VOICE_MAIL.test(before)) return 'likely';
  if (secret && CLAUSE_END.test(rest) && [USER_CUE, NETWORK, VOICE_MAIL].some((named) => named.test(before)))
    return 'likely';
  if (/^[ \t*•\d.-]*$/.test(before) && LINE_END.test(rest) && isColumn && isUserNear) return 'likely';
  if (/^\p{Ll}{2,}\p{Lu}\p{L}+$/u.test(value) && STATEMENT_END.test(text.slice(end))) return 'likely';
  if (STATEMENT_END.test(text.slice(end)) && (isBesideUser(before) || USED.test(before))) return 'likely';
  if (isShouted(value) && USED.test(before) && CLAUSE_END.test(rest)) return 'likely';
  if (STATEMENT_END.test(text.slice(end)) && OF_FILE.test(before.slice(-40))) return 'likely';
  // `PW Pipe and …` is a name.
  if (!SHORT_CUE.test(cue) || !CLAUSE_END.test(rest) || (/^[A-Z]/.test(cue) && /^\p{Lu}\p{Ll}/u.test(value)))
    return null;
  return before.trim() === '' ||
    USER_CUE.test(before) ||
    NETWORK.test(before) ||
    BEHIND_ADDRESS.test(before.slice(-160)) ||
    /[,;(/-][ \t]*$/.test(before)
    ? 'likely'
    : null;
}

const LINE_END = /^[ \t\u00a0]*$/;

/** A word that says how a password is, not what it is. */
const DESCRIBING = /(?:ed|ing|ly|able|ible|ive|less|ful|bar|lich|isch|ée?|ido|ida|ado|ada)$/iu;
const STATEMENT_END =
  /^[ \t\u00a0]*(?:$|[.,;!)](?:[ \t]|$)|["”](?:$|[ \t.,])|(?:and|und|et|y) (?:if|then|click|hit|press))/iu;
/** `the file is attached, password x` */
const OF_FILE =
  /(?<!\p{L})(?:attached|file|zip|document|spreadsheet|workbook|protected|encrypted|locked)[ \t]{0,2}[,;:(-][ \t]{0,2}$/iu;
/** What tells somebody to use what follows. */
const USED =
  /(?:^|[^\p{L}])(?:use|using|try|type|with|enter|mit|avec|con|verwende|nimm|utilise[rz]?|usa)[ \t](?:(?:the|this|our|my|your|dem|das|le|la|el)[ \t])?(?:\p{L}{1,12}[ \t])?$/iu;
const USER_AND_NAME = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${USER_WORDS})(?:[ \\t]{0,3}[:=-]{0,2}| (?:is|of|ist|est|es)) ?(["“'(]?[^\\s"”']{2,64}?["”')]?)(?<![.!?])[ \\t,;/]{1,4}(?:(?:and|with|und|mit|et|avec|y|con|&)[ \\t])?(?:(?:the|your|my|dem|das|le|la)[ \\t])?$`,
  'iu',
);

/** `frequent flyer # 88213377, password x` */
const NUMBERED =
  /(?:#|number|no\.|account|acct\.?|card)[ \t]{0,2}[:#]?[ \t]{0,2}[\p{L}\p{N}-]{4,20}[ \t]?[,;/-][ \t]?(?:and )?$/iu;

/** `bob@site.example pw x` */
const BEHIND_ADDRESS = /[^\s@]@[^\s@]{1,100}\.\p{L}{2,12}[ \t,;/-]{1,4}(?:and )?$/iu;
/** `the sign-on for the site is bob, password x` */
const BEHIND_NAME = /(?: is|:|=|-)[ \t]{1,3}["“']?([^\s,;"”']{2,40})["”']?[,;][ \t]{1,2}(?:and )?$/iu;

/** Whether a user name with its label stands right before: `user bob, password x`. */
function isBesideUser(before: string): boolean {
  const close = before.slice(-160);
  if (NUMBERED.test(close) || BEHIND_ADDRESS.test(close)) return true;
  const named = USER_CUE.test(close) ? BEHIND_NAME.exec(close)?.[1] : undefined;
  if (named !== undefined && isName(named)) return true;
  const name = USER_AND_NAME.exec(close)?.[1]?.replace(/["“”'()]/g, '') ?? '';
  return name !== '' && isName(name);
}

/** `with "bob" and the password "x"` */
const WITH_QUOTED =
  /(?:mit|with|use|using|avec|con) ["“„'][^"”“']{2,40}["”“'] (?:und|and|et|y)(?: (?:dem|the|your|le|la))?(?: \p{L}{1,12})? $/iu;

function isAnnounced(before: string): boolean {
  return USED.test(before) || isBesideUser(before) || WITH_QUOTED.test(before.slice(-160));
}
