import type { Runtime } from '@candor/core/base';
import { fold } from '../../bridge/fold.ts';
import type { MessageQuery } from '../../bridge/message-query.ts';
import { KeyWorkerError } from '../../bridge/protocol.ts';
import { parseSearch } from '../../bridge/query-text.ts';
import type { BodyReading } from '../../bridge/table-calls.ts';
import type { Vault } from '../keys/vault.ts';
import { toBodyText, toWords } from './body-words.ts';
import type { SearchedTable, Selection } from './searched-table.ts';

/** Interval of progress events. */
const TOLD_EVERY_MS = 250;

type Source = Pick<Vault, 'read' | 'readAll'>;

/** Reads bodies into the search: those that a person opens, and all on request. */
export class BodyReader {
  readonly #runtime: Runtime;
  readonly #searched: SearchedTable;
  readonly #vault: Source;
  readonly #tell: (reading: BodyReading) => void;
  readonly #done: Uint8Array;
  readonly #notTogether = new Map<string, Set<number>>();
  #failed = 0;
  #state: BodyReading['state'] = 'resting';
  #running: AbortController | null = null;
  #toldAt = 0;

  constructor(runtime: Runtime, searched: SearchedTable, vault: Source, tell: (reading: BodyReading) => void) {
    this.#runtime = runtime;
    this.#searched = searched;
    this.#vault = vault;
    this.#tell = tell;
    this.#done = new Uint8Array(searched.table.expected);
  }

  get reading(): BodyReading {
    const { words, table } = this.#searched;
    return { state: this.#state, read: words.messages, failed: this.#failed, of: table.expected };
  }

  /** Continues where it stopped. */
  start(): void {
    if (this.#running !== null || this.#state === 'full') return;
    const controller = new AbortController();
    this.#running = controller;
    this.#say('reading');
    this.#vault
      .readAll(this.#unread(), (id, read) => this.take(id, read), controller.signal)
      .then(
        () => this.#end(controller, this.#state === 'full' ? 'full' : 'resting'),
        // What was read stays; the page reports the rest and can ask again.
        () => this.#end(controller, this.#state === 'full' ? 'full' : 'stopped'),
      );
  }

  stop(): void {
    this.#running?.abort();
  }

  /** An opened body, or its error. */
  take(id: string, read: Uint8Array | KeyWorkerError): void {
    const row = this.#searched.table.findRow(id);
    if (row === null) return;
    if (read instanceof KeyWorkerError) {
      if (!isOfMessage(read)) return;
      if (this.#done[row] === 0) this.#failed += 1;
      this.#done[row] = 1;
      this.#searched.setFlaw(id, read.flaw);
      if (this.#running === null) this.#say(this.#state);
    } else {
      this.#searched.setFlaw(id, null);
      if (this.#done[row] === 1) return;
      this.#done[row] = 1;
      if (!this.#searched.addBody(row, toWords(toBodyText(this.#runtime, read)))) {
        this.#state = 'full';
        this.#running?.abort();
      }
    }
    if (Date.now() - this.#toldAt > TOLD_EVERY_MS) this.#say(this.#state);
  }

  /**
   * Checks whether the words of phrases are adjacent, for at most `most` messages; the others stay and are counted as
   * unsure.
   */
  async settlePhrases(query: MessageQuery, most: number, signal: AbortSignal): Promise<Selection> {
    const selection = this.#searched.select(query);
    if (selection.unsure.length === 0) return selection;
    const phrases = parseSearch(query.text).terms.flatMap((term) =>
      term.kind === 'text' && !term.isExcluded && term.folded.includes(' ') ? [term.folded] : [],
    );
    const refuted = this.#notTogether.get(query.text) ?? new Set<number>();
    this.#notTogether.clear();
    this.#notTogether.set(query.text, refuted);
    const unsure = new Set(selection.unsure);
    for (const row of selection.unsure.slice(0, most)) {
      if (!refuted.has(row)) {
        const text = await this.#readText(row, signal);
        if (text === null) continue;
        if (!phrases.every((phrase) => text.includes(phrase))) refuted.add(row);
      }
      unsure.delete(row);
    }
    const rows = selection.rows.filter((row) => !refuted.has(row));
    const gone = selection.rows.length - rows.length;
    return { ...selection, rows, messages: selection.messages - gone, unsure: [...unsure] };
  }

  async #readText(row: number, signal: AbortSignal): Promise<string | null> {
    try {
      const { table } = this.#searched;
      const body = toBodyText(this.#runtime, await this.#vault.read(table.id(row), signal));
      const names = table.indexed(row).attachments.map(({ name }) => name);
      return [body, ...[table.subjects.at(row), ...names].map(fold)].join('\n');
    } catch {
      // It stays among the unchecked ones.
      return null;
    }
  }

  *#unread(): Iterable<string> {
    for (let row = 0; row < this.#done.length; row += 1) if (this.#done[row] === 0) yield this.#searched.table.id(row);
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
