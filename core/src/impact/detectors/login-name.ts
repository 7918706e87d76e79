import { followJoint, readValue } from './credential/after-cue.ts';
import { isName } from './credential/value-shape.ts';
import { type Detector, type Finding, type SearchedText, unwrapLine } from './finding.ts';

const LABEL =
  /(?<![\p{L}\p{N}_-])(?:user(?: ?-?(?:id|name))?|log-?(?:in|on)(?: ?-?(?:id|name))?|id(?=[ \t]{0,3}[:=][^\n]{0,60}(?:pass|pw|kennwort|mdp|mot de|contra))|benutzer(?:namen?|kennung)?|anmeldename|identifiant|nom d[’']utilisateur|utilisateur|usuario|nombre de usuario|gebruiker(?:snaam)?|nome utente|utente|nome de utilizador|utilizador|usuário|användarnamn|brukernavn|brugernavn|nazwa użytkownika|account(?: ?name)?(?=[ \t]{0,3}[:=][^\n]{0,60}(?:pass|pw))|(?:customer|client|online|teilnehmer|legitimations|zugangs|kunden)-?(?: ?(?:id|nummer|number|kennung))(?=[ \t]{0,3}[:=][^\n]{0,60}(?:pass|pw|pin|kennwort|mdp|mot de|contra)))(?![\p{L}\p{N}_])/giu;
const MAIL = /^[^\s@]{1,64}@[^\s@]{1,100}\.[a-z]{2,12}$/iu;
/** `Username bob7.`: the label says it whole, and the name has a digit or a mark in it. */
const IS_FULL = /^(?:user ?-?(?:name|id)|log-?(?:in|on) ?-?(?:name|id)|benutzername|anmeldename|identifiant)$/iu;
const IS_MADE_UP = /\p{Ll}[\d._-]/u;
/** What documentation writes for a name. */
const PLACEHOLDER =
  /^(?:tests?|test-?user|user|username|example|foo|bar|string|demo|passport|card|required|photo|incorrect|invalid|missing|unknown|provided|generated|changed|recovery|expired|protected|associated|assigned|followed|registered|available|alice|bob|jdoe|john\.?doe)$/i;
const HAS_LETTER = /\p{L}/u;
/** What may stand behind the name: the end, a mark, a gap, or the next label. */
const NAME_END =
  /^(?:[ \t]*(?:$|[.,;/|)(]|[-–] )|[ \t]{2,}|\t|[ \t]+(?:and|und|et|y|with|mit|avec|con|pass(?!port|eport)\p{L}*|pw|pwd|pin|mdp|mot de passe|kennwort|contraseña|clave)(?!\p{L}))/iu;

/** `user bob, password x`: without a sign, only the password behind tells that it is a name. */
const BEFORE_PASSWORD =
  /^["”’)]?[ \t]{0,2}(?:[,;/|-]|(?:and|und|et|y|with|mit|avec|con)(?!\p{L}))?[ \t]{0,2}(?:(?:the|your|dem|le|la|el)[ \t])?(?:pass(?!port|eport)\p{L}{0,6}|pw|pwd|pin|mdp|mot de passe|kennwort|contraseña|clave)(?!\p{L})/iu;

/** Names under which people log in, behind a label and a sign. */
export const findLoginNames: Detector = {
  hints: {
    words: [
      'id',
      'user',
      'login',
      'log-in',
      'logon',
      'log-on',
      'benutzer',
      'anmeldename',
      'identifiant',
      'nom d',
      'utilisateur',
      'usuario',
      'nombre de usuario',
      ...['gebruiker', 'nome ', 'utilizador', 'usuário', 'utente', 'användarnamn', 'brukernavn', 'brugernavn', 'nazwa'],
      ...['account', 'customer', 'client', 'online', 'teilnehmer', 'legitimations', 'zugangs', 'kunden'],
    ],
  },
  find: (text, lines) => lines.flatMap((at) => findInLine(text, at)),
};

/** Whether a cell below a heading is a name: one of digits alone is a number of something. */
export function isLoginName(cell: string): boolean {
  return cell.length >= 3 && (MAIL.test(cell) || (isName(cell) && HAS_LETTER.test(cell)));
}

function findInLine(text: SearchedText, at: number): readonly Finding[] {
  const line = unwrapLine(text, at);
  return [...line.text.matchAll(LABEL)].flatMap((label) => {
    if (label.index >= line.own) return [];
    const { joint, at: from } = followJoint(line.text, label.index, label.index + label[0].length);
    const value = readValue(line.text, from);
    if (value === null || value.value.length < 3) return [];
    const rest = line.text.slice(value.end, value.end <= line.own ? line.own : line.text.length);
    const below = text.lines[at + 1]?.text ?? '';
    const behind = rest.trim() === '' && line.own === line.text.length ? below : line.text.slice(value.end);
    if (joint === 'verb' && /^users?$/i.test(label[0])) return [];
    if (joint === 'space' && !BEFORE_PASSWORD.test(behind) && !(IS_FULL.test(label[0]) && IS_MADE_UP.test(value.value)))
      return [];
    const name = value.value;
    if (PLACEHOLDER.test(name)) return [];
    if (!MAIL.test(name) && (!isName(name) || (joint === 'verb' && !value.isQuoted && /^\p{Ll}{1,4}$/u.test(name))))
      return [];
    if (!value.isQuoted && !NAME_END.test(rest)) return [];
    const [start, end] = [line.toOffset(value.start), line.toOffset(value.end)];
    return [{ kind: 'login-name', detector: 'login-name', confidence: 'likely', start, end, value: name }];
  });
}
