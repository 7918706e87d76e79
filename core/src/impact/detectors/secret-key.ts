import type { Detector, Finding, TextLine } from './finding.ts';
import { lineSecrets } from './line-formats/find-line-secrets.ts';
import { findRecoveryCodes } from './recovery-code.ts';
import { findSecretLinks } from './secret-link.ts';
import { isRandom, toSecretKey } from './secret-value.ts';

const PRIVATE_KEY =
  /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----[\s\S]{16,8192}?(?:-----END (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----|$)/g;
/** Where other keys begin and end: OpenVPN (manual, --secret), PuTTY (manual, appendix C). */
const BLOCKS: readonly (readonly [begin: string, end: string])[] = [
  ['-----BEGIN OpenVPN Static key V1-----', '-----END OpenVPN Static key V1-----'],
  ['PuTTY-User-Key-File-', 'Private-MAC: '],
];
const MAX_BLOCK_UNITS = 8_192;

const privateKeys: Detector = {
  hints: { parts: ['private key'], words: ['putty-user-key', 'begin openvpn'] },
  find: ({ whole }, { length }) =>
    length === 0
      ? []
      : [
          ...[...whole.matchAll(PRIVATE_KEY)].map(({ index, 0: all }) => toPrivateKey(index, all)),
          ...BLOCKS.flatMap(([begin, end]) => findBlocks(whole, begin, end)),
        ],
};

function toPrivateKey(start: number, value: string): Finding {
  return toSecretKey('secret-key-private-key', 'certain', start, value);
}

function findBlocks(whole: string, begin: string, end: string): readonly Finding[] {
  const found: Finding[] = [];
  for (let at = whole.indexOf(begin); at >= 0; at = whole.indexOf(begin, at + begin.length)) {
    const block = whole.slice(at, at + MAX_BLOCK_UNITS);
    const ends = block.indexOf(end);
    if (ends > 0) found.push(toPrivateKey(at, block.slice(0, ends + end.length)));
  }
  return found;
}

/**
 * `api_key = "…"`, `AccountKey=…;`, `Authorization: Bearer …`: a name that says secret, a sign, and random characters.
 */
const ASSIGNED =
  /(?:(?:api[ _.-]?key|apikey|access[ _.-]?key|secret[ _.-]?(?:access[ _.-]?)?key|account[ _.-]?key|shared[ _.-]?access[ _.-]?key|private[ _.-]?key|(?:encryption|master|storage)[ _.-]?key|signing[ _.-]?key|licen[cs]e[ _.-]?key|product[ _.-]?key|serial[ _.-]?(?:number|key)|activation[ _.-]?(?:code|key)|(?:cd|registration|recovery|unlock|install(?:ation)?|wiederherstellungs)[ _.-]?(?:key|code|schlüssel)|client[ _.-]?secret|app[ _.-]?secret|consumer[ _.-]?secret|auth[ _.-]?token|access[ _.-]?token|refresh[ _.-]?token|bearer[ _.-]?token|token|secret|passwd|password|credentials?|webhook|(?:live|test|prod|sandbox|deploy|pre-?shared|server|service|session|admin|sas|hmac|webhook)[ _.-]?key)(?:[A-Za-z0-9_.-]{0,20})|bearer|(?<!\p{L})(?:psk|api(?= ?:)|(?:lizenz|api|zugriffs|geheim|sicherheits)-?schlüssel|clé (?:de licence|api|d['’]api|secrète)|clave (?:de )?(?:licencia|api|secreta)|chiave (?:di )?(?:licenza|api|segreta)|chave (?:de )?(?:licença|api|secreta)|api-?sleutel|api-?nyckel|api-?nøgle|api-?nøkkel|klucz api))["'`]?(?:(?: [\p{L}\p{N}._/-]{1,20}){0,4}(?: \([^()\n]{0,40}\))?(?=[ ]?[:=]| is ))?(?: ?[:=]{1,2}>? ?| is |[ \t])[ \t]?["'`]?/giu;
const ASSIGNED_VALUE = /^(?:bearer )?["'`]?(?!&)([A-Za-z0-9_+/=.~:@!#$%^&*-]{12,512})/i;

const LONG = /[A-Za-z0-9_+/=.~:@!#$%^&*-]{12}/;

const assigned: Detector = {
  hints: {
    parts: ['key', 'secret', 'token', 'passw', 'credential', 'webhook', 'serial', 'schlüssel', 'api-', 'apisl'],
    words: [
      ...[
        'bearer',
        'activation',
        'unlock',
        'recovery',
        'install',
        'registration',
        'clé',
        'clave',
        'psk',
        'api',
        'chiave',
      ],
      ...['chave', 'klucz'],
    ],
  },
  find: ({ lines }, at) => at.flatMap((each) => findAssigned(lines[each] ?? { text: '', start: 0 })),
};

function findAssigned(line: TextLine): readonly Finding[] {
  return (LONG.test(line.text) ? [...line.text.matchAll(ASSIGNED)] : []).flatMap((match) => {
    const behind = match.index + match[0].length;
    // What a link holds is found as a link.
    if (line.text.slice(line.text.lastIndexOf(' ', match.index) + 1, match.index).includes('://')) return [];
    const read = ASSIGNED_VALUE.exec(line.text.slice(behind, behind + 520));
    const value = (read?.[1] ?? '').replace(/(?<![.,;:])[.,;:]+$/, '');
    if (read === null || value.startsWith('//') || !isRandom(value)) return [];
    // A machine or a certificate has a number too: only a licence is written in groups.
    if (/^serial/i.test(match[0]) && !/^[A-Z0-9]{4,6}(?:-[A-Z0-9]{4,6}){2,7}$/.test(value)) return [];
    const start = line.start + behind + read[0].length - (read[1] ?? '').length;
    return [toSecretKey('secret-key-assigned', 'likely', start, value)];
  });
}

export const secretKeys: readonly Detector[] = [
  privateKeys,
  findSecretLinks,
  ...lineSecrets,
  findRecoveryCodes,
  assigned,
];
