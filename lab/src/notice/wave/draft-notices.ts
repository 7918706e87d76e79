import { chooseContacts, chooseGuessed, findPastDelay } from '@candor/core/notice/contact';
import { readCountryTlds } from '@candor/core/notice/text';
import { type Draft, type DraftedWave, keepSearchResults } from '@candor/core/notice/wave';
import { readReferenceFile } from '../../adapters/files/reference-files.ts';
import type { Store } from '../../adapters/store/store.ts';
import { listReached } from '../../exposure/index.ts';
import type { StoredVersion } from '../../exposure/store/version-store.ts';
import { type ImpactInputs, readImpactInputs } from '../../impact/index.ts';
import {
  findDetails,
  type LadderKnowledge,
  readAffectedMail,
  readInherited,
  readLadderKnowledge,
  toHistory,
  toLadder,
} from '../contacts/index.ts';
import type { Disclosure } from '../disclosure.ts';
import { readVersionFacts } from '../gaps.ts';
import {
  applyHoldsToSuccessors,
  createGoneTest,
  findMoved,
  findPossibleIntruders,
  judgeCleared,
  type NoticeParty,
  type PossibleIntruders,
  readPartiesNow,
  toMissingParty,
  toNoticeDomains,
} from '../party/index.ts';
import { readHolds } from '../store/hold-store.ts';
import type { WaveSettings } from '../wave-settings.ts';
import type { NoticeToCompose } from './insert-notices.ts';
import { toNoticeFacts } from './notice-facts.ts';
import { planWave } from './plan-wave.ts';

/** What every notice of a wave is drafted from, as the state has it. */
export interface DraftSources {
  readonly disclosure: Disclosure;
  readonly version: StoredVersion;
  readonly inputs: ImpactInputs;
  readonly inherited: Awaited<ReturnType<typeof readInherited<NoticeParty>>>;
}

/** Parties as they stand now, with what they were told before. */
export async function readDraftSources(
  store: Store,
  { disclosure, version }: Pick<DraftSources, 'disclosure' | 'version'>,
): Promise<DraftSources> {
  const { incident } = disclosure;
  const inputs = readImpactInputs(incident, version.inputs);
  const reached = listReached(incident, readVersionFacts(version).reached);
  const parties = await readPartiesNow(store, { incident, version, inputs, reached });
  return { disclosure, version, inputs, inherited: await readInherited(store, parties) };
}

export interface DraftOrder {
  readonly settings: WaveSettings;
  /** Nobody has approved or discarded their waves yet. */
  readonly drafted: ReadonlySet<string>;
  readonly keyFingerprint: string;
  readonly checkpoint: { readonly size: number; readonly root: string };
  readonly at: number;
  /** Review withholds this mail from parties, so it betrays no address. */
  readonly withheld: Parameters<typeof readAffectedMail>[3];
  /** Without it, the history in the state is used. */
  readonly history?: LadderKnowledge['history'];
  readonly drawCode: (party: string) => Promise<string>;
}

/** Who is told what, and how each notice is made. */
export interface OpenedDrafts {
  readonly plan: DraftedWave;
  readonly traced: PossibleIntruders;
  compose(draft: Draft): Promise<NoticeToCompose>;
}

/** Compares the parties with what they were told. Composes nothing yet and stores nothing. */
export async function openDrafts(store: Store, sources: DraftSources, order: DraftOrder): Promise<OpenedDrafts> {
  const { disclosure, version, inputs, inherited } = sources;
  const { incident } = disclosure;
  const { settings, drafted, at } = order;
  const { gaps, recorded, undecidedRecords } = readVersionFacts(version);
  const { parties, sentNotices, findSuccessors } = inherited;
  const holds = applyHoldsToSuccessors(await readHolds(store), findSuccessors);
  const traced = await findPossibleIntruders(store, version);
  const moved = findMoved(inherited, incident.organization.domains);
  const read = await readLadderKnowledge(store, incident.organization.domains, holds, at);
  const knowledge = { ...read, history: order.history ?? read.history };
  const reachable = parties.map((party) => ({
    ...party,
    hasGuessedOnly: chooseContacts(toLadder(party.exposure, knowledge), toHistory(party, knowledge)).isGuessed,
  }));
  const { tell } = incident.policy;
  const plan = planWave({ parties: reachable, sentNotices, drafted, holds, traced, moved, settings, tell, at });
  const byParty = new Map<string, NoticeParty>(parties.map((party) => [party.party, party]));
  const noticed = plan.drafts.flatMap(({ party }) => byParty.get(party) ?? []);
  const mail = { incident, version, inputs };
  const { withoutMail, vanished } = await judgeCleared(store, mail, noticed, sentNotices);
  const drawn = noticed.map(({ exposure: { party, mergedIds, addresses }, secretMessages }) => ({
    ...{ party, mergedIds, addresses },
    secretMessages,
  }));
  const affected = await readAffectedMail(store, mail, drawn, order.withheld);
  const findGone = await createGoneTest(store, version, sentNotices);
  const common = {
    ...{ disclosure, settings, version, gaps, recorded, undecidedRecords },
    keyFingerprint: order.keyFingerprint,
    checkpoint: order.checkpoint,
    countryTlds: readCountryTlds(readReferenceFile('country-tlds.txt')),
  };
  const compose = async (draft: Draft): Promise<NoticeToCompose> => {
    const party = byParty.get(draft.party) ?? toMissingParty(draft, sentNotices, inherited.former.get(draft.party));
    const ladder = toLadder(party.exposure, knowledge);
    const history = toHistory(party, knowledge);
    const isGuessed = draft.isGuessed === true;
    const contacts = isGuessed ? chooseGuessed(ladder, history) : chooseContacts(ladder, history).contacts;
    const facts = toNoticeFacts(common, {
      party: draft.party,
      kind: party.kind === 'person' ? 'person' : 'organization',
      name: party.exposure.name,
      addresses: party.exposure.addresses.map(({ address }) => address),
      ...toNoticeDomains(party.exposure, contacts),
      relation: findDetails(party.exposure, inputs.directory.parties).relation,
      custodians: party.custodians,
      figures: draft.follows === null ? party.figures : keepSearchResults(draft.follows.figures, party.figures),
      isGone: !byParty.has(draft.party) || vanished.has(draft.party),
      isEvidenceGone:
        draft.kind === 'correction' &&
        findGone(draft.follows?.notice ?? 0)[withoutMail.has(draft.party) ? 'log' : 'any'],
      contacts,
      affected: affected.get(draft.party),
      country: party.exposure.country,
      delayedUntil: findPastDelay(holds, [draft.party, ...party.mergedIds], at),
      follows: draft.follows,
      noticeKind: draft.kind,
      code: await order.drawCode(draft.party),
    });
    const { custodians, mergedIds } = party;
    const follows = draft.follows?.notice ?? null;
    return { facts, custodians, mergedIds, affected: party.affected, contacts, follows, purpose: 'first', isGuessed };
  };
  return { plan, traced, compose };
}
