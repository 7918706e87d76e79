import type { Cryptography, Json, Problem } from '@candor/core/base';
import { type Entry, type Hashing, isApprovedKind, readEntry } from '@candor/core/ledger';
import { type ApprovalType, digestDocument, readApprovals, selectValidApprovals } from '@candor/core/notice/operator';
import type { Store } from '../../adapters/store/store.ts';
import { listOperatorsOfLog } from '../../ledger/index.ts';
import { listEntriesOfKind } from '../../ledger/store/entry-store.ts';
import {
  listCheckedApprovals,
  listCheckedNotices,
  listCheckedProposals,
  listCheckedWaves,
} from '../../notice/store/checked-store.ts';
import type { FollowedChain } from './check-chain.ts';

interface CheckDeps {
  readonly hashing: Hashing;
  readonly cryptography: Pick<Cryptography, 'verifyEd25519'>;
}

/** Entries that two people made, by position; `entry` is null where it was erased. */
type Decided = ReadonlyMap<number, { readonly entry: Entry | null }>;

const DECIDED_KINDS = ['wave', 'withdrawal', 'settlement', 'enquiry', 'release'] as const;
const OTHER_KINDS = ['enrollment', 'revocation', 'hold', 'publication', 'operators', 'erasure'] as const;

/** Standings that only an approval by two people gives. */
const DECIDED_WAVES: readonly string[] = ['approved', 'sending', 'paused'];
const DECIDED_NOTICES: readonly string[] = ['approved', 'withdrawn'];

/**
 * Whether what the state says two people decided is what the log has of them: waves, withdrawals, settlements,
 * proposals, and each stored approval.
 */
export async function checkDecided(store: Store, deps: CheckDeps, chain: FollowedChain): Promise<readonly Problem[]> {
  const decided = await readDecided(store);
  return [
    ...(await checkWaves(store, deps, decided)),
    ...(await checkNotices(store, decided)),
    ...(await checkProposals(store, deps, decided)),
    ...checkSettlements(decided, chain),
    ...(await checkApprovals(store, deps, decided)),
  ];
}

async function readDecided(store: Store): Promise<Decided> {
  const rows = await listEntriesOfKind(store, [...DECIDED_KINDS, ...OTHER_KINDS]);
  return new Map(rows.map(({ position, entry }) => [position, { entry: entry === null ? null : readEntry(entry) }]));
}

async function checkWaves(store: Store, { hashing }: CheckDeps, decided: Decided): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const { id, state, digest, entry } of await listCheckedWaves(store)) {
    const find = toFind(problems, 'wave-state', `wave ${id}`);
    const isDecided = DECIDED_WAVES.includes(state);
    if (entry === null) {
      if (isDecided) find(`it is ${state} in this state, and the log has no entry that approves it`);
      continue;
    }
    const found = findDocument(decided, entry, 'wave');
    if (found === null) find(`it says that entry ${entry} approves it, and that is no entry of a wave`);
    else if (found.document !== null && digestDocument(hashing, found.document) !== digest)
      find(`entry ${entry} approves another wave than this one`);
    else if (!isDecided) find(`entry ${entry} approves it, and it is ${state} in this state`);
  }
  return problems;
}

async function checkNotices(store: Store, decided: Decided): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const withdrawn = new Map<number, number>();
  for (const [position, { entry }] of decided)
    if (entry?.kind === 'withdrawal')
      for (const notice of listWithdrawn(entry.body['document'])) withdrawn.set(notice, position);
  for (const { id, state, withdrawal, entry } of await listCheckedNotices(store)) {
    const find = toFind(problems, 'notice-state', `notice ${id}`);
    const inLog = withdrawn.get(id);
    if (DECIDED_NOTICES.includes(state) !== (entry !== null))
      find(
        entry === null
          ? `it is ${state} in this state, and the log has no entry that approves its wave`
          : `entry ${entry} approves its wave, and it is ${state} in this state`,
      );
    else if (inLog !== undefined && (state !== 'withdrawn' || withdrawal !== inLog))
      find(`entry ${inLog} withdraws it, and this state does not say so`);
    else if (inLog === undefined && (state === 'withdrawn' || withdrawal !== null) && !isErased(decided, withdrawal))
      find('it is withdrawn in this state, and no entry of the log withdraws it');
  }
  return problems;
}

function isErased(decided: Decided, position: number | null): boolean {
  return position !== null && decided.get(position)?.entry === null;
}

function listWithdrawn(document: Json | undefined): readonly number[] {
  const { notices } = (document ?? {}) as { readonly notices?: Json };
  if (!Array.isArray(notices)) return [];
  return notices.flatMap((named: Json) => {
    const { notice } = (named ?? {}) as { readonly notice?: Json };
    return typeof notice === 'number' ? [notice] : [];
  });
}

async function checkProposals(store: Store, { hashing }: CheckDeps, decided: Decided): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const entries = new Set<number>();
  for (const { id, what, document, digest, entry } of await listCheckedProposals(store)) {
    const find = toFind(problems, 'proposal', `${what} ${id}`);
    if (hashing.sha256Hex(document) !== digest) find('its content is not what was proposed');
    if (entry === null) continue;
    entries.add(entry);
    const found = findDocument(decided, entry, what);
    if (found === null) find(`it says that entry ${entry} has it, and that is no entry of a ${what}`);
    else if (found.document !== null && digestDocument(hashing, found.document) !== digest)
      find(`entry ${entry} decides something else`);
  }
  for (const [position, { entry }] of decided)
    if ((entry?.kind === 'settlement' || entry?.kind === 'withdrawal') && !entries.has(position))
      toFind(problems, 'proposal', `entry ${position}`)(`it is a ${entry.kind}, and this state does not have it`);
  return problems;
}

/** Each settled delivery has its link, and each such link names an entry that settles it so. */
function checkSettlements(decided: Decided, chain: FollowedChain): readonly Problem[] {
  const problems: Problem[] = [];
  const linked = new Map<number, number>();
  for (const { position, entry: at, event, who } of chain.marks) {
    if (event.event !== 'settle') continue;
    const find = toFind(problems, 'delivery-chain', `link ${position}`);
    const entry = at === null ? undefined : decided.get(at)?.entry;
    if (at === null || entry === undefined || (entry !== null && entry.kind !== 'settlement')) {
      find('it settles a delivery by hand, and the log has no entry of two people who did');
      continue;
    }
    linked.set(at, (linked.get(at) ?? 0) + 1);
    if (entry === null) continue;
    const { as } = toSettlement(entry);
    const names = readApprovals(entry.body['approvals']).map(({ operator }) => operator);
    if (as !== event.as) find(`entry ${at} settles as ${as ?? 'nothing'}, and this link as ${event.as}`);
    else if (names.join() !== who.join()) find(`entry ${at} has other people than this link`);
  }
  // Settlements of before deliveries were chained have no link.
  const first = chain.marks.find(({ event }) => event.event === 'settle')?.entry ?? null;
  for (const [position, { entry }] of decided) {
    if (entry?.kind !== 'settlement' || (chain.carriedOver > 0 && (first === null || position < first))) continue;
    const count = toSettlement(entry).deliveries;
    if ((linked.get(position) ?? 0) !== count)
      toFind(
        problems,
        'delivery-chain',
        `entry ${position}`,
      )(`it settles ${count} deliveries, and the chain has ${linked.get(position) ?? 0} of them`);
  }
  return problems;
}

function toSettlement({ body }: Entry): { readonly as: string | null; readonly deliveries: number } {
  const { as, deliveries } = (body['document'] ?? {}) as { readonly as?: Json; readonly deliveries?: Json };
  return { as: typeof as === 'string' ? as : null, deliveries: Array.isArray(deliveries) ? deliveries.length : 0 };
}

/** Each stored approval is a signature by somebody who was an operator, and none that the log has is gone. */
async function checkApprovals(store: Store, deps: CheckDeps, decided: Decided): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const ever = (await listOperatorsOfLog(store)).flatMap(({ operators }) => operators);
  const rows = await listCheckedApprovals(store);
  for (const { id, what, digest, ...approval } of rows) {
    const isDigest = /^[0-9a-f]{64}$/.test(digest);
    const valid = isDigest
      ? await selectValidApprovals(deps.cryptography, what as ApprovalType, digest, [approval], ever)
      : [];
    if (valid.length === 0)
      toFind(problems, 'approval', `approval ${id}`)(`it is no signature of an operator over a ${what}`);
  }
  const stored = new Set(rows.map(({ what, digest, signature }) => `${what} ${digest} ${signature}`));
  for (const [position, { entry }] of decided) {
    // Of a shared log, changes of operators were approved in other states too.
    if (entry === null || entry.kind === 'operators' || !isApprovedKind(entry.kind)) continue;
    const digest = digestDocument(deps.hashing, entry.body['document'] ?? null);
    for (const { operator, signature } of readApprovals(entry.body['approvals']))
      if (!stored.has(`${entry.kind} ${digest} ${signature}`))
        toFind(problems, 'approval', `entry ${position}`)(`the approval of ${operator} is not in this state`);
  }
  return problems;
}

/** The document of an entry of this kind, null within where it was erased; null where there is none. */
function findDocument(decided: Decided, position: number, kind: string): { readonly document: Json | null } | null {
  const found = decided.get(position);
  if (found === undefined || (found.entry !== null && found.entry.kind !== kind)) return null;
  return { document: found.entry?.body['document'] ?? null };
}

function toFind(problems: Problem[], code: string, place: string): (text: string) => void {
  return (text) => void problems.push({ code, place, text, weight: 'person' });
}
