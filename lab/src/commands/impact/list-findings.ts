import { compareUtf8 } from '@candor/core/base';
import { type FindingClass, toFindingClass } from '@candor/core/impact/findings';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { countSearched, type SearchedCounts } from '../../impact/store/count-findings.ts';
import { type DecisionView, readDecisionViews } from './decide-findings.ts';
import {
  type ExposedFinding,
  type FindingFilter,
  filterFindings,
  readExposedFindings,
  unknownValue,
} from './read-findings.ts';

export interface FindingTally {
  readonly counted: number;
  readonly waiting: number;
  readonly dismissed: number;
  /** Dismissed findings do not count. */
  readonly values: number;
  readonly messages: number;
}

/** What was in the mail, at a glance. */
export interface FindingOverview {
  readonly organization: string;
  readonly incident: string;
  readonly version: number;
  readonly searched: SearchedCounts;
  readonly erasures: readonly { readonly at: number; readonly findings: number; readonly messages: number }[];
  readonly kinds: readonly (Omit<FindingTally, 'values'> & {
    readonly kind: string;
    readonly class: FindingClass;
    /** It is null for specially protected data, which is counted per message. */
    readonly values: number | null;
    readonly certain: number;
    readonly likely: number;
    readonly weak: number;
  })[];
  /** A message counts for each of its parties; most messages with secrets come first. */
  readonly parties: readonly (FindingTally & { readonly party: string; readonly secrets: number })[];
  readonly custodians: readonly (FindingTally & { readonly custodian: string; readonly secrets: number })[];
}

/** @throws Refusal where nothing was searched. */
export async function overviewFindings(state: StateFolder, filter: FindingFilter): Promise<FindingOverview> {
  const read = await readExposedFindings(state);
  const findings = await filterFindings(state, read, filter);
  const { controls } = read.summary.findings ?? {};
  // Not what the run counted: findings may have been erased since.
  const counted = await countSearched(state.store, read.scope);
  const decisions = await readDecisionViews(state.store);
  const kinds = [...Map.groupBy(findings, ({ kind }) => kind)].sort(([a], [b]) => compareUtf8(a, b));
  return {
    organization: read.summary.organization,
    incident: read.summary.incident,
    version: read.version.version,
    searched: controls === undefined ? counted : { ...counted, controls },
    erasures: decisions.flatMap(({ at, erased: gone }) =>
      gone === null ? [] : [{ at, findings: gone.findings, messages: gone.messages }],
    ),
    kinds: kinds.map(([kind, found]) => ({
      kind,
      class: toFindingClass(kind),
      ...tally(found),
      ...(toFindingClass(kind) === 'sensitive' ? { values: null } : {}),
      certain: found.filter(({ confidence }) => confidence === 'certain').length,
      likely: found.filter(({ confidence }) => confidence === 'likely').length,
      weak: found.filter(({ confidence }) => confidence === 'weak').length,
    })),
    parties: tallyBy(findings, ({ parties }) => parties).map(([party, sums]) => ({ party, ...sums })),
    custodians: tallyBy(findings, ({ custodians }) => custodians).map(([custodian, sums]) => ({
      custodian,
      ...sums,
    })),
  };
}

function tally(findings: readonly ExposedFinding[]): FindingTally {
  const standing = findings.filter(({ state }) => state !== 'dismissed');
  return {
    counted: findings.filter(({ state }) => state === 'counted').length,
    waiting: findings.filter(({ state }) => state === 'waiting').length,
    dismissed: findings.length - standing.length,
    values: new Set(standing.map(({ value }) => value)).size,
    messages: new Set(standing.map(({ message }) => message)).size,
  };
}

function tallyBy(
  findings: readonly ExposedFinding[],
  toNames: (finding: ExposedFinding) => readonly string[],
): (readonly [string, FindingTally & { readonly secrets: number }])[] {
  const groups = new Map<string, ExposedFinding[]>();
  for (const finding of findings) {
    for (const name of toNames(finding)) {
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [finding]);
      else group.push(finding);
    }
  }
  const isSecret = ({ kind, state }: ExposedFinding) => state === 'counted' && toFindingClass(kind) === 'secret';
  return [...groups]
    .map(([name, group]) => {
      const secrets = new Set(group.filter(isSecret).map(({ message }) => message)).size;
      return [name, { ...tally(group), secrets }] as const;
    })
    .sort(([a, x], [b, y]) => y.secrets - x.secrets || y.messages - x.messages || compareUtf8(a, b));
}

export interface FindingPage {
  readonly total: number;
  /** The index starts at 0. */
  readonly from: number;
  readonly findings: readonly ExposedFinding[];
}

/** Some of the findings, in the order of values: equal values stand together. */
export async function listFindings(
  state: StateFolder,
  filter: FindingFilter,
  page: { readonly from: number; readonly limit: number },
): Promise<FindingPage> {
  const found = [...(await filterFindings(state, await readExposedFindings(state), filter))].sort(
    (a, b) =>
      a.value - b.value || compareUtf8(a.message, b.message) || compareUtf8(a.part, b.part) || a.offset - b.offset,
  );
  return { total: found.length, from: page.from, findings: found.slice(page.from, page.from + page.limit) };
}

export interface ValueView {
  readonly value: number;
  readonly places: readonly ExposedFinding[];
  readonly decisions: readonly DecisionView[];
}

/** Every place of one value. @throws Refusal for a number that no value has. */
export async function showValue(state: StateFolder, value: number): Promise<ValueView> {
  const places = await filterFindings(state, await readExposedFindings(state), { value });
  if (places.length === 0) throw unknownValue(value);
  const decisions = (await readDecisionViews(state.store)).filter(
    ({ about, isInForce }) => isInForce && about?.value === value,
  );
  return { value, places, decisions };
}
