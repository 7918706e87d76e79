import { type Instant, readInstant } from '@candor/core/base';
import type { Incident, NoticeSettings } from '@candor/core/incident';
import { countNotified, type PartyDelivery } from '@candor/core/notice/delivery';
import {
  composeGdprReport,
  type FoundRecords,
  findAwareness,
  type GdprFacts,
  type GdprReport,
  toGdprText,
} from '@candor/core/transparency';
import { privateMode, writeDurableFile } from '../../adapters/files/durable-file.ts';
import { now } from '../../adapters/process/clock.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { listReached } from '../../exposure/index.ts';
import { readImpactInputs } from '../../impact/index.ts';
import type { ExposedScope } from '../../impact/store/exposed-copies.ts';
import { countActs } from '../../ledger/store/entry-store.ts';
import { findDetails, readReachable } from '../../notice/contacts/index.ts';
import { loadIncidentNow, readVersionFacts } from '../../notice/index.ts';
import { readInboxTime, readPartyDeliveries } from '../../notice/store/notified-store.ts';
import { countFound, recomputeFigures, toBasis } from '../../transparency/index.ts';
import { readAwareFacts } from '../../transparency/store/case-store.ts';
import { readFindingsOf } from '../impact/read-findings.ts';
import { readPeople } from '../impact/read-people.ts';
import { requireLastVersion } from '../open-version.ts';
import { readRunSummary, toNotifySaying } from '../run-summary.ts';

export interface MadeReport {
  readonly incident: string;
  readonly organization: string;
  readonly at: number;
  readonly report: GdprReport;
  /** Null: none was wanted. */
  readonly file: string | null;
}

/**
 * What Article 33 of the GDPR asks, from the newest version, the incident file as it is now and the log; as a file too
 * where one is named.
 */
export async function reportGdpr(state: StateFolder, out: string | null): Promise<MadeReport> {
  const at = now();
  const { incident, facts } = await readFacts(state, at);
  const report = composeGdprReport(facts);
  const { organization } = facts;
  if (out !== null) writeDurableFile(out, toGdprText(report, { incident, organization, at }), privateMode);
  return { incident, organization, at, report, file: out };
}

async function readFacts(
  state: StateFolder,
  at: number,
): Promise<{ readonly incident: string; readonly facts: GdprFacts }> {
  const { store } = state;
  const version = await requireLastVersion(state);
  const { incident } = await loadIncidentNow(store);
  const { notice } = incident;
  const exposure = await toBasis(store, version);
  const reachable = await readReachable(store, incident, version, at);
  const { directory } = readImpactInputs(incident, version.inputs);
  const told = await readPartyDeliveries(store);
  const readUntil = await readInboxTime(store);
  const parties = reachable.map(({ party: { party, mergedIds, exposure: own } }) => ({
    deliveries: [party, ...mergedIds].flatMap((id) => told.get(id) ?? []),
    relation: findDetails(own, directory.parties).relation,
  }));
  const count = (some: typeof parties) => ({
    toNotify: some.length,
    told: countNotified(
      some.flatMap(({ deliveries }) => (deliveries.length === 0 ? [] : [joinDeliveries(deliveries)])),
      readUntil,
    ),
  });
  const acts = await countActs(store);
  const summary = readRunSummary(version);
  const reached = [...listReached(incident, readVersionFacts(version).reached)];
  return {
    incident: incident.incident,
    facts: {
      organization: notice?.sender.name ?? incident.organization.name,
      window: incident.window,
      activity: { first: toInstant(summary.audit.firstActivity), last: toInstant(summary.audit.lastActivity) },
      intruderKinds: summary.audit.intruderKinds ?? null,
      aware: findAwareness(await readAwareFacts(store), notice?.discovered ?? null),
      sender: notice?.sender ?? null,
      contact: notice?.contact ?? null,
      measures: toText(notice, 'measures'),
      unknown: toText(notice, 'unknown'),
      nextUpdate: notice?.nextUpdate ?? null,
      figures: await recomputeFigures(store, version, exposure.curation),
      found: incident.findings.off ? null : await readFound(state, incident, { version: version.version, reached }),
      parties: count(parties),
      notify: toNotifySaying(summary),
      controllers: [...directory.parties.values()].some(({ relation }) => relation !== null)
        ? count(parties.filter(({ relation }) => relation === 'controller'))
        : null,
      log: acts === null || incident.log === null ? null : { origin: incident.log.origin, acts },
      exposure: { version: version.version, digest: version.digest },
      at,
    },
  };
}

/** With persons as `candor findings figures` counts them: a report never states fewer. */
async function readFound(state: StateFolder, incident: Incident, scope: ExposedScope): Promise<FoundRecords | null> {
  const found = await countFound(state.store, scope);
  if (found === null) return null;
  const findings = await readFindingsOf(state.store, scope);
  const { counts } = await readPeople(state, { incident, version: scope.version, findings });
  return { ...found, persons: counts.texts, people: counts };
}

/** In the organization's default language, else in English, else in the first that there is. */
function toText(notice: NoticeSettings | null, what: 'measures' | 'unknown'): string | null {
  const texts = notice?.[what] ?? null;
  if (notice === null || texts === null) return null;
  return texts[notice.language] ?? texts.en ?? Object.values(texts)[0] ?? null;
}

/** A party that was merged has the notices of each of its ids. */
function joinDeliveries(parts: readonly PartyDelivery[]): PartyDelivery {
  return { posted: parts.some(({ posted }) => posted), deliveries: parts.flatMap(({ deliveries }) => deliveries) };
}

function toInstant(text: string | null | undefined): Instant | null {
  return text == null ? null : readInstant(text);
}
