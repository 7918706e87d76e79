import type { Confidence, FindingKind } from '../detectors/index.ts';

/** Which findings a decision is about: those to which everything applies that is given. At least one thing is. */
export interface FindingSelector {
  /** Number of the value in the state: equal values, wherever they stand, also in mail that is found later. */
  readonly value?: number;
  /** Sender of the message, lower case. */
  readonly sender?: string;
  readonly rule?: string;
  readonly kind?: string;
}

export type DecisionAct =
  | { readonly act: 'accept' | 'dismiss'; readonly about: FindingSelector }
  /** Mentions of persons, by their ids, that are one person, or of which no two are. */
  | { readonly act: 'merge' | 'split'; readonly mentions: readonly string[] }
  | { readonly act: 'undo'; readonly of: number }
  /** Findings recorded before a moment (null: all) were erased. It cannot be taken back. */
  | { readonly act: 'erase'; readonly before: number | null; readonly findings: number; readonly messages: number };

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

export interface DecidedFinding {
  readonly kind: FindingKind;
  readonly detector: string;
  readonly confidence: Confidence;
  readonly value: number;
  readonly sender: string;
}

export type DecisionInForce = FindingDecision & { readonly act: { readonly act: 'accept' | 'dismiss' } };

/**
 * Decisions about findings that were not taken back. A decision that is undone by one that is itself undone is in force
 * again.
 */
export function selectDecisionsInForce(decisions: readonly FindingDecision[]): readonly DecisionInForce[] {
  const undone = listUndone(decisions);
  return decisions.flatMap(({ act, ...decision }) =>
    (act.act === 'accept' || act.act === 'dismiss') && !undone.has(decision.sequence) ? [{ ...decision, act }] : [],
  );
}

type JoinInForce = FindingDecision & { readonly act: { readonly act: 'merge' | 'split' } };

/** Decisions about persons that were not taken back, in order. */
export function selectJoinsInForce(decisions: readonly FindingDecision[]): readonly JoinInForce[] {
  const undone = listUndone(decisions);
  return decisions.flatMap(({ act, ...decision }) =>
    (act.act === 'merge' || act.act === 'split') && !undone.has(decision.sequence) ? [{ ...decision, act }] : [],
  );
}

function listUndone(decisions: readonly FindingDecision[]): ReadonlySet<number> {
  const undone = new Set<number>();
  for (const { sequence, act } of decisions.toReversed())
    if (act.act === 'undo' && !undone.has(sequence)) undone.add(act.of);
  return undone;
}

/**
 * How findings count after what people decided. The narrower decision holds: one about a value before one about a
 * sender, a rule, a kind; of equally narrow ones the newest. Without one, what is certain or likely counts and what is
 * weak waits.
 */
export function createFindingJudge(decisions: readonly FindingDecision[]): (finding: DecidedFinding) => FindingState {
  const ranked = selectDecisionsInForce(decisions)
    .map(({ sequence, act }) => ({ sequence, ...act }))
    .sort((a, b) => narrowness(b.about) - narrowness(a.about) || b.sequence - a.sequence);
  const byValue = new Map<number, typeof ranked>();
  const others: typeof ranked = [];
  for (const one of ranked) {
    const { value } = one.about;
    if (value === undefined) others.push(one);
    else byValue.set(value, [...(byValue.get(value) ?? []), one]);
  }
  return (finding) => {
    const decisive =
      byValue.get(finding.value)?.find(({ about }) => isAbout(about, finding)) ??
      others.find(({ about }) => isAbout(about, finding));
    if (decisive !== undefined) return decisive.act === 'accept' ? 'counted' : 'dismissed';
    return finding.confidence === 'weak' ? 'waiting' : 'counted';
  };
}

export function isAbout(about: FindingSelector, finding: DecidedFinding): boolean {
  return (
    (about.value === undefined || about.value === finding.value) &&
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
