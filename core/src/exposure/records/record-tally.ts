import type { Instant } from '@candor/core/base';
import type { AuditRecord } from '@candor/core/evidence/record';
import type { Interval } from '@candor/core/incident';
import type { RecordedFolder } from '../coverage/gap.ts';
import { EXPORT_SECONDS, SYNC_SECONDS } from '../coverage/span.ts';
import type { UseLog } from '../coverage/use-log.ts';
import type { GatheredRecord } from './gathered-record.ts';
import type {
  CitedRecord,
  FolderRecord,
  LinkedRecords,
  MailboxRecords,
  SearchRecord,
  StrongRecord,
} from './mailbox-records.ts';
import { isNeutral } from './record-scope.ts';

export class RecordTally {
  readonly #throttled: CitedRecord[] = [];
  readonly #syncs: FolderRecord[] = [];
  readonly #lists: FolderRecord[] = [];
  readonly #exports: StrongRecord[] = [];
  readonly #lossy: FolderRecord[] = [];
  readonly #searches: SearchRecord[] = [];
  readonly #intruderExports: Instant[] = [];
  #isActive = false;
  #isBeyondRules = false;
  #surelyReached: Instant = Number.NEGATIVE_INFINITY;
  #perhapsReached: Instant = Number.NEGATIVE_INFINITY;

  /**
   * Call once for each throttled, intruder or ambiguous record. `isOut`: it copies or moves mail into another
   * mailbox.
   */
  add(record: AuditRecord, { label, reason, isAccepted, isLinkedAfter }: GatheredRecord, isOut: boolean): void {
    if (record.throttled) this.#throttled.push({ id: record.id, time: record.time });
    if (label !== 'intruder' && label !== 'ambiguous') return;
    const isIntruders = label === 'intruder';
    if (isIntruders) this.#isActive = true;
    if (isIntruders || reason === 'address-out-of-window') this.#reach(record, isIntruders);
    // A complete Bind, as nearly all are, leaves nothing here.
    if (record.kind === 'bind' && record.lossy === null) return;
    const strong = { id: record.id, time: record.time, isIntruders, isLinkedAfter };
    switch (record.kind) {
      case 'sync':
        this.#syncs.push({ ...strong, folders: toFolders(record) });
        break;
      case 'list':
        this.#lists.push({ ...strong, folders: toFolders(record) });
        break;
      case 'bind':
        this.#lossy.push({ ...strong, folders: toLossyFolders(record) });
        break;
      case 'handle':
        if (isOut && record.lossy !== null) this.#lossy.push({ ...strong, folders: toFolders(record) });
        break;
      case 'export':
        this.#exports.push(strong);
        if (isIntruders) this.#intruderExports.push(record.time);
        else if (!isLinkedAfter) this.#isBeyondRules = true;
        break;
      case 'search':
        this.#searches.push({ ...strong, query: record.query });
        break;
      case 'other':
        if (isIntruders && !isAccepted) this.#isBeyondRules = true;
        break;
    }
  }

  /** A record that is not of the mailbox keeps it from being cleared (N1). */
  bar(): void {
    this.#isBeyondRules = true;
  }

  /** Includes `everywhere`, the records of all mailboxes. */
  toRecords(everywhere: RecordTally, uses: UseLog): MailboxRecords {
    const notRecorded: readonly Interval[] = uses.listNotRecorded(everywhere.#intruderExports);
    return {
      isActive: this.#isActive || everywhere.#isActive,
      lastReached: {
        surely: Math.max(this.#surelyReached, everywhere.#surelyReached),
        perhaps: Math.max(this.#perhapsReached, everywhere.#perhapsReached),
      },
      hasControl: uses.hasControl,
      isBeyondRules: this.#isBeyondRules || everywhere.#isBeyondRules,
      throttled: [...this.#throttled, ...everywhere.#throttled],
      ...this.#select(everywhere, (record) => !record.isLinkedAfter),
      linkedAfter: this.#select(everywhere, (record) => record.isLinkedAfter),
      searches: this.#searches,
      notRecorded,
    };
  }

  #select(everywhere: RecordTally, isWanted: (record: StrongRecord) => boolean): LinkedRecords {
    return {
      syncs: this.#syncs.filter(isWanted),
      lists: this.#lists.filter(isWanted),
      exports: [...this.#exports, ...everywhere.#exports].filter(isWanted),
      lossy: this.#lossy.filter(isWanted),
    };
  }

  #reach({ kind, time }: AuditRecord, isIntruders: boolean): void {
    if (!REACHING.has(kind)) return;
    const end = time + (kind === 'sync' ? SYNC_SECONDS : kind === 'export' ? EXPORT_SECONDS : 0);
    if (isIntruders) this.#surelyReached = Math.max(this.#surelyReached, end);
    else this.#perhapsReached = Math.max(this.#perhapsReached, end);
  }
}

/** A folder listed without an id is an unknown folder of the record. */
function toLossyFolders(record: AuditRecord): readonly RecordedFolder[] {
  const folders = toFolders(record);
  const hasNameless = folders.length > 0 && record.items.some(({ folder }) => folder === null);
  return hasNameless ? [...folders, { text: '', mayBePath: false }] : folders;
}

/** Kinds that reach mail. */
const REACHING: ReadonlySet<AuditRecord['kind']> = new Set([
  'bind',
  'sync',
  'list',
  'search',
  'send',
  'handle',
  'export',
]);

export function toFolders(record: AuditRecord): readonly RecordedFolder[] {
  const mayBePath = isNeutral(record);
  return record.folders.map((text) => ({ text, mayBePath }));
}
