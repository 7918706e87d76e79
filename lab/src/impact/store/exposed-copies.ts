import { ADDRESSED_ROLES } from '@candor/core/evidence/message';
import { toKnownForm } from '@candor/core/impact/counterparty';
import type { Confidence, FindingKind } from '@candor/core/impact/detectors';
import type { FindingLine } from '@candor/core/impact/exchange';
import type { Store } from '../../adapters/store/store.ts';
import { unpackAddresses } from '../../evidence/store/packed-addresses.ts';

const BATCH_ROWS = 2_000;

/** Which mail may hold a finding that matters: a version, and whom the intruder reached. */
export interface ExposedScope {
  readonly version: number;
  readonly reached: readonly string[];
}

const EXPOSED = ['accessed', 'presumed', 'partial', 'possible'];

/**
 * Copies that the intruder may have read: verdict `possible` or stronger, or `undetermined` in a reached mailbox.
 * Includes drafts: nobody is notified of them, but their content could be read.
 */
export function selectExposed(store: Store, { version, reached }: ExposedScope) {
  return store.db
    .selectFrom('exposure_verdict')
    .innerJoin('evidence_copy', 'evidence_copy.id', 'exposure_verdict.copy_id')
    .where('exposure_verdict.version', '=', version)
    .where((where) =>
      where.or([
        where('exposure_verdict.verdict', 'in', EXPOSED),
        ...(reached.length === 0
          ? []
          : [
              where.and([
                where('exposure_verdict.verdict', '=', 'undetermined'),
                where('evidence_copy.custodian', 'in', reached),
              ]),
            ]),
      ]),
    );
}

/** Fingerprint, date and packed addresses of every exposed copy. */
export function streamHeads(store: Store, scope: ExposedScope) {
  return store.stream(
    selectExposed(store, scope).select(['evidence_copy.fingerprint', 'evidence_copy.date', 'evidence_copy.addresses']),
  );
}

/** Values of one query. */
const FINGERPRINTS_AT_ONCE = 500;

/** Which of these messages (fingerprints, hex) have an exposed copy. */
export async function listExposedAmong(
  store: Store,
  scope: ExposedScope,
  fingerprints: readonly string[],
): Promise<ReadonlySet<string>> {
  const exposed = new Set<string>();
  for (let at = 0; at < fingerprints.length; at += FINGERPRINTS_AT_ONCE) {
    const some = fingerprints.slice(at, at + FINGERPRINTS_AT_ONCE).map((hex) => Buffer.from(hex, 'hex'));
    const rows = await selectExposed(store, scope)
      .select('evidence_copy.fingerprint')
      .distinct()
      .where('evidence_copy.fingerprint', 'in', some)
      .execute();
    for (const { fingerprint } of rows) exposed.add(Buffer.from(fingerprint).toString('hex'));
  }
  return exposed;
}

/** Copies of a version that the evidence still has. */
export async function countJudgedCopies(store: Store, version: number): Promise<number> {
  const { copies } = await store.db
    .selectFrom('exposure_verdict')
    .innerJoin('evidence_copy', 'evidence_copy.id', 'exposure_verdict.copy_id')
    .select(({ fn }) => fn.countAll<number>().as('copies'))
    .where('exposure_verdict.version', '=', version)
    .executeTakeFirstOrThrow();
  return Number(copies);
}

/** Where a message with findings lies, by its exposed copies. */
export interface ExposedPlaces {
  readonly custodians: ReadonlySet<string>;
  readonly locations: readonly string[];
  readonly date: number | null;
  /** Its senders and recipients have the form by which parties know them. */
  readonly addressed: ReadonlySet<string>;
}

interface Gathered extends ExposedPlaces {
  readonly custodians: Set<string>;
  readonly locations: string[];
  readonly addressed: Set<string>;
}

/** The exposed messages that hold a finding, by fingerprint (hex). */
export async function readExposedFound(store: Store, scope: ExposedScope): Promise<ReadonlyMap<string, ExposedPlaces>> {
  const query = selectExposed(store, scope)
    .select(['evidence_copy.fingerprint', 'custodian', 'location', 'date', 'addresses'])
    .where('evidence_copy.fingerprint', 'in', store.db.selectFrom('impact_finding').select('fingerprint'))
    .orderBy('custodian')
    .orderBy('location');
  const found = new Map<string, Gathered>();
  for await (const rows of store.stream(query)) {
    for (const { fingerprint, custodian, location, date, addresses } of rows) {
      const hex = Buffer.from(fingerprint).toString('hex');
      const places = found.get(hex) ?? { custodians: new Set(), locations: [], date, addressed: new Set() };
      found.set(hex, places);
      places.custodians.add(custodian);
      places.locations.push(location);
      for (const { address, role, unreadable } of unpackAddresses(addresses))
        if (unreadable === null && ADDRESSED_ROLES.has(role)) places.addressed.add(toKnownForm(address));
    }
  }
  return found;
}

/**
 * The lines of findings.jsonl: for each exposed copy what was found in its message, sorted by custodian, location,
 * part, offset and kind. Values are numbered again in this order, so that the same evidence gives the same bytes.
 */
export async function* streamFindingLines(store: Store, scope: ExposedScope): AsyncIterable<readonly FindingLine[]> {
  const query = selectExposed(store, scope)
    .innerJoin('impact_finding', 'impact_finding.fingerprint', 'evidence_copy.fingerprint')
    .select(['custodian', 'location', 'part', 'impact_finding.position', 'impact_finding.length', 'kind', 'detector'])
    .select(['confidence', 'value_id', 'mask'])
    .orderBy('custodian')
    .orderBy('location')
    .orderBy('part')
    .orderBy('impact_finding.position')
    .orderBy('kind');
  const numbers = new Map<number, string>();
  for await (const rows of store.stream(query, BATCH_ROWS)) {
    yield rows.map((row): FindingLine => {
      const value = numbers.get(row.value_id) ?? `v${numbers.size + 1}`;
      numbers.set(row.value_id, value);
      const { custodian, location, part, position: offset, length, detector, mask } = row;
      const kind = row.kind as FindingKind;
      const confidence = row.confidence as Confidence;
      return { custodian, location, part, offset, length, kind, detector, confidence, value, mask };
    });
  }
}
