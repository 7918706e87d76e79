import { writeFileSync } from 'node:fs';
import { INTRUDER_SESSION, MAILBOX_GUID, OWNER, OWNER_ADDRESS } from './audit-corpus.ts';
import { OWN_DOMAIN } from './vocabulary.ts';

/**
 * An incident file over generated evidence. `audit` is null where only mail is to be read. Without `owners` nobody says
 * which addresses are the owner's, and what the owner did is ambiguous. An address of the organization would not do:
 * the intruder uses the owner's account all the time (A8a).
 */
export function writeBenchIncident(path: string, mail: string, audit: string | null, owners: boolean): void {
  const access =
    audit === null
      ? 'access: []\n'
      : `access:\n  - file: ${audit}\n    covers: { mailboxes: all, from: 2024-01-01T00:00:00Z, to: 2025-12-31T00:00:00Z }\n`;
  writeFileSync(
    path,
    `incident: bench
organization:
  name: Brightwater Shipping
  domains: [${OWN_DOMAIN}]
window: { start: 2024-01-01T00:00:00Z, contained: 2025-12-31T00:00:00Z }
mailboxes:
  - custodian: abel-a
    address: ${OWNER}
    evidence: ${mail}
    guid: ${MAILBOX_GUID}
${owners ? `    addresses: [${OWNER_ADDRESS}]\n` : ''}${access}intruder:
  sessions: [${INTRUDER_SESSION}]
policy: { sync: mailbox, gaps: presumed }
`,
  );
}
