import { advise, hint, Refusal } from '@candor/core/base';
import { isInAttached } from '@candor/core/impact/findings';
import type { Incident } from '@candor/core/incident';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { Store } from '../../adapters/store/store.ts';
import type { StoredVersion } from '../../exposure/store/version-store.ts';
import { findPartiesHaving } from '../../impact/store/affected-party-store.ts';
import { type ExposedPlaces, type ExposedScope, readExposedFound } from '../../impact/store/exposed-copies.ts';
import { type FoundMessage, type StoredFinding, streamFoundMessages } from '../../impact/store/found-messages.ts';
import { toIncidentOf } from '../load-incident.ts';
import { requireLastVersion } from '../open-version.ts';
import { type RunSummary, readRunSummary } from '../run-summary.ts';
import { findStoredParty } from './list-parties.ts';
import { toFindingScope } from './scan-findings.ts';

/** A finding in an exposed message, with its place and owner. */
export interface ExposedFinding extends Omit<StoredFinding, 'valueHash' | 'id'> {
  /** This is the fingerprint of the message. */
  readonly message: string;
  readonly sender: string;
  /** This is UTC seconds. */
  readonly date: number | null;
  readonly custodians: readonly string[];
  readonly locations: readonly string[];
  /** Parties that it would be given to: in the headers of the message, or of an attached one that holds it. */
  readonly parties: readonly string[];
}

/** Which findings are asked for: everything that is given must hold. */
export interface FindingFilter {
  readonly kind?: string | undefined;
  readonly confidence?: string | undefined;
  /** This is the state after decisions. */
  readonly is?: string | undefined;
  readonly party?: string | undefined;
  readonly custodian?: string | undefined;
  readonly value?: number | undefined;
  readonly sender?: string | undefined;
  readonly rule?: string | undefined;
}

export interface FoundInVersion {
  readonly incident: Incident;
  readonly version: StoredVersion;
  readonly summary: RunSummary;
  readonly scope: ExposedScope;
  readonly findings: readonly ExposedFinding[];
}

/**
 * Every finding in the exposed messages of the newest version.
 * @throws Refusal `not-searched` where no run has searched.
 */
export async function readExposedFindings(state: StateFolder): Promise<FoundInVersion> {
  const version = await requireLastVersion(state);
  const incident = toIncidentOf(version);
  const summary = readRunSummary(version);
  if (summary.findings === undefined)
    throw new Refusal('not-searched', [
      incident.findings.off
        ? 'the incident file says `findings: { off: true }`: nothing was searched; take it out and run again'
        : advise`this version was made before mail was searched; ${hint('run')} does it now`,
    ]);
  const scope = toFindingScope(incident, version.version, summary.alerts.mailboxesReached);
  return { incident, version, summary, scope, findings: await readFindingsOf(state.store, scope) };
}

/** Every finding in the messages that a version exposes. */
export async function readFindingsOf(store: Store, scope: ExposedScope): Promise<readonly ExposedFinding[]> {
  const exposed = await readExposedFound(store, scope);
  const messages: (FoundMessage & { readonly places: ExposedPlaces })[] = [];
  for await (const message of streamFoundMessages(store)) {
    const places = exposed.get(message.fingerprint);
    if (places !== undefined) messages.push({ ...message, places });
  }
  const partyOf = await nameParties(store, scope.version, messages);
  return messages.flatMap(({ fingerprint: message, sender, findings, attached, places }) => {
    const { date, locations } = places;
    const common = { message, sender, date, locations, custodians: [...places.custodians] };
    return findings.map(({ valueHash: _, id: __, ...finding }): ExposedFinding => {
      const around = attached.filter(({ part }) => isInAttached(finding.part, part));
      const addresses = [...places.addressed, ...around.flatMap((one) => one.addresses)];
      const parties = [...new Set(addresses.flatMap((address) => partyOf.get(address) ?? []))].sort();
      return { ...finding, ...common, parties };
    });
  });
}

async function nameParties(
  store: Store,
  version: number,
  messages: readonly (Pick<FoundMessage, 'attached'> & { readonly places: ExposedPlaces })[],
): Promise<ReadonlyMap<string, string>> {
  const addresses = new Set(
    messages.flatMap(({ attached, places }) => [...places.addressed, ...attached.flatMap((one) => one.addresses)]),
  );
  const parties = await findPartiesHaving(store, version, { addresses, domains: new Set() });
  return new Map(
    parties.flatMap(({ party, addresses: own }) => own.map(({ address }): [string, string] => [address, party])),
  );
}

/**
 * The requested findings.
 * @throws Refusal for an unknown party.
 */
export async function filterFindings(
  { store }: StateFolder,
  { version, findings }: FoundInVersion,
  filter: FindingFilter,
): Promise<readonly ExposedFinding[]> {
  const party = filter.party === undefined ? null : (await findStoredParty(store, version.version, filter.party)).party;
  const isAsked = (asked: unknown, found: unknown): boolean => asked === undefined || asked === found;
  return findings.filter(
    (finding) =>
      isAsked(filter.kind, finding.kind) &&
      isAsked(filter.confidence, finding.confidence) &&
      isAsked(filter.is, finding.state) &&
      isAsked(filter.value, finding.value) &&
      isAsked(filter.rule, finding.detector) &&
      isAsked(filter.sender?.toLowerCase(), finding.sender) &&
      (party === null || finding.parties.includes(party)) &&
      (filter.custodian === undefined || finding.custodians.includes(filter.custodian)),
  );
}

export function unknownValue(value: number): Refusal {
  return new Refusal('unknown-finding', [
    advise`no value of this state has the number ${value}, or it stands in no exposed message; ${hint('findings.list')} shows them`,
  ]);
}
