import type { Instant } from '@candor/core/base';
import { type AccessRecord, type Incident, toIdKey, type Window } from '@candor/core/evidence';
import type { Reference } from '../reference.ts';
import { AddressBook, type AddressFacts } from './address-facts.ts';
import type { NetworkAddress } from './address-set.ts';
import { type Learned, SessionLearner } from './session-learner.ts';

/** Who made a record. Only `intruder` and `ambiguous` have any strength in a verdict. */
export type Label = 'intruder' | 'ambiguous' | 'owner' | 'service' | 'outside';

export type AttributionReason =
  | 'session'
  | 'token'
  | 'application'
  | 'shared-session'
  | 'session-split'
  | 'address'
  | 'address-expanded'
  | 'shared-address'
  | 'owner-address'
  | 'service'
  | 'unattributed'
  | 'out-of-window';

/** What of a record decides whether anything can be learned from it. */
export type TeachingKeys = Pick<AccessRecord, 'sessions' | 'tokens' | 'appId' | 'clientAppId'>;

export interface Attributed {
  readonly label: Label;
  readonly reason: AttributionReason;
}

/**
 * Attribution (docs/formats/rules.md) in two passes: `learn` sees every record once, then `label` answers for each. Memory grows with
 * the intruder's sessions, tokens and addresses, not with the records.
 */
export class Attribution {
  readonly #window: Window;
  readonly #addresses: AddressBook;
  readonly #tokens: ReadonlySet<string>;
  readonly #applications: ReadonlySet<string>;
  readonly #sessions: ReadonlySet<string>;
  readonly #firstParty: ReadonlySet<string>;
  readonly #learner: SessionLearner;
  #learned: Learned | null = null;
  #isApplicationSeen = false;

  constructor(incident: Incident, reference: Reference) {
    this.#window = incident.window;
    this.#addresses = new AddressBook(incident, reference);
    this.#tokens = new Set(incident.intruder.tokens);
    this.#applications = new Set(incident.intruder.applications.map(toIdKey));
    this.#sessions = new Set(incident.intruder.sessions.map(toIdKey));
    this.#firstParty = new Set(reference.firstPartyApps.map((id) => id.toLowerCase()));
    this.#learner = new SessionLearner();
  }

  mayTeach({ sessions, tokens, appId, clientAppId }: TeachingKeys): boolean {
    return (
      this.#isIntrudersApplication({ appId, clientAppId }) ||
      holdsOneOf(this.#sessions, sessions) ||
      holdsOneOf(this.#tokens, tokens)
    );
  }

  /** `custodian`: of the record's mailbox, null when it is not supplied or not named. */
  learn(record: AccessRecord, custodian: string | null): void {
    const isApplication = this.#isIntrudersApplication(record);
    if (isApplication) this.#isApplicationSeen = true;
    const sessions = record.sessions.length === 0 ? NONE : record.sessions.filter((id) => this.#sessions.has(id));
    const tokens = record.tokens.length === 0 ? NONE : record.tokens.filter((id) => this.#tokens.has(id));
    if (sessions.length === 0 && tokens.length === 0) return;
    const facts = this.#addresses.look(record.ip);
    const isOwners = this.#addresses.isOwners(facts, custodian);
    this.#learner.see({ time: record.time, sessions, tokens, isApplication, isOwners, link: toTeaching(facts) });
  }

  /** Call only after every record was learned. */
  label(record: AccessRecord, custodian: string | null): Attributed {
    this.#learned ??= this.#learner.finish();
    const { isShared } = this.#learned;
    let hasShared = false;
    for (const id of record.sessions) {
      if (!this.#sessions.has(id)) continue;
      if (!isShared(id)) return SESSION;
      hasShared = true;
    }
    if (holdsOneOf(this.#tokens, record.tokens)) return TOKEN;
    if (this.#isIntrudersApplication(record)) return APPLICATION;
    const facts = this.#addresses.look(record.ip);
    const isOwners = this.#addresses.isOwners(facts, custodian);
    if (hasShared) return isOwners ? SHARED_SESSION : SESSION_SPLIT;
    const isInside = record.time >= this.#window.start && record.time <= this.#window.contained;
    if (facts !== null) {
      if (isInside && !isOwners && !facts.isExcluded) {
        if (facts.isIntruders) return ADDRESS;
        if (record.sessions.length === 0 && this.#learned.isNear(facts.link, record.time)) return ADDRESS_EXPANDED;
      }
      if (isOwners) return facts.isIntruders ? SHARED_ADDRESS : OWNER_ADDRESS;
      if (facts.isProviders && this.#isFirstParty(record)) return SERVICE;
    }
    return isInside ? UNATTRIBUTED : OUT_OF_WINDOW;
  }

  /** An address that the incident lists as the intruder's and that no exclusion of A5 takes back, at any time. */
  isAtIntruderAddress(record: AccessRecord, custodian: string | null): boolean {
    const facts = this.#addresses.look(record.ip);
    return facts?.isIntruders === true && !facts.isExcluded && !this.#addresses.isOwners(facts, custodian);
  }

  isListedSession(id: string): boolean {
    return this.#sessions.has(id);
  }

  /** Some record, anywhere and by anyone, shows one of the intruder's applications in use (G2). */
  get isApplicationSeen(): boolean {
    return this.#isApplicationSeen;
  }

  #isIntrudersApplication(record: Pick<AccessRecord, 'appId' | 'clientAppId'>): boolean {
    if (this.#applications.size === 0) return false;
    return (
      (record.appId !== null && this.#applications.has(record.appId)) ||
      (record.clientAppId !== null && this.#applications.has(record.clientAppId))
    );
  }

  /** A9: every application id that the record has, and it has one. */
  #isFirstParty({ appId, clientAppId }: AccessRecord): boolean {
    if (appId === null && clientAppId === null) return false;
    return (
      (appId === null || this.#firstParty.has(appId)) && (clientAppId === null || this.#firstParty.has(clientAppId))
    );
  }
}

/** A1–A3 outside the window: the window is too narrow, and a person must look (docs/formats/rules.md, Attribution). */
export function isBeyondWindow({ time }: { readonly time: Instant }, { reason }: Attributed, window: Window): boolean {
  if (reason !== 'session' && reason !== 'token' && reason !== 'application') return false;
  return time < window.start || time > window.contained;
}

/** Asked of millions of records, where a set is mostly empty. */
function holdsOneOf(listed: ReadonlySet<string>, ids: readonly string[]): boolean {
  if (listed.size === 0) return false;
  for (const id of ids) if (listed.has(id)) return true;
  return false;
}

/** Loopback, private and provider addresses never expand. */
function toTeaching(facts: AddressFacts | null): NetworkAddress | null {
  return facts === null || facts.isExcluded ? null : facts.link;
}

const NONE: readonly string[] = [];
const SESSION: Attributed = { label: 'intruder', reason: 'session' };
const TOKEN: Attributed = { label: 'intruder', reason: 'token' };
const APPLICATION: Attributed = { label: 'intruder', reason: 'application' };
const SHARED_SESSION: Attributed = { label: 'ambiguous', reason: 'shared-session' };
const SESSION_SPLIT: Attributed = { label: 'intruder', reason: 'session-split' };
const ADDRESS: Attributed = { label: 'intruder', reason: 'address' };
const ADDRESS_EXPANDED: Attributed = { label: 'intruder', reason: 'address-expanded' };
const SHARED_ADDRESS: Attributed = { label: 'ambiguous', reason: 'shared-address' };
const OWNER_ADDRESS: Attributed = { label: 'owner', reason: 'owner-address' };
const SERVICE: Attributed = { label: 'service', reason: 'service' };
const UNATTRIBUTED: Attributed = { label: 'ambiguous', reason: 'unattributed' };
const OUT_OF_WINDOW: Attributed = { label: 'outside', reason: 'out-of-window' };
