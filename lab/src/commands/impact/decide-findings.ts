import { Refusal } from '@candor/core/base';
import {
  type DecisionAct,
  type FindingDecision,
  type FindingSelector,
  isAbout,
  selectDecisionsInForce,
} from '@candor/core/impact/findings';
import { now } from '../../adapters/clock.ts';
import { openStateForReading } from '../../adapters/state-folder.ts';
import type { Store } from '../../adapters/store.ts';
import { appendDecision, readDecisions } from '../../impact/store/decision-store.ts';
import { streamFoundMessages } from '../../impact/store/found-messages.ts';
import { isValue } from '../../impact/store/value-store.ts';
import { inState } from '../acting.ts';
import { requireLastVersion } from '../open-version.ts';
import { unknownValue } from './read-findings.ts';

/** A decision as people see it. */
export interface DecisionView {
  readonly sequence: number;
  readonly by: string;
  readonly at: number;
  readonly why: string;
  readonly act: DecisionAct['act'];
  readonly about: FindingSelector | null;
  readonly of: number | null;
  /** What `erase` took away. */
  readonly erased: { readonly findings: number; readonly messages: number; readonly before: number | null } | null;
  readonly isInForce: boolean;
}

export interface DecisionMade extends DecisionView {
  /** Findings that it is about now; equal ones that are found later follow it too. */
  readonly findings: number;
}

/**
 * Records that findings count or do not. It survives every later run; equal values that are found later follow it.
 * @throws Refusal where nothing is said about which findings, or a value has no such number.
 */
export function decideFindings(
  statePath: string,
  act: 'accept' | 'dismiss',
  about: FindingSelector,
  { by, why }: { readonly by: string; readonly why: string },
): Promise<DecisionMade> {
  return inState(statePath, async (state) => {
    await requireLastVersion(state);
    const { store } = state;
    const { value, sender, rule, kind } = about;
    if ([value, sender, rule, kind].every((one) => one === undefined))
      throw new Refusal('nothing-decided', [
        'say which findings are meant: --value NUMBER, --sender ADDRESS, --rule DETECTOR or --kind KIND, or several of them',
      ]);
    if (value !== undefined && !(await isValue(store, value))) throw unknownValue(value);
    const selector: FindingSelector = sender === undefined ? about : { ...about, sender: sender.toLowerCase() };
    let findings = 0;
    for await (const message of streamFoundMessages(store))
      findings += message.findings.filter((finding) =>
        isAbout(selector, { ...finding, sender: message.sender }),
      ).length;
    const decision = { by, why, at: now(), act: { act, about: selector } } as const;
    const sequence = await store.durableTransaction(() => appendDecision(store, decision));
    return {
      sequence,
      by,
      why,
      at: decision.at,
      act,
      about: selector,
      of: null,
      erased: null,
      isInForce: true,
      findings,
    };
  });
}

/** Takes a decision back. @throws Refusal for a number that no decision in force has. */
export function undoDecision(
  statePath: string,
  of: number,
  { by, why }: { readonly by: string; readonly why: string },
): Promise<DecisionView> {
  return inState(statePath, async ({ store }) => {
    const decisions = await readDecisions(store);
    if (!selectDecisionsInForce(decisions).some(({ sequence }) => sequence === of))
      throw new Refusal('unknown-decision', [
        `no decision ${of} is in force; \`candor findings decisions\` shows them`,
      ]);
    const decision = { by, why, at: now(), act: { act: 'undo', of } } as const;
    const sequence = await store.durableTransaction(() => appendDecision(store, decision));
    return { sequence, by, why, at: decision.at, act: 'undo', about: null, of, erased: null, isInForce: true };
  });
}

/** Everything that was ever decided, oldest first. */
export async function listDecisions(statePath: string): Promise<readonly DecisionView[]> {
  const state = await openStateForReading(statePath);
  try {
    return await readDecisionViews(state.store);
  } finally {
    await state.close();
  }
}

export async function readDecisionViews(store: Store): Promise<readonly DecisionView[]> {
  const decisions = await readDecisions(store);
  const inForce = new Set(selectDecisionsInForce(decisions).map(({ sequence }) => sequence));
  return decisions.map((decision) => toView(decision, inForce));
}

function toView({ act, ...decision }: FindingDecision, inForce: ReadonlySet<number>): DecisionView {
  const common = { ...decision, act: act.act, about: null, of: null, erased: null, isInForce: true };
  switch (act.act) {
    case 'undo':
      return { ...common, of: act.of };
    case 'erase':
      return { ...common, erased: { findings: act.findings, messages: act.messages, before: act.before } };
    default:
      return { ...common, about: act.about, isInForce: inForce.has(decision.sequence) };
  }
}
