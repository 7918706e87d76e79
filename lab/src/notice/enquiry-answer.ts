import { advise, formatAmount, hint, type Instant, Refusal } from '@candor/core/base';
import { findDomainParty } from '@candor/core/impact';
import { applyCuration } from '@candor/core/impact/curation';
import { findHold } from '@candor/core/notice/contact';
import { compareFigures, mustNotify } from '@candor/core/notice/wave';
import type { Store } from '../adapters/store/store.ts';
import { listReached } from '../exposure/index.ts';
import type { StoredVersion } from '../exposure/store/version-store.ts';
import { readImpactInputs } from '../impact/index.ts';
import { readCuration } from '../impact/store/curation-store.ts';
import { readInherited } from './contacts/left-contacts.ts';
import { loadIncidentNow } from './disclosure.ts';
import { readVersionFacts } from './gaps.ts';
import { hasNoMessages, nameParties } from './party/notified-party.ts';
import { type NoticeParty, readPartiesNow } from './party/parties-now.ts';
import { applyHoldsToSuccessors, isAddressAtDomain, listIds } from './party/successors.ts';
import type { EnquiryAnswer } from './store/enquiry-store.ts';
import { readHolds } from './store/hold-store.ts';
import type { NoticeSummary } from './store/wave-store.ts';
import { isSentNotice } from './superseded.ts';

/**
 * The answer from the newest exposure and the notices.
 * @throws Refusal when the domain's party is affected and was not notified of these figures yet: a notice comes first;
 * when a hold applies; and when others' mail at the domain is affected.
 */
export async function makeEnquiryAnswer(
  store: Store,
  version: StoredVersion,
  { id, domain }: { readonly id: number; readonly domain: string },
  { madeAt, now }: { readonly madeAt: string; readonly now: Instant },
): Promise<EnquiryAnswer> {
  const { incident } = await loadIncidentNow(store);
  const { gaps, reached } = readVersionFacts(version);
  const inputs = readImpactInputs(incident, version.inputs);
  const sources = { incident, version, inputs, reached: listReached(incident, reached) };
  const inherited = await readInherited(store, await readPartiesNow(store, sources));
  const { parties, sentNotices } = inherited;
  // A directory may distinguish several organizations at one registrable domain: nobody sees another one's notice.
  const own = findDomainParty({ incident, ...inputs, curation: applyCuration(await readCuration(store)) }, domain);
  // A domain's owner is not told what a person at it was: that person proves the mailbox.
  const owner = parties.find(({ party, kind }) => party === own && kind === 'organization');
  const concerned = owner !== undefined && mustNotify(owner, incident.policy.tell) ? owner : undefined;
  const ids = concerned === undefined ? [] : [concerned.party, ...concerned.mergedIds];
  const cleared = concerned === undefined ? owner : undefined;
  const gone =
    concerned === undefined
      ? (findOutdated(domain, cleared, sentNotices) ?? findGone(domain, own, parties, sentNotices))
      : null;
  const delays = (await readHolds(store)).filter(({ kind }) => kind === 'delay');
  const delay = findHold(
    applyHoldsToSuccessors(delays, inherited.findSuccessors),
    gone === null ? ids : [gone.party],
    now,
  );
  if (delay !== null)
    throw new Refusal('held-party', [
      advise`disclosure is delayed (delay ${delay.id}): no answer is signed before it ends; ${hint('delay.list')} shows who asked and until when`,
    ]);
  const notice = concerned === undefined ? gone : findTelling(domain, concerned, ids, sentNotices);
  if (notice === null) assertNothing(domain, parties, incident.policy.tell);
  return {
    v: 1,
    incident: incident.incident,
    enquiry: id,
    domain,
    answer: notice === null ? 'nothing' : 'notice',
    notice: notice?.id ?? null,
    exposure: { version: version.version, digest: version.digest },
    gaps: [...new Set(gaps.map(({ kind }) => kind))].sort(),
    at: madeAt,
  };
}

/**
 * What a party that needs no notification now was told, if that is not "nothing": that its mail is no longer in
 * evidence, or what still applies; null otherwise.
 * @throws Refusal when it was told more: a correction comes first.
 */
function findOutdated(
  domain: string,
  party: NoticeParty | undefined,
  sentNotices: readonly NoticeSummary[],
): NoticeSummary | null {
  if (party === undefined) return null;
  const notice = findNewest([party.party, ...party.mergedIds], sentNotices);
  if (notice?.state === 'withdrawn') throw toOtherFigures(domain, party.party, notice);
  if (notice === undefined || (hasNoMessages(notice.facts.figures) && notice.facts.isGone !== true)) return null;
  if (compareFigures(notice.facts.figures, party.figures) !== 'less') return notice;
  throw toOtherFigures(domain, party.party, notice);
}

/**
 * A party's last notice. After a withdrawal nothing before it applies either, except for reminders and updates, which
 * say nothing of their own.
 */
function findNewest(ids: readonly string[], sentNotices: readonly NoticeSummary[]): NoticeSummary | undefined {
  const own = sentNotices.filter((notice) => ids.includes(notice.party) && isSentNotice(notice));
  const given = own.findLast(({ isGuessed }) => !isGuessed);
  const isNews = ({ id, facts }: NoticeSummary) =>
    id > (given?.id ?? 0) && (facts.kind === 'supplement' || facts.kind === 'correction');
  // The proved owner gets what a given contact was told, unless only guessed ones were told more since.
  return given === undefined || own.some(isNews) ? own.at(-1) : given;
}

/** @throws Refusal when the party was not notified yet, or of other figures. */
function findTelling(
  domain: string,
  { party, figures }: NoticeParty,
  ids: readonly string[],
  sentNotices: readonly NoticeSummary[],
): NoticeSummary {
  const notice = findNewest(ids, sentNotices);
  if (notice?.state === 'approved' && compareFigures(notice.facts.figures, figures) === 'none') return notice;
  throw toOtherFigures(domain, party, notice);
}

function toOtherFigures(domain: string, party: string, notice: NoticeSummary | undefined): Refusal {
  const was =
    notice === undefined
      ? 'affected and its party was not notified yet'
      : notice.state === 'withdrawn'
        ? `of a party whose notice ${notice.id} was withdrawn`
        : `of a party that was notified of other figures (notice ${notice.id})`;
  return new Refusal('not-told', [
    `mail of ${domain} is ${was}; prepare a notice first: ${hint('notice.prepare', { wave: 'metadata', only: party }).command}`,
  ]);
}

/**
 * The notice that told the domain's party that its mail is no longer in evidence; null if nothing is missing. Missing
 * mail is not "nothing of this domain".
 * @throws Refusal when it was not told so yet, or only persons at the domain were.
 */
function findGone(
  domain: string,
  own: string | null,
  parties: readonly NoticeParty[],
  sentNotices: readonly NoticeSummary[],
): NoticeSummary | null {
  const present = listIds(parties);
  const newest = new Map(
    sentNotices.filter(({ party }) => !present.has(party)).map((notice) => [notice.party, notice] as const),
  );
  for (const notice of newest.values()) {
    const { party, facts } = notice;
    if (hasNoMessages(facts.figures) && facts.isGone !== true) continue;
    const isOwn = party === own && facts.party.kind === 'organization';
    if (isOwn && facts.isGone === true && notice.state === 'approved') return notice;
    if (!isOwn && !stoodFor(facts.party, domain)) continue;
    throw new Refusal('not-told', [
      `notice ${notice.id} notified ${party} of mail at ${domain} that is no longer in the evidence: "nothing" would be false. ${isOwn ? `Restore it, or prepare a correction first: ${hint('notice.prepare', { wave: 'correction' }).command}` : 'Restore it; otherwise no answer is signed'}`,
    ]);
  }
  return null;
}

/**
 * Whether an id that is gone was, or may have been, of a domain: that is the id itself, has the person's address, or
 * was written to under an id of a directory.
 */
function stoodFor({ id, kind, domains }: NoticeSummary['facts']['party'], domain: string): boolean {
  const isOf = (name: string) => domain === name || domain.endsWith(`.${name}`);
  if (kind === 'person') return isAddressAtDomain(id, domain);
  return domains.includes(id) ? isOf(id) : domains.some(isOf);
}

/**
 * For signing "nothing of this domain": the owner is not told of mail of persons, lists and other organizations at it,
 * but that is not nothing.
 * @throws Refusal.
 */
function assertNothing(domain: string, parties: readonly NoticeParty[], tell: 'undetermined' | 'possible'): void {
  const others = parties.filter(
    (party) =>
      mustNotify({ ...party, kind: 'organization' }, tell) &&
      party.affected.some((address) => isAddressAtDomain(address, domain)),
  );
  if (others.length === 0) return;
  throw new Refusal('others-concerned', [
    `mail of ${formatAmount(others.length, 'party', 'parties')} at ${domain} is affected (${nameParties(others)}), and the domain belongs to none of them: "nothing" would be false, and nobody learns about another's mail. An organization with a domain below this one must prove that domain and ask about it. If ${domain} itself belongs to one of them, say so in the directory, run again and prepare a notice; otherwise no answer is signed`,
  ]);
}
