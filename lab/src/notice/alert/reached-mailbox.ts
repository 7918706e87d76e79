import type { Alerts } from '@candor/core/exposure/alert';
import type { Incident } from '@candor/core/incident';
import { listReached } from '../../exposure/index.ts';

/**
 * Why an address may get no alert: its mailbox, or one that mail to it comes to, is one that the intruder reached, and
 * it would read that it was seen. Null where nothing is known against it.
 * @param alerts of the newest exposure; null before the first.
 */
export function findReachedMailbox(
  address: string,
  incident: Incident,
  alerts: Pick<Alerts, 'mailboxesReached' | 'forwardedTo'> | null,
): string | null {
  const known = toPlain(address);
  const reached = listReached(incident, alerts?.mailboxesReached ?? []);
  if ([...reached].some((name) => toPlain(name) === known)) return 'the intruder reached this mailbox';
  if ((alerts?.forwardedTo ?? []).some((target) => toPlain(target) === known))
    return 'the intruder had mail forwarded to this address';
  const [local = '', domain = ''] = splitAddress(known);
  const isOwn = incident.organization.domains.some((own) => domain === own || domain.endsWith(`.${own}`));
  const owner = incident.mailboxes.find(({ custodian, address: own, names }) => {
    if (!reached.has(custodian)) return false;
    // A name without a domain is an alias at one of the organization's.
    return [own, ...names].some((name) => toPlain(name) === known || (isOwn && toPlain(name) === local));
  });
  if (owner !== undefined)
    return `the intruder reached the mailbox of ${owner.custodian}, who gets mail at this address`;
  if (isOwn && incident.intruder.reach.some(({ mailbox }) => mailbox === 'all'))
    return 'the intruder could reach all mailboxes of the organization (intruder.reach)';
  return null;
}

/** Without case, and without what a `+` puts behind the name of a mailbox. */
function toPlain(address: string): string {
  const [local, domain] = splitAddress(address.trim().toLowerCase());
  return domain === undefined ? local : `${local.split('+')[0]}@${domain}`;
}

function splitAddress(address: string): [string, string?] {
  const at = address.lastIndexOf('@');
  return at < 0 ? [address] : [address.slice(0, at), address.slice(at + 1)];
}
