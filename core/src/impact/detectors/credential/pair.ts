import type { Detector, Finding, TextLine } from '../finding.ts';
import { readValue } from './after-cue.ts';
import { USER_WORDS } from './cue-words.ts';
import { toFinding, toUnwrapped } from './to-finding.ts';
import { isName, looksSecret, mayBeValue } from './value-shape.ts';

/** `creds: bob / x`, `our login for the portal is bob/x`, `Guest WiFi: Harbor / x`: a user name and what opens it. */
const PAIR =
  /(?<![\p{L}\p{N}])(?:log-?ins?|logons?|(?:local )?admin|u\/p|un\/p|cred(?:ential)?s|zugang(?:sdaten)?|anmeldung|anmeldedaten|identifiants|accès|acceso|credenciales|wi-?fi|wlan)(?: info(?:rmation)?| details?)?(?: [\p{L}’']{1,16}){0,5}(?:[ \t]?[:=]| (?:is|are|ist|sind|lautet|lauten|sont|est|es|son))[ \t]{1,8}([^\s/:]{2,64})(?:[ \t]{0,3}\/[ \t]{0,3}|:)(?=\S{3})/giu;
/** `my login (bob/x)`, `try mine: bob/x7`, `it is bob/x7 if it asks for a login`, `wifi "Harbor" / x7`. */
const BRACKETED =
  /(?<!\p{L})(?:my|our|his|her|their|\p{Lu}\p{L}{1,20}['’]s) (?:log-?in|logon|account)(?: \p{L}{1,16}){0,4} \(([^\s/()]{3,40})\/(?=[^\s/()]{3,64}\))/gu;
const TRIED =
  /(?<!\p{L})(?:try|use|using|with|it is|it['’]s|is)(?: (?:mine|ours|this|these))?[:,]? ?(?:-{1,2} )?([\p{L}\p{N}._-]{2,40})\/(?=(?:\p{L}{1,40}\d|\d{1,40}\p{L})[^\s/]{0,40}(?:[ \t.,;!)]|$))/giu;
/** `login bob/bob`, `enter bob and x7`: equal, or mixed of letters and digits. */
const SPACED =
  /(?<!\p{L})(?:log-?in|logon) ([\p{L}\p{N}._-]{3,40}) ?\/ ?(?=(?:\p{L}{1,40}\d|\d{1,40}\p{L}|\1(?![\p{L}\p{N}/])))/giu;
const BOTH_TYPED =
  /(?<!\p{L})(?:enter|type(?: in)?|use|try|is) ([\p{L}\p{N}._@-]{3,64}) and (?=(?:\p{L}{1,40}\d|\d{1,40}\p{L})[^\s/]{0,40}(?:[ \t.,;!)]|$))/giu;
/** `log in as bob with x` */
const AS_WITH =
  /(?<!\p{L})(?:log|sign)[ -]?(?:in|on) as ["“']?([\p{L}\p{N}._@-]{2,64})["”']? (?:with|and|using) (?=["“']?[^\s"”'.,;]{4,64}["”']?(?:[.,;!]|$))/giu;
/** `root/x7` */
const ADMINISTRATOR =
  /(?<![\p{L}\p{N}/.-])(root|administrator|sysadmin|sa|admin|postgres|ubuntu|oracle|demo|guest|superuser) ?\/ ?(?=(?:\p{L}{1,40}\d|\d{1,40}\p{L})[^\s/]{1,40}(?:[ \t.,;!)]|$))/giu;
/** `usuario irey / x7`, `WLAN Lager: x7` */
const USER_SLASH = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${USER_WORDS}|gebruiker)[ \\t]{0,2}[: ][ \\t]{0,3}([\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{2,60}) ?[/|] ?(?=(?:\\p{L}[^\\s/]{0,40}\\d|\\d[^\\s/]{0,40}\\p{L})[^\\s/]{0,40}(?:[ \\t.,;!)]|$))`,
  'giu',
);
const OF_NETWORK =
  /(?<![\p{L}\p{N}])(wi-?fi|wlan|hotspot)(?:[ -][\p{L}\p{N}][\p{L}\p{N}.'’_-]{0,20}){1,3}[ \t]?[:=][ \t]{1,4}(?=(?:\p{L}[^\s/]{4,40}\d|\d[^\s/]{4,40}\p{L})[^\s/]{0,40}(?:[ \t.,;!)]|$))/giu;
const LOGIN = /(?<!\p{L})(?:log-?in|log in|log on|logon|pass-?word)(?!\p{L})/iu;
const NAMED_NETWORK =
  /(?<!\p{L})(?:wi-?fi|wlan)(?: network)?[ \t:]{1,3}["“']([^"”'\n]{2,32})["”'][ \t]{0,2}[/,:-][ \t]{0,2}(?=["“']?[^\s"”']{8,63})/giu;

/** Programs that are given a password in their command line. */
const COMMAND =
  /(?<![\p{L}\p{N}-])(sqlplus|connect|sqlldr|imp|exp|expdp|impdp|mysql|mysqldump|mysqladmin|curl|sshpass|net use|--)/giu;
const ORACLE = /^[ \t]{1,4}[\w$#.]{2,40}\/(?=[^\s/@]{3,64}@)/;
/** Where the password begins, behind the name of its program and within so many characters. */
const PASSWORD_OPTIONS: Readonly<Record<string, RegExp>> = {
  sqlplus: ORACLE,
  connect: ORACLE,
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
    const password = { ...value, end, value: line.text.slice(value.start, end) };
    return [toFinding('credential-pair', 'likely', toUnwrapped(line), password)];
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
      'connect ',
      'u/p',
      'un/p',
      'root',
      'administrator',
      'log in',
      'log on',
      'sign in',
      'admin',
      'postgres',
      'ubuntu',
      'oracle',
      'demo',
      'guest',
      'superuser',
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
      ...['hotspot', 'user', 'account', 'benutzer', 'kennung', 'utilisateur', 'identifiant', 'usuario', 'gebruiker'],
      ...['utente', 'utilizador', 'användar', 'bruger', 'bruker', 'e-mail', 'email'],
    ],
  },
  find: ({ lines }, at) =>
    at.flatMap((each) => [...findInLine(lines[each] ?? { text: '', start: 0 }), ...findAnswered(lines, each)]),
};

/** `what is the login for the site?`, and on the next line nothing but `bob / x`. */
const ASKED = /(?<!\p{L})(?:log-?ins?|logons?|cred(?:ential)?s)(?!\p{L})/iu;
const ANSWERED = /^[ \t]*(?:(?:it is|it['’]s|try|use)[ \t])?([^\s/:]{2,40})[ \t]?\/[ \t]?(?=[^\s/]{3,64}[ \t]*$)/iu;

function findAnswered(lines: readonly TextLine[], at: number): readonly Finding[] {
  const question = lines[at]?.text ?? '';
  if (!question.trimEnd().endsWith('?') || !ASKED.test(question)) return [];
  const line = lines.slice(at + 1, at + 4).find(({ text }) => text.trim() !== '');
  const pair = line === undefined ? null : ANSWERED.exec(line.text);
  if (line === undefined || pair === null || !isName(pair[1] ?? '')) return [];
  const value = readValue(line.text, pair[0].length);
  return value === null || !mayBeValue(value.value)
    ? []
    : [toFinding('credential-pair', 'likely', toUnwrapped(line), value)];
}

function findInLine(line: TextLine): readonly Finding[] {
  if (!/[/:=-]| (?:and|with|using) /.test(line.text)) return [];
  const pairs = [...line.text.matchAll(PAIR)].flatMap((match) => {
    const value = readValue(line.text, match.index + match[0].length);
    if (value === null || !mayBeValue(value.value) || !isName(match[1] ?? '')) return [];
    if (!looksSecret(value.value) || !/\p{L}/u.test(value.value)) return [];
    return [toFinding('credential-pair', 'likely', toUnwrapped(line), value)];
  });
  const take = (match: RegExpMatchArray): readonly Finding[] => {
    const value = readValue(line.text, (match.index ?? 0) + match[0].length);
    return value === null || !mayBeValue(value.value) || !isName((match[1] ?? '').replaceAll(' ', '-'))
      ? []
      : [toFinding('credential-pair', 'likely', toUnwrapped(line), value)];
  };
  const named = [
    ...line.text.matchAll(BRACKETED),
    ...(LOGIN.test(line.text) ? [TRIED, SPACED, BOTH_TYPED].flatMap((each) => [...line.text.matchAll(each)]) : []),
    ...line.text.matchAll(NAMED_NETWORK),
    ...line.text.matchAll(OF_NETWORK),
    ...line.text.matchAll(USER_SLASH),
    ...line.text.matchAll(AS_WITH),
    ...line.text.matchAll(ADMINISTRATOR),
  ].flatMap(take);
  return [...pairs, ...named, ...findInCommands(line)];
}
