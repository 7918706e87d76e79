import { compareUtf8 } from '@candor/core/base';

/** How much a signal says about whether a lead is the intruder's. */
export type SignalWeight = 'strong' | 'weak' | 'against';

/** Signals of a lead (docs/formats/leads.md, Signals), in the order in which they are said. */
export const SIGNAL_WEIGHTS = {
  'target-outside': 'strong',
  grant: 'strong',
  'not-the-owner': 'strong',
  'refused-then-in': 'strong',
  'too-fast': 'weak',
  'new-client': 'weak',
  'session-moved': 'weak',
  'looks-for-secrets': 'weak',
  'known-client': 'against',
  before: 'against',
  'own-session': 'against',
} as const satisfies Readonly<Record<string, SignalWeight>>;

export type SignalCode = keyof typeof SIGNAL_WEIGHTS;

/** What speaks for or against a lead, with the records that show it. */
export interface LeadSignal {
  readonly code: SignalCode;
  readonly weight: SignalWeight;
  /** At least one; how many records show it. Records that share an hour and an actor count once. */
  readonly count: number;
  /** Ids of the first of them by id, at most `CITED`. */
  readonly records: readonly string[];
}

/** A person looks at one or two of a signal's records. */
const CITED = 5;

/** Collects signals. Adding the same twice is the same as once, but for the count. */
export class SignalTally {
  readonly #found = new Map<SignalCode, { count: number; records: string[] }>();

  add(code: SignalCode, record: string): void {
    const found = this.#found.get(code);
    if (found === undefined) {
      this.#found.set(code, { count: 1, records: [record] });
      return;
    }
    found.count += 1;
    keepFirst(found.records, record);
  }

  merge(other: SignalTally): void {
    for (const [code, { count, records }] of other.#found) {
      const found = this.#found.get(code);
      if (found === undefined) {
        this.#found.set(code, { count, records: [...records] });
        continue;
      }
      found.count += count;
      for (const record of records) keepFirst(found.records, record);
    }
  }

  has(code: SignalCode): boolean {
    return this.#found.has(code);
  }

  list(): readonly LeadSignal[] {
    const codes = Object.keys(SIGNAL_WEIGHTS) as SignalCode[];
    return codes.flatMap((code) => {
      const found = this.#found.get(code);
      return found === undefined ? [] : [{ code, weight: SIGNAL_WEIGHTS[code], ...found }];
    });
  }
}

function keepFirst(records: string[], record: string): void {
  const last = records.at(-1);
  if (records.length === CITED && last !== undefined && compareUtf8(record, last) >= 0) return;
  if (records.includes(record)) return;
  records.push(record);
  records.sort(compareUtf8);
  if (records.length > CITED) records.pop();
}

/** Strong signals, and weak ones less those against: what ranks before the effect does. */
export interface Suspicion {
  readonly strong: number;
  readonly rest: number;
}

export function weighSignals(signals: readonly LeadSignal[]): Suspicion {
  const of = (weight: SignalWeight): number => signals.filter((signal) => signal.weight === weight).length;
  return { strong: of('strong'), rest: of('weak') - of('against') };
}
