import { advise, hint, Refusal } from '@candor/core/base';
import {
  createFindingJudge,
  type DecisionAct,
  type FindingDecision,
  type FindingSelector,
  isAbout,
  selectDecisionsInForce,
  selectJoinsInForce,
} from '@candor/core/impact/findings';
import { now } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { Store } from '../../adapters/store/store.ts';
import { appendDecision, readDecisions } from '../../impact/store/decision-store.ts';
import { streamFoundMessages } from '../../impact/store/found-messages.ts';
import { isValue } from '../../impact/store/value-store.ts';
import { type DecisionMade, decide } from '../../ledger/decision/index.ts';
import { type DecidedBy, openDecider } from '../decider.ts';
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
  /** Mentions of persons that were merged or split; null for all others. */
  readonly mentions: number | null;
  readonly of: number | null;
  /** What `erase` took away. */
  readonly erased: { readonly findings: number; readonly messages: number; readonly before: number | null } | null;
  readonly isInForce: boolean;
}

/** A decision about findings that was just recorded. */
export interface FindingsDecided extends DecisionView {
  readonly decision: DecisionMade;
}

export interface FindingsJudged extends FindingsDecided {
  /** Findings that it is about now; equal ones that are found later follow it too. */
  readonly findings: number;
}

/** Which findings somebody means. */
export type AskedFindings = { readonly [Member in keyof FindingSelector]: FindingSelector[Member] | undefined };

/**
 * Records that findings count or do not. It survives every later run; equal values that are found later follow it.
 * @throws Refusal where nothing is said about which findings, or a value has no such number.
 */
export async function decideFindings(
  state: StateFolder,
  act: 'accept' | 'dismiss',
  { value, sender, rule, kind }: AskedFindings,
  decided: DecidedBy,
): Promise<FindingsJudged> {
  await requireLastVersion(state);
  const { store } = state;
  if ([value, sender, rule, kind].every((one) => one === undefined))
    throw new Refusal('nothing-decided', [
      'say which findings are meant: --value NUMBER, --sender ADDRESS, --rule DETECTOR or --kind KIND, or several of them',
    ]);
  if (value !== undefined && !(await isValue(store, value))) throw unknownValue(value);
  const selector: FindingSelector = {
    ...(value === undefined ? {} : { value }),
    ...(sender === undefined ? {} : { sender: sender.toLowerCase() }),
    ...(rule === undefined ? {} : { rule }),
    ...(kind === undefined ? {} : { kind }),
  };
  const by = await openDecider(store, decided);
  const { why } = decided;
  const at = now();
  const former = await readDecisions(store);
  const next = { by: by.name, why, at, act: { act, about: selector } } as const;
  const sequenceNow = (former.at(-1)?.sequence ?? 0) + 1;
  const judges = [createFindingJudge(former), createFindingJudge([...former, { ...next, sequence: sequenceNow }])];
  let findings = 0;
  const counted = [0, 0];
  for await (const { sender: from, findings: found } of streamFoundMessages(store))
    for (const one of found) {
      const finding = { ...one, sender: from };
      if (!isAbout(selector, finding)) continue;
      findings += 1;
      for (const [which, judge] of judges.entries())
        counted[which] = (counted[which] ?? 0) + (judge(finding) === 'counted' ? 1 : 0);
    }
  const [before = 0, after = 0] = counted;
  const { result: sequence, decision } = await decide(
    store,
    createNodeRuntime(),
    {
      act: `findings.${act}`,
      by,
      why,
      at,
      rows: [{ what: describeSelector(selector), before: { counted: before }, after: { counted: after } }],
    },
    (deciding) => appendDecision(deciding, next),
  );
  const view = {
    sequence,
    by: by.name,
    why,
    at,
    act,
    about: selector,
    mentions: null,
    of: null,
    erased: null,
    isInForce: true,
  };
  return { ...view, findings, decision };
}

function describeSelector(about: FindingSelector): string {
  return `findings: ${Object.entries(about)
    .map(([what, which]) => `${what} ${which}`)
    .join(', ')}`;
}

/** Takes a decision back. @throws Refusal for a number that no decision in force has. */
export async function undoDecision({ store }: StateFolder, of: number, decided: DecidedBy): Promise<FindingsDecided> {
  const former = await readDecisions(store);
  const standing = [...selectDecisionsInForce(former), ...selectJoinsInForce(former)];
  const undone = standing.find(({ sequence }) => sequence === of);
  if (undone === undefined)
    throw new Refusal('unknown-decision', [
      advise`no decision ${of} is in force; ${hint('findings.decisions')} shows them`,
    ]);
  const by = await openDecider(store, decided);
  const { why } = decided;
  const at = now();
  const { result: sequence, decision } = await decide(
    store,
    createNodeRuntime(),
    {
      act: 'findings.undo',
      by,
      why,
      at,
      rows: [{ what: `decision ${of} about findings`, before: 'in force', after: 'undone' }],
    },
    (deciding) => appendDecision(deciding, { by: by.name, why, at, act: { act: 'undo', of } }),
  );
  const view = { sequence, by: by.name, why, at, about: null, mentions: null, of, erased: null, isInForce: true };
  return { ...view, act: 'undo', decision };
}

/** Everything that was ever decided, oldest first. */
export async function readDecisionViews(store: Store): Promise<readonly DecisionView[]> {
  const decisions = await readDecisions(store);
  const inForce = new Set(
    [...selectDecisionsInForce(decisions), ...selectJoinsInForce(decisions)].map(({ sequence }) => sequence),
  );
  return decisions.map((decision) => toView(decision, inForce));
}

function toView({ act, ...decision }: FindingDecision, inForce: ReadonlySet<number>): DecisionView {
  const common = { ...decision, act: act.act, about: null, mentions: null, of: null, erased: null, isInForce: true };
  switch (act.act) {
    case 'undo':
      return { ...common, of: act.of };
    case 'erase':
      return { ...common, erased: { findings: act.findings, messages: act.messages, before: act.before } };
    case 'merge':
    case 'split':
      return { ...common, mentions: act.mentions.length, isInForce: inForce.has(decision.sequence) };
    default:
      return { ...common, about: act.about, isInForce: inForce.has(decision.sequence) };
  }
}
