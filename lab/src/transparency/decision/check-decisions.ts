import { type Cryptography, type Problem, toCanonicalJson } from '@candor/core/base';
import { type Hashing, readEntry } from '@candor/core/ledger';
import {
  type ChainCheck,
  type ChainFault,
  checkDecisionChain,
  type DecisionAct,
  type OperatorKey,
} from '@candor/core/ledger/decision';
import type { Store } from '../../adapters/store/store.ts';
import { listOperatorsOfLog } from '../../ledger/index.ts';
import { listLinkNumbers, readLinks } from '../../ledger/store/decision-store.ts';
import { EFFECT_TABLES, readEffectRows } from '../../ledger/store/effect-store.ts';
import { listEntriesOfKind, readStoredEntry } from '../../ledger/store/entry-store.ts';
import { listEdits } from '../../notice/store/edit-store.ts';
import { listWaves } from '../../notice/store/wave-store.ts';

interface CheckDeps {
  readonly hashing: Hashing;
  readonly cryptography: Pick<Cryptography, 'verifyEd25519'>;
  /** Operators of the incident file, for decisions that were signed before a log began. */
  readonly operators: readonly OperatorKey[];
}

/** Whose decisions stand, and everything that differs from them. */
export interface DecisionCheck {
  readonly chain: ChainCheck;
  readonly problems: readonly Problem[];
}

/**
 * Recomputes the chain of decisions with its signatures, and compares what it decided with the rows of the state and
 * its heads with those in the log.
 */
export async function checkDecisions(store: Store, deps: CheckDeps): Promise<DecisionCheck> {
  const links = await readLinks(store, 0);
  const since = await listOperatorsOfLog(store);
  const known: readonly OperatorKey[] = [...deps.operators, ...since.flatMap(({ operators }) => operators)];
  const listOperators = (log: number): readonly OperatorKey[] =>
    log === 0 ? known : (since.findLast(({ position }) => position < log)?.operators ?? []);
  const found = await checkDecisionChain({ ...deps, listOperators }, links);
  const chain = { ...found, faults: [...found.faults, ...(await findApprovalFaults(store, found))] };
  const problems: Problem[] = chain.faults.map(({ code, number, text }) => toProblem(code, `decision ${number}`, text));
  for (const [at, number] of (await listLinkNumbers(store)).entries())
    if (number !== at + 1) {
      problems.push(toProblem('decision-chain', `decision ${at + 1}`, 'it is missing from the chain'));
      break;
    }
  problems.push(...(await findEffectProblems(store, chain)), ...(await findTextProblems(store)));
  problems.push(...(await findHeadProblems(store, links)));
  return { chain, problems };
}

/** Acts that cannot be taken back or give something away: two operators approve them by an entry of this kind. */
const APPROVED_BY: Readonly<Partial<Record<DecisionAct, string>>> = {
  'findings.erase': 'erasure',
  'withheld.release': 'hold',
};

async function findApprovalFaults(store: Store, { documents }: ChainCheck): Promise<readonly ChainFault[]> {
  const faults: ChainFault[] = [];
  for (const [at, document] of documents.entries()) {
    const kind = document === null ? undefined : APPROVED_BY[document.act];
    const entry = document?.entry ?? null;
    if (kind === undefined && entry === null) continue;
    const stored = entry === null ? null : await readStoredEntry(store, entry);
    if (kind !== undefined && stored?.kind === kind) continue;
    const text =
      kind === undefined ? 'one person decides this, and it names an entry' : `the log has no ${kind} at its entry`;
    faults.push({ code: 'decision-signature', number: at + 1, text });
  }
  return faults;
}

async function findEffectProblems(store: Store, { standing }: ChainCheck): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const left = new Map(standing);
  for (const { table, key, row } of await readEffectRows(store, EFFECT_TABLES)) {
    const place = `${table} ${key}`;
    const decided = left.get(place);
    left.delete(place);
    if (decided === undefined)
      problems.push(toProblem('decision-row', place, 'this row has no decision: somebody wrote it into the state'));
    else if (toCanonicalJson(decided.row) !== toCanonicalJson(row))
      problems.push(toProblem('decision-row', place, `this row is not the one of decision ${decided.number}`));
  }
  for (const [place, { number }] of left)
    problems.push(
      toProblem('decision-effect', `decision ${number}`, `its effect is missing: the state has no row ${place}`),
    );
  return problems;
}

/** A later draft takes over the edits of an earlier one, so an edited text is any that a person decided. */
async function findTextProblems(store: Store): Promise<readonly Problem[]> {
  const decided = new Set((await listEdits(store)).map(({ what, value }) => toCanonicalJson([what, value])));
  const problems: Problem[] = [];
  for (const { id, settings } of await listWaves(store)) {
    const { happened, measures, unknown, added } = settings;
    const texts = [
      ...Object.entries({ happened, measures, unknown }).flatMap(([what, value]) =>
        value == null ? [] : [{ what, value }],
      ),
      ...Object.values(added).map((value) => ({ what: 'added', value })),
    ];
    for (const { what, value } of texts)
      if (!decided.has(toCanonicalJson([what, value])))
        problems.push(
          toProblem('decision-row', `wave ${id}`, `its text "${what}" was edited, and no decision has this text`),
        );
  }
  return problems;
}

async function findHeadProblems(
  store: Store,
  links: readonly { readonly digest: string }[],
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const { position, entry } of await listEntriesOfKind(store, ['decisions'])) {
    const body = entry === null ? null : (readEntry(entry)?.body ?? null);
    if (body === null) continue;
    const { head, number } = body;
    const link = typeof number === 'number' ? links[number - 1] : undefined;
    if (link === undefined || link.digest !== head)
      problems.push(
        toProblem(
          'decision-head',
          `entry ${position}`,
          `it has the head of ${String(number)} decisions, and the chain of this state does not have it: decisions were removed or rewritten`,
        ),
      );
  }
  return problems;
}

function toProblem(code: string, place: string, text: string): Problem {
  return { code, place, text, weight: 'person' };
}
