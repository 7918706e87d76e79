import { compareUtf8 } from '@candor/core/base';
import type { Unresolved } from '@candor/core/exposure';
import type { UnresolvedAddressReason } from '../counterparty/counterparty.ts';

/** An address that can be attributed to no party. */
interface UnresolvedAddress {
  readonly what: 'address';
  readonly value: string;
  readonly count: number;
  readonly reason: UnresolvedAddressReason;
}

/** What evidence names and no supplied evidence resolves (docs/formats/unresolved-jsonl.md). */
export type UnresolvedEntry = Unresolved | UnresolvedAddress;

/** The order of unresolved.jsonl. */
export function compareUnresolved(a: UnresolvedText, b: UnresolvedText): number {
  return compareUtf8(a.what, b.what) || compareUtf8(a.value, b.value) || compareUtf8(a.reason, b.reason);
}

type UnresolvedText = { readonly [Key in 'what' | 'value' | 'reason']: string };

/**
 * The whole of unresolved.jsonl, one line an entry, in UTF-8 order of what, value, reason. The entries come in any
 * order.
 */
export function toUnresolvedLines(entries: readonly UnresolvedEntry[]): readonly string[] {
  return [...entries]
    .sort(compareUnresolved)
    .map(({ what, value, count, reason }) => `${JSON.stringify({ what, value, count, reason })}\n`);
}
