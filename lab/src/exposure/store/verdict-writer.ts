import { createReasonsWriter } from '@candor/core/exposure/exchange';
import type { Reason, Verdict } from '@candor/core/exposure/verdict';
import type { Store, StoreValue } from '../../adapters/store.ts';

/** Rows of one INSERT batch. */
const batchRows = 4000;
const verdictColumns = ['version', 'copy_id', 'verdict', 'intruder_sent', 'reasons'];
/** Writes verdicts in batches across mailboxes. */
export class VerdictWriter {
  readonly #store: Store;
  readonly #version: number;
  readonly #toReasonsText = createReasonsWriter();
  #rows: StoreValue[][] = [];

  constructor(store: Store, version: number) {
    this.#store = store;
    this.#version = version;
  }

  add(copyId: number, verdict: Verdict, reasons: readonly Reason[]): void {
    const isSent = reasons.some(({ code }) => code === 'intruder-sent');
    this.#rows.push([this.#version, copyId, verdict, isSent ? 1 : 0, this.#toReasonsText(reasons)]);
    if (this.#rows.length >= batchRows) this.end();
  }

  end(): void {
    this.#store.insertRows('exposure_verdict', verdictColumns, this.#rows);
    this.#rows = [];
  }
}
