import { type Removal, removeFrom } from './removal.ts';

const pulling = 'lab/test/review/portal-pull.test.ts';
const client = removeFrom('portal', 'lab/src/adapters/portal.ts', 'lab/test/adapters/portal.test.ts');
const requests = removeFrom('portal', 'lab/src/review/portal/take-requests.ts', pulling);
const placing = removeFrom('portal', 'lab/src/review/portal/place-enrollments.ts', pulling);

/** What the lab believes of a portal, and what it says to it (docs/formats/portal-api.md, access-record.md, proof.md). */
export const portalRemovals: readonly Removal[] = [
  client('places-rise', 'if (!isRising) throw', 'if (false) throw'),
  client('length-of-answers', 'if (length > LONGEST_REPLY_BYTES) throw', 'if (false) throw'),
  requests(
    'enrollment-signature',
    'if ((await verifyEnrollment(primitives, { document, signature })) === null) return null;',
    '',
  ),
  requests(
    'request-signature',
    'if ((await verifyRequest(primitives, { document, signature }, reviewer.key.sign)) === null) continue;',
    '',
  ),
  requests('own-party', 'if (places.toCurrent(reviewer.party) !== party) continue;', ''),
  requests('own-incident', ' || asked.incident !== incident', ''),
  requests('who-may-ask', "return role === 'nominator' || asked.reviewer === fingerprint;", 'return true;'),
  requests('another-boot', 'mark?.boot === portal.boot ? mark.place : 0', 'mark?.place ?? 0'),
  placing('code-of-the-notice', ' === proof.code) return issued', ' !== proof.code) return issued'),
  placing('code-of-the-domain', 'if (isFor && ', 'if ('),
];
