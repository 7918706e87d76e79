import type { Instant } from '@candor/core/base';
import type { AuditRecord } from '@candor/core/evidence/record';
import type { Reach, ReachMethod } from '@candor/core/incident';
import type { MailboxIndex, RecordMailbox } from '../attribution/mailbox-index.ts';
import { FirstKeys } from './first-keys.ts';
import type { GatheredRecord } from './gathered-record.ts';
import { findConsenter, findGrant, type Grant, mayTakeBack, nameOfObject, takesBack } from './grant.ts';

/** A reach given by a record, from its time to the end of the span (docs/formats/rules.md, Reach). */
export interface FoundReach {
  /** Null: all mailboxes. */
  readonly custodian: string | null;
  readonly by: ReachMethod;
  readonly from: Instant;
  readonly record: string;
  /** A10b: what it would take is `linked-after`. */
  readonly isLinkedAfter: boolean;
}

/** A record by unknown users that would give a reach: shown to the analyst, never applied automatically. */
export interface SuggestedReach {
  readonly record: string;
  readonly time: Instant;
  readonly operation: string;
  /** Null: all mailboxes, or an unsupplied one. */
  readonly custodian: string | null;
  readonly by: ReachMethod;
}

/** A grant that nothing in the log takes back: a problem for a person. */
export interface OpenGrant extends SuggestedReach {
  /** It gives a reach; otherwise it would if the intruder made it. */
  readonly isApplied: boolean;
}

interface Given extends OpenGrant {
  readonly isAccepted: boolean;
  readonly isLinkedAfter: boolean;
  readonly grant: Grant;
  readonly source: AuditRecord;
  readonly mailbox: RecordMailbox;
}

interface TakenBack {
  readonly record: AuditRecord;
  readonly mailbox: RecordMailbox;
}

export class ReachLog {
  readonly #index: MailboxIndex;
  readonly #given: Given[] = [];
  /** By what they are about (`toKeys`). */
  readonly #takenBack = new Map<string, TakenBack[]>();
  readonly #suggested: FirstKeys<SuggestedReach>;
  readonly #limit: number;
  #open: readonly Given[] | null = null;

  constructor(index: MailboxIndex, suggestionLimit: number) {
    this.#index = index;
    this.#limit = suggestionLimit;
    this.#suggested = new FirstKeys(suggestionLimit);
  }

  gather(record: AuditRecord, { mailbox, label, isUserUsed, isAccepted, isLinkedAfter }: GatheredRecord): void {
    if (mayTakeBack(record)) this.#takeBack({ record, mailbox });
    if (label !== 'intruder' && label !== 'ambiguous') return;
    const grant = findGrant(record);
    if (grant === null) return;
    const { id, time, operation } = record;
    const custodian = this.#whose(grant, record, mailbox);
    // Such records rarely have a session or address, so a user whom the intruder uses is enough.
    const isApplied = label === 'intruder' || (isUserUsed && grant.row !== 'permission');
    const shown = { record: id, time, operation, custodian, by: grant.by };
    if (!isApplied) this.#suggested.set(id, shown);
    if (custodian === null && grant.of !== 'all') return;
    this.#given.push({ ...shown, isApplied, isAccepted, isLinkedAfter, grant, source: record, mailbox });
  }

  listFor(custodian: string): readonly FoundReach[] {
    return this.#given
      .filter((given) => given.isApplied && isOf(given, custodian))
      .map(({ by, time, record, isLinkedAfter, grant, ...given }) => ({
        custodian: grant.of === 'all' ? null : given.custodian,
        by,
        from: time,
        record,
        isLinkedAfter,
      }));
  }

  /** Ids of records whose grant of a mailbox is open; `declared` is the reach that the incident file lists for it. */
  listOpenFor(custodian: string, declared: readonly Reach[]): readonly string[] {
    return this.#findOpen()
      .filter((given) => given.isApplied && isOf(given, custodian) && !isEnded(given, custodian, declared))
      .map(({ record }) => record);
  }

  /** Those that no entry of the incident file ends, in order of records; call after every record was gathered. */
  listOpen(declared: readonly Reach[], custodians: readonly string[]): readonly OpenGrant[] {
    const open = new FirstKeys<OpenGrant>(this.#limit);
    for (const given of this.#findOpen()) {
      const reached = given.custodian === null ? custodians : [given.custodian];
      if (reached.every((custodian) => isEnded(given, custodian, declared))) continue;
      const { record, time, operation, custodian, by, isApplied } = given;
      open.set(record, { record, time, operation, custodian, by, isApplied });
    }
    return open.values();
  }

  listSuggested(): readonly SuggestedReach[] {
    return this.#suggested.values();
  }

  /** A permission opens its mailbox, a user's consent that user's; null: all, or none that was supplied. */
  #whose({ of }: Grant, record: AuditRecord, mailbox: RecordMailbox): string | null {
    if (of === 'user') return findConsenter(record, this.#index);
    return of === 'mailbox' && mailbox.state === 'supplied' ? mailbox.custodian : null;
  }

  #takeBack(taken: TakenBack): void {
    for (const key of toKeys(taken)) {
      const known = this.#takenBack.get(key);
      if (known === undefined) this.#takenBack.set(key, [taken]);
      else known.push(taken);
    }
  }

  #findOpen(): readonly Given[] {
    this.#open ??= this.#given.filter((given) => !given.isAccepted && !this.#isTakenBack(given));
    return this.#open;
  }

  #isTakenBack({ source: record, mailbox, grant, time }: Given): boolean {
    return toKeys({ record, mailbox }).some((key) =>
      this.#takenBack
        .get(key)
        ?.some((later) => later.record.time > time && takesBack(later, { record, mailbox, row: grant.row })),
    );
  }
}

/** A grant and what takes it back are about one mailbox or one object. */
function toKeys({ record, mailbox }: TakenBack): readonly string[] {
  const object = nameOfObject(record);
  return [
    ...(mailbox.state === 'supplied' ? [`mailbox ${mailbox.custodian}`] : []),
    ...(object === '' ? [] : [`object ${object}`]),
  ];
}

function isOf({ grant, custodian }: Given, wanted: string): boolean {
  return grant.of === 'all' || custodian === wanted;
}

/** The incident file says when reach by the same means ended. */
function isEnded({ by }: Given, custodian: string, declared: readonly Reach[]): boolean {
  return declared.some(
    (reach) => reach.to !== null && reach.by === by && (reach.mailbox === 'all' || reach.mailbox === custodian),
  );
}
