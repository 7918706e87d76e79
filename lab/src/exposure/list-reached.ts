import type { Incident } from '@candor/core/incident';

/** Custodians that the intruder reached: by its records, or according to the incident file. */
export function listReached(incident: Incident, seen: readonly string[]): ReadonlySet<string> {
  const reached = new Set(seen);
  for (const { mailbox } of incident.intruder.reach) {
    if (mailbox !== 'all') reached.add(mailbox);
    else for (const { custodian } of incident.mailboxes) reached.add(custodian);
  }
  return reached;
}
