import { compareUtf8 } from '@candor/core/base';
import type { UnresolvedAddressReason } from '../counterparty/counterparty.ts';

/** What evidence names and no supplied evidence resolves (docs/formats/unresolved-jsonl.md). */
export interface UnresolvedEntry {
  readonly what: 'message-id' | 'address' | 'folder' | 'mailbox';
  readonly value: string;
  /** Distinct records; of an address, copies. */
  readonly count: number;
  readonly reason:
    | 'in-no-mailbox'
    | 'in-other-mailbox'
    | 'deleted-before-collection'
    | 'not-in-folder-list'
    | 'not-supplied'
    | UnresolvedAddressReason;
}

/** The whole of unresolved.jsonl, one line an entry, in UTF-8 order of what, value, reason. The entries come in any order. */
export function toUnresolvedLines(entries: readonly UnresolvedEntry[]): readonly string[] {
  return [...entries]
    .sort((a, b) => compareUtf8(a.what, b.what) || compareUtf8(a.value, b.value) || compareUtf8(a.reason, b.reason))
    .map(({ what, value, count, reason }) => `${JSON.stringify({ what, value, count, reason })}\n`);
}
