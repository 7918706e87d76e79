/**
 * Impact: whose mail it was (docs/formats/parties-csv.md). Message copies with verdicts in, parties with exact figures out. Pure and
 * deterministic: same copies, same directory, same curation and same reference files give the same result on any machine.
 *
 * The steps, in order:
 * 1. `readReference` and `readDirectory` read what is known of outside domains; `applyCuration` lays what a person decided over it.
 * 2. `createImpact` takes in copies in ascending order of their fingerprint. The copies of one message then follow each other and only one
 *    message is held at a time, so memory grows with distinct addresses and parties, never with copies or messages.
 * 3. `finish` hands out the parties; `toPartyLine` and its neighbours write the exchange formats byte for byte.
 *
 * Findings inside exposed messages will be a further input here: they need text, which is read again in phase 2.
 *
 * `readDirectory` never throws: oddities are problems. `assertCurationAllowed` throws a `Refusal`. `addCopy` throws a fault when
 * its caller breaks the order.
 */

export type { UnresolvedAddressReason } from './counterparty/counterparty.ts';
export { createDraftTest } from './counterparty/draft.ts';
export { toKnownForm } from './counterparty/known-form.ts';
export { applyCuration, type CuratedDetails, type Curation } from './curation/apply-curation.ts';
export { assertCurationAllowed, CURATION_TEXT_LIMIT } from './curation/assert-curation.ts';
export { type CurationAct, type CurationOperation, selectInForce } from './curation/curation-operation.ts';
export { createAddressPartyFinder, findDomainParty } from './domain-party.ts';
export { toCsvLine } from './exchange/csv-line.ts';
export { PARTIES_CSV_HEADER, toPartyLine } from './exchange/parties-csv.ts';
export { compareUnresolved, toUnresolvedLines, type UnresolvedEntry } from './exchange/unresolved-jsonl.ts';
export { FIGURES_VERSION, type Figure, type FigureSurroundings, type FigureValue, toFigures } from './figure.ts';
export {
  type CountedCopy,
  createImpact,
  type Impact,
  type ImpactResult,
  type ImpactSurroundings,
  type UnresolvedAddressCount,
  type VerdictCounts,
} from './impact.ts';
export {
  type Contact,
  type Directory,
  type DirectoryDetails,
  EMPTY_DIRECTORY,
  type PartyKind,
  type Relation,
} from './party/directory.ts';
export type { PartyProfile } from './party/party-profile.ts';
export { DIRECTORY_ROWS_LIMIT, type DirectorySurroundings, readDirectory } from './party/read-directory.ts';
export type { PartyAddress, PartyCustodian, PartyExposure } from './party-exposure.ts';
export { type Reference, type ReferenceFiles, readReference } from './reference/reference.ts';
export { readReferenceList } from './reference/reference-list.ts';
export { findRegistrableDomain, type SuffixRules } from './reference/suffix-rules.ts';
