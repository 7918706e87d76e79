import { compareLeadKeys, formatLead } from './lead.ts';
import { type Suspicion, weighSignals } from './lead-signal.ts';
import type { Lead, LeadGroup } from './lead-tally.ts';

/** A lead worth deciding now. */
export interface ChosenLead {
  readonly lead: Lead;
  readonly settles: number;
}

/** What a person can decide in ten minutes. */
const MIN_FIRST_LEADS = 10;

/**
 * The leads to decide first: the most suspicious first, and of equally suspicious ones that on whose remaining
 * undecided records most verdicts may depend. Each is chosen for what previous ones leave. Ties: more settled records
 * first, then the narrower lead, which says less about others.
 */
export function chooseLeads(
  leads: readonly Lead[],
  groups: readonly LeadGroup[],
  most: number = MIN_FIRST_LEADS,
): readonly ChosenLead[] {
  const known = new Map(leads.filter(mayDecide).map((lead) => [formatLead(lead), lead]));
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

/**
 * What an owner or a service uses too decides nothing by itself, such as Outlook's id. A session or token with a strong
 * signal is shown all the same, because an insider has one of his own.
 */
function mayDecide({ kind, owner, service, signals, isListed }: Lead): boolean {
  if (isListed) return false;
  if (owner === 0 && service === 0) return true;
  return (kind === 'session' || kind === 'token') && weighSignals(signals).strong > 0;
}

interface Weighed extends ChosenLead, Suspicion {
  readonly stake: number;
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
    const weighed = { lead, settles, stake, ...weighSignals(lead.signals) };
    if (best === null || compare(weighed, best) < 0) best = weighed;
  }
  return best === null ? null : { lead: best.lead, settles: best.settles };
}

function compare(a: Weighed, b: Weighed): number {
  return (
    b.strong - a.strong ||
    Number(isMixed(a)) - Number(isMixed(b)) ||
    b.rest - a.rest ||
    b.stake - a.stake ||
    b.settles - a.settles ||
    compareLeadKeys(a.lead, b.lead)
  );
}

/** An owner or a service has the lead's value, too. */
function isMixed({ lead: { owner, service } }: ChosenLead): boolean {
  return owner + service > 0;
}
