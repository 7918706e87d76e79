import { type Instant, toIdKey } from '@candor/core/base';
import type { ActorKeys, AuditRecord } from '@candor/core/evidence/record';
import type { Incident, Window } from '@candor/core/incident';
import type { Reference } from '../reference/reference.ts';
import { AddressBook, type AddressFacts, isOnlyIntruders } from './address-facts.ts';
import { comesAsOwner, isOwnersLogon, isWithoutUser } from './as-owner.ts';
import { ATTRIBUTED, type Attributed } from './attributed.ts';
import { Delegates } from './delegates.ts';
import { Indicators } from './indicators.ts';
import { Learned } from './learned.ts';
import type { MailboxIndex, RecordMailbox } from './mailbox-index.ts';
import { OwnApplications } from './own-applications.ts';
import { OwnClients } from './own-clients.ts';
import { type ScatteredSession, SessionAddresses } from './session-addresses.ts';
import { Sightings } from './sightings.ts';
import type { Traits } from './traits.ts';
import { UserKeys } from './user-keys.ts';
import { WindowLinks } from './window-links.ts';

export type { Attributed, AttributionReason, Label } from './attributed.ts';

type Address = AddressFacts | null | 'contradiction';

/**
 * Attribution (docs/formats/rules.md): `Learning` shows it records first, then `label` answers for each. Memory grows
 * with the intruder's sessions, tokens, addresses and users, not with the records.
 */
export class Attribution {
  readonly indicators: Indicators;
  readonly addresses: AddressBook;
  readonly delegates: Delegates;
  readonly ownApplications: OwnApplications;
  readonly ownClients = new OwnClients();
  readonly links: WindowLinks;
  readonly sightings = new Sightings();
  readonly seenAt: SessionAddresses;
  readonly window: Window;
  readonly #mailboxes: MailboxIndex;
  readonly #firstParty: ReadonlySet<string>;
  readonly #accepted: ReadonlySet<string>;
  readonly #users = new UserKeys();
  #learned: Learned | null = null;
  #granted: ReadonlySet<string> | null = null;
  isApplicationSeen = false;

  constructor(incident: Incident, reference: Reference, mailboxes: MailboxIndex) {
    this.window = incident.window;
    this.#mailboxes = mailboxes;
    this.indicators = new Indicators(incident.intruder);
    this.addresses = new AddressBook(incident, reference);
    this.seenAt = new SessionAddresses();
    this.#firstParty = new Set(reference.firstPartyApps.map((id) => id.toLowerCase()));
    this.#accepted = new Set(incident.accepted.map(({ record }) => record));
    this.delegates = new Delegates(incident.mailboxes, mailboxes);
    this.ownApplications = new OwnApplications(incident.organization.applications);
    this.links = new WindowLinks(incident.window, this.#firstParty);
  }

  lookUp(ip: string | null): AddressFacts | null {
    return this.addresses.look(ip);
  }

  readTraits(record: AuditRecord, mailbox: RecordMailbox): Traits {
    const address = this.#choose(record, mailbox);
    return this.#toTraits(record, mailbox, address);
  }

  /** Learns from every record that carries an indicator; read it only when all of them were seen. */
  get learned(): Learned {
    this.#learned ??= new Learned(this.sightings);
    return this.#learned;
  }

  /** Call only after every pass of learning. */
  label(record: AuditRecord, mailbox: RecordMailbox): Attributed {
    const found = this.labelUnlinked(record, mailbox);
    if (found.reason !== 'out-of-window' || this.links.isEmpty) return found;
    return this.links.isLinked(record, this.chooseAddress(record, mailbox))
      ? ATTRIBUTED['linked-out-of-window']
      : found;
  }

  /** A1 to A10, and A11 for everything else. */
  labelUnlinked(record: AuditRecord, mailbox: RecordMailbox): Attributed {
    return this.#attribute(record, mailbox, true);
  }

  chooseAddress(record: AuditRecord, mailbox: RecordMailbox): AddressFacts | null {
    const address = this.#choose(record, mailbox);
    return address === 'contradiction' ? null : address;
  }

  /** An address listed as the intruder's and not excluded by A5, at any time. */
  isAtIntruderAddress(record: AuditRecord, mailbox: RecordMailbox): boolean {
    const facts = this.chooseAddress(record, mailbox);
    return facts !== null && isOnlyIntruders(facts);
  }

  isListedSession(id: string): boolean {
    return this.indicators.isSession(id);
  }

  isAccepted(id: string): boolean {
    return this.#accepted.size > 0 && this.#accepted.has(id);
  }

  toUser(userId: string | null): string | null {
    return this.#users.toKey(userId);
  }

  /** The intruder uses this user (A8): some record of the user is the intruder's. */
  isUsedByIntruder(userId: string | null): boolean {
    const { users } = this.learned;
    if (users.size === 0) return false;
    const user = this.#users.toKey(userId);
    return user !== null && users.has(user);
  }

  findDelegate({ userId }: AuditRecord, mailbox: RecordMailbox): 'listed' | 'recorded' | null {
    return this.delegates.find(toCustodian(mailbox), this.#users.toKey(userId));
  }

  isContradictory(record: AuditRecord, mailbox: RecordMailbox): boolean {
    return this.#choose(record, mailbox) === 'contradiction';
  }

  /** An owner's record (A8) that is one only by a known delegate. */
  needsDelegate(record: AuditRecord, mailbox: RecordMailbox): boolean {
    return !comesAsOwner(record) && !this.#mailboxes.isByOwner(record, mailbox);
  }

  get scatteredSessions(): readonly ScatteredSession[] {
    return this.seenAt.list();
  }

  isInside(time: Instant): boolean {
    return time >= this.window.start && time <= this.window.contained;
  }

  isOwners(facts: AddressFacts | null, mailbox: RecordMailbox): boolean {
    return this.addresses.isOwners(facts, toCustodian(mailbox));
  }

  /** With these shared values, time decides only by the side of the window on which it is. */
  isTimeless(actor: ActorKeys): boolean {
    if (actor.userId === null && actor.mailboxOwnerUpn === null && actor.appId !== null) return false;
    const facts = [actor.ip, ...actor.addresses].map((text) => this.addresses.look(text));
    if (facts.some((each) => each !== null && this.learned.isLearned(each.link))) return false;
    return !(this.isUsedByIntruder(actor.userId) && facts.some((each) => each?.isOrganizations === true));
  }

  #choose(record: AuditRecord, mailbox: RecordMailbox): Address {
    if (record.addresses.length === 0) return this.addresses.look(record.ip);
    return this.addresses.choose(record, toCustodian(mailbox));
  }

  #toTraits(record: AuditRecord, mailbox: RecordMailbox, address: Address): Traits {
    const { client, appId, clientAppId, contradicts } = record;
    const facts = address === 'contradiction' ? null : address;
    return {
      user: this.#users.toKey(record.userId),
      box: toBox(mailbox),
      ...this.indicators.pick(record),
      client,
      appId,
      clientAppId,
      contradiction:
        address === 'contradiction' ? 'address-contradiction' : contradicts.length > 0 ? 'record-contradiction' : null,
      address: facts,
      isOwners: this.isOwners(facts, mailbox),
      isByOwner: this.#mailboxes.isByOwner(record, mailbox),
    };
  }

  /** `mayBeOwn`: a grant of an own application is never such an application's own record (A9b). */
  #attribute(record: AuditRecord, mailbox: RecordMailbox, mayBeOwn: boolean): Attributed {
    const address = this.#choose(record, mailbox);
    const isInside = this.isInside(record.time);
    const facts = address === 'contradiction' ? null : address;
    const isAtIntruders = facts !== null && isOnlyIntruders(facts);
    const mayBeIntruders = isAtIntruders || address === 'contradiction' || record.contradicts.length > 0;
    if (mayBeIntruders || this.indicators.hasAny(record)) {
      const traits = { ...this.#toTraits(record, mailbox, address), isOnlyIntruders: isAtIntruders };
      const judged = this.learned.judge(traits, isInside);
      if (judged !== null) return judged;
    }
    return (
      (facts === null ? null : this.#attributeByAddress(record, mailbox, facts, isInside, mayBeOwn)) ??
      (isInside ? ATTRIBUTED.unattributed : ATTRIBUTED['out-of-window'])
    );
  }

  /** A6 to A9. */
  #attributeByAddress(
    record: AuditRecord,
    mailbox: RecordMailbox,
    facts: AddressFacts,
    isInside: boolean,
    mayBeOwn: boolean,
  ): Attributed | null {
    if (isInside && this.#isLearned(record, mailbox, facts)) return ATTRIBUTED['address-expanded'];
    if (facts.isIntruders && facts.isAnyOwners) return ATTRIBUTED['shared-address'];
    if (mayBeOwn && this.#isOwnApplication(record, facts)) return ATTRIBUTED['own-application'];
    const isOwners = this.isOwners(facts, mailbox);
    if (isOwners && this.#isSharedAccount(record, mailbox, facts)) return ATTRIBUTED['shared-account'];
    if (this.#isOwner(record, mailbox, facts, isOwners)) return ATTRIBUTED['owner-address'];
    if (isOwners && isInside) return ATTRIBUTED['other-user'];
    return facts.isProviders && this.#isService(record) ? ATTRIBUTED.service : null;
  }

  /** A6. */
  #isLearned(record: AuditRecord, mailbox: RecordMailbox, facts: AddressFacts): boolean {
    if (record.sessions.length > 0 || facts.isExcluded || facts.isAnyOwners) return false;
    if (!this.learned.isLearned(facts.link)) return false;
    return this.learned.isNear(facts.link, record.time, this.#users.toKey(record.userId), toBox(mailbox));
  }

  /** A9b. */
  #isOwnApplication(record: AuditRecord, { address }: AddressFacts): boolean {
    if (this.ownApplications.isEmpty || !isWithoutUser(record)) return false;
    if (!this.ownApplications.isListed(record, address)) return false;
    this.#granted ??= this.#findGranted();
    const { appId, clientAppId } = record;
    const isGranted = (id: string | null) => id !== null && this.#granted?.has(id) === true;
    return !isGranted(appId) && !isGranted(clientAppId);
  }

  #findGranted(): ReadonlySet<string> {
    const granted = new Set<string>();
    for (const { record, mailbox, ids } of this.ownApplications.grants) {
      if (this.isAccepted(record.id)) continue;
      const { label } = this.#attribute(record, mailbox, false);
      if (label === 'intruder' || label === 'ambiguous') for (const id of ids) granted.add(id);
    }
    return granted;
  }

  /** A8a. */
  #isSharedAccount(record: AuditRecord, mailbox: RecordMailbox, facts: AddressFacts): boolean {
    const { users } = this.learned;
    if (users.size === 0 || !facts.isOrganizations) return false;
    const custodian = toCustodian(mailbox);
    if (custodian !== null && this.addresses.isOwn(facts, custodian)) return false;
    const user = this.#users.toKey(record.userId);
    if (user === null || users.get(user)?.isNear(record.time) !== true) return false;
    return !this.ownClients.isKnown(user, record);
  }

  /** A8. */
  #isOwner(record: AuditRecord, mailbox: RecordMailbox, facts: AddressFacts, isOwners: boolean): boolean {
    if (!facts.isAnyOwners) return false;
    const isByOwner = this.#mailboxes.isByOwner(record, mailbox);
    if (isOwners && isByOwner) return true;
    const isDelegate = this.findDelegate(record, mailbox) !== null;
    if (!isOwners && !(isDelegate && this.#isUsersOwn(record, facts))) return false;
    if (isByOwner) return true;
    if (this.isUsedByIntruder(record.userId)) return false;
    return isDelegate || comesAsOwner(record);
  }

  #isUsersOwn({ userId }: AuditRecord, facts: AddressFacts): boolean {
    const custodian = userId === null ? null : this.#mailboxes.name(userId);
    return custodian !== null && this.addresses.isOwn(facts, custodian);
  }

  /** A9, except for the address. */
  #isService(record: AuditRecord): boolean {
    const { kind, sessions, client } = record;
    if ((kind !== 'bind' && kind !== 'sync') || sessions.length > 0 || !isOwnersLogon(record)) return false;
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

function toCustodian(mailbox: RecordMailbox): string | null {
  return mailbox.state === 'supplied' ? mailbox.custodian : null;
}

/** A key of its mailbox, supplied or not; null when it tells none or may be anybody's. */
function toBox(mailbox: RecordMailbox): string | null {
  if (mailbox.state === 'supplied') return `supplied ${mailbox.custodian}`;
  return mailbox.state === 'foreign' ? `foreign ${toIdKey(mailbox.key)}` : null;
}

/** Start of `ClientInfoString` in browsers, whose users have a first-party application's id. */
const BROWSER = 'client=owa';
