import { toManagementApi } from '../audit/containers.ts';
import { sync } from '../audit/record.ts';
import type { CorpusFiles } from '../files.ts';
import { putRuleIncident } from '../rules/put-rule-incident.ts';
import { ARRIVAL, ARRIVAL_FILES } from './arrival.ts';
import { ATTRIBUTION } from './attribution.ts';
import { act, type Cases, OWNER, recorded } from './cast.ts';
import { COVERAGE, COVERAGE_FILES, COVERED_DAYS } from './coverage.ts';
import { FORWARDING } from './forwarding.ts';
import { MAILBOX_NAMES } from './names.ts';
import { putOrganization } from './organization.ts';
import { REACH } from './reach.ts';
import { putTenant } from './tenant.ts';
import { VERDICTS } from './verdicts.ts';

const PAGES: readonly Cases[] = [ARRIVAL, ATTRIBUTION, REACH, COVERAGE, VERDICTS, FORWARDING, MAILBOX_NAMES];
const MAILBOXES = PAGES.flatMap(({ mailboxes }) => mailboxes);
const SPECIMENS = PAGES.flatMap(({ specimens }) => specimens);

/** Mailboxes whose page says itself what the owner did: nothing at all in `not-recorded`. */
const OWN_RECORDS = new Set(
  [
    ...REACH.records,
    ...COVERAGE.records,
    ...VERDICTS.records,
    ...FORWARDING.records,
    ...MAILBOX_NAMES.records,
    ...ATTRIBUTION.records,
  ].map(({ Id }) => Id),
);
const BASELINE = MAILBOXES.map(({ custodian }) => custodian)
  .filter((custodian) => custodian !== 'not-recorded' && !OWN_RECORDS.has(`owner-${custodian}`))
  .map((custodian) => recorded(custodian));
/** The log goes on to its end: else \`covers\` would claim more than there is. */
const LAST = sync({ ...act('owner-last', 'arrival', OWNER, '2001-10-30T08:00:00Z'), folder: null });

const INTRODUCTION = `Every change of the rules 2026-12 against 2026-11 has copies of its own. A row begins with the rule that changed; the mailbox,
the file name and the record id identify the case. The records of a row are those that its reasons cite.
The expected results were counted by hand from the rules, not by running the product.
Records that affect every mailbox are in \`../rules-2026-12-tenant\` and \`../rules-2026-12-organization\`; exports of all mailboxes and the policy \`sync: folder\` in
\`../rules-2026-12-policy\`.

Changes that no copy can show:

| change | where it shows |
|---|---|
| figures | \`firstActivity\` 2001-09-20T10:00:00Z and \`lastActivity\` 2001-10-26T10:00:00Z (a sign-in); \`firstAccess\` 2001-09-20T10:00:00Z and \`lastAccess\` 2001-10-25T09:00:00Z |
| A3, A5, A7, A8b | the labels of \`a3-owner\`, \`a5-after-window\`, \`a7-neighbour\`, \`a8b-other-user\` in \`expected/records.jsonl\` |
| session-at-several-addresses | problem: \`session-intruder\` at 198.51.100.150 and 203.0.113.98; 203.0.113.63 is an owner's |
| guid-unknown | problem: the GUID of \`unknown-guid\` |
| covers-beyond-records | problem: \`audit/unreadable-list.jsonl\`, \`audit/unreadable-send.jsonl\` |
| covers-one-user | problem: \`audit/truncated-twice.csv\`, whose five records are all by the owner |
| mailbox | \`not-supplied\` in \`../rules-2026-12-tenant\`: somebody else |`;

export function putRules202612(files: CorpusFiles): void {
  const records = [...PAGES.flatMap((page) => page.records), ...BASELINE, LAST];
  const logged = MAILBOXES.map(({ custodian }) => custodian).filter((custodian) => custodian !== 'instant');
  putRuleIncident(files, {
    name: 'rules-2026-12',
    title: 'rules-2026-12: one case for each change of the rules',
    introduction: INTRODUCTION,
    mailboxes: MAILBOXES,
    specimens: SPECIMENS,
    files: ARRIVAL_FILES,
    audit: { 'main.jsonl': toManagementApi(records), ...COVERAGE_FILES },
    rest: toRest(logged),
    directory: null,
  });
  putTenant(files);
  putOrganization(files);
}

function toRest(logged: readonly string[]): string {
  const lines = (rows: readonly string[]): string => rows.map((row) => `  - ${row}`).join('\n');
  return `access:
  - file: audit/main.jsonl
    covers: { mailboxes: [${logged.join(', ')}], from: 2001-09-01T00:00:00Z, to: 2001-11-01T00:00:00Z }
  - file: audit/owner-of-instant.jsonl
    covers: { mailboxes: [instant], from: 2001-09-01T00:00:00Z, to: 2001-10-01T00:00:00Z }
  - file: audit/unreadable-list.jsonl
    covers: { mailboxes: [unreadable-list], ${COVERED_DAYS} }
  - file: audit/unreadable-send.jsonl
    covers: { mailboxes: [unreadable-send], ${COVERED_DAYS} }
  - file: audit/truncated-twice.csv
    covers: { mailboxes: [truncated-twice], ${COVERED_DAYS} }
coverage:
${lines(PAGES.flatMap(({ coverage = [] }) => coverage))}
intruder:
  sessions: [session-intruder]
  applications: [app-intruder]
  addresses: ["198.51.100.0/26", "203.0.113.62"]
  reach:
${PAGES.flatMap(({ reach = [] }) => reach)
  .map((row) => `    - ${row}`)
  .join('\n')}
policy: { sync: mailbox, gaps: presumed }
`;
}
