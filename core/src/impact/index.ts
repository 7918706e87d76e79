/**
 * Impact: whose mail it was (docs/formats/parties-csv.md). Message copies with verdicts in, parties with exact figures
 * out. Pure and deterministic: the same copies, directory, curation and reference files give the same result on any
 * machine.
 *
 * `createImpact` takes copies in ascending order of their fingerprint, so that only one message is held at a time:
 * memory grows with distinct addresses and parties, never with copies. `addCopy` throws a fault when its caller breaks
 * the order.
 */

export { createAddressPartyFinder, findDomainParty } from './domain-party.ts';
export { FIGURES_VERSION, type Figure, type FigureContext, type FigureValue, toFigures } from './figure.ts';
export {
  type CountedCopy,
  createImpact,
  type Impact,
  type ImpactReferences,
  type ImpactResult,
  type UnresolvedAddressCount,
  type VerdictCounts,
} from './impact.ts';
export type { PartyAddress, PartyCustodian, PartyExposure } from './party-exposure.ts';
export { reviseParty } from './party-profile.ts';
export {
  countDataSubjects,
  countUsers,
  type DataSubjectParts,
  type DataSubjects,
  type PersonRange,
  toDataSubjectFigure,
  toHeaderParts,
} from './person-range.ts';
export {
  type NotifyBars,
  type NotifyFacts,
  type NotifySaying,
  type PartyCounts,
  sayToNotify,
  toNotifyWords,
} from './to-notify.ts';
export { createTouchedParties, type TouchedParties } from './touched-parties.ts';
