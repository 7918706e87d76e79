import { compareUtf8, Refusal } from '@candor/core/base';
import type { Incident, Intruder } from '@candor/core/incident';

/** A possible intruder indicator. `network`: an IPv4 /24 or an IPv6 /64. */
export const LEAD_KINDS = ['session', 'token', 'application', 'address', 'network'] as const;
export type LeadKind = (typeof LEAD_KINDS)[number];

export interface LeadKey {
  readonly kind: LeadKind;
  readonly value: string;
}

/** The decided owner. An owner is only known by addresses. */
export type LeadOwner = 'intruder' | 'owner';

/** A lead as a person types it: `session:3fc1…`. */
export function formatLead({ kind, value }: LeadKey): string {
  return `${kind}:${value}`;
}

/** Narrower kinds first, then by value. */
export function compareLeadKeys(a: LeadKey, b: LeadKey): number {
  return LEAD_KINDS.indexOf(a.kind) - LEAD_KINDS.indexOf(b.kind) || compareUtf8(a.value, b.value);
}

export function readLead(text: string): LeadKey {
  const at = text.indexOf(':');
  const kind = LEAD_KINDS.find((one) => one === text.slice(0, at));
  const value = text.slice(at + 1).trim();
  if (kind === undefined || value === '')
    throw new Refusal('unknown-lead', [
      `"${text}" is not a lead: write its kind and its value, such as address:198.51.100.7; kinds are ${LEAD_KINDS.join(', ')}`,
    ]);
  return { kind, value };
}

const INTRUDER_KEYS: Readonly<Record<LeadKind, Exclude<keyof Intruder, 'reach'>>> = {
  session: 'sessions',
  token: 'tokens',
  application: 'applications',
  address: 'addresses',
  network: 'addresses',
};

/** What a person adds to the incident file. */
export interface LeadEntry {
  readonly incident: Incident;
  /** The place in the incident file and the value to add there. */
  readonly key: string;
  readonly value: string;
}

/**
 * The incident file with this decision. An address becomes that of the owner `custodian`, or of the organization if
 * null.
 * @throws Refusal for an owner that such a lead cannot identify.
 */
export function applyLead(incident: Incident, lead: LeadKey, owner: LeadOwner, custodian: string | null): LeadEntry {
  const { value } = lead;
  if (owner === 'intruder') {
    const key = INTRUDER_KEYS[lead.kind];
    // Sessions and applications compare ignoring case.
    const own = lead.kind === 'session' || lead.kind === 'application' ? value.toLowerCase() : value;
    const intruder = { ...incident.intruder, [key]: [...incident.intruder[key], own] };
    return { incident: { ...incident, intruder }, key: `intruder.${key}`, value };
  }
  if (lead.kind !== 'address' && lead.kind !== 'network')
    throw new Refusal('owner-lead', [
      `an owner is identified by addresses only: ${formatLead(lead)} can be the intruder's or stay undecided`,
    ]);
  if (custodian === null) {
    const organization = { ...incident.organization, addresses: [...incident.organization.addresses, value] };
    return { incident: { ...incident, organization }, key: 'organization.addresses', value };
  }
  const mailboxes = incident.mailboxes.map((mailbox) =>
    mailbox.custodian === custodian ? { ...mailbox, addresses: [...mailbox.addresses, value] } : mailbox,
  );
  return { incident: { ...incident, mailboxes }, key: `addresses of mailbox ${custodian}`, value };
}
