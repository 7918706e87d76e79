import { toManagementApi, toSearchCsv } from '../audit/containers.ts';
import type { CorpusFiles } from '../files.ts';
import { ATTRIBUTION_MAILBOX, ATTRIBUTION_RECORDS, ATTRIBUTION_SPECIMENS } from './attribution.ts';
import {
  BIND_MAILBOXES,
  BIND_RECORDS,
  BIND_SPECIMENS,
  SYNC_MAILBOXES,
  SYNC_RECORDS,
  toSyncSpecimens,
} from './binds.ts';
import { CONTENT_MAILBOXES, CONTENT_RECORDS, CONTENT_SPECIMENS } from './content.ts';
import { putFolderPolicy } from './folder-policy.ts';
import { GAP_DECLARATIONS, GAP_MAILBOXES, GAP_REACH, GAP_RECORDS, GAP_SPECIMENS, TRUNCATED_RECORDS } from './gaps.ts';
import { PARTY_DIRECTORY, PARTY_MAILBOX, PARTY_SPECIMENS } from './parties.ts';
import { putRuleIncident } from './put-rule-incident.ts';
import type { RuleIncident } from './specimen.ts';

const WHOLE = 'from: 2001-09-01T00:00:00Z, to: 2001-11-01T00:00:00Z';

const MAILBOXES = [
  ...[ATTRIBUTION_MAILBOX],
  ...BIND_MAILBOXES,
  ...SYNC_MAILBOXES,
  ...CONTENT_MAILBOXES,
  ...GAP_MAILBOXES,
  PARTY_MAILBOX,
];

const INTRODUCTION = `Each rule of the exposure stage has a copy of its own; the mailbox, the file name and the record id identify the rule.
Folder ids, record ids and sessions are words instead of numbers, so that people can read the files. The record ids below are in
\`audit/main.jsonl\`. A copy that falls into the gap of a mailbox \`gap-…\` is exposed because the intruder had the credentials.
The records of a row are those that its reasons cite. No reason cites A8, A9 and A11; their records have the name of the copy.
Three Bind ids, one deleted mail, a folder, a mailbox that was not supplied, and three addresses stay unresolved.
Rules that depend on the policy are in \`../rules-folder-policy\`.`;

const RULES: RuleIncident = {
  name: 'rules',
  title: 'rules: one copy for each rule',
  introduction: INTRODUCTION,
  mailboxes: MAILBOXES,
  specimens: [
    ...ATTRIBUTION_SPECIMENS,
    ...BIND_SPECIMENS,
    ...toSyncSpecimens('S5 `sync-mailbox`'),
    ...CONTENT_SPECIMENS,
    ...GAP_SPECIMENS,
    ...PARTY_SPECIMENS,
  ],
  audit: {
    'main.jsonl': toManagementApi([
      ...ATTRIBUTION_RECORDS,
      ...BIND_RECORDS,
      ...SYNC_RECORDS,
      ...CONTENT_RECORDS,
      ...GAP_RECORDS,
    ]),
    'truncated.csv': toSearchCsv(TRUNCATED_RECORDS).replaceAll('"5","a1"', '"12","a1"'),
    'unreadable.jsonl': `${toManagementApi(TRUNCATED_RECORDS.slice(0, 1))}{"CreationTime":"2001-09-20T00:00:00","Operation":"MailItemsAcc\n`,
  },
  rest: toRest(),
  directory: PARTY_DIRECTORY,
};

function toRest(): string {
  const logged = MAILBOXES.map(({ custodian }) => custodian).filter((custodian) => custodian !== 'gap-unasserted');
  return `access:
  - file: audit/main.jsonl
    covers: { mailboxes: [${logged.join(', ')}], ${WHOLE} }
  - file: audit/truncated.csv
    covers: { mailboxes: [gap-truncated], from: 2001-09-10T00:00:00Z, to: 2001-09-20T00:00:00Z }
  - file: audit/unreadable.jsonl
    covers: { mailboxes: [gap-unreadable], from: 2001-09-10T00:00:00Z, to: 2001-09-20T00:00:00Z }
coverage:
${GAP_DECLARATIONS.map((row) => `  - ${row}`).join('\n')}
intruder:
  sessions: [session-intruder, session-stolen-cookie]
  tokens: [Token-Intruder]
  applications: [app-intruder]
  addresses: ["198.51.100.0/26", "40.96.7.0/24"]
  reach:
${GAP_REACH.map((row) => `    - ${row}`).join('\n')}
policy: { sync: mailbox, gaps: presumed }
directory: directory.csv
`;
}

export function putRules(files: CorpusFiles): void {
  putRuleIncident(files, RULES);
  putFolderPolicy(files);
}
