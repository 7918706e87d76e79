import { type CorpusFiles, putFile } from '../files.ts';
import { toTable } from '../table.ts';

const VALID = `incident: lamp-2001
organization:
  name: Lamp Works
  domains: [lamp.example]
  addresses: ["192.0.2.0/24"]
window: { start: 2001-09-10T00:00:00Z, contained: 2001-10-20T00:00:00Z }
mailboxes:
  - custodian: keeper
    address: keeper@lamp.example
    guid: 11111111-2222-4333-8444-555555555555
    evidence: evidence/keeper.mbox
    addresses: ["203.0.113.7"]
access:
  - file: evidence/audit.jsonl
    covers: { mailboxes: all, from: 2001-09-01T00:00:00Z, to: 2001-11-01T00:00:00Z }
intruder:
  addresses: ["198.51.100.0/24"]
  reach: [ { mailbox: keeper, by: credentials } ]
policy: { sync: mailbox, gaps: presumed }
`;

const MINIMAL = `incident: lamp-2001
organization: { name: Lamp Works, domains: [lamp.example] }
window: { start: 2001-09-10T00:00:00Z, contained: 2001-10-20T00:00:00Z }
mailboxes: [ { custodian: keeper, address: keeper@lamp.example, evidence: evidence/keeper.mbox } ]
`;

type IncidentCase = readonly [file: string, reason: string, text: string | Uint8Array];

function edit(from: string, to: string): string {
  const text = VALID.replace(from, to);
  if (text === VALID) throw new Error(`nothing to replace: ${from}`);
  return text;
}

const ACCEPTED: readonly IncidentCase[] = [
  ['complete', 'every part', VALID],
  ['minimal', 'only the required parts', MINIMAL],
  [
    'json',
    'JSON is YAML',
    '{"incident":"lamp-2001","organization":{"name":"Lamp Works","domains":["lamp.example"]},"window":{"start":"2001-09-10T00:00:00Z","contained":"2001-10-20T00:00:00Z"},"mailboxes":[{"custodian":"keeper","address":"keeper@lamp.example","evidence":"evidence/keeper.mbox"}]}\n',
  ],
  [
    'crlf-and-bom',
    'CRLF and a byte order mark, as Windows editors write them',
    `\ufeff${VALID}`.replaceAll('\n', '\r\n'),
  ],
  ['offsets', 'times with an offset', edit('2001-09-10T00:00:00Z', '2001-09-10T02:00:00+02:00')],
  ['times-quoted', 'times in quotes', edit('2001-10-20T00:00:00Z', '"2001-10-20T00:00:00Z"')],
  [
    'path-detours',
    'a path with ./, .. and doubled slashes',
    edit('evidence/keeper.mbox', './evidence/x/..//keeper.mbox'),
  ],
  [
    'upper-case-guid',
    'a GUID in capitals',
    edit('11111111-2222-4333-8444-555555555555', 'AAAAAAAA-2222-4333-8444-555555555555'),
  ],
  [
    'numbers-as-text',
    'an incident and a custodian that look like numbers',
    MINIMAL.replace('lamp-2001', '20010910').replace('custodian: keeper', 'custodian: 007'),
  ],
  [
    'warn-shared-address',
    'one address is the owner’s and the intruder’s: reported, not refused (A7)',
    edit('"198.51.100.0/24"', '"198.51.100.0/24", "203.0.113.7"'),
  ],
  [
    'custom-tag',
    'a custom tag creates no object: the value stays text',
    MINIMAL.replace('lamp-2001', '!!js/function "function(){}"'),
  ],
];

const REFUSED: readonly IncidentCase[] = [
  ['unknown-key', 'a key that does not exist', edit('incident: lamp-2001', 'incident: lamp-2001\nanalyst: Ann')],
  ['unknown-key-nested', 'a misspelt key inside a mailbox', edit('    guid:', '    giud:')],
  [
    'missing-window',
    'no window',
    edit('window: { start: 2001-09-10T00:00:00Z, contained: 2001-10-20T00:00:00Z }\n', ''),
  ],
  [
    'missing-several',
    'four problems at once: all must be named',
    'incident: lamp-2001\norganization: { name: Lamp Works }\nwindow: { start: tomorrow }\nmailboxes: []\n',
  ],
  [
    'window-contradictory',
    'containment before the start of the window',
    edit('contained: 2001-10-20', 'contained: 2001-09-01'),
  ],
  ['window-no-time', 'a day that does not exist', edit('2001-10-20T00:00:00Z', '2001-02-30T00:00:00Z')],
  ['covers-backwards', 'coverage that ends before it begins', edit('to: 2001-11-01', 'to: 2001-08-01')],
  [
    'covers-unknown-mailbox',
    'coverage of a mailbox that is not in the file',
    edit('mailboxes: all', 'mailboxes: [keper]'),
  ],
  [
    'reach-unknown-mailbox',
    'reach into a mailbox that is not in the file',
    edit('mailbox: keeper, by', 'mailbox: keper, by'),
  ],
  ['reach-unknown-means', 'reach by an unknown method', edit('by: credentials', 'by: magic')],
  ['policy-unknown', 'a policy that does not exist', edit('gaps: presumed', 'gaps: ignore')],
  [
    'custodian-twice',
    'two mailboxes with the same custodian name',
    MINIMAL.replace(
      'keeper.mbox } ]',
      'keeper.mbox }, { custodian: keeper, address: k2@lamp.example, evidence: evidence/mate.mbox } ]',
    ),
  ],
  [
    'guid-twice',
    'one GUID for two mailboxes',
    edit(
      'access:',
      '  - { custodian: mate, address: mate@lamp.example, evidence: evidence/mate.mbox, guid: 11111111-2222-4333-8444-555555555555 }\naccess:',
    ),
  ],
  ['address-no-range', 'an invalid range', edit('198.51.100.0/24', '198.51.100.0/99')],
  ['address-text', 'a host name instead of an address', edit('"203.0.113.7"', '"laptop.lamp.example"')],
  ['domain-with-at', 'a domain with an @', edit('[lamp.example]', '["@lamp.example"]')],
  ['key-twice', 'a key given twice', `${VALID}incident: other\n`],
  ['no-mapping', 'a list instead of a mapping', '- incident\n- organization\n'],
  ['empty', 'an empty file', ''],
  ['only-comments', 'nothing but comments', '# to be written\n'],
  ['not-yaml', 'unclosed brackets', 'incident: [lamp-2001\norganization: {\n'],
  ['tabs', 'a tab as indentation', 'incident: lamp-2001\norganization:\n\tname: Lamp Works\n'],
  ['two-documents', 'two documents in one file', `${MINIMAL}---\n${MINIMAL}`],
  [
    'bomb',
    'nested aliases: nine levels of nine',
    `${Array.from({ length: 9 }, (_, at) => `a${at}: &a${at} [${at === 0 ? 'x, '.repeat(9) : `*a${at - 1}, `.repeat(9)}]`).join('\n')}\n${MINIMAL}`,
  ],
  [
    'merge-key',
    'a merge key',
    `base: &base { name: Lamp Works }\n${MINIMAL.replace('{ name: Lamp Works,', '{ <<: *base,')}`,
  ],
  ['not-utf8', 'invalid UTF-8', Buffer.from(VALID.replace('Lamp Works', 'Caf\xe9'), 'latin1')],
  ['nul', 'a NUL byte', VALID.replace('Lamp', 'La\0mp')],
];

const INTRODUCTION = `# Incident files

Files in \`accepted/\` must be accepted (their evidence is in \`evidence/\`). Files in \`refused/\` must be refused, with every reason and its line number.
`;

const LETTER =
  'From keeper@lamp.example Mon Sep 10 09:00:00 2001\nFrom: keeper@lamp.example\nTo: harbour@quay.example\nSubject: Lamp oil\nMessage-ID: <one@lamp.example>\n\nTwo barrels.\n\n';

/** From the beginning of what the accepted files cover to its end. */
const SIGN_INS = [
  ['r0', '2001-09-01', '203.0.113.7'],
  ['r1', '2001-09-11', '198.51.100.7'],
  ['r2', '2001-10-31', '203.0.113.7'],
].map(
  ([id, day, ip]) =>
    `{"Id":"${id}","CreationTime":"${day}T09:00:00","Operation":"UserLoggedIn","UserId":"keeper@lamp.example","ClientIP":"${ip}"}\n`,
);

export function putIncidentFiles(files: CorpusFiles): void {
  const sections = [['accepted', ACCEPTED] as const, ['refused', REFUSED] as const].map(([folder, cases]) => {
    for (const [file, , text] of cases) putFile(files, `incident-files/${folder}/${file}.yaml`, text);
    for (const name of ['keeper', 'mate']) putFile(files, `incident-files/${folder}/evidence/${name}.mbox`, LETTER);
    putFile(
      files,
      `incident-files/${folder}/evidence/audit.jsonl`,
      folder === 'accepted'
        ? SIGN_INS.join('')
        : '{"Id":"r1","CreationTime":"2001-09-11T09:00:00","Operation":"UserLoggedIn","UserId":"keeper@lamp.example"}\n',
    );
    return `\n## ${folder}\n\n${toTable(
      ['file', 'what it shows'],
      cases.map(([file, reason]) => [`\`${file}.yaml\``, reason] as const),
    )}`;
  });
  putFile(files, 'incident-files/README.md', INTRODUCTION + sections.join(''));
}
