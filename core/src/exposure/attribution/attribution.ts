import type { Instant } from '@candor/core/base';
import { toIdKey } from '@candor/core/base';
import type { Incident, Window } from '@candor/core/evidence/incident';
import type { AuditRecord } from '@candor/core/evidence/record';
import type { Reference } from '../reference/reference.ts';
import { AddressBook, type AddressFacts, isOnlyIntruders } from './address-facts.ts';
import type { NetworkAddress } from './address-set.ts';
import { isOwnersLogon } from './as-owner.ts';
import { CompromisedUsers, isRefusedSignIn } from './compromised-users.ts';
import type { MailboxIndex, RecordMailbox } from './mailbox-index.ts';
import { type ScatteredSession, SessionAddresses } from './session-addresses.ts';
import { type Learned, SessionLearner } from './session-learner.ts';

/** Who made a record. Only `intruder` and `ambiguous` have any strength in a verdict. */
export type Label = 'intruder' | 'ambiguous' | 'owner' | 'service' | 'outside';

export type AttributionReason =
  | 'session'
  | 'token'
  | 'application'
  | 'shared-application'
  | 'shared-session'
  | 'session-split'
  | 'address'
  | 'address-out-of-window'
  | 'address-expanded'
  | 'shared-address'
  | 'owner-address'
  | 'other-user'
  | 'service'
  | 'own-application'
  | 'address-contradiction'
  | 'record-contradiction'
  | 'shared-account'
  | 'linked-out-of-window'
  | 'unattributed'
  | 'out-of-window';

/** The part of a record that decides whether anything can be learned from it. */
export type TeachingKeys = Pick<AuditRecord, 'sessions' | 'tokens' | 'appId' | 'clientAppId' | 'ip'>;

export interface Attributed {
  readonly label: Label;
  readonly reason: AttributionReason;
}

/**
 * Attribution (docs/formats/rules.md) in two passes: `learn` sees every record once, then `label` answers for each.
 * Memory grows with the intruder's sessions, tokens, addresses and users, not with the records.
 */
export class Attribution {
  readonly #window: Window;
  readonly #mailboxes: MailboxIndex;
  readonly #addresses: AddressBook;
  readonly #tokens: ReadonlySet<string>;
  readonly #applications: ReadonlySet<string>;
  readonly #sessions: ReadonlySet<string>;
  readonly #firstParty: ReadonlySet<string>;
  readonly #learner = new SessionLearner();
  readonly #seenAt = new SessionAddresses();
  readonly #users = new CompromisedUsers();
  #learned: Learned | null = null;
  #isApplicationSeen = false;

  constructor(incident: Incident, reference: Reference, mailboxes: MailboxIndex) {
    this.#window = incident.window;
    this.#mailboxes = mailboxes;
    this.#addresses = new AddressBook(incident, reference);
    this.#tokens = new Set(incident.intruder.tokens);
    this.#applications = new Set(incident.intruder.applications.map(toIdKey));
    this.#sessions = new Set(incident.intruder.sessions.map(toIdKey));
    this.#firstParty = new Set(reference.firstPartyApps.map((id) => id.toLowerCase()));
  }

  /** What the incident file says about an address; null for no address and for a host name. */
  lookUp(ip: string | null): AddressFacts | null {
    return this.#addresses.look(ip);
  }

  mayTeach({ sessions, tokens, appId, clientAppId, ip }: TeachingKeys): boolean {
    if (this.#isIntrudersApplication({ appId, clientAppId })) return true;
    if (holdsOneOf(this.#sessions, sessions) || holdsOneOf(this.#tokens, tokens)) return true;
    const facts = this.#addresses.look(ip);
    return facts !== null && isOnlyIntruders(facts);
  }

  learn(record: AuditRecord, mailbox: RecordMailbox): void {
    const isApplication = this.#isIntrudersApplication(record);
    if (isApplication) this.#isApplicationSeen = true;
    const sessions = record.sessions.length === 0 ? NONE : record.sessions.filter((id) => this.#sessions.has(id));
    const tokens = record.tokens.length === 0 ? NONE : record.tokens.filter((id) => this.#tokens.has(id));
    const facts = this.#addresses.look(record.ip);
    const isOwners = this.#isOwners(facts, mailbox);
    // A1 to A5. A session's own records decide whether it is shared: another address is A1 or the intruder's half of
    // A4.
    const isIntruders =
      tokens.length > 0 ||
      (isApplication && !(isOwners && this.#mailboxes.isByOwner(record, mailbox))) ||
      (sessions.length > 0 && !isOwners) ||
      (facts !== null && isOnlyIntruders(facts) && this.#isInside(record.time));
    if (isIntruders && !isRefusedSignIn(record)) this.#users.add(record.userId);
    if (sessions.length === 0 && tokens.length === 0) return;
    this.#seenAt.see(sessions, facts);
    this.#learner.see({ time: record.time, sessions, tokens, isApplication, isOwners, link: toTeaching(facts) });
  }

  /** Call only after every record was learned. */
  label(record: AuditRecord, mailbox: RecordMailbox): Attributed {
    this.#learned ??= this.#learner.finish();
    const { isShared } = this.#learned;
    let hasShared = false;
    for (const id of record.sessions) {
      if (!this.#sessions.has(id)) continue;
      if (!isShared(id)) return SESSION;
      hasShared = true;
    }
    if (holdsOneOf(this.#tokens, record.tokens)) return TOKEN;
    const facts = this.#addresses.look(record.ip);
    const isOwners = this.#isOwners(facts, mailbox);
    if (this.#isIntrudersApplication(record)) {
      return isOwners && this.#mailboxes.isByOwner(record, mailbox) ? SHARED_APPLICATION : APPLICATION;
    }
    if (hasShared) return isOwners ? SHARED_SESSION : SESSION_SPLIT;
    const isInside = this.#isInside(record.time);
    if (facts !== null) {
      if (isOnlyIntruders(facts)) return isInside ? ADDRESS : ADDRESS_OUT_OF_WINDOW;
      if (isInside && this.#isLearned(record, facts, this.#learned)) return ADDRESS_EXPANDED;
      if (facts.isIntruders && facts.isAnyOwners) return SHARED_ADDRESS;
      if (isOwners) return this.#isByUsedStranger(record, mailbox) ? OTHER_USER : OWNER_ADDRESS;
      if (facts.isProviders && this.#isService(record)) return SERVICE;
    }
    return isInside ? UNATTRIBUTED : OUT_OF_WINDOW;
  }

  /** An address listed as the intruder's and not excluded by A5, at any time. */
  isAtIntruderAddress(record: AuditRecord): boolean {
    const facts = this.#addresses.look(record.ip);
    return facts !== null && isOnlyIntruders(facts);
  }

  isListedSession(id: string): boolean {
    return this.#sessions.has(id);
  }

  /** The intruder uses this user (A8): some record of the user is the intruder's. */
  isUsedByIntruder(userId: string | null): boolean {
    return this.#users.has(userId);
  }

  get scatteredSessions(): readonly ScatteredSession[] {
    return this.#seenAt.list();
  }

  /** Some record of anyone shows one of the intruder's applications in use (G2). */
  get isApplicationSeen(): boolean {
    return this.#isApplicationSeen;
  }

  #isInside(time: Instant): boolean {
    return time >= this.#window.start && time <= this.#window.contained;
  }

  #isOwners(facts: AddressFacts | null, mailbox: RecordMailbox): boolean {
    return this.#addresses.isOwners(facts, mailbox.state === 'supplied' ? mailbox.custodian : null);
  }

  /** A6. */
  #isLearned(record: AuditRecord, facts: AddressFacts, learned: Learned): boolean {
    if (record.sessions.length > 0 || facts.isExcluded || facts.isAnyOwners) return false;
    return learned.isNear(facts.link, record.time);
  }

  /** A8b: another user than the mailbox's owner, used by the intruder. */
  #isByUsedStranger(record: AuditRecord, mailbox: RecordMailbox): boolean {
    return this.#users.has(record.userId) && !this.#mailboxes.isByOwner(record, mailbox);
  }

  #isIntrudersApplication(record: Pick<AuditRecord, 'appId' | 'clientAppId'>): boolean {
    if (this.#applications.size === 0) return false;
    return (
      (record.appId !== null && this.#applications.has(record.appId)) ||
      (record.clientAppId !== null && this.#applications.has(record.clientAppId))
    );
  }

  /** A9, except for the address. */
  #isService(record: AuditRecord): boolean {
    const { kind, sessions, client } = record;
    if ((kind !== 'bind' && kind !== 'sync') || sessions.length > 0) return false;
    if (!isOwnersLogon(record)) return false;
    return !(client ?? '').toLowerCase().startsWith(BROWSER) && this.#isFirstParty(record);
  }

  /** All application ids of the record, at least one. */
  #isFirstParty({ appId, clientAppId }: AuditRecord): boolean {
    if (appId === null && clientAppId === null) return false;
    return (
      (appId === null || this.#firstParty.has(appId)) && (clientAppId === null || this.#firstParty.has(clientAppId))
    );
  }
}

/**
 * A1–A3 and A5 outside the window: the window is too narrow, and a person must review it (docs/formats/rules.md,
 * Attribution).
 */
export function isBeyondWindow({ time }: { readonly time: Instant }, { reason }: Attributed, window: Window): boolean {
  if (reason === 'address-out-of-window') return true;
  if (reason !== 'session' && reason !== 'token' && reason !== 'application') return false;
  return time < window.start || time > window.contained;
}

/** Called for millions of records, with mostly empty sets. */
function holdsOneOf(listed: ReadonlySet<string>, ids: readonly string[]): boolean {
  if (listed.size === 0) return false;
  for (const id of ids) if (listed.has(id)) return true;
  return false;
}

/** What A5 excludes never expands. */
function toTeaching(facts: AddressFacts | null): NetworkAddress | null {
  return facts === null || facts.isExcluded || facts.isAnyOwners ? null : facts.link;
}

/** Start of `ClientInfoString` in browsers, whose users have a first-party application's id. */
const BROWSER = 'client=owa';

const NONE: readonly string[] = [];
const SESSION: Attributed = { label: 'intruder', reason: 'session' };
const TOKEN: Attributed = { label: 'intruder', reason: 'token' };
const APPLICATION: Attributed = { label: 'intruder', reason: 'application' };
const SHARED_APPLICATION: Attributed = { label: 'ambiguous', reason: 'shared-application' };
const SHARED_SESSION: Attributed = { label: 'ambiguous', reason: 'shared-session' };
const SESSION_SPLIT: Attributed = { label: 'intruder', reason: 'session-split' };
const ADDRESS: Attributed = { label: 'intruder', reason: 'address' };
const ADDRESS_OUT_OF_WINDOW: Attributed = { label: 'ambiguous', reason: 'address-out-of-window' };
const ADDRESS_EXPANDED: Attributed = { label: 'intruder', reason: 'address-expanded' };
const SHARED_ADDRESS: Attributed = { label: 'ambiguous', reason: 'shared-address' };
const OWNER_ADDRESS: Attributed = { label: 'owner', reason: 'owner-address' };
const OTHER_USER: Attributed = { label: 'ambiguous', reason: 'other-user' };
const SERVICE: Attributed = { label: 'service', reason: 'service' };
const UNATTRIBUTED: Attributed = { label: 'ambiguous', reason: 'unattributed' };
const OUT_OF_WINDOW: Attributed = { label: 'outside', reason: 'out-of-window' };
