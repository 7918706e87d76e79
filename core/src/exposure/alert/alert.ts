import { compareUtf8, type Instant } from '@candor/core/base';
import type { AuditRecord } from '@candor/core/evidence/record';
import type { Window } from '@candor/core/incident';
import type { Attributed, Attribution } from '../attribution/attribution.ts';
import { isBeyondWindow } from '../attribution/beyond-window.ts';
import { isLicenseChange, type RecordMailbox } from '../attribution/mailbox-index.ts';
import type { ScatteredSession } from '../attribution/session-addresses.ts';
import { FirstKeys } from '../records/first-keys.ts';
import { listForwardTargets } from '../records/forward-target.ts';
import type { OpenGrant, SuggestedReach } from '../records/reach-log.ts';
import type { OperationTable } from '../reference/reference.ts';
import { type Doubts, DoubtWatch } from './doubt-watch.ts';
import type { LinkedAfter } from './linked-watch.ts';
import { type UnjudgedRecords, UnjudgedWatch } from './unjudged.ts';
import { type UnlistedOperation, UnlistedWatch } from './unlisted-operations.ts';

/** Records and sessions listed in an alert; beyond it only the count grows. */
export const ALERT_LISTED = 1_000;

/**
 * Covers addresses that mail was forwarded to, too. Exchange allows 256 KB of rules per mailbox, so a smaller limit
 * could be filled deliberately.
 */
const FORWARDED_LISTED = 100_000;

/** An unlisted session seen at an intruder address: shown to the analyst, never applied automatically. */
export interface SuggestedSession {
  readonly session: string;
  readonly records: number;
  readonly first: Instant;
  readonly last: Instant;
  readonly address: string;
}

export interface RecordFinding {
  readonly count: number;
  readonly first: Instant | null;
  readonly last: Instant | null;
  /** Ids in UTF-8 order, the first `ALERT_LISTED` of them. */
  readonly records: readonly string[];
}

/** A GUID missing from the incident file, in records that name the owner of a listed mailbox. */
export interface UnlistedGuid {
  readonly guid: string;
  readonly custodian: string;
  /** Counts records by anyone. */
  readonly records: number;
}

export interface GatheredFindings {
  readonly enabledWithoutRule: readonly AuditRecord[];
  readonly suggestedReach: readonly SuggestedReach[];
  readonly openGrants: readonly OpenGrant[];
  readonly scatteredSessions: readonly ScatteredSession[];
  readonly linkedAfter: readonly LinkedAfter[];
}

/** Is the intruder still present, and is the window too narrow? */
export interface Alerts {
  readonly afterContainment: RecordFinding;
  /** A1–A3 and A5 records outside the window: a problem for a person. */
  readonly beyondWindow: RecordFinding;
  readonly suggestedSessions: readonly SuggestedSession[];
  /** Mailboxes with an intruder record: custodians, or keys of mailboxes that were not supplied. Sorted. */
  readonly mailboxesReached: readonly string[];
  /** In UTF-8 order of the GUID, the first `ALERT_LISTED`: a problem for a person. */
  readonly unlistedGuids?: readonly UnlistedGuid[];
  /**
   * Addresses that its rules and settings forward to, in UTF-8 order, the first `FORWARDED_LISTED`. Missing in earlier
   * versions.
   */
  readonly forwardedTo?: readonly string[];
  /** The first `ALERT_LISTED`. Missing in earlier versions. */
  readonly unjudged?: readonly UnjudgedRecords[];
  /** The first `ALERT_LISTED`: a problem for a person. Missing in earlier versions. */
  readonly unlistedOperations?: readonly UnlistedOperation[];
  /** Records that would give a reach if the intruder made them. Missing in earlier versions. */
  readonly suggestedReach?: readonly SuggestedReach[];
  /** Grants that nothing takes back: a problem for a person. Missing in earlier versions. */
  readonly openGrants?: readonly OpenGrant[];
  /** Listed sessions at several unknown addresses: a problem for a person. Missing in earlier versions. */
  readonly scatteredSessions?: readonly ScatteredSession[];
  /** Records linked later than 24 hours after containment: a problem for a person. Missing in earlier versions. */
  readonly linkedAfter?: readonly LinkedAfter[];
  /**
   * Licence changes without a gap, by operation and account: a problem for the analyst. Missing in earlier versions.
   */
  readonly licenseChanges?: readonly LicenseChange[];
  /** Missing in earlier versions. */
  readonly doubts?: Doubts;
}

export interface NewAlerts {
  readonly sessions: readonly string[];
  readonly mailboxes: readonly string[];
}

/** Sessions and mailboxes that the earlier run lacked; everything without an earlier run. */
export function compareAlerts(before: Alerts | null, after: Alerts): NewAlerts {
  const sessions = new Set(before?.suggestedSessions.map(({ session }) => session));
  const mailboxes = new Set(before?.mailboxesReached);
  return {
    sessions: after.suggestedSessions.map(({ session }) => session).filter((session) => !sessions.has(session)),
    mailboxes: after.mailboxesReached.filter((mailbox) => !mailboxes.has(mailbox)),
  };
}

export class Watch {
  readonly #window: Window;
  readonly #attribution: Attribution;
  readonly #afterContainment = new Finding();
  readonly #beyondWindow = new Finding();
  readonly #sessions = new FirstKeys<SuggestedSession>(ALERT_LISTED);
  readonly #guids = new FirstKeys<UnlistedGuid>(ALERT_LISTED);
  readonly #forwarded = new FirstKeys<string>(FORWARDED_LISTED);
  readonly #unjudged: UnjudgedWatch;
  readonly #unlisted: UnlistedWatch;
  readonly #licenses: LicenseWatch;
  readonly #doubts: DoubtWatch;
  readonly #reached = new Set<string>();

  constructor(window: Window, attribution: Attribution, operations: OperationTable) {
    this.#window = window;
    this.#unjudged = new UnjudgedWatch(ALERT_LISTED, operations);
    this.#unlisted = new UnlistedWatch(operations, ALERT_LISTED);
    this.#attribution = attribution;
    this.#licenses = new LicenseWatch(ALERT_LISTED, attribution);
    this.#doubts = new DoubtWatch(ALERT_LISTED, attribution);
  }

  see(record: AuditRecord, mailbox: RecordMailbox, attributed: Attributed): void {
    if (mailbox.state === 'supplied') this.#unlisted.see(record);
    if (mailbox.state === 'supplied' && mailbox.unlistedGuid !== null)
      this.#noteGuid(mailbox.unlistedGuid, mailbox.custodian);
    if (record.kind === 'other' && isLicenseChange(record)) this.#licenses.see(record, mailbox, attributed);
    this.#doubts.see(record, mailbox, attributed);
    // An owner's address is not the intruder's (A8), so owner records are not needed below.
    if (attributed.label === 'owner') return;
    this.#unjudged.see(record, mailbox, attributed);
    if (isBeyondWindow(record, attributed, this.#window)) this.#beyondWindow.add(record);
    if (attributed.label === 'intruder') {
      if (record.time > this.#window.contained) this.#afterContainment.add(record);
      if (mailbox.state === 'supplied') this.#reached.add(mailbox.custodian);
      if (mailbox.state === 'several') for (const custodian of mailbox.custodians) this.#reached.add(custodian);
      if (mailbox.state === 'foreign') this.#reached.add(mailbox.key);
      for (const address of listForwardTargets(record)) this.#forwarded.set(address, address);
    }
    if (record.sessions.length === 0 || !this.#attribution.isAtIntruderAddress(record, mailbox)) return;
    for (const session of record.sessions) this.#suggest(session, record);
  }

  toAlerts({
    enabledWithoutRule,
    suggestedReach,
    openGrants,
    scatteredSessions,
    linkedAfter,
  }: GatheredFindings): Alerts {
    const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
    for (const record of enabledWithoutRule) this.#unjudged.note('no-enabled-rule', record.operation, record);
    return {
      afterContainment: this.#afterContainment.toFinding(),
      beyondWindow: this.#beyondWindow.toFinding(),
      suggestedSessions: this.#sessions.values(),
      mailboxesReached: [...this.#reached].sort(byText),
      unlistedGuids: this.#guids.values(),
      forwardedTo: this.#forwarded.values(),
      unjudged: this.#unjudged.list(),
      unlistedOperations: this.#unlisted.list(),
      suggestedReach,
      openGrants,
      scatteredSessions,
      linkedAfter,
      licenseChanges: this.#licenses.list(),
      doubts: this.#doubts.list(),
    };
  }

  #noteGuid(guid: string, custodian: string): void {
    const key = `${guid}\n${custodian}`;
    this.#guids.set(key, { guid, custodian, records: (this.#guids.get(key)?.records ?? 0) + 1 });
  }

  #suggest(session: string, { time, ip }: AuditRecord): void {
    if (this.#attribution.isListedSession(session)) return;
    const known = this.#sessions.get(session);
    this.#sessions.set(session, {
      session,
      records: (known?.records ?? 0) + 1,
      first: Math.min(known?.first ?? time, time),
      last: Math.max(known?.last ?? time, time),
      address: known !== undefined && known.address <= (ip ?? '') ? known.address : (ip ?? ''),
    });
  }
}

class Finding {
  #count = 0;
  #first: Instant | null = null;
  #last: Instant | null = null;
  readonly #records = new FirstKeys<string>(ALERT_LISTED);

  add({ id, time }: AuditRecord): void {
    this.#count += 1;
    this.#first = Math.min(this.#first ?? time, time);
    this.#last = Math.max(this.#last ?? time, time);
    this.#records.set(id, id);
  }

  toFinding(): RecordFinding {
    return { count: this.#count, first: this.#first, last: this.#last, records: this.#records.values() };
  }
}

/** Licence changes without a gap: the licence may have removed the mailbox's log. */
export interface LicenseChange {
  readonly account: string;
  /** Null: its mailbox was not supplied. */
  readonly custodian: string | null;
  readonly records: number;
  /** Id of one of them, the first in UTF-8 order, and of the last in it. */
  readonly record: string;
  readonly last: string;
}

/**
 * A licence change by the intruder, or by a compromised user, starts a gap and needs nobody: the others are observed.
 */
class LicenseWatch {
  readonly #attribution: Attribution;
  readonly #kept: FirstKeys<LicenseChange>;

  constructor(limit: number, attribution: Attribution) {
    this.#attribution = attribution;
    this.#kept = new FirstKeys(limit);
  }

  see({ id, userId, objectId }: AuditRecord, mailbox: RecordMailbox, { label }: Attributed): void {
    const custodian = mailbox.state === 'supplied' ? mailbox.custodian : null;
    const isOfIntruder = label === 'intruder' || (label === 'ambiguous' && this.#attribution.isUsedByIntruder(userId));
    if (custodian !== null && isOfIntruder) return;
    const account = objectId?.trim() ?? '';
    const known = this.#kept.get(account) ?? { account, custodian, records: 0, record: id, last: id };
    this.#kept.set(account, {
      account,
      custodian,
      records: known.records + 1,
      record: compareUtf8(id, known.record) < 0 ? id : known.record,
      last: compareUtf8(id, known.last) > 0 ? id : known.last,
    });
  }

  list(): readonly LicenseChange[] {
    return this.#kept.values();
  }
}
