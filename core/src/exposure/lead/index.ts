/**
 * What responders decide attribution with: addresses, clients, sessions and grants, ranked (docs/formats/leads.md).
 */

export { type ChosenLead, chooseLeads } from './choose-leads.ts';
export {
  applyLead,
  formatLead,
  type LeadEntry,
  type LeadKey,
  type LeadKind,
  type LeadOwner,
  readLead,
} from './lead.ts';
export { type LeadSignal, type SignalCode, type SignalWeight, weighSignals } from './lead-signal.ts';
export { type Lead, type LeadGroup, LeadTally } from './lead-tally.ts';
