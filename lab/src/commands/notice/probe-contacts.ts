import { toCanonicalJson } from '@candor/core/base';
import type { Contact } from '@candor/core/impact/party';
import { readSecurityTxt } from '@candor/core/notice/contact';
import { readResolverAddress } from '../../adapters/net/dns.ts';
import { Prober } from '../../adapters/net/prober.ts';
import { now } from '../../adapters/process/clock.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { readParties } from '../../impact/store/party-store.ts';
import { requireResolvers } from '../../notice/gate/index.ts';
import { loadDisclosure } from '../../notice/index.ts';
import { findPossibleIntruders } from '../../notice/party/index.ts';
import { replaceObserved } from '../../notice/store/contact-store.ts';
import { findParty } from '../impact/list-parties.ts';
import { requireLastVersion } from '../open-version.ts';

/** Domains of one party that are asked; one with more is reached through its first ones. */
const DOMAIN_LIMIT = 10;
/** Domains that are asked at once. */
const CONCURRENT = 8;

export interface ProbedDomain {
  readonly party: string;
  readonly domain: string;
  /** `found`, or why there are no contacts; a fault is no "none". */
  readonly outcome: 'found' | 'none' | 'expired' | 'refused' | 'fault';
  readonly contacts: readonly Contact[];
  readonly text: string;
}

/**
 * Fetches security.txt of parties' domains through the prober, and stores the named addresses for the ladder. Earlier
 * results stay if a fetch fails. It reveals to those domains that somebody asked, so only on request.
 * @throws Refusal without resolvers, or for an unknown party.
 */
export async function probeContacts(
  state: StateFolder,
  only: readonly string[] | null,
): Promise<readonly ProbedDomain[]> {
  const { store } = state;
  const { notice, incident } = await loadDisclosure(store);
  requireResolvers(notice);
  const last = await requireLastVersion(state);
  const all = await readParties(store, last.version);
  const parties = only === null ? all : only.map((name) => findParty(all, name));
  // A possible intruder is not contacted unless somebody names it.
  const traced = only === null ? await findPossibleIntruders(store, last) : new Map();
  const targets = parties
    .filter(({ party, kind }) => kind === 'organization' && !traced.has(party))
    .flatMap(({ party, domains }) => domains.slice(0, DOMAIN_LIMIT).map((domain) => ({ party, domain })))
    .filter(({ domain }) => !incident.organization.domains.includes(domain));
  const resolvers = notice.resolvers.flatMap((text) => readResolverAddress(text) ?? []);
  const prober = new Prober({ resolvers, loopback: null });
  const probed: ProbedDomain[] = [];
  try {
    for (let from = 0; from < targets.length; from += CONCURRENT) {
      const batch = targets.slice(from, from + CONCURRENT);
      probed.push(...(await Promise.all(batch.map((target) => probe(prober, target)))));
    }
  } finally {
    prober.close();
  }
  await store.transaction(async () => {
    for (const { party, domain, outcome, contacts, text } of probed) {
      if (outcome === 'fault') continue;
      const source = `security-txt ${domain}`;
      const observed = toCanonicalJson({ domain, url: text, at: now() });
      await replaceObserved(store, party, { source, observed, contacts, at: now() });
    }
  });
  return probed;
}

async function probe(
  prober: Prober,
  target: { readonly party: string; readonly domain: string },
): Promise<ProbedDomain> {
  const found = await prober.fetchSecurityTxt(target.domain);
  if (found.is !== 'text') return { ...target, outcome: found.is, contacts: [], text: found.text };
  const file = readSecurityTxt(found.text);
  if (file === null) return { ...target, outcome: 'none', contacts: [], text: 'it names no mail address' };
  if (file.expires !== null && file.expires < now())
    return { ...target, outcome: 'expired', contacts: [], text: 'it states that it has expired' };
  return { ...target, outcome: 'found', contacts: file.contacts, text: found.url };
}
