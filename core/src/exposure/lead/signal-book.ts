import type { Instant } from '@candor/core/base';
import type { AuditRecord } from '@candor/core/evidence/record';
import type { Attributed } from '../attribution/attribution.ts';
import type { RecordMailbox } from '../attribution/mailbox-index.ts';
import { GrantList } from './grant-list.ts';
import { HourSeries } from './hour-series.ts';
import { SignalTally } from './lead-signal.ts';
import { asksForSecrets } from './secret-words.ts';
import { SessionStarts } from './session-starts.ts';
import { RefusalLog, UserHistory } from './user-history.ts';

const WEEK = 7 * 24 * 3600;

/** What exposure knows about a record and the rules of leads do not. */
export interface LeadFacts {
  readonly isExpected: (record: AuditRecord, mailbox: RecordMailbox) => boolean;
  /** A rule, forwarding, export or copy that sends mail anywhere but to the organization's own mailboxes. */
  readonly isTargetOutside: (record: AuditRecord) => boolean;
}

/** The signals of one actor's undecided records; an actor is what records have in common. */
export interface ActorSignals {
  readonly user: string | null;
  readonly history: UserHistory | null;
  /** Client and applications together; null where the record gives none. */
  readonly client: string | null;
  readonly applications: readonly string[];
  readonly sessions: readonly string[];
  /** Undecided records that were not refused; null before the first. */
  times: HourSeries | null;
  /** What single records show. */
  own: SignalTally | null;
}

/** What a record's address is, for its actor. */
export interface ActorPlace {
  /** A single address or a /64; null for none that can decide anything. */
  readonly address: string | null;
  readonly network: string | null;
}

/**
 * Gathers what speaks for and against leads (docs/formats/leads.md, Signals): the undecided records themselves, and
 * what their users did otherwise. Memory grows with users, clients, sessions and hours, not with records.
 */
export class SignalBook {
  readonly #facts: LeadFacts;
  readonly #users = new Map<string, UserHistory>();
  readonly #sessions = new SessionStarts();
  readonly #refusals = new RefusalLog();
  readonly #grants = new GrantList();
  #logStart: Instant = Number.POSITIVE_INFINITY;

  constructor(facts: LeadFacts) {
    this.#facts = facts;
  }

  openActor(record: AuditRecord): ActorSignals {
    const user = record.userId === null ? null : record.userId.trim().toLowerCase();
    const applications = [...new Set([record.appId, record.clientAppId])].filter((id) => id !== null);
    const client =
      record.client === null && applications.length === 0 ? null : [record.client, ...applications].join('\n');
    const history = user === null || user === '' ? null : this.#historyOf(user);
    return { user, history, client, applications, sessions: record.sessions, times: null, own: null };
  }

  /** Every record, of whomever. `isUndecided`: ambiguous, and nobody accepted it. */
  see(
    actor: ActorSignals,
    record: AuditRecord,
    { label, mailbox }: Attributed & { readonly mailbox: RecordMailbox },
    place: ActorPlace,
    isUndecided: boolean,
    isRefused: boolean,
  ): void {
    const { id, time } = record;
    const { user, history, client } = actor;
    this.#logStart = Math.min(this.#logStart, time);
    if (isRefused) {
      if (user !== null) this.#refusals.add({ time, network: place.network, user });
    }
    if (record.failed) return;
    const isOwners = label === 'owner';
    for (const session of actor.sessions) {
      this.#sessions.see(session, time, id, place.address, isOwners);
      if (isOwners) history?.seeKnown(`session\n${session}`, time);
    }
    if (history !== null) {
      if (client !== null) history.seeFirst(client, time);
      if (isOwners) {
        history.atOwners.add(time, id);
        if (client !== null) history.seeKnown(client, time);
      }
    }
    if ((label === 'intruder' || label === 'ambiguous') && GrantList.isGrant(record)) this.#grants.add(record);
    if (!isUndecided) return;
    actor.times ??= new HourSeries();
    actor.times.add(time, id);
    this.#seeUndecided(actor, record, mailbox);
  }

  /** A sign-in of another log. */
  seeRefusedSignIn(user: string | null, network: string | null, time: Instant): void {
    if (user !== null) this.#refusals.add({ time, network, user: user.trim().toLowerCase() });
  }

  /** Call after every record was seen. Without undecided records nothing speaks for or against. */
  signalsOf(actor: ActorSignals): SignalTally {
    const found = new SignalTally();
    if (actor.own !== null) found.merge(actor.own);
    const times = actor.times === null ? [] : [...actor.times];
    const [example] = times;
    if (example === undefined) return found;
    const grant = this.#grants.find(actor.applications, actor.user);
    if (grant !== null) found.add('grant', grant);
    for (const session of actor.sessions) {
      if (this.#sessions.isMoved(session)) found.add('session-moved', example.record);
      const start = this.#sessions.findOwnStart(session);
      if (start !== null) found.add('own-session', start);
    }
    const { user, history, client } = actor;
    if (user === null || history === null) return found;
    const span = {
      first: times.reduce((least, { time }) => Math.min(least, time), example.time),
      last: times.reduce((most, { time }) => Math.max(most, time), example.time),
    };
    for (const { time, record } of times) {
      if (history.atOwners.isNear(time)) found.add('too-fast', record);
      if (this.#refusals.precedes(user, time)) found.add('refused-then-in', record);
    }
    const isLongLog = this.#logStart <= span.first - WEEK;
    if (client !== null && isLongLog && history.isNew(client, span.first)) found.add('new-client', example.record);
    const known = [...(client === null ? [] : [client]), ...actor.sessions.map((session) => `session\n${session}`)];
    if (known.some((key) => history.isKnown(key, span))) found.add('known-client', example.record);
    return found;
  }

  #seeUndecided(actor: ActorSignals, record: AuditRecord, mailbox: RecordMailbox): void {
    actor.own ??= new SignalTally();
    const { own } = actor;
    if (this.#facts.isTargetOutside(record)) own.add('target-outside', record.id);
    if (GrantList.isGrant(record)) own.add('grant', record.id);
    if (this.#isNotTheOwners(actor, record, mailbox)) own.add('not-the-owner', record.id);
    if (record.kind === 'search' && record.query !== null && asksForSecrets(record.query))
      own.add('looks-for-secrets', record.id);
  }

  #isNotTheOwners({ user, applications }: ActorSignals, record: AuditRecord, mailbox: RecordMailbox): boolean {
    // A change by an administrator is judged by its target.
    if (mailbox.state !== 'supplied' || !READS.has(record.kind)) return false;
    if (user === null || user.startsWith('serviceprincipal_')) return applications.length > 0;
    return !this.#facts.isExpected(record, mailbox);
  }

  #historyOf(user: string): UserHistory {
    const known = this.#users.get(user);
    if (known !== undefined) return known;
    const history = new UserHistory();
    this.#users.set(user, history);
    return history;
  }
}

const READS: ReadonlySet<AuditRecord['kind']> = new Set<AuditRecord['kind']>([
  'bind',
  'sync',
  'list',
  'search',
  'send',
  'handle',
  'export',
]);
