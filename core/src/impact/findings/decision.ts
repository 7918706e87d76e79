import type { Confidence, FindingKind } from '../detectors/index.ts';

/** Which findings a decision is about: those to which everything applies that is given. At least one thing is. */
export interface FindingSelector {
  /** HMAC of the value: equal values, wherever they stand, also in mail that is found later. */
  readonly value?: string;
  /** Sender of the message, lower case. */
  readonly sender?: string;
  /** Detector. */
  readonly rule?: string;
  readonly kind?: string;
}

export type DecisionAct =
  | { readonly act: 'accept' | 'dismiss'; readonly about: FindingSelector }
  | { readonly act: 'undo'; readonly of: number };

/** What a person decided. It is appended and never changed; `undo` takes one back. */
export interface FindingDecision {
  readonly sequence: number;
  readonly by: string;
  readonly at: number;
  readonly why: string;
  readonly act: DecisionAct;
}

/** `counted`: in figures and notices. `waiting`: for a person. */
export type FindingState = 'counted' | 'waiting' | 'dismissed';

/** What decisions go by. */
export interface DecidedFinding {
  readonly kind: FindingKind;
  readonly detector: string;
  readonly confidence: Confidence;
  readonly valueHash: string;
  readonly sender: string;
}

/** Decisions that were not taken back. A decision that is undone by one that is itself undone is in force again. */
export function selectDecisionsInForce(decisions: readonly FindingDecision[]): readonly FindingDecision[] {
  const undone = new Set<number>();
  for (const { sequence, act } of decisions.toReversed())
    if (act.act === 'undo' && !undone.has(sequence)) undone.add(act.of);
  return decisions.filter(({ sequence, act }) => act.act !== 'undo' && !undone.has(sequence));
}

/**
 * How findings count after what people decided. The narrower decision holds: one about a value before one about a
 * sender, a rule, a kind; of equally narrow ones the newest. Without one, what is certain or likely counts and what is
 * weak waits.
 */
export function createFindingJudge(decisions: readonly FindingDecision[]): (finding: DecidedFinding) => FindingState {
  const ranked = selectDecisionsInForce(decisions)
    .flatMap(({ sequence, act }) => (act.act === 'undo' ? [] : [{ sequence, ...act }]))
    .sort((a, b) => narrowness(b.about) - narrowness(a.about) || b.sequence - a.sequence);
  const byValue = new Map<string, typeof ranked>();
  const others: typeof ranked = [];
  for (const one of ranked) {
    const { value } = one.about;
    if (value === undefined) others.push(one);
    else byValue.set(value, [...(byValue.get(value) ?? []), one]);
  }
  return (finding) => {
    const decisive =
      byValue.get(finding.valueHash)?.find(({ about }) => isAbout(about, finding)) ??
      others.find(({ about }) => isAbout(about, finding));
    if (decisive !== undefined) return decisive.act === 'accept' ? 'counted' : 'dismissed';
    return finding.confidence === 'weak' ? 'waiting' : 'counted';
  };
}

export function isAbout(about: FindingSelector, finding: DecidedFinding): boolean {
  return (
    (about.value === undefined || about.value === finding.valueHash) &&
    (about.sender === undefined || about.sender === finding.sender) &&
    (about.rule === undefined || about.rule === finding.detector) &&
    (about.kind === undefined || about.kind === finding.kind)
  );
}

function narrowness({ value, sender, rule, kind }: FindingSelector): number {
  return (
    (value === undefined ? 0 : 8) +
    (sender === undefined ? 0 : 4) +
    (rule === undefined ? 0 : 2) +
    (kind === undefined ? 0 : 1)
  );
}
