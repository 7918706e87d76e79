import type { NoticeSettings } from '@candor/core/evidence/incident';
import { composeGdprReport, type GdprFacts, type GdprReport, toGdprText } from '@candor/core/transparency';
import { now } from '../../adapters/clock.ts';
import { privateMode, writeDurableFile } from '../../adapters/durable-file.ts';
import { openStateForChecking, type StateFolder } from '../../adapters/state-folder.ts';
import { listReached } from '../../exposure/index.ts';
import { readImpactInputs } from '../../impact/index.ts';
import { countEntries } from '../../ledger/store/entry-store.ts';
import { findDetails, readReachable } from '../../notice/contacts/index.ts';
import { loadIncidentNow, readVersionFacts } from '../../notice/index.ts';
import { listSentNotices } from '../../notice/store/wave-store.ts';
import { countFound, recomputeFigures, toBasis } from '../../transparency/index.ts';
import { requireLastVersion } from '../open-version.ts';

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
export async function reportGdpr(statePath: string, out: string | null): Promise<MadeReport> {
  const state = await openStateForChecking(statePath);
  try {
    const at = now();
    const { incident, facts } = await readFacts(state, at);
    const report = composeGdprReport(facts);
    const { organization } = facts;
    if (out !== null) writeDurableFile(out, toGdprText(report, { incident, organization, at }), privateMode);
    return { incident, organization, at, report, file: out };
  } finally {
    await state.close();
  }
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
  const told = new Set(
    (await listSentNotices(store)).filter(({ state: now }) => now === 'approved').map(({ party }) => party),
  );
  const parties = reachable.map(({ party: { party, mergedIds, exposure: own } }) => ({
    isNotified: [party, ...mergedIds].some((id) => told.has(id)),
    relation: findDetails(own, directory.parties).relation,
  }));
  const count = (some: typeof parties) => ({
    toNotify: some.length,
    notified: some.filter(({ isNotified }) => isNotified).length,
  });
  const size = await countEntries(store);
  const reached = [...listReached(incident, readVersionFacts(version).reached)];
  return {
    incident: incident.incident,
    facts: {
      organization: notice?.sender.name ?? incident.organization.name,
      window: incident.window,
      discovered: notice?.discovered ?? null,
      sender: notice?.sender ?? null,
      contact: notice?.contact ?? null,
      measures: toText(notice, 'measures'),
      unknown: toText(notice, 'unknown'),
      nextUpdate: notice?.nextUpdate ?? null,
      figures: await recomputeFigures(store, version, exposure.curation),
      found: incident.findings.off ? null : await countFound(store, { version: version.version, reached }),
      parties: count(parties),
      controllers: [...directory.parties.values()].some(({ relation }) => relation !== null)
        ? count(parties.filter(({ relation }) => relation === 'controller'))
        : null,
      log: size === 0 || incident.log === null ? null : { origin: incident.log.origin, size },
      exposure: { version: version.version, digest: version.digest },
      at,
    },
  };
}

/** In the organization's default language, else in English, else in the first that there is. */
function toText(notice: NoticeSettings | null, what: 'measures' | 'unknown'): string | null {
  const texts = notice?.[what] ?? null;
  if (notice === null || texts === null) return null;
  return texts[notice.language] ?? texts.en ?? Object.values(texts)[0] ?? null;
}
