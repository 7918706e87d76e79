import { formatAmount, formatInstant, type Json, Refusal, toCanonicalJson } from '@candor/core/base';
import { readEnvelopeAddress, readMailDomain } from '@candor/core/evidence';
import { applyCuration, findDomainParty } from '@candor/core/impact';
import { type Approval, isToBeTold } from '@candor/core/notice';
import { now } from '../../adapters/clock.ts';
import { nodeCryptography } from '../../adapters/cryptography.ts';
import { createNodeRuntime } from '../../adapters/runtime.ts';
import { openStateForReading, type StateFolder } from '../../adapters/state-folder.ts';
import type { StoredVersion } from '../../exposure/exposure-store.ts';
import { readCuration } from '../../impact/curation-store.ts';
import { readImpactInputs } from '../../impact/impact-inputs.ts';
import { type ApprovalResult, approve, listApprovals } from '../../notice/approval-store.ts';
import { assertNotOwn, findOperator, openApprover, type SigningOrder } from '../../notice/approver.ts';
import { assertCooledOff } from '../../notice/cool-off.ts';
import { loadIncidentNow } from '../../notice/disclosure.ts';
import { readVersionFacts } from '../../notice/gaps.ts';
import { inheritTellings } from '../../notice/inherit-tellings.ts';
import { listReached, type NoticeParty, readPartiesNow } from '../../notice/parties-now.ts';
import { requireStanding } from '../../notice/standing.ts';
import { listTold, requireNotice } from '../../notice/wave-store.ts';
import { inState } from '../acting.ts';
import { assertAsJudged } from '../exposure/assert-as-judged.ts';
import { requireLastVersion } from '../open-version.ts';
import { type Progress, silentProgress } from '../progress.ts';

/** What two people sign for somebody who asked without a code (docs/formats/wave.md, Enquiry). */
export interface EnquiryAnswer {
  readonly v: 1;
  readonly incident: string;
  readonly enquiry: number;
  readonly domain: string;
  /** `nothing`: no message of this domain is exposed. `notice`: the one that was issued to it. */
  readonly answer: 'nothing' | 'notice';
  readonly notice: number | null;
  readonly exposure: { readonly version: number; readonly digest: string };
  /** Kinds of gaps that the exposure has: what "nothing" cannot rule out. */
  readonly gaps: readonly string[];
  readonly at: string;
}

export interface Enquiry {
  readonly id: number;
  readonly domain: string;
  readonly contact: string;
  readonly proof: string;
  /** `asked`: it came by the portal, and the lab has not seen the proof. `refused`: it never will. */
  readonly state: 'asked' | 'open' | 'drafted' | 'answered' | 'refused';
  readonly answer: EnquiryAnswer | null;
  readonly digest: string | null;
  readonly approvals: readonly Approval[];
  readonly entry: number | null;
}

/** Somebody who showed that a domain is theirs asks whether they are concerned. @throws Refusal for what is no domain or no address. */
export function openEnquiry(
  statePath: string,
  order: { readonly domain: string; readonly contact: string; readonly proof: string; readonly by: string },
): Promise<Enquiry> {
  return inState(statePath, async (state) => {
    const domain = readMailDomain(order.domain);
    const contact = readEnvelopeAddress(order.contact);
    if (domain === null) throw new Refusal('bad-address', [`"${order.domain}" is no domain`]);
    if (contact === null)
      throw new Refusal('bad-address', [`"${order.contact}" is no mail address that can be written to`]);
    const { id } = await state.store.db
      .insertInto('notice_enquiry')
      .values({
        domain,
        contact: contact.address,
        proof: order.proof,
        state: 'open',
        answer: null,
        made_by: order.by,
        made_at: now(),
        answered_at: null,
        entry: null,
        request: null,
        asked: null,
        told_at: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return requireEnquiry(state, Number(id));
  });
}

/**
 * Drafts the answer from the newest exposure: it follows from figures and notices, nobody writes it.
 * @throws Refusal where the domain's party is concerned and was not told yet, or was told other figures: a notice comes first.
 */
export function draftEnquiryAnswer(statePath: string, id: number): Promise<Enquiry> {
  return inState(statePath, async (state) => {
    const { store } = state;
    const enquiry = await requireEnquiry(state, id);
    if (enquiry.state === 'answered')
      throw new Refusal('answered', [`enquiry ${id} was answered; it is entry ${enquiry.entry} of the log`]);
    if (enquiry.state === 'asked' || enquiry.state === 'refused')
      throw new Refusal('not-proved', [
        `enquiry ${id} is not proved: ${enquiry.proof}; \`candor enquiry check ${id}\` looks at DNS`,
      ]);
    const answer = await makeAnswer(state, await requireLastVersion(state), enquiry, formatInstant(now()));
    await store.db
      .updateTable('notice_enquiry')
      .set({ state: 'drafted', answer: toCanonicalJson(answer as unknown as Json) })
      .where('id', '=', id)
      .execute();
    return requireEnquiry(state, id);
  });
}

/**
 * What the newest exposure and the notices answer.
 * @throws Refusal where the domain's party is concerned and was not told yet: a notice comes first; and where mail of others at the domain is.
 */
async function makeAnswer(
  { store }: StateFolder,
  version: StoredVersion,
  { id, domain }: Pick<Enquiry, 'id' | 'domain'>,
  at: string,
): Promise<EnquiryAnswer> {
  const { incident } = await loadIncidentNow(store);
  const { gaps, reached } = readVersionFacts(version);
  const inputs = readImpactInputs(incident, version.inputs);
  const sources = { incident, version, inputs, reached: listReached(incident, reached) };
  const { parties, told } = inheritTellings(await readPartiesNow(store, sources), await listTold(store));
  // Several organizations may be at one registrable domain, where a directory parts them: nobody is shown the notice of another one.
  const own = findDomainParty({ incident, ...inputs, curation: applyCuration(await readCuration(store)) }, domain);
  const concerned = parties.find(
    (party) => party.party === own && party.kind === 'organization' && isToBeTold(party, incident.policy.tell),
  );
  if (concerned === undefined) assertNothing(domain, parties, incident.policy.tell);
  const ids = concerned === undefined ? [] : [concerned.party, ...concerned.mergedIds];
  const notice = told.findLast(({ state, party }) => state === 'approved' && ids.includes(party));
  if (concerned !== undefined && notice === undefined)
    throw new Refusal('not-told', [
      `mail of ${domain} is concerned and its party was not told yet; prepare a notice first: candor notice prepare --wave metadata --only ${concerned.party}`,
    ]);
  return {
    v: 1,
    incident: incident.incident,
    enquiry: id,
    domain,
    answer: concerned === undefined ? 'nothing' : 'notice',
    notice: notice?.id ?? null,
    exposure: { version: version.version, digest: version.digest },
    gaps: [...new Set(gaps.map(({ kind }) => kind))].sort(),
    at,
  };
}

/**
 * "Nothing of this domain" is signed. Whoever has a domain is not told of the mail of persons, lists and other organizations at it; but that is not nothing.
 * @throws Refusal.
 */
function assertNothing(domain: string, parties: readonly NoticeParty[], tell: 'undetermined' | 'possible'): void {
  const isAt = (address: string) => `.${address.slice(address.lastIndexOf('@') + 1)}`.endsWith(`.${domain}`);
  const others = parties.filter(
    (party) =>
      isToBeTold({ ...party, kind: 'organization' }, tell) &&
      party.exposure.addresses.some(
        ({ address, messages }) => isAt(address) && (messages > 0 || party.figures.messages === 0),
      ),
  );
  if (others.length === 0) return;
  const named = others
    .slice(0, 3)
    .map(({ party }) => party)
    .join(', ');
  throw new Refusal('others-concerned', [
    `mail of ${formatAmount(others.length, 'party', 'parties')} at ${domain} is concerned (${named}), and the domain is of none of them: "nothing" would be false, and nobody is told of what is another's. An organization that has a domain below this one proves that and asks about it; where ${domain} itself is one's own, say so in the directory, run again and prepare a notice; else no answer is signed`,
  ]);
}

/** One person's approval of the drafted answer; with the second it is signed and in the log. */
export function approveEnquiryAnswer(
  statePath: string,
  id: number,
  order: SigningOrder,
  digest: string | null,
  progress: Progress = silentProgress,
): Promise<ApprovalResult & { readonly enquiry: Enquiry }> {
  return inState(statePath, async (state) => {
    const { store } = state;
    const runtime = createNodeRuntime();
    const at = now();
    const enquiry = await requireEnquiry(state, id);
    if (enquiry.answer === null || enquiry.state !== 'drafted')
      throw new Refusal('no-answer', [
        `enquiry ${id} has no answer to approve; \`candor enquiry answer ${id}\` drafts it`,
      ]);
    if (digest !== null && enquiry.digest?.startsWith(digest) !== true)
      throw new Refusal('other-digest', [`the answer has the digest ${enquiry.digest}, not ${digest}`]);
    const newest = await requireLastVersion(state);
    const { operators } = await requireStanding(state, runtime, at);
    const operator = findOperator(operators, order.as);
    if (enquiry.answer.notice !== null) {
      const notice = await requireNotice(store, enquiry.answer.notice);
      if (notice.state !== 'approved')
        throw new Refusal('stale-answer', [
          `notice ${notice.id} was withdrawn meanwhile; \`candor enquiry answer ${id}\` drafts the answer anew`,
        ]);
      assertNotOwn(operator, notice.custodians);
    }
    await assertCooledOff(store, operator, at);
    // The answer and the figures are rows that one person can write; what is signed follows anew from what was judged.
    await assertAsJudged(store, newest, null, progress);
    const answer = toCanonicalJson((await makeAnswer(state, newest, enquiry, enquiry.answer.at)) as unknown as Json);
    if (answer !== toCanonicalJson(enquiry.answer as unknown as Json))
      throw new Refusal('stale-answer', [
        `exposure ${newest.version} and the notices give another answer by now; \`candor enquiry answer ${id}\` drafts it anew`,
      ]);
    const result = await approve(
      { store, runtime, cryptography: nodeCryptography, at },
      {
        matter: 'enquiry',
        subject: String(id),
        document: enquiry.answer as unknown as Json,
        operators,
        effect: async (entry) => {
          await store.db
            .updateTable('notice_enquiry')
            .set({ state: 'answered', answered_at: at, entry })
            .where('id', '=', id)
            .execute();
        },
      },
      await openApprover(operator, order),
    );
    return { ...result, enquiry: await requireEnquiry(state, id) };
  });
}

export async function listEnquiries(statePath: string): Promise<readonly Enquiry[]> {
  const state = await openStateForReading(statePath);
  try {
    return await readEnquiries(state);
  } finally {
    await state.close();
  }
}

async function readEnquiries({ store }: StateFolder): Promise<readonly Enquiry[]> {
  const runtime = createNodeRuntime();
  const { incident } = await loadIncidentNow(store);
  const rows = await store.db.selectFrom('notice_enquiry').selectAll().orderBy('id').execute();
  const enquiries: Enquiry[] = [];
  for (const row of rows) {
    const digest = row.answer === null ? null : runtime.sha256Hex(row.answer);
    enquiries.push({
      id: Number(row.id),
      domain: row.domain,
      contact: row.contact,
      proof: row.proof,
      state: row.state as Enquiry['state'],
      answer: row.answer === null ? null : (JSON.parse(row.answer) as EnquiryAnswer),
      digest,
      approvals:
        digest === null
          ? []
          : await listApprovals({ store, cryptography: nodeCryptography }, 'enquiry', digest, incident.operators),
      entry: row.entry,
    });
  }
  return enquiries;
}

async function requireEnquiry(state: StateFolder, id: number): Promise<Enquiry> {
  const found = (await readEnquiries(state)).find((enquiry) => enquiry.id === id);
  if (found !== undefined) return found;
  throw new Refusal('unknown-enquiry', [`there is no enquiry ${id}; \`candor enquiry list\` shows them`]);
}
