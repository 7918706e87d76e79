import { type Json, Refusal, toCanonicalJson, toObject } from '@candor/core/base';
import { type ApprovalType, digestDocument } from '@candor/core/notice/operator';
import { now } from '../adapters/clock.ts';
import { nodeCryptography } from '../adapters/cryptography.ts';
import { createNodeRuntime } from '../adapters/runtime.ts';
import type { StateFolder } from '../adapters/state-folder.ts';
import {
  type ApprovalResult,
  approve,
  assertCooledOff,
  assertNotOwn,
  findOperator,
  openApprover,
  requireActiveOperators,
  type SigningOrder,
} from '../notice/approval/index.ts';
import { insertProposal, listOpenProposals, type Proposal, requireProposal } from '../notice/store/proposal-store.ts';

/** One act of review that takes two people. */
export interface DocumentApproval {
  readonly matter: ApprovalType;
  /** Which one, for people. */
  readonly subject: string;
  readonly document: Json;
  /** Owners of the mailboxes it is about: they approve nothing about it. */
  readonly custodians: Iterable<string>;
  readonly effect: (entry: number, at: number) => Promise<void>;
}

/**
 * One person's approval of exactly this document; the second one executes it, in the transaction of its log entry.
 * @throws Refusal for a person who may not or already did, or a document other than the one shown.
 */
export async function approveDocument(
  state: StateFolder,
  { matter, subject, document, custodians, effect }: DocumentApproval,
  order: SigningOrder,
  shownDigest: string | null,
): Promise<ApprovalResult> {
  const runtime = createNodeRuntime();
  const at = now();
  const digest = digestDocument(runtime, document);
  if (shownDigest !== null && !digest.startsWith(shownDigest))
    throw new Refusal('other-digest', [
      `${subject} has the digest ${digest}, not ${shownDigest}: it has changed since you reviewed it`,
    ]);
  const { operators } = await requireActiveOperators(state, runtime, at);
  const operator = findOperator(operators, order.as);
  assertNotOwn(operator, custodians);
  await assertCooledOff(state.store, operator, at);
  const approver = await openApprover(operator, order);
  const deps = { store: state.store, runtime, cryptography: nodeCryptography, at };
  return approve(deps, { matter, subject, document, operators, effect: (entry) => effect(entry, at) }, approver);
}

/**
 * The pending proposal about this subject, or a new one: the first person's command creates it, the second one's finds
 * it. It contains the first person's reason, and both sign it.
 */
export async function findOrPropose(
  state: StateFolder,
  matter: ApprovalType,
  subject: { readonly [member: string]: Json },
  why: string | null,
  by: string,
): Promise<Proposal> {
  const runtime = createNodeRuntime();
  for (const { id, document } of await listOpenProposals(state.store, matter)) {
    const known = toObject(document) ?? {};
    // Canonical, because a stored document has its members in another order.
    const isSame = Object.entries(subject).every(
      ([member, value]) => toCanonicalJson(known[member] ?? null) === toCanonicalJson(value),
    );
    if (isSame) return requireProposal(state.store, runtime, id, matter);
  }
  if (why === null)
    throw new Refusal('no-reason', ['give the reason with --why: the second person reads it, and the log keeps it']);
  return insertProposal(state.store, runtime, matter, { ...subject, why }, by, now());
}
