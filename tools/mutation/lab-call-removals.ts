import { type Removal, removeFrom } from './removal.ts';

const pulling = 'lab/test/review/portal-pull.slow.test.ts';
const pushing = 'lab/test/review/portal-push.slow.test.ts';
const standing = 'lab/test/review/standing.test.ts';
const calling = 'lab/test/adapters/portal.test.ts';
const client = removeFrom('lab-call', 'lab/src/adapters/portal.ts', calling);
const caller = removeFrom('lab-call', 'lab/src/adapters/portal-caller.ts', calling);
const requests = removeFrom('lab-call', 'lab/src/review/portal/take-requests.ts', pulling);
const placing = removeFrom('lab-call', 'lab/src/review/portal/place-enrollments.ts', pulling);
const revoking = removeFrom('lab-call', 'lab/src/review/portal/apply-revocations.ts', pulling);
const access = removeFrom('lab-call', 'lab/src/review/portal/take-access.ts', pulling);
const heads = removeFrom('lab-call', 'lab/src/review/portal/log-heads.ts', pulling);
const settling = removeFrom('lab-call', 'lab/src/commands/review/settle-portal.ts', pulling);
const composing = removeFrom('lab-call', 'lab/src/review/portal/compose-standing.ts', standing);
const listing = removeFrom('lab-call', 'lab/src/review/portal/compose-standing.ts', pushing);
const saying = removeFrom('lab-call', 'lab/src/review/portal/publish-authorizations.ts', pushing);
const files = removeFrom('lab-call', 'lab/src/review/release-files.ts', pushing);
const place = removeFrom('lab-call', 'lab/src/review/portal/portal-place.ts', pushing);

/** What the lab believes of a portal, and what it says to it (docs/formats/{portal-api,access-record,proof}.md). */
export const labCallRemovals: readonly Removal[] = [
  client('places-rise', 'if (!isRising) throw', 'if (false) throw'),
  caller('length-of-answers', 'if (length > longestBytes) throw', 'if (false) throw'),
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
  placing('code-of-the-notice', '=== proof.code) return issued', '!== proof.code) return issued'),
  placing('code-of-the-domain', 'if (isFor && ', 'if ('),
  placing(
    'one-key-one-party',
    "if (same.some((one) => places.toCurrent(one.party) !== party)) return 'other-party';",
    '',
  ),
  placing('nobody-twice', "if (same.length > 0 && !isWidening) return 'already-enrolled';", ''),
  revoking('only-nominees-are-withdrawn', "return proof.startsWith('nomination ');", 'return true;'),
  access('portal-put-back', 'const isBack = mark !== null && !isAt(means, mark, page[0]);', 'const isBack = false;'),
  access('a-break-is-told', "kind: 'access-break', party,", "kind: 'portal-back', party,"),
  access('known-records', 'if (await hasAccess(store, hash)) continue;', ''),
  heads('every-head', 'if (heads.every(({ number, logged }) => number === logged)) return null;', 'return null;'),
  settling('said-in-the-log', '`chain ${need.party} ${number - 1} ${previous}`', "'chain'"),
  composing('only-approved', "filter(({ state }) => state === 'approved');", 'filter(() => true);'),
  composing('refused-makes-room', ' && at - (decidedAt ?? 0) < refusedSeconds', ''),
  composing('one-key-one-person', 'return !isDoubled;', 'return true;'),
  listing(
    'no-key-for-who-reads-no-more',
    'manifest.grants.every(({ reviewer }) => reading.has(reviewer))',
    'manifest.grants.length > 0',
  ),
  saying('restarted-portal-is-told', 'before.boot === portal.boot && ', ''),
  saying(
    'put-back-lab',
    "if (!(cause instanceof Refusal) || cause.code !== 'portal-conflict') throw cause;",
    'throw cause;',
  ),
  files('altered-object', 'found.length === size && sha256Hex(found) === digest', 'found !== undefined'),
  place('other-incident', 'if (portal.incident !== incident.incident)', 'if (false)'),
];
