import { compareUtf8 } from '@candor/core/base';
import type { Copy } from '@candor/core/evidence/message';
import type { Policy } from '@candor/core/incident';
import { compareGaps, type Gap } from '../coverage/gap.ts';
import { CITED, cite } from '../verdict/cited.ts';
import { toReason } from '../verdict/reason-list.ts';
import { type Judgement, type Reason, toStrength, toVerdict, type Verdict } from '../verdict/verdict.ts';

/** A copy with messages attached to it, at any depth. */
export type CarryingCopy = Pick<Copy, 'custodian' | 'location' | 'attached'>;
/** Properties of a copy by which it may be one of them. */
export type CarriedCopy = Pick<Copy, 'fingerprint' | 'names'>;

/** What the carriers of a copy say about it (C1). */
export interface CarrierAnswer {
  readonly reason: Reason | null;
  /** One of them is undetermined: the copy cannot be cleared. */
  readonly isUndetermined: boolean;
}

const NOT_CARRIED: CarrierAnswer = { reason: null, isUndetermined: false };

interface Attached {
  readonly fingerprint: string;
  readonly names: readonly string[];
  readonly carriers: Carrier[];
  answer: CarrierAnswer | null;
}

interface Carrier {
  readonly location: string;
  /** Null until it was judged, and for one that says nothing. */
  judgement: Judgement | null;
}

/**
 * Messages that travel inside others, in whatever mailbox (docs/formats/rules.md, C1). First `observe` every carrier;
 * then `settle` each with its verdict without C1; then open each mailbox.
 */
export class Carriers {
  readonly #policy: Policy;
  readonly #byFingerprint = new Map<string, Attached>();
  /** By name in lower case. */
  readonly #byName = new Map<string, Attached[]>();
  readonly #carriers = new Map<string, Map<string, Carrier>>();

  constructor(policy: Policy) {
    this.#policy = policy;
  }

  get custodians(): ReadonlySet<string> {
    return new Set(this.#carriers.keys());
  }

  observe({ custodian, location, attached }: CarryingCopy): void {
    if (attached.length === 0) return;
    const carrier: Carrier = { location, judgement: null };
    const own = this.#carriers.get(custodian) ?? new Map<string, Carrier>();
    this.#carriers.set(custodian, own.set(location, carrier));
    for (const { fingerprint, names } of attached) {
      let known = this.#byFingerprint.get(fingerprint);
      if (known === undefined) {
        known = { fingerprint, names: [], carriers: [], answer: null };
        this.#byFingerprint.set(fingerprint, known);
      }
      if (known.carriers.at(-1) !== carrier) known.carriers.push(carrier);
      this.#addNames(known, names);
    }
  }

  isCarrier({ custodian, location }: Pick<CarryingCopy, 'custodian' | 'location'>): boolean {
    return this.#carriers.get(custodian)?.has(location) === true;
  }

  /** `judgement`: without C1. */
  settle({ custodian, location }: Pick<CarryingCopy, 'custodian' | 'location'>, judgement: Judgement): void {
    const carrier = this.#carriers.get(custodian)?.get(location);
    const isSaying = toStrength(judgement.verdict) >= toStrength('undetermined');
    if (carrier !== undefined && isSaying) carrier.judgement = judgement;
  }

  /** Null where no copy carries another. Call after every carrier was settled. */
  openMailbox(): CarriedCopies | null {
    if (this.#byFingerprint.size === 0) return null;
    return new CarriedCopies(this.#byFingerprint, this.#byName, (attached) => this.#answer(attached));
  }

  #addNames(attached: Attached, names: readonly string[]): void {
    for (const name of names) {
      if (attached.names.includes(name)) continue;
      (attached.names as string[]).push(name);
      const key = name.toLowerCase();
      const known = this.#byName.get(key);
      if (known === undefined) this.#byName.set(key, [attached]);
      else if (!known.includes(attached)) known.push(attached);
    }
  }

  #answer(attached: readonly Attached[]): CarrierAnswer {
    const [first] = attached;
    if (first === undefined) return NOT_CARRIED;
    if (attached.length > 1) return toAnswer(new Set(attached.flatMap(({ carriers }) => carriers)), this.#policy);
    first.answer ??= toAnswer(new Set(first.carriers), this.#policy);
    return first.answer;
  }
}

/** The copies of one mailbox: `observe` each, then `judge` each. */
export class CarriedCopies {
  readonly #byFingerprint: ReadonlyMap<string, Attached>;
  readonly #byName: ReadonlyMap<string, readonly Attached[]>;
  readonly #answer: (attached: readonly Attached[]) => CarrierAnswer;
  /** Attached messages that the mailbox holds, by fingerprint. */
  readonly #held = new Set<Attached>();
  /** Names of them that a copy has exactly. */
  readonly #exact = new Set<string>();

  constructor(
    byFingerprint: ReadonlyMap<string, Attached>,
    byName: ReadonlyMap<string, readonly Attached[]>,
    answer: (attached: readonly Attached[]) => CarrierAnswer,
  ) {
    this.#byFingerprint = byFingerprint;
    this.#byName = byName;
    this.#answer = answer;
  }

  observe({ fingerprint, names }: CarriedCopy): void {
    const held = this.#byFingerprint.get(fingerprint);
    if (held !== undefined) this.#held.add(held);
    for (const name of names) {
      const named = this.#byName.get(name.toLowerCase()) ?? [];
      if (named.some((attached) => attached.names.includes(name))) this.#exact.add(name);
    }
  }

  judge({ fingerprint, names }: CarriedCopy): CarrierAnswer {
    const found = new Set<Attached>();
    const same = this.#byFingerprint.get(fingerprint);
    if (same !== undefined) found.add(same);
    for (const name of names) {
      const key = name.toLowerCase();
      for (const attached of this.#byName.get(key) ?? []) {
        if (!this.#held.has(attached) && attached.names.some((each) => this.#isNamed(each, name, key)))
          found.add(attached);
      }
    }
    return found.size === 0 ? NOT_CARRIED : this.#answer([...found]);
  }

  /** Without case only where the mailbox has no exact match. */
  #isNamed(attached: string, name: string, key: string): boolean {
    return attached === name || (attached.toLowerCase() === key && !this.#exact.has(attached));
  }
}

function toAnswer(carriers: ReadonlySet<Carrier>, policy: Policy): CarrierAnswer {
  const locations: string[] = [];
  const judgements = new Set<Judgement>();
  let strongest: Verdict | null = null;
  let isUndetermined = false;
  for (const { location, judgement } of carriers) {
    if (judgement === null) continue;
    const verdict = toCarriedVerdict(judgement);
    if (verdict === null) {
      isUndetermined = true;
      continue;
    }
    locations.push(location);
    judgements.add(judgement);
    if (strongest === null || toStrength(verdict) > toStrength(strongest)) strongest = verdict;
  }
  if (strongest === null) return { reason: null, isUndetermined };
  const sorted = locations.sort(compareUtf8);
  const { length } = sorted;
  const reason: Reason = {
    ...citeReasons(judgements, policy),
    carriers: sorted.slice(0, CITED),
    ...(length > CITED ? { moreCarriers: length - CITED } : {}),
    ...(strongest === 'accessed' ? {} : { weaker: strongest }),
  };
  return { reason, isUndetermined };
}

/** Null: undetermined. */
function toCarriedVerdict({ verdict, reasons }: Judgement): Verdict | null {
  switch (verdict) {
    case 'accessed':
      return reasons.some(({ code }) => code === 'intruder-sent') ? 'accessed' : 'presumed';
    case 'presumed':
      return 'presumed';
    case 'partial':
    case 'possible':
      return 'possible';
    default:
      return null;
  }
}

/** All records and gaps of their reasons of `possible` and stronger. */
function citeReasons(judgements: ReadonlySet<Judgement>, policy: Policy): Reason {
  const records = new Set<string>();
  const gaps = new Map<string, Gap>();
  let more = 0;
  let moreGaps = 0;
  const reasons = new Set([...judgements].flatMap((judgement) => judgement.reasons));
  for (const reason of reasons) {
    const verdict = reason.weaker ?? toVerdict(reason.code, policy);
    if (toStrength(verdict) < toStrength('possible')) continue;
    for (const id of reason.records) records.add(id);
    for (const gap of reason.gaps) gaps.set(`${gap.kind} ${gap.from} ${gap.to}`, gap);
    // Reasons share most of what they leave out: what is said is never more than there is.
    more = Math.max(more, reason.more ?? 0);
    moreGaps = Math.max(moreGaps, reason.moreGaps ?? 0);
  }
  const cited = cite(records);
  const sorted = [...gaps.values()].sort(compareGaps);
  return toReason(
    'contained-in',
    { first: cited.first, count: cited.count + more },
    sorted.slice(0, CITED),
    Math.max(sorted.length - CITED, 0) + moreGaps,
  );
}
