import { compareLeadKeys, formatLead } from './lead.ts';
import type { Lead, LeadGroup } from './lead-tally.ts';
import { toLeadLikelihood } from './lead-weight.ts';

/** A lead worth deciding now. */
export interface ChosenLead {
  readonly lead: Lead;
  /** Undecided records that it settles in addition to previous leads. */
  readonly settles: number;
}

/** What a person can decide in ten minutes. */
const FEWEST_FIRST = 10;

/**
 * The leads on whose undecided records most verdicts may depend, each chosen for what previous ones leave. Skips what
 * owners and services also use, such as Outlook's id. Ties: more settled records first, then the narrower lead, which
 * says less about others.
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

interface Weighed extends ChosenLead {
  readonly weight: number;
}

function findBest(known: ReadonlyMap<string, Lead>, groups: readonly LeadGroup[]): ChosenLead | null {
  const counts = new Map<string, { settles: number; stake: number }>();
  for (const { leads, undecided, stake } of groups)
    for (const text of leads) {
      const count = counts.get(text) ?? { settles: 0, stake: 0 };
      counts.set(text, { settles: count.settles + undecided, stake: count.stake + stake });
    }
  let best: Weighed | null = null;
  for (const [text, { settles, stake }] of counts) {
    const lead = known.get(text);
    if (lead === undefined) continue;
    const weighed = { lead, settles, weight: stake * toLeadLikelihood(lead) };
    if (best === null || compare(weighed, best) < 0) best = weighed;
  }
  return best === null ? null : { lead: best.lead, settles: best.settles };
}

function compare(a: Weighed, b: Weighed): number {
  return b.weight - a.weight || b.settles - a.settles || compareLeadKeys(a.lead, b.lead);
}
