import { compareUtf8 } from '@candor/core/base';
import { type EnvelopeAddress, readEnvelopeAddress } from '@candor/core/evidence/address';
import type { Contact, PartyKind } from '@candor/core/impact/party';

/** Rungs of the ladder, best first. `own-address` is a person's only one. */
export const RUNGS = ['curated', 'directory', 'security-txt', 'roles', 'correspondents', 'own-address'] as const;
export type Rung = (typeof RUNGS)[number];

/** Rungs whose mailbox may be anybody's: what goes there gives numbers and names no address. */
const GUESSED_RUNGS: ReadonlySet<Rung> = new Set<Rung>(['roles', 'correspondents']);

export function isGuessedRung(rung: Rung): boolean {
  return GUESSED_RUNGS.has(rung);
}

/** One address that may be written to. */
export interface LadderContact {
  /** The form for the envelope. */
  readonly address: string;
  readonly role: string | null;
  readonly language: string | null;
  readonly rung: Rung;
}

export interface LadderStep {
  readonly rung: Rung;
  /** Role mailboxes one after the other, all others in parallel. */
  readonly contacts: readonly LadderContact[];
}

export interface UnusableContact {
  readonly contact: string;
  readonly why: 'no-address' | 'withdrawn' | 'do-not-contact' | 'internal' | 'nobody-reads-it';
}

export interface Ladder {
  /** Only non-empty rungs. */
  readonly steps: readonly LadderStep[];
  readonly unusable: readonly UnusableContact[];
}

export interface LadderSources {
  readonly kind: PartyKind;
  /** Registrable domains of the party. */
  readonly domains: readonly string[];
  /** Its addresses in exposed messages, with how many messages have each. */
  readonly addresses: readonly { readonly address: string; readonly messages: number }[];
  readonly curated: readonly Contact[];
  readonly imported: readonly Contact[];
  readonly withdrawn: readonly string[];
  /** Mail addresses that security.txt of its domains names. */
  readonly observed: readonly Contact[];
  /** The organization's own domains: nobody is notified through the breached organization. */
  readonly organizationDomains: readonly string[];
  /** Addresses that asked not to be written to, lower case. */
  readonly doNotContact: ReadonlySet<string>;
}

/** RFC 2142 names, and what privacy officers use. */
const ROLE_NAMES = ['security', 'privacy', 'abuse', 'postmaster'] as const;
/** Domains whose role mailboxes are tried; a party with more is reached through its first ones. */
const MAX_ROLE_DOMAINS = 3;
/** Known correspondents that are written to at once. */
const MAX_CORRESPONDENTS = 3;
/** A directory with more contacts for one rung names one list or is wrong. */
const MAX_RUNG = 12;
/** No-reply senders: a notice there is lost. */
const unread = /^(?:no-?reply|do-?not-?reply|mailer-daemon|bounces?|postmaster-noreply|notifications?)(?:[+._@-]|$)/i;

/** The address that a contact is, or null: a directory and people may give a telephone number, or a slip. */
export function readContactAddress(contact: string): EnvelopeAddress | null {
  return readEnvelopeAddress(contact.trim().replace(/^mailto:/i, ''));
}

/** Contacts in order. Each address is only on its best rung. */
export function buildLadder(sources: LadderSources): Ladder {
  const unusable: UnusableContact[] = [];
  const used = new Set<string>();
  const withdrawn = new Set(sources.withdrawn.map((contact) => contact.toLowerCase()));
  const take = (rung: Rung, contacts: readonly Contact[]): LadderStep => {
    const taken: LadderContact[] = [];
    for (const { contact, role, language } of contacts) {
      const address = readContactAddress(contact);
      const why = address === null ? 'no-address' : judge(address, sources, withdrawn);
      if (address === null || why !== null) unusable.push({ contact, why: why ?? 'no-address' });
      else if (!used.has(address.address.toLowerCase()) && taken.length < MAX_RUNG) {
        used.add(address.address.toLowerCase());
        taken.push({ address: address.address, role, language, rung });
      }
    }
    return { rung, contacts: taken };
  };
  const steps = sources.kind === 'person' ? [take('own-address', toOwn(sources))] : toSteps(sources, take);
  return { steps: steps.filter(({ contacts }) => contacts.length > 0), unusable };
}

function toSteps(
  sources: LadderSources,
  take: (rung: Rung, contacts: readonly Contact[]) => LadderStep,
): readonly LadderStep[] {
  const domains = sortDomains(sources).slice(0, MAX_ROLE_DOMAINS);
  const roles = ROLE_NAMES.flatMap((role) =>
    domains.map((domain) => ({ contact: `${role}@${domain}`, role, language: null })),
  );
  const known = sortAddresses(sources)
    .filter(({ address }) => !unread.test(address))
    .slice(0, MAX_CORRESPONDENTS)
    .map(({ address }) => ({ contact: address, role: null, language: null }));
  return [
    take('curated', sources.curated),
    take('directory', sources.imported),
    take('security-txt', sources.observed),
    take('roles', roles),
    take('correspondents', known),
  ];
}

/** A person is notified only at the addresses in the messages: another address may belong to somebody else. */
function toOwn(sources: LadderSources): readonly Contact[] {
  const languages = [...sources.curated, ...sources.imported].map(({ language }) => language);
  const language = languages.find((tag) => tag !== null) ?? null;
  return sortAddresses(sources).map(({ address }) => ({ contact: address, role: null, language }));
}

function judge(
  { address, local, domain }: EnvelopeAddress,
  { doNotContact, organizationDomains }: LadderSources,
  withdrawn: ReadonlySet<string>,
): UnusableContact['why'] | null {
  const lower = address.toLowerCase();
  if (withdrawn.has(lower)) return 'withdrawn';
  if (doNotContact.has(lower)) return 'do-not-contact';
  if (organizationDomains.some((own) => domain === own || domain.endsWith(`.${own}`))) return 'internal';
  return unread.test(local) ? 'nobody-reads-it' : null;
}

/** Most messages first. */
function sortAddresses({ addresses }: LadderSources): LadderSources['addresses'] {
  return [...addresses].sort((a, b) => b.messages - a.messages || compareUtf8(a.address, b.address));
}

/** The domain with most messages first. */
function sortDomains({ domains, addresses }: LadderSources): readonly string[] {
  const count = (domain: string) =>
    addresses
      .filter(({ address }) => address.endsWith(`@${domain}`) || address.endsWith(`.${domain}`))
      .reduce((sum, { messages }) => sum + messages, 0);
  return domains
    .map((domain) => ({ domain, messages: count(domain) }))
    .sort((a, b) => b.messages - a.messages || compareUtf8(a.domain, b.domain))
    .map(({ domain }) => domain);
}
