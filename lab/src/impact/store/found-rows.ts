import { Refusal } from '@candor/core/base';
import type { Confidence, FindingKind } from '@candor/core/impact/detectors';
import { type AttachedMessage, isFindingKind, type UnreadSize } from '@candor/core/impact/findings';
import type { NamedAddress } from '@candor/core/impact/persons';
import type { Store } from '../../adapters/store/store.ts';
import {
  either,
  isNumber,
  isText,
  isTexts,
  listOf,
  oneOf,
  readShape,
  type Shape,
  shapeOf,
} from '../../adapters/store/stored-json.ts';

// What the state keeps of a searched message. Whoever can write into the state could have a party hear less, so a row
// that no search writes is refused, and the next run searches its message again.

/** What the state keeps of what was not searched in a message. */
export interface KeptUnread extends UnreadSize {
  readonly reason: string;
}

const isConfidence: Shape<Confidence> = oneOf('certain', 'likely', 'weak');
const isAttached = listOf(shapeOf<AttachedMessage>({ part: isText, addresses: isTexts, unread: isTexts }));
/** Older searches counted messages only: they kept the reasons. */
const isUnread = listOf(either(isText, shapeOf<KeptUnread>({ reason: isText, parts: isNumber, bytes: isNumber })));
const isNames = listOf(shapeOf<NamedAddress>({ address: isText, name: isText }));
/** `subject`, `message`, or numbers as IMAP counts. */
const PART = /^[0-9a-z./]{1,100}$/;

/** Columns of `impact_searched` that hold JSON. */
const SHAPES = { unread: isUnread, attached: isAttached, names: isNames, privilege: isTexts } as const;
type ListColumn = keyof typeof SHAPES;
type ColumnItem<Column extends ListColumn> = (typeof SHAPES)[Column] extends Shape<infer List> ? List : never;

/** What a column of a searched message says; empty where it says nothing. @throws Refusal `findings-differ`. */
export function readFoundList<Column extends ListColumn>(
  column: Column,
  text: string | null,
  location: string,
): ColumnItem<Column> | readonly never[] {
  if (text === null) return [];
  const list = readShape(SHAPES[column] as Shape<ColumnItem<Column>>, text);
  if (list === null) throw toDiffering(`impact_searched.${column} of ${location}`);
  return list;
}

/**
 * What of a message was not searched; how much of it an older search did not keep. @throws Refusal `findings-differ`.
 */
export function readUnread(text: string | null, location: string): readonly KeptUnread[] {
  return readFoundList('unread', text, location).map((one) =>
    typeof one === 'string' ? { reason: one, parts: 0, bytes: 0 } : one,
  );
}

/** Why something of a message was not searched. @throws Refusal `findings-differ`. */
export function readUnreadReasons(text: string | null, location: string): readonly string[] {
  return readUnread(text, location).map(({ reason }) => reason);
}

/** A row of `impact_finding`, as far as what follows from it depends on its form. */
interface FindingRow {
  readonly kind: string;
  readonly confidence: string;
  readonly part: string;
  readonly position: number;
  readonly length: number;
}

/** @throws Refusal `findings-differ`. */
export function readFindingRow(
  row: FindingRow,
  location: string,
): { readonly kind: FindingKind; readonly confidence: Confidence } {
  const { kind, confidence } = row;
  if (!isFindingKind(kind) || !isConfidence(confidence) || !isPlaced(row))
    throw toDiffering(`impact_finding of ${location}`);
  return { kind, confidence };
}

function isPlaced({ part, position, length }: FindingRow): boolean {
  return PART.test(part) && [position, length].every((n) => Number.isSafeInteger(n) && n >= 0);
}

function toDiffering(row: string): Refusal {
  return new Refusal('findings-differ', [
    `${row} is nothing that a search writes: the state is damaged, or somebody altered it. Run again: the run searches that message again. If somebody may have altered other findings too, delete keys/findings.key in the state first: the run then searches all exposed mail again.`,
  ]);
}

/** Rows of one batch. */
const BATCH_ROWS = 2_000;

/** Takes away what was kept of messages with a row that no search writes, so that they are searched again. */
export async function forgetDamaged(store: Store): Promise<void> {
  const damaged = new Map<string, Uint8Array>();
  const forget = (fingerprint: Uint8Array): void => {
    damaged.set(Buffer.from(fingerprint).toString('hex'), fingerprint);
  };
  const searched = store.db
    .selectFrom('impact_searched')
    .select(['fingerprint', 'location', 'unread', 'attached', 'names', 'privilege']);
  for await (const rows of store.stream(searched, BATCH_ROWS))
    for (const row of rows)
      if (Object.entries(SHAPES).some(([column, is]) => isDamaged(is, row[column as ListColumn])))
        forget(row.fingerprint);
  const found = store.db
    .selectFrom('impact_finding')
    .select(['fingerprint', 'kind', 'confidence', 'part', 'position', 'length']);
  for await (const rows of store.stream(found, BATCH_ROWS))
    for (const row of rows)
      if (!isFindingKind(row.kind) || !isConfidence(row.confidence) || !isPlaced(row)) forget(row.fingerprint);
  await store.transaction(async () => {
    for (const fingerprint of damaged.values()) {
      await store.db.deleteFrom('impact_finding').where('fingerprint', '=', fingerprint).execute();
      await store.db
        .deleteFrom('impact_searched')
        .where('fingerprint', '=', fingerprint)
        .where('erased_at', 'is', null)
        .execute();
    }
  });
}

/** Has every message searched again. What was erased stays so. */
export async function forgetSearches({ db }: Store): Promise<void> {
  for (let forgotten = BATCH_ROWS; forgotten === BATCH_ROWS; ) {
    const some = db
      .selectFrom('impact_searched')
      .select('fingerprint')
      .where('erased_at', 'is', null)
      .where('search', '!=', '')
      .limit(BATCH_ROWS);
    const done = await db.updateTable('impact_searched').set({ search: '' }).where('fingerprint', 'in', some).execute();
    forgotten = Number(done[0]?.numUpdatedRows ?? 0);
  }
}

function isDamaged(is: Shape<unknown>, text: string | null): boolean {
  return text !== null && readShape(is, text) === null;
}
