import { createHash } from 'node:crypto';
import { CUSTODIANS, personOf } from './cast.ts';
import { HOTEL_ADDRESS, LEGAL_SESSION, MIGRATION_APP, STOLEN_COOKIE_SESSION, STOLEN_TOKEN } from './intruder.ts';

const COVERED = 'from: 2001-09-01T00:00:00Z, to: 2001-11-01T00:00:00Z';

/** A day after the end of what they cover: records come late. */
const EXPORTED = '2001-11-02T08:00:00Z';

/** The incident file. `packed` is the mailbox whose digest was written down when it was collected. */
export function toIncidentYaml(packed: Uint8Array): string {
  const mailboxes = CUSTODIANS.flatMap((custodian) => {
    const own = [custodian.ownAddress, ...(custodian.name === 'lindqvist-s' ? [HOTEL_ADDRESS] : [])];
    const acquired = custodian.name === 'brandt-j' ? [toAcquired(packed)] : [];
    return [
      `  - custodian: ${custodian.name}`,
      `    address: ${personOf(custodian.person).address}`,
      `    guid: ${custodian.guid}`,
      `    evidence: ${custodian.evidence}`,
      `    folders: folders/${custodian.name}.csv`,
      `    addresses: [${own.map((address) => `"${address}"`).join(', ')}]`,
      ...acquired,
    ];
  });
  return `# Harbor Energy is invented, and so is everybody in it. The story is in README.md.
incident: harbor-2001
organization:
  name: Harbor Energy
  domains: [harbor.example, harbor-trading.example]
  addresses: ["192.0.2.0/24"]   # the offices
# The application was taken over on 10 September and removed on 20 October at 00:00 UTC.
window: { start: 2001-09-10T00:00:00Z, contained: 2001-10-20T00:00:00Z }
mailboxes:
${mailboxes.join('\n')}
access:
  - file: audit/management-api.jsonl
    exported: ${EXPORTED}
    covers: { mailboxes: [okafor-a], ${COVERED} }
  - file: audit/lindqvist-s.search.csv
    exported: ${EXPORTED}
    covers: { mailboxes: [lindqvist-s], ${COVERED} }
  - file: audit/moreau-c.purview.csv
    exported: ${EXPORTED}
    covers: { mailboxes: [moreau-c], ${COVERED} }
  - file: audit/brandt-j.office-activity.json.gz
    exported: ${EXPORTED}
    covers: { mailboxes: [brandt-j], ${COVERED} }
  - file: audit/tanaka-y.cloud-app-events.jsonl
    exported: ${EXPORTED}
    covers: { mailboxes: [tanaka-y], ${COVERED} }
  - file: audit/costa-r.graph-query.json
    exported: ${EXPORTED}
    covers: { mailboxes: [costa-r], ${COVERED} }
  # Exported again on the day of the fraud, by hand; one row was damaged.
  - file: audit/brandt-j.hunt.csv
    exported: 2001-10-11T16:00:00Z
    covers: { mailboxes: [brandt-j], from: 2001-10-08T00:00:00Z, to: 2001-10-09T12:00:00Z }
  # Searched by application and by gateway: says what was found, asserts nothing.
  - file: audit/application.convertto.json
  - file: audit/imap-gateway.csv
coverage:
  - mailbox: costa-r
    kind: unlicensed
    from: 2001-09-01T00:00:00Z
    to: 2001-10-01T00:00:00Z
    source: licence report of 22 October
intruder:
  sessions:
    - ${STOLEN_COOKIE_SESSION}   # the cookie of Adaeze Okafor
    - ${LEGAL_SESSION}   # opened with the password of Camille Moreau
  tokens: [ "${STOLEN_TOKEN}" ]
  applications: [ ${MIGRATION_APP} ]   # "Mailbox migration", 1999
  addresses: ["198.51.100.0/26"]
  reach:
    # Until it was removed.
    - { mailbox: all, by: application, to: 2001-10-20T00:00:00Z }
policy: { sync: mailbox, gaps: presumed }
directory: directory.csv
# Customers write why they cannot pay: what they say of their health is counted too.
findings: { sensitive: true }
# Words and people of the response: whoever looked for these looked for what Harbor knew.
interest:
  words: ["test tenant", "web mail gateway", intrusion]
  addresses: [sven.lindqvist@harbor.example]
`;
}

function toAcquired(packed: Uint8Array): string {
  const sha256 = createHash('sha256').update(packed).digest('hex');
  return `    acquired: { by: Help desk, at: 2001-10-22T09:00:00Z, tool: mailbox export 3, sha256: ${sha256} }`;
}
