import { formatTime } from '@candor/core/base';
import type { SuffixRules } from '@candor/core/impact/reference';
import {
  isProvableDomain,
  isToken,
  judgeDomainProof,
  judgeZone,
  TOKEN_LIFE_SECONDS,
} from '@candor/core/review/enrollment';
import { toFingerprint } from '@candor/core/review/seal';
import { readImpactReference } from '../../adapters/files/reference-files.ts';
import { now } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { Store } from '../../adapters/store/store.ts';
import { type DnsClient, requireResolvers } from '../../notice/gate/index.ts';
import { loadDisclosure } from '../../notice/index.ts';
import { keepProof } from '../../notice/store/enquiry-store.ts';
import { describeProofOutcome, domainWarningWords, observeZone } from '../../review/enrollment/index.ts';
import { readAskedEnquiries, type WaitingEnquiry } from '../../review/index.ts';
import { openProber } from './check-enrollments.ts';

export interface CheckedEnquiry {
  readonly id: number;
  readonly domain: string;
  readonly state: 'asked' | 'open' | 'refused';
  readonly proof: string;
}

type Judged = Pick<CheckedEnquiry, 'state' | 'proof'>;

/** Enquiries that are asked about at once. Anybody may send them, so there may be many. */
const concurrent = 16;

/**
 * Looks at the proof of every enquiry that came by the portal. What is proved is open, and is answered like any other.
 */
export async function checkEnquiries({ store }: StateFolder): Promise<readonly CheckedEnquiry[]> {
  const { notice } = await loadDisclosure(store);
  requireResolvers(notice);
  const rules = readImpactReference().suffixRules;
  const prober = openProber(notice);
  const checked: CheckedEnquiry[] = [];
  try {
    const waiting = await readAskedEnquiries(store, 'asked');
    for (let from = 0; from < waiting.length; from += concurrent) {
      const at = now();
      const batch = waiting.slice(from, from + concurrent);
      const judged = await Promise.all(batch.map((enquiry) => judge(prober, rules, enquiry, at)));
      for (const [index, enquiry] of batch.entries()) checked.push(await keep(store, enquiry, judged[index], at));
    }
  } finally {
    prober.close();
  }
  return checked;
}

async function keep(
  store: Store,
  { id, document: { domain } }: WaitingEnquiry,
  judged: Judged | undefined,
  at: number,
): Promise<CheckedEnquiry> {
  if (judged === undefined) throw new Error('every enquiry of a batch is judged');
  const proof = `${judged.proof} (${formatTime(at)})`;
  await keepProof(store, id, judged.state, proof);
  return { id, domain, state: judged.state, proof };
}

async function judge(
  asker: DnsClient,
  rules: SuffixRules,
  { asked: { token, firstSeen }, document: { domain, key } }: WaitingEnquiry,
  at: number,
): Promise<Judged> {
  const words = (
    outcome: Parameters<typeof describeProofOutcome>[0]['outcome'],
    zone: { unanswered: string | null } | null,
  ) =>
    describeProofOutcome({
      outcome,
      zone: zone === null ? null : { validated: false, warnings: [], resolvers: 0, ...zone },
    });
  if (token === null || !isToken(token) || at - firstSeen > TOKEN_LIFE_SECONDS)
    return { state: 'refused', proof: words('expired', null) };
  if (!isProvableDomain(domain, rules)) return { state: 'refused', proof: words('scope', null) };
  const zone = judgeZone(await observeZone(asker, domain));
  if (zone.records === null) return { state: 'asked', proof: words('unanswered', { unanswered: zone.unanswered }) };
  const fingerprint = toFingerprint(createNodeRuntime(), key);
  const judged = judgeDomainProof(zone.records, { token, fingerprint, firstSeen }, at);
  if (judged !== 'proved') return { state: 'asked', proof: words(judged, null) };
  const signed = zone.validated ? 'the zone is signed and was validated' : 'the zone is not signed';
  const warned = zone.warnings.map((warning) => domainWarningWords[warning]);
  return { state: 'open', proof: [`DNS holds the challenge of ${fingerprint}; ${signed}`, ...warned].join('; ') };
}
