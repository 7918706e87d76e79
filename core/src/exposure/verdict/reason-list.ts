import { compareUtf8 } from '@candor/core/base';
import { compareGaps, type Gap } from '../coverage/gap.ts';
import type { Reason, ReasonCode } from './verdict.ts';

/** Collects what each rule rests on, and hands it out in the order of docs/formats/exposure-jsonl.md. */
export class ReasonList {
  readonly #reasons = new Map<ReasonCode, { records: Set<string>; gaps: Map<string, Gap> }>();

  add(code: ReasonCode, records: Iterable<string> = [], gap: Gap | null = null): void {
    const entry = this.#entry(code);
    for (const id of records) entry.records.add(id);
    if (gap !== null) {
      const { kind, from, to } = gap;
      entry.gaps.set(`${kind} ${from} ${to}`, { kind, from, to });
    }
  }

  addAll(reasons: readonly Reason[]): void {
    for (const { code, records, gaps } of reasons) {
      this.add(code, records);
      for (const gap of gaps) this.add(code, [], gap);
    }
  }

  get isEmpty(): boolean {
    return this.#reasons.size === 0;
  }

  has(code: ReasonCode): boolean {
    return this.#reasons.has(code);
  }

  toSorted(): readonly Reason[] {
    const reasons = [...this.#reasons].map(([code, { records, gaps }]) => ({
      code,
      records: [...records].sort(compareUtf8),
      gaps: [...gaps.values()].sort(compareGaps),
    }));
    return reasons.sort((a, b) => compareUtf8(a.code, b.code));
  }

  #entry(code: ReasonCode): { records: Set<string>; gaps: Map<string, Gap> } {
    let entry = this.#reasons.get(code);
    if (entry === undefined) {
      entry = { records: new Set(), gaps: new Map() };
      this.#reasons.set(code, entry);
    }
    return entry;
  }
}
