import { type Cryptography, toCanonicalJson } from '@candor/core/base';
import { readBase64Url } from '../base64.ts';
import type { Hashing } from '../hash.ts';
import {
  DECISION_TABLES,
  type DecisionDocument,
  type DecisionLink,
  type DecisionWrite,
  digestLink,
  digestRows,
  type EffectRow,
  FIRST_PREVIOUS,
  readDecision,
  toDecisionMessage,
} from './decision.ts';

export interface ChainFault {
  readonly code: 'decision-chain' | 'decision-signature';
  readonly number: number;
  readonly text: string;
}

export interface ChainCheck {
  /** Null for a document that cannot be read. */
  readonly documents: readonly (DecisionDocument | null)[];
  readonly faults: readonly ChainFault[];
  /** The rows that stand after the last decision, each with the number of the decision that wrote it. */
  readonly standing: ReadonlyMap<string, EffectRow & { readonly number: number }>;
}

/** An operator whose signature counted when a log had so many entries. */
export interface OperatorKey {
  readonly name: string;
  readonly key: string;
}

interface CheckDeps {
  readonly hashing: Hashing;
  readonly cryptography: Pick<Cryptography, 'verifyEd25519'>;
  /** Operators who could sign when the log had so many entries. */
  readonly listOperators: (log: number) => readonly OperatorKey[];
}

/** Recomputes a chain: digests, numbers, signatures, and every row before and after each decision. */
export async function checkDecisionChain(deps: CheckDeps, links: readonly DecisionLink[]): Promise<ChainCheck> {
  const faults: ChainFault[] = [];
  const documents: (DecisionDocument | null)[] = [];
  const standing = new Map<string, EffectRow & { readonly number: number }>();
  let previous = FIRST_PREVIOUS;
  let log = 0;
  for (const [at, link] of links.entries()) {
    const number = at + 1;
    const find = (code: ChainFault['code'], text: string) => faults.push({ code, number, text });
    if (link.previous !== previous) find('decision-chain', 'it does not continue the decision before it');
    if (digestLink(deps.hashing, link.previous, link.document) !== link.digest)
      find('decision-chain', 'its document is not the one that the chain has');
    previous = link.digest;
    const document = readDecision(link.document);
    documents.push(document);
    if (document === null) {
      find('decision-chain', 'its document cannot be read');
      continue;
    }
    if (document.number !== number) find('decision-chain', `its document says that it is decision ${document.number}`);
    if (document.log < log) find('decision-chain', 'it names a shorter log than the decision before it');
    log = Math.max(log, document.log);
    const text = await findSignatureFault(deps, document, link);
    if (text !== null) find('decision-signature', text);
    const fault = findBeforeFault(deps.hashing, document, standing);
    if (fault !== null) find('decision-chain', fault);
    for (const write of document.writes) apply(standing, write, number);
  }
  return { documents, faults, standing };
}

async function findSignatureFault(
  { cryptography, listOperators }: CheckDeps,
  { by, key, log }: DecisionDocument,
  { digest, signature }: DecisionLink,
): Promise<string | null> {
  if (key === null) return signature === null ? null : 'it has a signature, and its document names no key';
  if (signature === null) return `its document names a key of ${by}, and its signature is missing`;
  const [raw, bytes] = [readBase64Url(key), readBase64Url(signature)];
  const isValid =
    raw !== null && bytes !== null && (await cryptography.verifyEd25519(raw, bytes, toDecisionMessage(digest)));
  if (!isValid) return `the signature of ${by} is not valid`;
  return listOperators(log).some((operator) => operator.name === by && operator.key === key)
    ? null
    : `its key is none that ${by} had as an operator`;
}

function findBeforeFault(
  hashing: Hashing,
  { act, before, writes }: DecisionDocument,
  standing: ReadonlyMap<string, EffectRow>,
): string | null {
  const tables: readonly string[] = DECISION_TABLES[act];
  const stood = [...standing.values()].filter(({ table }) => tables.includes(table));
  if (act !== 'carried-over' && digestRows(hashing, stood) !== before)
    return 'what stood before it is not what earlier decisions left';
  const wrong = writes.find((write) => {
    const row = standing.get(toPlace(write))?.row ?? null;
    return toCanonicalJson(row) !== toCanonicalJson(write.before);
  });
  if (wrong !== undefined) return `it says that ${wrong.table} ${wrong.key} stood otherwise before it`;
  return act === 'carried-over' || writes.every(({ table }) => tables.includes(table))
    ? null
    : 'it writes a table that its act does not write';
}

function apply(
  standing: Map<string, EffectRow & { readonly number: number }>,
  write: DecisionWrite,
  number: number,
): void {
  const { table, key, after } = write;
  if (after === null) standing.delete(toPlace(write));
  else standing.set(toPlace(write), { table, key, row: after, number });
}

function toPlace({ table, key }: Pick<EffectRow, 'table' | 'key'>): string {
  return `${table} ${key}`;
}
