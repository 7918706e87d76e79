import type { Confidence, Detector, Finding, TextLine } from './finding.ts';

const PRIVATE_KEY =
  /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----[\s\S]{16,8192}?(?:-----END (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----|$)/g;
/** A link with user and password in it, for any scheme. */
const USER_INFO =
  /(?<![A-Za-z0-9+.-])[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/@:"'<>]{1,80}:([^\s/@"'<>]{3,128})@[^\s"'<>]{1,200}/gi;
const LINK = /https?:\/\/[^\s"'<>]{1,2400}/gi;
const SECRET_IN_LINK =
  /[?&;](?:(password|passwd|pwd|pass)|token|access_token|auth_token|id_token|refresh_token|api_?key|secret|client_secret|sessionid|session_id|sid|jsessionid|phpsessid|sig|signature|x-amz-signature|sharedaccesssignature)=([^\s"'<>&;]{3,})/gi;

const PLACEHOLDER = /^(?:[<[{$%*].*|x+|\.+|your.*|example.*|changeme|password|token|secret)$/i;

const privateKeys: Detector = {
  hints: { parts: ['private key'] },
  find: ({ whole }, { length }) =>
    (length > 0 ? [...whole.matchAll(PRIVATE_KEY)] : []).map(({ index, 0: all }) =>
      toSecretKey('secret-key-private-key', 'certain', index, all),
    ),
};

const links: Detector = {
  hints: { parts: ['://'] },
  find: ({ lines }, at) => at.flatMap((each) => findInLinks(lines[each] ?? { text: '', start: 0 })),
};

function findInLinks({ text, start }: TextLine): readonly Finding[] {
  const connections = (text.includes('@') ? [...text.matchAll(USER_INFO)] : []).filter(isFilled);
  return [
    ...connections.map(({ index, 0: all }) => toSecretKey('secret-key-connection', 'likely', start + index, all)),
    ...(text.includes('=') ? [...text.matchAll(LINK)] : []).flatMap(({ index, 0: link }) => {
      if (![...link.matchAll(SECRET_IN_LINK)].some(isSecretInLink)) return [];
      const value = link.replace(/(?<![.,;:)\]])[.,;:)\]]+$/, '');
      return [toSecretKey('secret-key-link', 'likely', start + index, value)];
    }),
  ];
}

/** What is no password must be as long and as mixed as a token: `sid=02/09/29/2232249` is an article. */
function isSecretInLink([, password, value = '']: RegExpExecArray): boolean {
  if (PLACEHOLDER.test(value)) return false;
  return password !== undefined || (value.length >= 16 && /[a-z]/i.test(value) && !value.slice(0, 16).includes('/'));
}

function isFilled(match: RegExpExecArray): boolean {
  return !PLACEHOLDER.test(match[1] ?? '');
}

/**
 * `api_key = "…"`, `AccountKey=…;`, `Authorization: Bearer …`: a name that says secret, a sign, and random characters.
 */
const ASSIGNED =
  /(?:(?:api[ _.-]?key|apikey|access[ _.-]?key|secret[ _.-]?(?:access[ _.-]?)?key|account[ _.-]?key|shared[ _.-]?access[ _.-]?key|private[ _.-]?key|encryption[ _.-]?key|signing[ _.-]?key|license[ _.-]?key|product[ _.-]?key|serial[ _.-]?(?:number|key)|activation[ _.-]?(?:code|key)|(?:cd|registration|recovery|unlock|install(?:ation)?|wiederherstellungs)[ _.-]?(?:key|code|schlüssel)|client[ _.-]?secret|app[ _.-]?secret|consumer[ _.-]?secret|auth[ _.-]?token|access[ _.-]?token|refresh[ _.-]?token|bearer[ _.-]?token|token|secret|passwd|password|credentials?|webhook)(?:[A-Za-z0-9_.-]{0,20})|bearer|lizenzschlüssel|clé (?:de licence|api|d['’]api)|clave (?:de )?(?:licencia|api))["'`]?(?: (?:for|of|to|on) [\w-]{1,20}(?: [\w-]{1,20})?(?=[ ]?[:=]| is ))?(?: ?[:=]{1,2}>? ?| is |[ \t])[ \t]?["'`]?/gi;
const ASSIGNED_VALUE = /^(?:bearer )?["'`]?(?!&)([A-Za-z0-9_+/=.~:@!#$%^&*-]{12,512})/i;
const WORDS_ONLY = /^(?:[A-Za-z]|[-_.:/](?![-_.:/]))+$|^[\d.:/-]+$/;

const LONG = /[A-Za-z0-9_+/=.~:@!#$%^&*-]{12}/;

const assigned: Detector = {
  hints: {
    parts: ['key', 'secret', 'token', 'passw', 'credential', 'webhook', 'serial', 'schlüssel'],
    words: ['bearer', 'activation', 'unlock', 'recovery', 'install', 'registration', 'clé', 'clave'],
  },
  find: ({ lines }, at) => at.flatMap((each) => findAssigned(lines[each] ?? { text: '', start: 0 })),
};

function findAssigned(line: TextLine): readonly Finding[] {
  return (LONG.test(line.text) ? [...line.text.matchAll(ASSIGNED)] : []).flatMap((match) => {
    const behind = match.index + match[0].length;
    const read = ASSIGNED_VALUE.exec(line.text.slice(behind, behind + 520));
    const value = (read?.[1] ?? '').replace(/(?<![.,;:])[.,;:]+$/, '');
    if (read === null || !isRandom(value)) return [];
    const start = line.start + behind + read[0].length - (read[1] ?? '').length;
    return [toSecretKey('secret-key-assigned', 'likely', start, value)];
  });
}

/** Letters and digits mixed as no name is: 3 bits of entropy a character or more, or a licence key in groups. */
function isRandom(value: string): boolean {
  if (PLACEHOLDER.test(value) || /^https?:/i.test(value)) return false;
  if (/^\d{6}(?:-\d{6}){7}$/.test(value)) return true;
  if (/^[A-Z0-9]{4,6}(?:-[A-Z0-9]{4,6}){2,7}$/.test(value)) return /\d/.test(value) && /[A-Z]/.test(value);
  if (WORDS_ONLY.test(value)) return false;
  return toEntropy(value) >= 3;
}

/** Shannon's entropy of the characters, in bits a character. */
function toEntropy(value: string): number {
  const counts = new Map<string, number>();
  for (const letter of value) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / value.length) * Math.log2(count / value.length), 0);
}

export function toSecretKey(detector: string, confidence: Confidence, start: number, value: string): Finding {
  return { kind: 'secret-key', detector, confidence, start, end: start + value.length, value };
}

export const secretKeys: readonly Detector[] = [privateKeys, links, assigned];
