/**
 * A small incident without a mistake, by its lines, and the mistakes of people who write one: what must be said of
 * each.
 */
const LINES: readonly string[] = [
  'incident: lamp-2001',
  'organization: { name: "Lamp Works", domains: [lamp.example], addresses: ["192.0.2.0/24"], mailboxes: 40 }',
  'window: { start: 2001-09-10T00:00:00Z, contained: 2001-10-20T00:00:00Z }',
  'mailboxes:',
  '  - custodian: ada',
  '    address: ada@lamp.example',
  '    evidence: mail/ada.mbox',
  '    guid: 7a41a7ff-36f8-409c-a6ae-0593c48c4a74',
  '    folders: folders.csv',
  '  - custodian: bo',
  '    address: bo@lamp.example',
  '    evidence: mail/bo.mbox',
  'access:',
  '  - file: log.jsonl',
  '    covers: { mailboxes: [ada, bo], from: 2001-09-08T00:00:00Z, to: 2001-10-22T00:00:00Z }',
  'intruder:',
  '  sessions: [5b1d0c52-0000-4000-8000-00000000000a]',
  '  tokens: [jjEXuLmWX3uvwoju2FNNGx]',
  '  applications: [35fe6726-961c-443e-aa09-5ad746505c06]',
  '  addresses: ["198.51.100.0/26"]',
  '  reach: [ { mailbox: ada, by: credentials } ]',
  'directory: directory.csv',
  '',
];

const record = (id: number, day: string, changes: Readonly<Record<string, unknown>> = {}) =>
  `${JSON.stringify({
    Id: `r${id}`,
    CreationTime: `2001-${day}T10:00:00`,
    Operation: 'MailItemsAccessed',
    RecordType: 50,
    UserId: 'ada@lamp.example',
    MailboxGuid: '7a41a7ff-36f8-409c-a6ae-0593c48c4a74',
    MailboxOwnerUPN: 'ada@lamp.example',
    ClientIPAddress: '192.0.2.7',
    OperationProperties: [{ Name: 'MailAccessType', Value: 'Bind' }],
    ...changes,
  })}\n`;

const OWNERS = [1, 2, 3, 4].map((id) => record(id, `09-1${id}`)).join('');
const INTRUDERS = record(5, '10-18', {
  UserId: 'bo@lamp.example',
  SessionId: '5b1d0c52-0000-4000-8000-00000000000a',
  AppAccessContext: { UniqueTokenId: 'jjEXuLmWX3uvwoju2FNNGx' },
  AppId: '35fe6726-961c-443e-aa09-5ad746505c06',
  ClientIPAddress: '198.51.100.7',
});
const LOG = OWNERS + INTRUDERS;
const mail = (who: string) =>
  `From x@quay.example Mon Sep 10 09:00:00 2001\nFrom: x@quay.example\nTo: ${who}@lamp.example\nSubject: Oil\nMessage-ID: <1@${who}.example>\n\nTwo barrels.\n`;

export const FILES: Readonly<Record<string, string>> = {
  'mail/ada.mbox': mail('ada'),
  'mail/bo.mbox': mail('bo'),
  'log.jsonl': LOG,
  'folders.csv': 'FolderId,FolderPath,FolderType\n1,/Inbox,Inbox\n',
  'directory.csv': 'match,party,kind\nquay.example,Quay,organization\n',
};

export interface Mistake {
  readonly name: string;
  /** Other lines, by number; several lines may stand in one. */
  readonly lines?: Readonly<Record<number, string>>;
  /** Other files, or further ones. */
  readonly files?: Readonly<Record<string, string>>;
  /** A code, or a refusal. */
  readonly code: string;
  /** As the place gives it: a line, or a line and what is missing there. */
  readonly line: number | string;
  /** What must be said of how to fix it. */
  readonly fix: RegExp;
}

const signIns = '{"id":"1","createdDateTime":"x","userPrincipalName":"a","appDisplayName":"b","ipAddress":"c"}\n';

export const MISTAKES: readonly Mistake[] = [
  {
    name: 'no indicator',
    lines: { 17: '  sessions: []', 18: '  tokens: []', 19: '  applications: []', 20: '  addresses: []' },
    code: 'intruder-empty',
    line: 17,
    fix: /List what is known under `intruder`/,
  },
  {
    name: 'a wrong digit in the session',
    lines: { 17: '  sessions: [5b1d0c52-0000-4000-8000-00000000000b]' },
    code: 'indicator-unmatched',
    line: 17,
    fix: /The logs have "5b1d0c52-0000-4000-8000-00000000000a".*correct the line/,
  },
  {
    name: 'a session that no log has',
    lines: { 17: '  sessions: [11111111-2222-4333-8444-555555555555]' },
    code: 'indicator-unmatched',
    line: 17,
    fix: /Compare it with the logs/,
  },
  {
    name: 'two digits of a token exchanged',
    lines: { 18: '  tokens: [jjEXuLmWX3uvwoju2FNNxG]' },
    code: 'indicator-unmatched',
    line: 18,
    fix: /The logs have "jjEXuLmWX3uvwoju2FNNGx"/,
  },
  {
    name: 'an application that no log has',
    lines: { 19: '  applications: [11111111-2222-4333-8444-555555555555]' },
    code: 'indicator-unmatched',
    line: 19,
    fix: /name the log that has it, or remove it/,
  },
  {
    name: 'a range in which no record is',
    lines: { 20: '  addresses: ["203.0.113.0/24"]' },
    code: 'indicator-unmatched',
    line: 20,
    fix: /no record has an address in "203\.0\.113\.0\/24"/,
  },
  {
    name: 'a wrong digit in an address',
    lines: { 20: '  addresses: ["198.51.100.8"]' },
    code: 'indicator-unmatched',
    line: 20,
    fix: /The logs have "198\.51\.100\.7"/,
  },
  {
    name: 'an address under sessions',
    lines: { 17: '  sessions: ["198.51.100.7"]' },
    code: 'indicator-misplaced',
    line: 17,
    fix: /Move it to intruder\.addresses/,
  },
  {
    name: 'a token under sessions',
    lines: { 17: '  sessions: [jjEXuLmWX3uvwoju2FNNGx]' },
    code: 'indicator-misplaced',
    line: 17,
    fix: /Move it to intruder\.tokens/,
  },
  {
    name: 'an application under sessions',
    lines: { 17: '  sessions: [35fe6726-961c-443e-aa09-5ad746505c06]' },
    code: 'indicator-misplaced',
    line: 17,
    fix: /Move it to intruder\.applications/,
  },
  {
    name: 'a mail address under sessions',
    lines: { 17: '  sessions: [ada@lamp.example]' },
    code: 'indicator-misplaced',
    line: 17,
    fix: /under intruder\.reach/,
  },
  {
    name: 'a session under addresses',
    lines: { 20: '  addresses: [5b1d0c52-0000-4000-8000-00000000000a]' },
    code: 'refusal',
    line: 20,
    fix: /move it to intruder\.sessions or intruder\.applications/,
  },
  {
    name: 'a session under applications',
    lines: { 19: '  applications: [5b1d0c52-0000-4000-8000-00000000000a]' },
    code: 'indicator-misplaced',
    line: 19,
    fix: /Move it to intruder\.sessions/,
  },
  {
    name: 'a session under tokens',
    lines: { 18: '  tokens: [5b1d0c52-0000-4000-8000-00000000000a]' },
    code: 'indicator-misplaced',
    line: 18,
    fix: /Move it to intruder\.sessions/,
  },
  {
    name: 'the name of an application',
    lines: { 19: '  applications: ["Mailbox migration"]' },
    code: 'indicator-misplaced',
    line: 19,
    fix: /Look up the id/,
  },
  {
    name: 'a private address',
    lines: { 20: '  addresses: ["10.1.2.3"]' },
    code: 'indicator-without-effect',
    line: 20,
    fix: /Find the address that the log shows/,
  },
  {
    name: 'the whole internet',
    lines: { 20: '  addresses: ["0.0.0.0/0"]' },
    code: 'indicator-too-wide',
    line: 20,
    fix: /List the addresses that were seen/,
  },
  {
    name: 'a mail address under addresses',
    lines: { 20: '  addresses: [ada@lamp.example]' },
    code: 'refusal',
    line: 20,
    fix: /it is a mail address/,
  },
  {
    name: 'covers of another year',
    lines: { 15: '    covers: { mailboxes: all, from: 2010-09-08T00:00:00Z, to: 2010-10-22T00:00:00Z }' },
    code: 'covers-outside-window',
    line: 15,
    fix: /Correct the dates/,
  },
  {
    name: 'covers long before the first record',
    lines: { 15: '    covers: { mailboxes: all, from: 2001-08-01T00:00:00Z, to: 2001-10-22T00:00:00Z }' },
    code: 'covers-beyond-records',
    line: 15,
    fix: /Export the log again for the whole time/,
  },
  {
    name: 'covers long after the last record',
    lines: { 15: '    covers: { mailboxes: all, from: 2001-09-08T00:00:00Z, to: 2001-12-01T00:00:00Z }' },
    code: 'covers-beyond-records',
    line: 15,
    fix: /what the export was asked for/,
  },
  {
    name: 'a log searched by user',
    files: {
      'log.jsonl': `${LOG}${record(6, '10-18', { SessionId: '5b1d0c52-0000-4000-8000-00000000000a' })}`.replace(
        '"UserId":"bo@',
        '"UserId":"ada@',
      ),
    },
    code: 'covers-one-user',
    line: 15,
    fix: /Search by operation/,
  },
  {
    name: 'covers of an address',
    lines: {
      15: '    covers: { mailboxes: [ada@lamp.example], from: 2001-09-08T00:00:00Z, to: 2001-10-22T00:00:00Z }',
    },
    code: 'refusal',
    line: 15,
    fix: /it is the address of ada: write that/,
  },
  {
    name: 'covers that ends before it begins',
    lines: { 15: '    covers: { mailboxes: all, from: 2001-10-22T00:00:00Z, to: 2001-09-08T00:00:00Z }' },
    code: 'refusal',
    line: 15,
    fix: /swap from and to/,
  },
  {
    name: 'a declared gap of another year',
    lines: {
      22: 'coverage: [ { mailbox: bo, kind: unlicensed, from: 2011-09-01T00:00:00Z, to: 2011-10-01T00:00:00Z } ]',
    },
    code: 'covers-outside-window',
    line: 22,
    fix: /Correct its times/,
  },
  {
    name: 'a window of another year',
    lines: { 3: 'window: { start: 2002-09-10T00:00:00Z, contained: 2002-10-20T00:00:00Z }' },
    code: 'log-outside-window',
    line: 14,
    fix: /Correct the window/,
  },
  {
    name: 'a window that ends before it starts',
    lines: { 3: 'window: { start: 2001-10-20T00:00:00Z, contained: 2001-09-10T00:00:00Z }' },
    code: 'refusal',
    line: 3,
    fix: /swap the two/,
  },
  {
    name: 'no log',
    lines: { 13: '', 14: '', 15: '' },
    code: 'log-missing',
    line: '1, access',
    fix: /List the exports of the audit log/,
  },
  {
    name: 'a log given as mailbox',
    lines: { 12: '    evidence: log.jsonl' },
    code: 'wrong-place',
    line: 12,
    fix: /Name it under `access`/,
  },
  {
    name: 'a folder of logs given as mailbox',
    lines: { 12: '    evidence: logs' },
    files: { 'logs/1.jsonl': LOG },
    code: 'wrong-place',
    line: 12,
    fix: /logs\/1\.jsonl is an audit log/,
  },
  {
    name: 'a mailbox given as log',
    lines: { 14: '  - file: mail/bo.mbox' },
    code: 'wrong-place',
    line: 14,
    fix: /List it as `evidence` of a mailbox/,
  },
  {
    name: 'a folder list given as log',
    lines: { 14: '  - file: folders.csv' },
    code: 'wrong-place',
    line: 14,
    fix: /List it as `folders`/,
  },
  {
    name: 'the directory given as log',
    lines: { 14: '  - file: directory.csv' },
    code: 'wrong-place',
    line: 14,
    fix: /List it as `directory`/,
  },
  {
    name: 'a log given as folder list',
    lines: { 9: '    folders: log.jsonl' },
    code: 'folder-list',
    line: 9,
    fix: /Get-MailboxFolderStatistics/,
  },
  {
    name: 'a folder list given as directory',
    lines: { 22: 'directory: folders.csv' },
    code: 'wrong-place',
    line: 22,
    fix: /directory-csv\.md/,
  },
  {
    name: 'a sign-in log',
    lines: { 14: '  - file: signins.json' },
    files: { 'signins.json': signIns },
    code: 'foreign-log',
    line: 14,
    fix: /Remove it from `access`. `candor leads --logs FILE` shows which of its sessions and addresses to decide/,
  },
  {
    name: 'a list of Message-IDs',
    lines: { 14: '  - file: ids.csv' },
    files: { 'ids.csv': 'Timestamp,User,IPaddress,SessionID,InternetMessageId,SizeInBytes\nx,a,b,c,d,1\n' },
    code: 'foreign-access-log',
    line: 14,
    fix: /Export the audit records themselves/,
  },
  {
    name: 'a zip of logs',
    lines: { 14: '  - file: logs.zip' },
    files: { 'logs.zip': 'PK\u0003\u0004zip' },
    code: 'access-container-unknown',
    line: 14,
    fix: /Unpack it/,
  },
  {
    name: 'an empty log',
    lines: { 14: '  - file: empty.jsonl' },
    files: { 'empty.jsonl': '' },
    code: 'access-container-unknown',
    line: 14,
    fix: /Export it again/,
  },
  {
    name: 'an empty mailbox',
    files: { 'mail/bo.mbox': '' },
    code: 'mailbox-empty',
    line: 12,
    fix: /Was it copied whole/,
  },
  {
    name: 'a log of other mailboxes',
    lines: { 6: '    address: ida@lamp.example', 8: '    guid: 11111111-2222-4333-8444-555555555555' },
    files: { 'log.jsonl': LOG.replaceAll('ada@', 'eve@').replaceAll('bo@', 'eve@') },
    code: 'log-of-others',
    line: 14,
    fix: /Compare addresses and GUIDs/,
  },
  {
    name: 'a mailbox inside another',
    lines: { 7: '    evidence: mail' },
    code: 'evidence-nested',
    line: 12,
    fix: /List a separate folder for each mailbox/,
  },
  {
    name: 'one address of two mailboxes',
    lines: { 11: '    address: ada@lamp.example' },
    code: 'refusal',
    line: 11,
    fix: /add `kind: archive`/,
  },
  {
    name: 'an archive without a GUID',
    lines: { 11: '    address: ada@lamp.example\n    kind: archive' },
    code: 'archive-without-guid',
    line: 11,
    fix: /Add its ArchiveGuid/,
  },
  {
    name: 'a mailbox at a foreign domain',
    lines: { 11: '    address: bo@quay.example' },
    code: 'mailbox-foreign',
    line: 11,
    fix: /Add the domain there/,
  },
  {
    name: 'a number of mailboxes in words',
    lines: { 2: 'organization: { name: "Lamp Works", domains: [lamp.example], mailboxes: forty }' },
    code: 'refusal',
    line: 2,
    fix: /must be a whole number/,
  },
  {
    name: 'a reach of nobody',
    lines: { 21: '  reach: [ { mailbox: adda, by: credentials } ]' },
    code: 'refusal',
    line: 21,
    fix: /not a custodian/,
  },
  {
    name: 'an unknown key without a value',
    lines: { 22: 'directory: directory.csv\npolcy:' },
    code: 'refusal',
    line: 23,
    fix: /did you mean "policy"/,
  },
];

/** The incident file of a mistake, or the one without any. */
export function toText(lines: Readonly<Record<number, string>> = {}): string {
  return LINES.map((line, at) => lines[at + 1] ?? line).join('\n');
}
