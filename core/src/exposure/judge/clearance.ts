import type { Said } from '@candor/core/base';
import { findAbsent, type LateWitness } from '../verdict/arrived-after.ts';
import { cite } from '../verdict/cited.ts';
import { clear } from '../verdict/cleared.ts';
import { sortReasons, toReason } from '../verdict/reason-list.ts';
import type { Reason } from '../verdict/verdict.ts';

/** What a mailbox says about each of its copies that no rule takes (N1). */
export interface ClearanceFacts {
  readonly isCovered: boolean;
  readonly hasControl: boolean;
  readonly isBeyondRules: boolean;
  /** Known only after every copy was observed. */
  readonly areIdsMissing: () => boolean;
  readonly openGrants: OpenGrants;
}

/** Grants that nobody took back (docs/formats/rules.md, Reach). */
export interface OpenGrants {
  readonly isAny: boolean;
  readonly records: readonly string[];
}

/** Speaks against clearing one copy that no rule takes. */
export interface CopyDoubts {
  /** What shows that it came after the span (D1); null where nothing does. */
  readonly lateWitness: Said<'arrived-after', LateWitness> | null;
  readonly hasName: boolean;
  readonly isNamed: boolean;
  readonly isDateAlone: boolean;
  readonly isCarrierUndetermined: boolean;
  readonly linkedAfter: readonly string[];
}

const INCOMPLETE = toReason('coverage-incomplete');
const NO_CONTROL = toReason('no-control');
const IDS_UNRESOLVED = toReason('ids-unresolved');
const DATE_ALONE = toReason('date-alone');
const CARRIER_UNDETERMINED = toReason('carrier-undetermined');

/** D1, N1 and N2: what is left where no other rule takes a copy. N2 gives every test that fails and has a code. */
export class Clearance {
  readonly #facts: ClearanceFacts;
  readonly #grantOpen: Reason;
  /** Most copies of a mailbox share a few answers. */
  readonly #known = new Map<number, readonly Reason[]>();
  #areIdsMissing: boolean | null = null;

  constructor(facts: ClearanceFacts) {
    this.#facts = facts;
    this.#grantOpen = toReason('grant-open', cite(new Set(facts.openGrants.records)));
  }

  /** Sorted by code. Call after every copy was observed. */
  conclude(doubts: CopyDoubts): readonly Reason[] {
    if (doubts.linkedAfter.length > 0) return this.#work(doubts);
    const { lateWitness, hasName, isNamed, isDateAlone, isCarrierUndetermined } = doubts;
    const flags = [lateWitness !== null, hasName, isNamed, isDateAlone, isCarrierUndetermined];
    const key = flags.reduce((sum, flag) => sum * 2 + (flag ? 1 : 0), 0);
    let reasons = this.#known.get(key);
    if (reasons === undefined) {
      reasons = this.#work(doubts);
      this.#known.set(key, reasons);
    }
    return reasons;
  }

  #work(doubts: CopyDoubts): readonly Reason[] {
    const { lateWitness, linkedAfter } = doubts;
    const isLinkedAfter = linkedAfter.length > 0;
    const linked = isLinkedAfter ? [toReason('linked-after', cite(new Set(linkedAfter)))] : [];
    const failed = lateWitness === null ? this.#listFailed(doubts) : this.#listOpen();
    if (failed.length + linked.length > 0) return sortReasons([...failed, ...linked]);
    const isGrantOpen = this.#facts.openGrants.isAny;
    const said =
      lateWitness === null
        ? clear({ ...this.#facts, ...doubts, areIdsMissing: this.#findIdsMissing(), isLinkedAfter })
        : findAbsent(lateWitness, { isNamed: doubts.isNamed, isGrantOpen, isLinkedAfter });
    return [said?.value ?? INCOMPLETE];
  }

  /** D1 asks for nothing else that has a code. */
  #listOpen(): readonly Reason[] {
    return this.#facts.openGrants.isAny ? [this.#grantOpen] : [];
  }

  #listFailed({ isDateAlone, isCarrierUndetermined }: CopyDoubts): readonly Reason[] {
    return [
      ...(this.#facts.hasControl ? [] : [NO_CONTROL]),
      ...(this.#findIdsMissing() ? [IDS_UNRESOLVED] : []),
      ...(isDateAlone ? [DATE_ALONE] : []),
      ...(isCarrierUndetermined ? [CARRIER_UNDETERMINED] : []),
    ];
  }

  #findIdsMissing(): boolean {
    this.#areIdsMissing ??= this.#facts.areIdsMissing();
    return this.#areIdsMissing;
  }
}
