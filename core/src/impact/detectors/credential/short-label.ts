import type { Detector, Finding, TextLine } from '../finding.ts';
import { readValue } from './after-cue.ts';
import { toFinding, toUnwrapped } from './to-finding.ts';
import { mayBeValue } from './value-shape.ts';

const USER_LETTER = /^[ \t*•-]*(?:u|un|usr|l)[ \t]*[:=][ \t]*[^\s]{2,64}[ \t]*$/i;
const PASSWORD_LETTER = /^[ \t*•-]*(?:p|psw|kw)[ \t]*[:=][ \t]*(?=[^\s]{3,64}[ \t]*$)/i;
const BOTH_LETTERS =
  /(?<![\p{L}\p{N}])u[ \t]{0,2}[:=][ \t]{0,2}[^\s]{2,40}[ \t,;/]{1,3}p[ \t]{0,2}[:=][ \t]{0,2}(?=[^\s]{3})/giu;
/** `bob / x (user / password)`: what the two are stands behind. */
const LEGEND =
  /\/[ \t]{0,2}([^\s/()]{3,40})[ \t]{0,2}\((?:user|login|id|benutzer|identifiant|usuario)\p{L}{0,6}[ \t]?[/,][ \t]?(?:pass|pw|kennwort|mot de passe|mdp|contraseña|clave)/giu;

/**
 * Passwords that one letter announces beside a user name that one letter announces (`u: bob`, `p: x`), and pairs with a
 * legend behind.
 */
export const findShortLabelled: Detector = {
  hints: {
    parts: ['(user', '(login', '(id', '(benutzer', '(identifiant', '(usuario'],
    words: ['p:', 'p =', 'p=', 'p :', 'kw:', 'kw=', 'kw :', 'kw =', 'psw'],
  },
  find: ({ lines }, at) =>
    at.flatMap((each) => {
      const line = lines[each] ?? { text: '', start: 0 };
      const below = findBelow(line, lines[each - 1]);
      const both = line.text.length < 400 ? [...line.text.matchAll(BOTH_LETTERS)] : [];
      const legends = line.text.includes('(') ? [...line.text.matchAll(LEGEND)] : [];
      return [
        ...below,
        ...both.flatMap((match) => take(line, match.index + match[0].length)),
        ...legends.flatMap((match) => take(line, match.index + match[0].indexOf(match[1] ?? '', 1))),
      ];
    }),
};

function findBelow(line: TextLine, above: TextLine | undefined): readonly Finding[] {
  const label = PASSWORD_LETTER.exec(line.text);
  return label === null || above === undefined || !USER_LETTER.test(above.text) ? [] : take(line, label[0].length);
}

function take(line: TextLine, at: number): readonly Finding[] {
  const value = readValue(line.text, at);
  if (value === null || !mayBeValue(value.value)) return [];
  return [toFinding('credential-labelled', 'likely', toUnwrapped(line), value)];
}
