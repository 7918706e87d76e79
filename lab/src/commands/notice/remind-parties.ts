import type { Problem } from '@candor/core/base';
import { chooseReminded, findHold, type LadderContact, SILENCE_SECONDS } from '@candor/core/notice/contact';
import type { NoticeFacts, NoticeFigures } from '@candor/core/notice/text';
import { compareFigures, mustNotify } from '@candor/core/notice/wave';
import { freshBytes } from '../../adapters/keys/random.ts';
import { now } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { listReached } from '../../exposure/index.ts';
import { readImpactInputs } from '../../impact/index.ts';
import { readInherited, readLadderKnowledge, toHistory, toLadder } from '../../notice/contacts/index.ts';
import { readVersionFacts, type WaveSettings } from '../../notice/index.ts';
import {
  applyHoldsToSuccessors,
  findMoved,
  findPossibleIntruders,
  type NoticeParty,
  readPartiesNow,
  toNoticeDomains,
} from '../../notice/party/index.ts';
import { readHolds } from '../../notice/store/hold-store.ts';
import { findFollowed, listAddressees } from '../../notice/store/notice-store.ts';
import { insertWave, type listSentNotices, listWaves, type NoticeSummary } from '../../notice/store/wave-store.ts';
import {
  countGaps,
  insertNotices,
  listDrafted,
  type NoticeToCompose,
  openCodePool,
  openDeliveryComposer,
  sealWave,
  toListFacts,
} from '../../notice/wave/index.ts';
import { toLeftOutWarnings } from './intruder-warnings.ts';
import { listAffectedMail } from './party-addresses.ts';
import { readWaveInputs } from './wave-grounds.ts';

export interface PreparedReminders {
  /** Null: nobody to remind. */
  readonly wave: number | null;
  readonly digest: string | null;
  readonly parties: readonly string[];
  readonly deliveries: number;
  /** Notified parties whose figures or addresses have changed since: they need a supplement or a correction. */
  readonly changed: number;
  /** Parties of which only guessed contacts were notified, and for which contacts were given since: a first notice. */
  readonly given: number;
  /** Notified parties now found to be a possible intruder and never named. */
  readonly warnings: readonly Problem[];
}

/**
 * Composes reminders to parties without an answer: to reached contacts, and to the next rung. Needs two approvals like
 * every wave.
 */
export async function remindParties(
  state: StateFolder,
  order: { readonly silenceDays: number | null; readonly by: string },
): Promise<PreparedReminders> {
  const { store } = state;
  const runtime = createNodeRuntime();
  const at = now();
  const { version, disclosure, standing, checkpoint } = await readWaveInputs(state, runtime, at);
  const { incident, notice } = disclosure;
  const { fingerprint } = standing;
  const { gaps, reached, recorded, undecidedRecords } = readVersionFacts(version);
  const inputs = readImpactInputs(incident, version.inputs);
  const sources = { incident, version, inputs, reached: listReached(incident, reached) };
  const inherited = await readInherited(store, await readPartiesNow(store, sources));
  const { parties, sentNotices, findSuccessors } = inherited;
  const holds = applyHoldsToSuccessors(await readHolds(store), findSuccessors);
  const knowledge = await readLadderKnowledge(store, incident.organization.domains, holds, at);
  const newest = newestByParty(sentNotices);
  const newestGiven = newestByParty(sentNotices.filter(({ isGuessed }) => !isGuessed));
  const newestGuessed = newestByParty(sentNotices.filter(({ isGuessed }) => isGuessed));
  const moved = findMoved(inherited, incident.organization.domains);
  const open = await listAddressees(store);
  const waves = await listWaves(store);
  const drafted = listDrafted(waves, open);
  const traced = await findPossibleIntruders(store, version);
  // Who named it has looked whose it is.
  const named = new Set(waves.flatMap(({ entry, settings }) => (entry === null ? [] : (settings.only ?? []))));
  const suspected = new Set<string>();
  const codes = await openCodePool(store);
  const silence = order.silenceDays === null ? SILENCE_SECONDS : order.silenceDays * 86_400;
  const lists = await listAffectedMail(
    store,
    sources,
    parties.map(({ exposure: { party, mergedIds, addresses }, secretMessages }) => ({
      ...{ party, mergedIds, addresses },
      secretMessages,
    })),
  );
  const reminders: { readonly party: string; readonly notice: NoticeToCompose }[] = [];
  let changed = 0;
  let given = 0;
  for (const party of parties) {
    const last = findNewest(party, newest);
    if (last === undefined || last.state === 'withdrawn' || party.kind === 'list' || drafted.has(party.party)) continue;
    const lastGiven = findNewest(party, newestGiven);
    if (findHold(holds, [party.party, ...party.mergedIds], at) !== null) continue;
    const reminded = chooseReminded(toLadder(party.exposure, knowledge), toHistory(party, knowledge), at, silence);
    if (reminded.given.length + reminded.guessed.length === 0) continue;
    // A contact given since only guessed ones were notified gets a first notice, with everything they were not told.
    const isNews = lastGiven === undefined && reminded.given.length > 0;
    if (moved.has(party.party) || compareFigures(last.facts.figures, party.figures) !== 'none') {
      changed += 1;
      continue;
    }
    if (isNews) {
      given += 1;
      continue;
    }
    if (traced.has(party.party) && ![party.party, ...party.mergedIds].some((id) => named.has(id))) {
      suspected.add(party.party);
      continue;
    }
    const add = async (contacts: readonly LadderContact[], before: NoticeSummary, isFirst: boolean) => {
      const { recorded: _before, reminds: _reminds, isGuessed: _guessed, ...kept } = before.facts;
      const { addresses: _listed, secretMessages: _secrets, ...said } = kept;
      const figures = toFiguresNow(said.figures, party.figures);
      // With the figures' version goes all that it knows: its gaps, the intruder's records and what the party is
      // called may be others than they were.
      const facts = {
        ...said,
        ...(isFirst ? { kind: 'first' as const, previous: null } : toReminded(before)),
        party: toParty(party, contacts, said.party),
        ...toListFacts(lists.get(party.party), contacts, figures),
        window: incident.window,
        ...(recorded === null ? {} : { recorded }),
        figures,
        unknown: {
          ...countGaps(gaps, party.custodians),
          undecidedRecords,
          sentence: before.facts.unknown.sentence,
        },
        nextUpdate: notice.nextUpdate,
        exposure: { version: version.version, digest: version.digest },
        code: await codes.draw(party.party),
        keyFingerprint: fingerprint,
        checkpoint,
      };
      const purpose = isFirst ? 'first' : `reminder-${await countReminders(before.id, store)}`;
      const follows = isFirst ? null : before.id;
      const { custodians, mergedIds, affected } = party;
      const isGuessed = contacts === reminded.guessed;
      reminders.push({
        party: party.party,
        notice: { facts, custodians, mergedIds, affected, contacts, follows, purpose, isGuessed },
      });
    };
    if (lastGiven !== undefined && lastGiven.state !== 'withdrawn' && reminded.given.length > 0)
      await add(reminded.given, lastGiven, false);
    if (reminded.guessed.length === 0) continue;
    const lastGuessed = findNewest(party, newestGuessed);
    // A guessed contact reads for the first time what a given one was told, if something is still to be told.
    if (lastGuessed !== undefined && lastGuessed.state !== 'withdrawn') await add(reminded.guessed, lastGuessed, false);
    else if (mustNotify(party, incident.policy.tell)) await add(reminded.guessed, last, true);
  }
  const warnings = toLeftOutWarnings(traced, suspected);
  if (reminders.length === 0) return { wave: null, digest: null, parties: [], deliveries: 0, changed, given, warnings };
  const settings: WaveSettings = {
    wave: 'reminder',
    only: null,
    except: [],
    nextUpdate: notice.nextUpdate,
    readableFrom: null,
    happened: null,
    unknown: null,
    added: {},
  };
  const salt = freshBytes(32, 'wave', `${settings.wave} ${version.version}`);
  const composer = openDeliveryComposer(disclosure, salt, runtime);
  return store.durableTransaction(async () => {
    const id = await insertWave(store, { settings, version: version.version, at, by: order.by, salt });
    const wave = { id, at, parties: reminders.map(({ party }) => party) };
    await insertNotices(
      store,
      wave,
      reminders.map((reminder) => reminder.notice),
      composer,
    );
    const exposure = { version: version.version, digest: version.digest };
    const sealed = { id: wave.id, kind: 'reminder', salt, settings };
    const digest = await sealWave(store, runtime, sealed, exposure, composer, at);
    const deliveries = reminders.reduce((sum, reminder) => sum + reminder.notice.contacts.length, 0);
    return { wave: wave.id, digest, parties: [...new Set(wave.parties)], deliveries, changed, given, warnings };
  });
}

/** The current id, and every domain that the reminder goes to, where its code is typed. */
function toParty(
  { party, exposure }: NoticeParty,
  contacts: readonly LadderContact[],
  addressed: NoticeFacts['party'],
): NoticeFacts['party'] {
  const name = exposure.name === '' ? null : exposure.name;
  const { contactDomains: _before, ...kept } = addressed;
  const id = addressed.kind === 'person' ? addressed.id : party;
  return { ...kept, id, name, ...toNoticeDomains(exposure, contacts) };
}

/** The figures that were told still hold; why mail is counted that is dated later, earlier notices did not say. */
function toFiguresNow(
  { datedAfter: _before, ...figures }: NoticeFigures,
  { datedAfter }: NoticeFigures,
): NoticeFigures {
  return datedAfter === undefined ? figures : { ...figures, datedAfter };
}

/** Whatever was reminded before: the notice itself, and what it said about the one it replaced. */
function toReminded({
  facts,
  issued_at,
}: NoticeSummary): Pick<NoticeFacts, 'previous' | 'reminds'> & { kind: 'reminder' } {
  const { previous, figures, reminds } = facts;
  const kind = 'reminder' as const;
  if (facts.kind === 'reminder') return { kind, previous, ...(reminds === undefined ? {} : { reminds }) };
  const reminded = facts.kind === 'supplement' || facts.kind === 'correction' ? facts.kind : null;
  return {
    kind,
    previous: { issued: issued_at, figures },
    ...(reminded !== null && previous !== null ? { reminds: { kind: reminded, previous } } : {}),
  };
}

function newestByParty(sentNotices: readonly NoticeSummary[]): ReadonlyMap<string, NoticeSummary> {
  return new Map(sentNotices.map((notice) => [notice.party, notice]));
}

/** As a wave finds what it follows: of one wave the telling to its own id counts. */
function findNewest(
  { party, mergedIds }: NoticeParty,
  newest: ReadonlyMap<string, NoticeSummary>,
): NoticeSummary | undefined {
  const notices = [party, ...mergedIds].flatMap((id) => newest.get(id) ?? []);
  const isOwn = (notice: NoticeSummary) => Number(notice.party === party);
  return notices.toSorted((a, b) => b.issued_at - a.issued_at || isOwn(b) - isOwn(a) || b.id - a.id)[0];
}

/** Reminders are counted along the notices that each follows. */
async function countReminders(notice: number, store: Parameters<typeof listSentNotices>[0]): Promise<number> {
  let count = 1;
  for (let id: number | null = notice; id !== null; ) {
    const row = await findFollowed(store, id);
    if (row === null || row.kind !== 'reminder') break;
    count += 1;
    id = row.follows;
  }
  return count;
}
