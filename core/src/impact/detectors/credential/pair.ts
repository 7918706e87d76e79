import type { Detector, Finding, TextLine } from '../finding.ts';
import { readValue } from './after-cue.ts';
import { toFinding, toUnwrapped } from './labelled.ts';
import { isName, looksSecret, mayBeValue } from './value-shape.ts';

/** `creds: bob / x`, `our login for the portal is bob/x`, `Guest WiFi: Harbor / x`: a user name and what opens it. */
const PAIR =
  /(?<![\p{L}\p{N}])(?:log-?ins?|logons?|cred(?:ential)?s|zugang(?:sdaten)?|anmeldung|anmeldedaten|identifiants|accès|acceso|credenciales|wi-?fi|wlan)(?: info(?:rmation)?| details?)?(?: [\p{L}’']{1,16}){0,5}(?:[ \t]?[:=]| (?:is|are|ist|sind|lautet|lauten|sont|est|es|son))[ \t]{1,8}([^\s/:]{2,64})(?:[ \t]{0,3}\/[ \t]{0,3}|:)(?=\S{3})/giu;
/** Programs that are given a password in their command line: the value begins behind the match. */
const COMMAND =
  /(?<![\p{L}\p{N}])(?:sqlplus|sqlldr|imp|exp|expdp|impdp)[ \t]{1,4}[\w$#.]{2,40}\/(?=[^\s/@]{3,64}@)|(?<![\p{L}\p{N}])mysql(?:dump|admin)?[ \t][^\n|]{0,60}?-p(?=[^\s-]{3})|(?<![\p{L}\p{N}])curl[ \t][^\n|]{0,80}?(?:-u|--user)[ \t=]["']?[^\s:"']{1,60}:(?=\S{3})|(?<![\p{L}\p{N}])sshpass[ \t]{1,4}-p[ \t]{0,2}["']?(?=\S{3})|--(?:password|passwd|http-password|ftp-password)[= ]["']?(?=\S{3})|(?<![\p{L}\p{N}])net use [^\n|]{0,80}?\/user:[^\s]{1,60} (?=\S{3})/giu;

/** Passwords that no word announces: behind the user name of a login, or in a command. */
export const findPairedCredentials: Detector = {
  hints: {
    words: [
      'login',
      'log-in',
      'logon',
      'cred',
      'zugang',
      'anmeld',
      'identifiants',
      'accès',
      'acceso',
      'wifi',
      'wi-fi',
      'wlan',
      'sqlplus',
      'sqlldr',
      'imp ',
      'exp ',
      'expdp',
      'impdp',
      'mysql',
      'curl',
      'sshpass',
      '--pass',
      '--http-pass',
      '--ftp-pass',
      'net use',
    ],
  },
  find: ({ lines }, at) => at.flatMap((each) => findInLine(lines[each] ?? { text: '', start: 0 })),
};

function findInLine(line: TextLine): readonly Finding[] {
  if (!/[/:=-]/.test(line.text)) return [];
  return [...line.text.matchAll(PAIR), ...line.text.matchAll(COMMAND)].flatMap((match) => {
    const value = readValue(line.text, match.index + match[0].length);
    if (value === null || !mayBeValue(value.value)) return [];
    const user = match[1];
    const whole = toUnwrapped(line);
    if (user !== undefined && (!isName(user) || !looksSecret(value.value) || !/\p{L}/u.test(value.value))) return [];
    // `sqlplus bob/x@database`
    const end = user === undefined && match[0].endsWith('/') ? value.start + value.value.indexOf('@') : value.end;
    return [toFinding('credential-pair', 'likely', whole, { ...value, end, value: line.text.slice(value.start, end) })];
  });
}
