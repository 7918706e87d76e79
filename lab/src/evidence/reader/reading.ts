import { createHash } from 'node:crypto';
import type { Problem } from '@candor/core/base';
import type { FileAccount, ItemAccount, MboxAccount, Quarantine } from '../account.ts';
import type { OtherKind } from '../other-items.ts';
import type { ItemReading } from '../protocol.ts';
import type { Content, Spool } from './content.ts';
import { type ContentPlace, Tally } from './layer.ts';
import type { MessagePort } from './message-port.ts';
import type { Report } from './report.ts';

/** Maximum listed quarantined ranges per item; the account counts all. */
const QUARANTINE_LISTED = 1000;

/** Reads a layer of an item; archives call it for their members. Gives the name of the format. */
export type ReadLayer = (reading: Reading, content: Content, place: ContentPlace) => Promise<string>;

export interface ReadingTask {
  readonly report: Report;
  readonly spool: Spool;
  readonly messages: MessagePort;
  readonly readLayer: ReadLayer;
  readonly item: number;
  /** False for a range, whose file the lab hashes, and in phase 2. */
  readonly hashed: boolean;
}

/** Reading one item: its account, and the ways to the report. */
export class Reading {
  readonly report: Report;
  readonly spool: Spool;
  readonly item: number;
  readonly readLayer: ReadLayer;
  readonly messages: MessagePort;
  /** Bytes of the evidence file itself. */
  readonly outer = new Tally();
  /** Bytes that its packing held, all levels together. */
  readonly inner = new Tally();
  items: { -readonly [key in keyof ItemAccount]: number } | null = null;
  mbox: { -readonly [key in keyof MboxAccount]: number } | null = null;
  readonly others: { [kind in OtherKind]?: number } = {};
  copies = 0;
  readonly #hash: ReturnType<typeof createHash> | null;
  #sha256: string | null = null;
  readonly #quarantine: Quarantine[] = [];
  #kept: { readonly unit: number; readonly location: string; readonly bytes: Uint8Array; readonly sha256: string }[] =
    [];

  constructor(task: ReadingTask) {
    this.report = task.report;
    this.spool = task.spool;
    this.item = task.item;
    this.readLayer = task.readLayer;
    this.messages = task.messages;
    this.#hash = task.hashed ? createHash('sha256') : null;
  }

  /** Sets a whole message aside, where it is wanted, until `settleKept`. */
  keep(location: string, bytes: Uint8Array, sha256: string): void {
    if (this.messages.taker?.wants(location) !== true) return;
    this.#kept.push({ unit: this.report.keepUnit(), location, bytes, sha256 });
  }

  /** Hands over what was set aside, one by one. Called often, because it fills the memory. */
  async settleKept(): Promise<void> {
    const { taker } = this.messages;
    if (this.#kept.length === 0 || taker === null) return;
    const kept = this.#kept;
    this.#kept = [];
    for (const { unit, location, bytes, sha256 } of kept) {
      this.report.beginKept(unit);
      const answer = await taker.take(location, bytes, sha256, (part) => this.report.addReading(location, part));
      this.report.addTaken(location, answer);
    }
    this.report.endKept();
  }

  addProblem(code: string, place: string, text: string, weight: Problem['weight'] = 'person'): void {
    this.report.addProblem({ code, place, text, weight });
  }

  quarantine(tally: Tally, offset: number, length: number, reason: string): void {
    tally.quarantined += length;
    if (length > 0 && this.#quarantine.length < QUARANTINE_LISTED) this.#quarantine.push({ offset, length, reason });
  }

  countOther(kind: OtherKind, count = 1): void {
    if (count > 0) this.others[kind] = (this.others[kind] ?? 0) + count;
  }

  hashChunk(chunk: Buffer): void {
    this.#hash?.update(chunk);
  }

  /** SHA-256 of the complete file; null when not computed. */
  digestFile(): string | null {
    if (this.#hash !== null) this.#sha256 ??= this.#hash.digest('hex');
    return this.#sha256;
  }

  /** An item whose bytes could not be had: they are quarantined as many as they are said to be, and have no digest. */
  toUnreadItem(offset: number, length: number): ItemReading {
    this.outer.size += length;
    this.quarantine(this.outer, offset, length, 'it could not be opened');
    return { ...this.toItem('unreadable'), sha256: null };
  }

  toItem(format: string): ItemReading {
    const account: FileAccount = {
      bytes: this.outer.toAccount(),
      unpacked: this.inner.size > 0 ? this.inner.toAccount() : null,
      items: this.items,
      mbox: this.mbox,
      others: this.others,
      copies: this.copies,
    };
    return {
      item: this.item,
      format,
      sha256: this.digestFile(),
      account,
      quarantine: this.#quarantine,
    };
  }
}
