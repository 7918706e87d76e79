import type { Instant } from '@candor/core/base';
import type { RecordedFolder } from '../coverage/gap.ts';
import { MessageIdTable } from './message-id-table.ts';

const SMALLEST_ROWS = 1024;

/** Meaning of a record's mention of a message. Bits, since one record can have several. */
export const ROLE = {
  /** An intruder's Bind (B1–B3, B6, B8). */
  bind: 1,
  /** An ambiguous Bind (B4). */
  ambiguousBind: 2,
  /** An intruder's move, deletion or update inside the mailbox (W1, B8). */
  handle: 4,
  /** An intruder's Send (W2, W3, B6). */
  send: 8,
  /** It names the copy, which was there, whatever its times say (N1, D1). */
  names: 16,
  /** A deletion by anyone (B6). */
  deletion: 32,
  /** The parent of a message that the intruder sent (W2). */
  parent: 64,
  /** An intruder's move or copy into another mailbox (W1, B8). */
  copiedOut: 128,
  /** A move out of a folder, by anyone (S1–S3, S7). */
  move: 256,
  /** An ambiguous Send (W2). */
  ambiguousSend: 512,
  /** The parent of a message of an ambiguous Send (W2). */
  ambiguousParent: 1024,
  /** An ambiguous move or copy into another mailbox (W1). */
  ambiguousCopiedOut: 2048,
  /** Linked later than 24 hours after containment: it gives no reason (A10b). */
  linkedAfter: 4096,
  /** A `SoftDelete` or `HardDelete` by anyone: no evidence can hold the message. */
  erasure: 8192,
} as const;

/** Roles that ask for the record's mailbox alone, not for folders or other mailboxes. */
const LIGHT = ROLE.names | ROLE.ambiguousBind | ROLE.linkedAfter;

/** Number of a mailbox for a record without one, and for one of an unsupplied mailbox. */
export const UNNAMED_MAILBOX = -1;
export const FOREIGN_MAILBOX = -2;

/** One record naming one message. */
export interface Mention {
  /** Stable number of the mention; -1: it only names or is an ambiguous Bind. */
  readonly number: number;
  readonly roles: number;
  readonly record: string;
  readonly recordNumber: number;
  readonly mailbox: number;
  /** The folder under which the message was listed; for a move its source. Null for one without a number. */
  readonly folder: RecordedFolder | null;
  /** The same number means the same folder; -1: none. */
  readonly folderNumber: number;
  readonly time: Instant;
}

/**
 * Which records name which messages: flat columns, chained by Message-ID. Five million mentions take some sixty bytes
 * each, including the id text. Those that ask for little (`LIGHT`) have separate chains that are followed once, since
 * they are long and say little.
 */
export class MentionTable {
  readonly ids = new MessageIdTable();
  /** First mention of each id, plus one; the chain continues in `#nexts`. */
  readonly #heads = new NumberColumn();
  readonly #nexts = new NumberColumn();
  readonly #records = new NumberColumn();
  readonly #folders = new NumberColumn();
  /** The same for those that ask for little, whose folders are irrelevant. */
  readonly #lightHeads = new NumberColumn();
  readonly #lightNexts = new NumberColumn();
  readonly #lightRecords = new NumberColumn();
  readonly #counts = new NumberColumn();
  readonly #recordIds: string[] = [];
  readonly #recordRoles = new NumberColumn();
  readonly #recordMailboxes = new NumberColumn();
  readonly #recordTimes: Instant[] = [];
  readonly #folderNumbers = new Map<string, number>();
  readonly #folderTexts: RecordedFolder[] = [];
  #lastFolder = -1;

  /** How many mentions have a number; their numbers are below it. */
  get size(): number {
    return this.#nexts.length;
  }

  /** `roles`: the union over its mentions. */
  addRecord(id: string, roles: number, mailbox: number, time: Instant): number {
    this.#recordIds.push(id);
    this.#recordTimes.push(time);
    this.#recordRoles.push(roles);
    return this.#recordMailboxes.push(mailbox);
  }

  add(record: number, messageId: string, folder: RecordedFolder | null): void {
    const id = this.ids.add(messageId);
    if (id === this.#counts.length) {
      this.#heads.push(0);
      this.#lightHeads.push(0);
      this.#counts.push(0);
    }
    this.#counts.set(id, this.#counts.at(id) + 1);
    if ((this.#recordRoles.at(record) & ~LIGHT) === 0) {
      this.#lightRecords.push(record);
      this.#lightNexts.push(this.#lightHeads.at(id));
      this.#lightHeads.set(id, this.#lightNexts.length);
      return;
    }
    this.#records.push(record);
    this.#folders.push(folder === null ? -1 : this.#numberOf(folder));
    this.#nexts.push(this.#heads.at(id));
    this.#heads.set(id, this.#nexts.length);
  }

  countOf(id: number): number {
    return this.#counts.at(id);
  }

  /** The mentions of an id, in no particular order. */
  *of(id: number): Generator<Mention> {
    yield* this.clearOf(id);
    for (let at = this.#lightHeads.at(id); at !== 0; at = this.#lightNexts.at(at - 1))
      yield this.#mention(-1, this.#lightRecords.at(at - 1), -1);
  }

  /** Those of an id with a number. */
  *clearOf(id: number): Generator<Mention> {
    for (let at = this.#heads.at(id); at !== 0; at = this.#nexts.at(at - 1))
      yield this.#mention(at - 1, this.#records.at(at - 1), this.#folders.at(at - 1));
  }

  #mention(number: number, recordNumber: number, folderNumber: number): Mention {
    return {
      number,
      roles: this.#recordRoles.at(recordNumber),
      record: this.#recordIds[recordNumber] ?? '',
      recordNumber,
      mailbox: this.#recordMailboxes.at(recordNumber),
      folder: this.#folderTexts[folderNumber] ?? null,
      folderNumber,
      time: this.#recordTimes[recordNumber] ?? 0,
    };
  }

  #numberOf(folder: RecordedFolder): number {
    // A record lists the messages of a folder consecutively.
    const last = this.#folderTexts[this.#lastFolder];
    if (last?.text !== folder.text || last.mayBePath !== folder.mayBePath) this.#lastFolder = this.#look(folder);
    return this.#lastFolder;
  }

  #look(folder: RecordedFolder): number {
    const key = `${folder.mayBePath ? 'p' : 'i'}${folder.text}`;
    let number = this.#folderNumbers.get(key);
    if (number === undefined) {
      number = this.#folderTexts.push(folder) - 1;
      this.#folderNumbers.set(key, number);
    }
    return number;
  }
}

/** A growing column of 32-bit integers: four bytes a row, where an array of objects would take forty. */
class NumberColumn {
  #values = new Int32Array(SMALLEST_ROWS);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): number {
    if (this.#length === this.#values.length) {
      const larger = new Int32Array(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
    return this.#length - 1;
  }

  at(row: number): number {
    return this.#values[row] ?? 0;
  }

  set(row: number, value: number): void {
    this.#values[row] = value;
  }
}
