import type { Runtime } from '@candor/core/base';
import { fold } from '../../bridge/fold.ts';
import type { MessageQuery } from '../../bridge/message-query.ts';
import { KeyWorkerError } from '../../bridge/protocol.ts';
import { type BodyReading, READING_STOPS, type ReadingStop } from '../../bridge/table-calls.ts';
import type { Vault } from '../keys/vault.ts';
import { readSearchedText, readWordSequence } from './body-words.ts';
import { agrees, listPhrases, type PhraseTexts } from './phrases.ts';
import type { SearchedTable, Selection } from './searched-table.ts';

/** Interval of progress events. */
const TOLD_EVERY_MS = 250;

type Source = Pick<Vault, 'read' | 'readAll'>;

/** States of a row's text. A failed one is read again on request, or when a person opens it. */
const [UNREAD, SEARCHED, FAILED] = [0, 1, 2];

/** Reads bodies into the search: those that a person opens, and all on request. */
export class BodyReader {
  readonly #runtime: Runtime;
  readonly #searched: SearchedTable;
  readonly #vault: Source;
  readonly #tell: (reading: BodyReading) => void;
  readonly #rows: Uint8Array;
  readonly #notTogether = new Map<string, Set<number>>();
  #failed = 0;
  #inPart = 0;
  #state: BodyReading['state'] = 'resting';
  #stoppedBy: ReadingStop | null = null;
  #running: AbortController | null = null;
  #toldAt = 0;

  constructor(runtime: Runtime, searched: SearchedTable, vault: Source, tell: (reading: BodyReading) => void) {
    this.#runtime = runtime;
    this.#searched = searched;
    this.#vault = vault;
    this.#tell = tell;
    this.#rows = new Uint8Array(searched.table.expected);
  }

  get reading(): BodyReading {
    const { words, table } = this.#searched;
    return {
      state: this.#state,
      stoppedBy: this.#state === 'stopped' ? this.#stoppedBy : null,
      read: words.messages,
      inPart: this.#inPart,
      failed: this.#failed,
      of: table.expected,
    };
  }

  /** Continues where it stopped; with `isRetry` also reads what could not be opened. */
  start(isRetry = false): void {
    if (this.#running !== null || this.#state === 'full') return;
    const controller = new AbortController();
    this.#running = controller;
    this.#say('reading');
    this.#vault
      .readAll(this.#listUnread(isRetry), (id, read) => this.take(id, read), controller.signal)
      .then(
        () => this.#end(controller, this.#state === 'full' ? 'full' : 'resting'),
        // What was read stays; the page reports the rest and why, and can ask again.
        (thrown: unknown) => {
          this.#stoppedBy = toStop(thrown);
          this.#end(controller, this.#state === 'full' ? 'full' : 'stopped');
        },
      );
  }

  stop(): void {
    this.#running?.abort();
  }

  take(id: string, read: Uint8Array | KeyWorkerError): void {
    const row = this.#searched.table.findRow(id);
    if (row === null) return;
    if (read instanceof KeyWorkerError) {
      if (!isOfMessage(read)) return;
      this.#searched.setFlaw(id, read.flaw);
      if (this.#rows[row] !== UNREAD) return;
      this.#failed += 1;
      this.#rows[row] = FAILED;
    } else {
      this.#searched.setFlaw(id, null);
      if (this.#rows[row] === SEARCHED) return;
      if (this.#rows[row] === FAILED) this.#failed -= 1;
      this.#rows[row] = UNREAD;
      this.#search(row, read);
    }
    if (this.#running === null || Date.now() - this.#toldAt > TOLD_EVERY_MS) this.#say(this.#state);
  }

  #search(row: number, bytes: Uint8Array): void {
    const { words, isWhole } = readSearchedText(this.#runtime, bytes);
    if (this.#searched.addBody(row, words)) {
      this.#rows[row] = SEARCHED;
      if (!isWhole) this.#inPart += 1;
    } else {
      this.#state = 'full';
      this.#running?.abort();
    }
  }

  /**
   * Checks whether the words of phrases are adjacent, for at most `most` messages; the others stay and are counted as
   * unsure.
   */
  async settlePhrases(query: MessageQuery, most: number, signal: AbortSignal): Promise<Selection> {
    const selection = this.#searched.select(query);
    if (selection.unsure.length === 0) return selection;
    const phrases = listPhrases(query.text);
    const refuted = this.#notTogether.get(query.text) ?? new Set<number>();
    this.#notTogether.clear();
    this.#notTogether.set(query.text, refuted);
    const unsure = new Set(selection.unsure);
    for (const row of selection.unsure.slice(0, most)) {
      if (!refuted.has(row)) {
        const texts = await this.#readTexts(row, signal);
        if (texts === null) continue;
        if (!phrases.every((phrase) => agrees(phrase, texts))) refuted.add(row);
      }
      unsure.delete(row);
    }
    const rows = selection.rows.filter((row) => !refuted.has(row));
    const gone = selection.rows.length - rows.length;
    return { ...selection, rows, messages: selection.messages - gone, unsure: [...unsure] };
  }

  async #readTexts(row: number, signal: AbortSignal): Promise<PhraseTexts | null> {
    try {
      const { table } = this.#searched;
      const sequence = readWordSequence(this.#runtime, await this.#vault.read(table.id(row), signal));
      const { subject, attachments, from, to, cc, custodians } = table.indexed(row);
      const others = [subject, ...attachments.map(({ name }) => name), ...from, ...to, ...cc, ...custodians];
      return { sequence, others: others.map(fold) };
    } catch {
      // It stays among the unchecked ones.
      return null;
    }
  }

  *#listUnread(isRetry: boolean): Iterable<string> {
    for (let row = 0; row < this.#rows.length; row += 1)
      if (this.#rows[row] === UNREAD || (isRetry && this.#rows[row] === FAILED)) yield this.#searched.table.id(row);
  }

  #end(controller: AbortController, state: BodyReading['state']): void {
    if (this.#running !== controller) return;
    this.#running = null;
    this.#say(controller.signal.aborted && state !== 'full' ? 'resting' : state);
  }

  #say(state: BodyReading['state']): void {
    this.#state = state;
    this.#toldAt = Date.now();
    this.#tell(this.reading);
  }
}

function isOfMessage({ flaw }: KeyWorkerError): boolean {
  return flaw === 'missing-object' || flaw === 'damaged-object';
}

function toStop(thrown: unknown): ReadingStop {
  return READING_STOPS.find((stop) => thrown instanceof KeyWorkerError && thrown.flaw === stop) ?? 'fault';
}
