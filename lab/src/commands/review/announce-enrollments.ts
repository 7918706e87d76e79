import { advise, hint, Refusal } from '@candor/core/base';
import type { PartyExposure } from '@candor/core/impact';
import type { LadderContact } from '@candor/core/notice/contact';
import type { AnnouncedPerson, NoticeFacts, NotifiedParty } from '@candor/core/notice/text';
import { freshBytes } from '../../adapters/keys/random.ts';
import { now } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { readLadderKnowledge, toHistory, toLadder } from '../../notice/contacts/index.ts';
import type { Disclosure, WaveSettings } from '../../notice/index.ts';
import { NO_FIGURES, toNoticeDomains } from '../../notice/party/index.ts';
import { readHolds } from '../../notice/store/hold-store.ts';
import { insertWave, listNotices, listSentNotices, type NoticeSummary } from '../../notice/store/wave-store.ts';
import {
  chooseLanguage,
  insertNotices,
  type NoticeToCompose,
  openCodePool,
  openDeliveryComposer,
  sealWave,
} from '../../notice/wave/index.ts';
import { findReadiness, PartyPlaces, type Readiness, toMinResolvers } from '../../review/enrollment/index.ts';
import { insertAct } from '../../review/store/act-store.ts';
import { type Reviewer, readReviewers, requireReviewer } from '../../review/store/reviewer-store.ts';
import { readWaveInputs } from '../notice/wave-grounds.ts';

export interface PreparedAnnouncements {
  /** Null: nothing is to be announced. */
  readonly wave: number | null;
  readonly digest: string | null;
  readonly enrollments: readonly { readonly id: number; readonly party: string; readonly contacts: number }[];
  readonly deliveries: number;
}

const hourSeconds = 3600;

/**
 * Composes a wave that tells all contacts of a party, on every rung, who asks to read its mail. Needs two approvals and
 * a log entry like every wave. Without a name: all proved and unannounced ones.
 * @throws Refusal for one that is not proved, already announced, or has no contact.
 */
export async function announceEnrollments(
  state: StateFolder,
  order: { readonly only: string | null; readonly by: string },
): Promise<PreparedAnnouncements> {
  const { store } = state;
  const runtime = createNodeRuntime();
  const at = now();
  const { version, disclosure, standing, checkpoint } = await readWaveInputs(state, runtime, at);
  const { incident } = disclosure;
  const { fingerprint } = standing;
  const chosen = await choose(state, disclosure, order.only, at);
  if (chosen.length === 0) return { wave: null, digest: null, enrollments: [], deliveries: 0 };
  const told = await listSentNotices(store);
  const holds = await readHolds(store);
  const knowledge = await readLadderKnowledge(store, incident.organization.domains, holds, at);
  const places = await PartyPlaces.open(store);
  const codes = await openCodePool(store);
  const notices: NoticeToCompose[] = [];
  for (const { reviewer, readiness } of chosen) {
    const exposure = places.find(reviewer.party);
    const last = told.findLast(({ party }) => places.toCurrent(party) === places.toCurrent(reviewer.party));
    if (exposure === null || last === undefined)
      throw new Refusal('not-told', [
        `${reviewer.party} was never notified, so nobody there can know what enrollment ${reviewer.id} is about: notify it first`,
      ]);
    const bounced = new Set(
      toHistory(exposure, knowledge).flatMap(({ address, state }) => (state === 'bounced' ? [address] : [])),
    );
    const contacts = toLadder(exposure, knowledge)
      .steps.flatMap((step) => step.contacts)
      .filter(({ address }) => !bounced.has(address));
    if (contacts.length === 0)
      throw new Refusal('no-contacts', [
        advise`${reviewer.party} has no usable contact to notify of enrollment ${reviewer.id}: add one (${hint('contacts')}), or talk to the party and enroll the person by hand`,
      ]);
    const facts: NoticeFacts = {
      ...toCommonFacts(disclosure, last, contacts),
      party: toPartyNow(last.facts.party, exposure, contacts),
      announced: toAnnounced(reviewer, readiness, await readReviewers(store, null), toWaitHours(disclosure)),
      exposure: { version: version.version, digest: version.digest },
      code: await codes.draw(exposure.party),
      keyFingerprint: fingerprint,
      checkpoint,
    };
    const { custodians } = last;
    notices.push({
      facts,
      custodians,
      mergedIds: exposure.mergedIds,
      affected: [],
      contacts,
      follows: null,
      purpose: 'announcement',
      isGuessed: false,
    });
  }
  const salt = freshBytes(32, 'wave', `announcement ${version.version}`);
  const composer = openDeliveryComposer(disclosure, salt, runtime);
  return store.durableTransaction(async () => {
    const settings = toSettings();
    const id = await insertWave(store, { settings, version: version.version, at, by: order.by, salt });
    const parties = chosen.map(({ reviewer }) => reviewer.party);
    await insertNotices(store, { id, at, parties }, notices, composer);
    const exposure = { version: version.version, digest: version.digest };
    const digest = await sealWave(store, runtime, { id, kind: 'announcement', salt, settings }, exposure, composer, at);
    const composed = await listNotices(store, id);
    for (const [index, { reviewer }] of chosen.entries())
      await insertAct(store, {
        reviewer: reviewer.id,
        act: 'announced',
        by: order.by,
        at,
        notice: composed[index]?.id ?? null,
      });
    return {
      wave: id,
      digest,
      enrollments: chosen.map(({ reviewer: { id: enrollment, party } }, index) => ({
        id: enrollment,
        party,
        contacts: notices[index]?.contacts.length ?? 0,
      })),
      deliveries: notices.reduce((sum, { contacts }) => sum + contacts.length, 0),
    };
  });
}

async function choose(
  { store }: StateFolder,
  disclosure: Disclosure,
  only: string | null,
  at: number,
): Promise<readonly { readonly reviewer: Reviewer; readonly readiness: Readiness }[]> {
  const reviewers = await readReviewers(store, null);
  const deps = {
    ...{ store, places: await PartyPlaces.open(store), reviewers, at },
    waitSeconds: toWaitSeconds(disclosure),
    leastResolvers: toMinResolvers(disclosure.incident),
  };
  const wanted = only === null ? reviewers : [await requireReviewer(store, only)];
  const chosen: { reviewer: Reviewer; readiness: Readiness }[] = [];
  for (const reviewer of wanted) {
    if (reviewer.state !== 'asked' || reviewer.request === null) continue;
    const readiness = await findReadiness(deps, reviewer);
    const { is } = readiness.announcement;
    const isProved = readiness.observations.at(-1)?.outcome === 'proved';
    if (isProved && (is === 'none' || is === 'unreached')) chosen.push({ reviewer, readiness });
    else if (only !== null)
      throw new Refusal(
        'not-to-announce',
        isProved
          ? [
              `enrollment ${only} was announced already (wave ${'wave' in readiness.announcement ? readiness.announcement.wave : ''})`,
            ]
          : readiness.obstacles,
      );
  }
  if (only !== null && chosen.length === 0)
    throw new Refusal('not-to-announce', [`enrollment ${only} was added by hand or decided: it is not announced`]);
  return chosen;
}

/** Without a portal in the incident file nothing comes by one; the usual time then. */
export function toWaitSeconds({ incident }: Pick<Disclosure, 'incident'>): number {
  return incident.review?.waitSeconds ?? 72 * hourSeconds;
}

function toWaitHours(disclosure: Disclosure): number {
  return Math.ceil(toWaitSeconds(disclosure) / hourSeconds);
}

/** Who tells, whom and in which language: as the last notice had it, with no figure and no promise. */
function toCommonFacts(
  disclosure: Disclosure,
  last: NoticeSummary,
  contacts: readonly LadderContact[],
): Omit<NoticeFacts, 'exposure' | 'code' | 'keyFingerprint' | 'checkpoint'> {
  return {
    kind: 'announcement',
    wave: 'metadata',
    language: chooseLanguage(disclosure, contacts),
    organization: last.facts.organization,
    window: last.facts.window,
    party: last.facts.party,
    figures: NO_FIGURES,
    previous: null,
    unknown: { mailboxes: 0, gaps: {}, sentence: null },
    nextUpdate: null,
    readableFrom: null,
    added: null,
  };
}

/** As its contacts are now: those of the notice before may have been elsewhere. */
function toPartyNow(
  { contactDomains: _before, ...party }: NotifiedParty,
  exposure: PartyExposure,
  contacts: readonly LadderContact[],
): NotifiedParty {
  return { ...party, ...toNoticeDomains(exposure, contacts) };
}

function toAnnounced(
  { name, address, domains, fingerprint, role }: Reviewer,
  { observations }: Readiness,
  reviewers: readonly Reviewer[],
  waitHours: number,
): AnnouncedPerson {
  const namedBy = observations.at(-1)?.namedBy ?? null;
  return {
    name,
    address: address ?? '',
    proved: domains,
    by: namedBy !== null ? 'nomination' : domains.some((proved) => proved.includes('@')) ? 'mailbox' : 'dns',
    namedBy: reviewers.findLast((one) => one.fingerprint === namedBy)?.name ?? null,
    isRepresentative: role === 'representative',
    fingerprint,
    waitHours,
  };
}

function toSettings(): WaveSettings {
  return {
    wave: 'announcement',
    only: null,
    except: [],
    nextUpdate: null,
    readableFrom: null,
    happened: null,
    unknown: null,
    added: {},
  };
}
