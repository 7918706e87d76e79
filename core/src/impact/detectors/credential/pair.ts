import type { Detector, Finding, TextLine } from '../finding.ts';
import { readValue } from './after-cue.ts';
import { toFinding, toUnwrapped } from './labelled.ts';
import { isName, looksSecret, mayBeValue } from './value-shape.ts';

/** `creds: bob / x`, `our login for the portal is bob/x`, `Guest WiFi: Harbor / x`: a user name and what opens it. */
const PAIR =
  /(?<![\p{L}\p{N}])(?:log-?ins?|logons?|cred(?:ential)?s|zugang(?:sdaten)?|anmeldung|anmeldedaten|identifiants|accès|acceso|credenciales|wi-?fi|wlan)(?: info(?:rmation)?| details?)?(?: [\p{L}’']{1,16}){0,5}(?:[ \t]?[:=]| (?:is|are|ist|sind|lautet|lauten|sont|est|es|son))[ \t]{1,8}([^\s/:]{2,64})(?:[ \t]{0,3}\/[ \t]{0,3}|:)(?=\S{3})/giu;
/** Programs that are given a password in their command line. */
const COMMAND =
  /(?<![\p{L}\p{N}-])(sqlplus|sqlldr|imp|exp|expdp|impdp|mysql|mysqldump|mysqladmin|curl|sshpass|net use|--)/giu;
const ORACLE = /^[ \t]{1,4}[\w$#.]{2,40}\/(?=[^\s/@]{3,64}@)/;
/** Where the password begins, behind the name of its program and within so many characters. */
const PASSWORD_OPTIONS: Readonly<Record<string, RegExp>> = {
  sqlplus: ORACLE,
  sqlldr: ORACLE,
  imp: ORACLE,
  exp: ORACLE,
  expdp: ORACLE,
  impdp: ORACLE,
  mysql: /[ \t]-p(?=[^\s-]{3})/,
  mysqldump: /[ \t]-p(?=[^\s-]{3})/,
  mysqladmin: /[ \t]-p(?=[^\s-]{3})/,
  curl: /[ \t](?:-u|--user)[ \t=]["']?[^\s:"']{1,60}:(?=\S{3})/,
  sshpass: /^[ \t]{1,4}-p[ \t]{0,2}["']?(?=\S{3})/,
  'net use': /[ \t]\/user:[^\s]{1,60} (?=\S{3})/i,
  '--': /^(?:password|passwd|http-password|ftp-password)[= ]["']?(?=\S{3})/,
};
const OPTION_WITHIN = 120;

function findInCommands(line: TextLine): readonly Finding[] {
  return [...line.text.matchAll(COMMAND)].flatMap(({ index, 0: program }) => {
    const from = index + program.length;
    const option = PASSWORD_OPTIONS[program.toLowerCase()]?.exec(line.text.slice(from, from + OPTION_WITHIN));
    const value = option == null ? null : readValue(line.text, from + option.index + option[0].length);
    if (value === null || !mayBeValue(value.value)) return [];
    // `sqlplus bob/x@database`
    const end = option?.[0].endsWith('/') === true ? value.start + value.value.indexOf('@') : value.end;
    const told = { ...value, end, value: line.text.slice(value.start, end) };
    return [toFinding('credential-pair', 'likely', toUnwrapped(line), told)];
  });
}

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
  const pairs = [...line.text.matchAll(PAIR)].flatMap((match) => {
    const value = readValue(line.text, match.index + match[0].length);
    if (value === null || !mayBeValue(value.value) || !isName(match[1] ?? '')) return [];
    if (!looksSecret(value.value) || !/\p{L}/u.test(value.value)) return [];
    return [toFinding('credential-pair', 'likely', toUnwrapped(line), value)];
  });
  return [...pairs, ...findInCommands(line)];
}
