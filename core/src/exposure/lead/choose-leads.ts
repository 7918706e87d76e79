import { compareLeadKeys, formatLead } from './lead.ts';
import type { Lead, LeadGroup } from './lead-tally.ts';

/** A lead that is worth a decision now. */
export interface ChosenLead {
  readonly lead: Lead;
  /** Undecided records that it settles beside the ones before it. */
  readonly settles: number;
}

/** What a person can decide in ten minutes. */
const FEWEST_FIRST = 10;

/**
 * The leads that settle most undecided records, one after the other: each is chosen for what the ones before it leave. What owners and services use
 * as well, such as Outlook's id, decides nothing and is left out. Of leads that settle the same, the narrower one comes first, because it says less
 * about others.
 */
export function chooseLeads(
  leads: readonly Lead[],
  groups: readonly LeadGroup[],
  most: number = FEWEST_FIRST,
): readonly ChosenLead[] {
  const known = new Map(leads.filter(isNobodys).map((lead) => [formatLead(lead), lead]));
  let left = groups;
  const chosen: ChosenLead[] = [];
  while (chosen.length < most && left.length > 0) {
    const best = findBest(known, left);
    if (best === null) break;
    chosen.push(best);
    const text = formatLead(best.lead);
    left = left.filter((group) => !group.leads.includes(text));
  }
  return chosen;
}

function isNobodys({ owner, service }: Lead): boolean {
  return owner === 0 && service === 0;
}

function findBest(known: ReadonlyMap<string, Lead>, groups: readonly LeadGroup[]): ChosenLead | null {
  const counts = new Map<string, number>();
  for (const { leads, undecided } of groups)
    for (const text of leads) counts.set(text, (counts.get(text) ?? 0) + undecided);
  let best: ChosenLead | null = null;
  for (const [text, settles] of counts) {
    const lead = known.get(text);
    if (lead === undefined) continue;
    if (best === null || compare({ lead, settles }, best) < 0) best = { lead, settles };
  }
  return best;
}

function compare(a: ChosenLead, b: ChosenLead): number {
  return b.settles - a.settles || compareLeadKeys(a.lead, b.lead);
}
