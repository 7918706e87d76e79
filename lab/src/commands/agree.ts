import { type Json, Refusal, toCanonicalJson, toObject, toText } from '@candor/core/base';
import type { ApprovalType } from '@candor/core/notice/operator';
import { createNodeRuntime } from '../adapters/process/runtime.ts';
import type { StateFolder } from '../adapters/store/state-folder.ts';
import { listOpenProposals, requireProposal } from '../notice/store/proposal-store.ts';

/** A document with the first person's reason: pending, or new with the first approval. */
export interface ReasonedProposal {
  readonly document: Json;
  readonly proposal: number | 'new';
  readonly why: string;
}

/**
 * The pending proposal about this subject, or a new one: the first person's approval stores it, the second one's
 * command finds it. It contains the first person's reason, and both sign it.
 * @throws Refusal where nothing is pending and no reason was given.
 */
export async function findOrPropose(
  { store }: StateFolder,
  matter: ApprovalType,
  subject: { readonly [member: string]: Json },
  why: string | null,
): Promise<ReasonedProposal> {
  for (const { id, document } of await listOpenProposals(store, matter)) {
    const known = toObject(document) ?? {};
    // Canonical, because a stored document has its members in another order.
    const isSame = Object.entries(subject).every(
      ([member, value]) => toCanonicalJson(known[member] ?? null) === toCanonicalJson(value),
    );
    if (!isSame) continue;
    const found = await requireProposal(store, createNodeRuntime(), id, matter);
    return { document: found.document, proposal: id, why: toText(toObject(found.document)?.['why']) ?? '' };
  }
  if (why === null)
    throw new Refusal('no-reason', ['give the reason with --why: the second person reads it, and the log keeps it']);
  return { document: { ...subject, why }, proposal: 'new', why };
}
