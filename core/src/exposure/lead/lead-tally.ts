import type { Instant } from '@candor/core/base';
import type { AuditRecord } from '@candor/core/evidence/record';
import type { SignIn } from '@candor/core/evidence/sign-in';
import type { Incident, Window } from '@candor/core/incident';
import type { AddressFacts } from '../attribution/address-facts.ts';
import { formatLink } from '../attribution/address-set.ts';
import type { Attributed, Label } from '../attribution/attribution.ts';
import type { RecordMailbox } from '../attribution/mailbox-index.ts';
import { compareLeadKeys, formatLead, type LeadKey } from './lead.ts';
import { listIndicators, toNetwork } from './lead-keys.ts';
import { type LeadSignal, SignalTally } from './lead-signal.ts';
import { toLeadWeight } from './lead-weight.ts';
import { type ActorSignals, type LeadFacts, SignalBook } from './signal-book.ts';

export interface Lead extends LeadKey {
  readonly records: number;
  /** Ambiguous, and accepted by nobody. */
  readonly undecided: number;
  readonly intruder: number;
  readonly owner: number;
  /** Made by Microsoft's own programs (A9). */
  readonly service: number;
  readonly first: Instant;
  readonly last: Instant;
  /** Records before the window may be somebody's usual ones. */
  readonly beforeWindow: number;
  /** Entries of sign-in, directory and Graph logs; they change no verdict. */
  readonly signIns: number;
  /** Both these and the audit log. */
  readonly refusedSignIns: number;
  readonly riskySignIns: number;
  /** Recorded by sign-ins, sorted. */
  readonly countries: readonly string[];
  /** Supplied ones, sorted. */
  readonly custodians: readonly string[];
  readonly users: readonly string[];
  readonly addresses: readonly string[];
  readonly clients: readonly string[];
  readonly kinds: Readonly<Record<string, number>>;
  /** Undecided records with a client or session that their user also has from an owner's address. */
  readonly ownersOwn: number;
  readonly signals: readonly LeadSignal[];
  /** It is among the intruder's indicators of the incident file already: listing it again decides nothing. */
  readonly isListed: boolean;
}

/** Records with the same keys, and so the same leads. */
export interface LeadGroup {
  readonly leads: readonly string[];
  readonly undecided: number;
  /** Approximate number of verdicts that depend on its undecided records. */
  readonly stake: number;
}

/** Maximum listed values per lead; a program's session may have thousands. */
const LISTED = 20;

interface Counted {
  readonly key: LeadKey;
  records: number;
  undecided: number;
  first: Instant;
  last: Instant;
  beforeWindow: number;
  signIns: number;
  refusedSignIns: number;
  riskySignIns: number;
  readonly labels: Map<Label, number>;
  readonly custodians: Set<string>;
  readonly users: Set<string>;
  readonly addresses: Set<string>;
  readonly clients: Set<string>;
  readonly countries: Set<string>;
  readonly kinds: Map<string, number>;
  /** A record of each user from more than a week before the window; an innocent's habit. */
  readonly before: Map<string, string>;
}

type KeyedEntry = Pick<AuditRecord, 'sessions' | 'tokens' | 'appId' | 'clientAppId' | 'ip'>;

interface Actor {
  readonly leads: readonly Counted[];
  readonly keys: readonly string[];
  readonly signals: ActorSignals;
  readonly place: { readonly address: string | null; readonly network: string | null };
  undecided: number;
  stake: number;
}

const WEEK = 7 * 24 * 3600;

/** What the tally asks of exposure. */
export interface LeadTallyFacts extends LeadFacts {
  readonly look: (ip: string | null) => AddressFacts | null;
}

/**
 * Collects leads from labelled records. Memory grows with distinct combinations (who, from where, in which session),
 * not with records.
 */
export class LeadTally {
  readonly #window: Window;
  readonly #facts: LeadTallyFacts;
  readonly #accepted: ReadonlySet<string>;
  readonly #listed: ReadonlySet<string>;
  readonly #book: SignalBook;
  readonly #leads = new Map<string, Counted>();
  readonly #actors = new Map<unknown, Actor>();
  #undecided = 0;

  constructor(incident: Incident, facts: LeadTallyFacts) {
    this.#window = incident.window;
    this.#facts = facts;
    this.#accepted = new Set(incident.accepted.map(({ record }) => record));
    this.#listed = new Set(listIndicators(incident).map(formatLead));
    this.#book = new SignalBook(facts);
  }

  get undecided(): number {
    return this.#undecided;
  }

  /** `actor`: the same for records that share sessions, tokens, applications, address and user. */
  add(actor: unknown, record: AuditRecord, labelled: Attributed & { readonly mailbox: RecordMailbox }): void {
    const { label, mailbox } = labelled;
    const found = this.#actors.get(actor) ?? this.#addActor(actor, record);
    const isRefused = record.failed && record.kind === 'sign-in';
    // A record that failed changes no verdict.
    const isUndecided = label === 'ambiguous' && !record.failed && !this.#accepted.has(record.id);
    if (isUndecided) {
      this.#undecided += 1;
      found.undecided += 1;
      found.stake += toLeadWeight(record.kind);
    }
    this.#book.see(found.signals, record, labelled, found.place, isUndecided, isRefused);
    for (const lead of found.leads) {
      lead.records += 1;
      see(lead, record.time, this.#window);
      if (isUndecided) lead.undecided += 1;
      if (isRefused) lead.refusedSignIns += 1;
      count(lead.labels, label);
      count(lead.kinds, record.kind);
      if (mailbox.state === 'supplied') lead.custodians.add(mailbox.custodian);
      const { user } = found.signals;
      if (user !== null && record.time < this.#window.start - WEEK && !lead.before.has(user))
        lead.before.set(user, record.id);
    }
  }

  /** Entries of other logs decide nothing, and make no record undecided. */
  addSignIn(signIn: SignIn): void {
    const { time, user, sessions, tokens, appId, ip, client, country, isRefused, isRisky } = signIn;
    const keys = this.#toKeys({ sessions, tokens, appId, clientAppId: null, ip });
    if (isRefused) this.#book.seeRefusedSignIn(user, this.#toPlace(ip).network, time);
    for (const key of keys) {
      const lead = this.#addLead(key, { time, userId: user, ip, client });
      lead.signIns += 1;
      see(lead, time, this.#window);
      if (isRefused) lead.refusedSignIns += 1;
      if (isRisky) lead.riskySignIns += 1;
      if (country !== null) keep(lead.countries, country);
    }
  }

  list(): readonly Lead[] {
    const seen = this.#sumSignals();
    return [...this.#leads.values()]
      .map((lead) => {
        const { tally, ownersOwn } = seen.get(lead) ?? { tally: null, ownersOwn: 0 };
        const isListed = this.#listed.has(formatLead(lead.key));
        return { ...toLead(lead), ownersOwn, signals: tally?.list() ?? [], isListed };
      })
      .sort(compareLeads);
  }

  /** Groups only undecided records. */
  listGroups(): readonly LeadGroup[] {
    return [...this.#actors.values()]
      .filter(({ undecided }) => undecided > 0)
      .map(({ keys, undecided, stake }) => ({ leads: keys, undecided, stake }));
  }

  /** By lead: the signals of its actors with undecided records. */
  #sumSignals(): ReadonlyMap<Counted, { readonly tally: SignalTally; readonly ownersOwn: number }> {
    const sums = new Map<Counted, { tally: SignalTally; ownersOwn: number }>();
    for (const actor of this.#actors.values()) {
      if (actor.undecided === 0) continue;
      const found = this.#book.signalsOf(actor.signals);
      const isOwn = found.has('known-client') || found.has('own-session');
      for (const lead of actor.leads) {
        const sum = sums.get(lead) ?? { tally: new SignalTally(), ownersOwn: 0 };
        sums.set(lead, sum);
        sum.tally.merge(found);
        const before = lead.before.get(actor.signals.user ?? '');
        if (before !== undefined) sum.tally.add('before', before);
        if (isOwn) sum.ownersOwn += actor.undecided;
      }
    }
    return sums;
  }

  #addActor(actor: unknown, record: AuditRecord): Actor {
    const leads = this.#toKeys(record).map((key) => this.#addLead(key, record));
    const keys = leads.map(({ key }) => formatLead(key));
    const signals = this.#book.openActor(record);
    const found = { leads, keys, signals, place: this.#toPlace(record.ip), undecided: 0, stake: 0 };
    this.#actors.set(actor, found);
    return found;
  }

  #toKeys({ sessions, tokens, appId, clientAppId, ip }: KeyedEntry): LeadKey[] {
    const applications = [...new Set([appId, clientAppId])].filter((id) => id !== null);
    return [
      ...sessions.map((value): LeadKey => ({ kind: 'session', value })),
      ...tokens.map((value): LeadKey => ({ kind: 'token', value })),
      ...applications.map((value): LeadKey => ({ kind: 'application', value })),
      ...this.#toAddressKeys(ip),
    ];
  }

  #toAddressKeys(ip: string | null): LeadKey[] {
    const { address, network } = this.#toPlace(ip);
    if (address === null || network === null) return [];
    return [
      { kind: 'address', value: address },
      { kind: 'network', value: network },
    ];
  }

  /** Provider and private addresses and host names decide nothing (A5). */
  #toPlace(ip: string | null): Actor['place'] {
    const facts = this.#facts.look(ip);
    if (facts === null || facts.isExcluded) return { address: null, network: null };
    return { address: formatLink(facts.link), network: toNetwork(facts.link) };
  }

  #addLead(
    key: LeadKey,
    { time, userId, ip, client }: Pick<AuditRecord, 'time' | 'userId' | 'ip' | 'client'>,
  ): Counted {
    const text = formatLead(key);
    const lead = this.#leads.get(text) ?? {
      ...{ key, records: 0, undecided: 0, first: time, last: time, beforeWindow: 0 },
      ...{ signIns: 0, refusedSignIns: 0, riskySignIns: 0, countries: new Set<string>() },
      ...{ labels: new Map(), kinds: new Map(), custodians: new Set<string>(), users: new Set<string>() },
      ...{ addresses: new Set<string>(), clients: new Set<string>(), before: new Map<string, string>() },
    };
    this.#leads.set(text, lead);
    if (userId !== null) keep(lead.users, userId);
    if (ip !== null) keep(lead.addresses, ip);
    if (client !== null) keep(lead.clients, client);
    return lead;
  }
}

/** Before the window it may be somebody's usual one. */
function see(lead: Counted, time: Instant, { start }: Window): void {
  lead.first = Math.min(lead.first, time);
  lead.last = Math.max(lead.last, time);
  if (time < start) lead.beforeWindow += 1;
}

function keep(values: Set<string>, value: string): void {
  if (values.size < LISTED) values.add(value);
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function toLead(counted: Counted): Omit<Lead, 'signals' | 'ownersOwn' | 'isListed'> {
  const { key, labels, custodians, users, addresses, clients, countries, kinds, before: _, ...counts } = counted;
  return {
    ...key,
    ...counts,
    intruder: labels.get('intruder') ?? 0,
    owner: labels.get('owner') ?? 0,
    service: labels.get('service') ?? 0,
    custodians: [...custodians].sort(),
    users: [...users].sort(),
    addresses: [...addresses].sort(),
    clients: [...clients].sort(),
    countries: [...countries].sort(),
    kinds: Object.fromEntries([...kinds].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function compareLeads(a: Lead, b: Lead): number {
  return b.undecided - a.undecided || b.records - a.records || compareLeadKeys(a, b);
}
