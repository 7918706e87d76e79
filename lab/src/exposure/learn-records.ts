import type { LearningPass, Need } from '@candor/core/evidence/record';
import type { Exposure } from '@candor/core/exposure';
import type { Store } from '../adapters/store/store.ts';
import { streamNeededRecords } from '../evidence/store/audit-record-store.ts';
import type { NeededRow } from '../evidence/store/row-sight.ts';

/** Every pass over the stored records that comes before the first label. */
export async function learnRecords(store: Store, exposure: Exposure): Promise<void> {
  for (const pass of exposure.learn()) {
    const sight = new PassSight(pass);
    for await (const records of streamNeededRecords(store, (actor) => pass.needs(actor), sight)) {
      for (const record of records) {
        if (pass.see(record)) sight.settle(record.actorId, record.time);
      }
    }
  }
}

/** Bits of a class of time; passes have four classes. */
const CLASS_BITS = 8;

/** Which rows a pass still needs: of many actors one record of each class of time is enough. */
class PassSight {
  readonly #pass: LearningPass;
  readonly #settled = new Map<number, number>();

  constructor(pass: LearningPass) {
    this.#pass = pass;
  }

  isTimeNeeded(time: number): boolean {
    return this.#pass.classOf(time) !== null;
  }

  isNeeded({ actorId, time, failed }: NeededRow, need: Need): boolean {
    if (need === 'none' || failed) return false;
    return need === 'every' || (((this.#settled.get(actorId) ?? 0) >> this.#classOf(time)) & 1) === 0;
  }

  settle(actorId: number, time: number): void {
    this.#settled.set(actorId, (this.#settled.get(actorId) ?? 0) | (1 << this.#classOf(time)));
  }

  #classOf(time: number): number {
    return (this.#pass.classOf(time) ?? 0) % CLASS_BITS;
  }
}
