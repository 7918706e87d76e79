/**
 * What must be said of each file in corpus/incident-files, word by word: a changed sentence is a change that somebody
 * looked at.
 */
const bare = (name: string) => [
  `${name}:1, intruder: no session, token, application or address of the intruder is given, so no record can be the intruder's and no copy "accessed". List what is known under \`intruder\`.`,
  `${name}:1, access: no log is listed under \`access\`, so it is unknown what was opened: every copy will be undetermined or presumed. List the exports of the audit log.`,
];

export const warnedWords: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    ['custom-tag.yaml', 'json.yaml', 'minimal.yaml', 'numbers-as-text.yaml'].map((name) => [name, bare(name)]),
  ),
  'warn-shared-address.yaml': [
    'warn-shared-address.yaml:12: "203.0.113.7" is listed as the intruder\'s and as the owner\'s; its records will be ambiguous (A7)',
  ],
};

export const refusedWords: Readonly<Record<string, readonly string[]>> = {
  'address-no-range.yaml': [
    'address-no-range.yaml:17: "198.51.100.0/99" is neither an IP address nor a range like 192.0.2.0/24',
  ],
  'address-text.yaml': [
    'address-text.yaml:12: "laptop.lamp.example" is neither an IP address nor a range like 192.0.2.0/24',
  ],
  'bomb.yaml': [
    'bomb.yaml:1: this is not valid YAML: its aliases expand too far (a "YAML bomb"); write the values out',
  ],
  'covers-backwards.yaml': ['covers-backwards.yaml:15: `covers` ends before it begins; swap from and to'],
  'covers-unknown-mailbox.yaml': ['covers-unknown-mailbox.yaml:15: "keper" is not a custodian in this file'],
  'custodian-twice.yaml': ['custodian-twice.yaml:4: custodian "keeper" is given twice, first for keeper'],
  'domain-with-at.yaml': [
    'domain-with-at.yaml:4: "@lamp.example" is not a domain; write it like harbor.example, without @ or *',
  ],
  'empty.yaml': ['empty.yaml:1: the file has no incident; `candor init <folder>` writes one'],
  'guid-twice.yaml': [
    'guid-twice.yaml:13: GUID "11111111-2222-4333-8444-555555555555" is given for keeper too; a GUID identifies one mailbox',
  ],
  'key-twice.yaml': ['key-twice.yaml:20: this is not valid YAML: a key is given twice; keep one of the two'],
  'merge-key.yaml': [
    'merge-key.yaml:1: unknown key "base"; known here: incident, organization, window, mailboxes, access, coverage, intruder, policy, directory, counsel, operators, log, notice, review, watch, clock',
    'merge-key.yaml:3: organization.name is missing',
    'merge-key.yaml:3: unknown key "<<" in organization; known here: name, domains, addresses',
  ],
  'missing-several.yaml': [
    'missing-several.yaml:2: organization.domains is missing',
    'missing-several.yaml:3: "tomorrow" is not a date and time; write it as 2001-09-10T00:00:00Z (without a zone it is UTC)',
    'missing-several.yaml:3: window.contained is missing',
    'missing-several.yaml:4: mailboxes is empty; at least one entry is needed',
  ],
  'missing-window.yaml': ['missing-window.yaml:1: window is missing'],
  'no-mapping.yaml': [
    'no-mapping.yaml:1: the file is a list; it must be a group of keys, the first of them `incident`',
  ],
  'not-yaml.yaml': [
    'not-yaml.yaml:2: this is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
    'not-yaml.yaml:3: this is not valid YAML: Flow map in block collection must be sufficiently indented and end with a }',
  ],
  'nul.yaml': ['nul.yaml:3: a control character is not allowed here; save the file as UTF-8 text'],
  'only-comments.yaml': ['only-comments.yaml:1: the file has no incident; `candor init <folder>` writes one'],
  'policy-unknown.yaml': ['policy-unknown.yaml:19: policy.gaps must be one of: presumed, undetermined'],
  'reach-unknown-mailbox.yaml': ['reach-unknown-mailbox.yaml:18: "keper" is not a custodian in this file'],
  'reach-unknown-means.yaml': [
    'reach-unknown-means.yaml:18: intruder.reach[1].by must be one of: credentials, application, delegation',
  ],
  'tabs.yaml': ['tabs.yaml:3: this is not valid YAML: the line begins with a tab; use spaces'],
  'two-documents.yaml': [
    'two-documents.yaml:5: this is not valid YAML: a second document begins here; keep one incident in one file',
  ],
  'unknown-key-nested.yaml': ['unknown-key-nested.yaml:10: unknown key "giud" in mailboxes[1]; did you mean "guid"?'],
  'unknown-key.yaml': [
    'unknown-key.yaml:2: unknown key "analyst"; known here: incident, organization, window, mailboxes, access, coverage, intruder, policy, directory, counsel, operators, log, notice, review, watch, clock',
  ],
  'window-contradictory.yaml': [
    'window-contradictory.yaml:6: the window is contained before it starts; swap the two, or correct the later one',
  ],
  'window-no-time.yaml': [
    'window-no-time.yaml:6: "2001-02-30T00:00:00Z" is not a date and time; write it as 2001-09-10T00:00:00Z (without a zone it is UTC)',
  ],
};
