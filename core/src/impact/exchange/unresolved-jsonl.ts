import { compareUtf8 } from '@candor/core/base';
import type { UnresolvedAddressReason } from '../counterparty/counterparty.ts';

/** What evidence names and no supplied evidence resolves (docs/formats/unresolved-jsonl.md). Counts are distinct records; of addresses, copies. */
export type UnresolvedEntry =
  | {
      readonly what: 'message-id';
      /** In angle brackets, as recorded. */
      readonly value: string;
      readonly count: number;
      readonly reason: 'in-no-mailbox' | 'in-other-mailbox' | 'deleted-before-collection';
    }
  | {
      readonly what: 'address';
      readonly value: string;
      readonly count: number;
      readonly reason: UnresolvedAddressReason;
    }
  | { readonly what: 'folder'; readonly value: string; readonly count: number; readonly reason: 'not-in-folder-list' }
  | { readonly what: 'mailbox'; readonly value: string; readonly count: number; readonly reason: 'not-supplied' };

/** The whole of unresolved.jsonl, one line an entry, in UTF-8 order of what, value, reason. The entries come in any order. */
export function toUnresolvedLines(entries: readonly UnresolvedEntry[]): readonly string[] {
  return [...entries]
    .sort((a, b) => compareUtf8(a.what, b.what) || compareUtf8(a.value, b.value) || compareUtf8(a.reason, b.reason))
    .map(({ what, value, count, reason }) => `${JSON.stringify({ what, value, count, reason })}\n`);
}
