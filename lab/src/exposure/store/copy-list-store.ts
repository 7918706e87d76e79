import { VERDICTS, type Verdict } from '@candor/core/exposure/verdict';
import { sql } from 'kysely';
import type { Store } from '../../adapters/store/store.ts';
import { selectCopies } from './verdict-store.ts';
import { readReasons } from './verdict-writer.ts';

/** Which judged copies of a version are listed. */
export interface CopyFilter {
  /** Null: of every mailbox. */
  readonly custodian: string | null;
  /** Empty: with any verdict. */
  readonly verdicts: readonly Verdict[];
  /** Part of a location or Message-ID; empty: any. */
  readonly text: string;
}

export type CopyOrder = 'verdict' | 'arrived' | 'custodian' | 'location';

export interface CopyWindow {
  readonly by: CopyOrder;
  readonly isDescending: boolean;
  readonly from: number;
  readonly count: number;
}

export interface ListedCopyRow {
  readonly custodian: string;
  readonly location: string;
  readonly folder: string | null;
  readonly messageId: string | null;
  readonly arrived: number | null;
  readonly verdict: Verdict;
  readonly codes: readonly string[];
}

/** Copies that match, and some of them in order; those that are equal in it follow by mailbox and location. */
export async function listCopyRows(
  store: Store,
  version: number,
  { custodian, verdicts, text }: CopyFilter,
  { by, isDescending, from, count }: CopyWindow,
): Promise<{ readonly total: number; readonly rows: readonly ListedCopyRow[] }> {
  let query = selectCopies(store, version);
  if (custodian !== null) query = query.where('custodian', '=', custodian);
  if (verdicts.length > 0) query = query.where('verdict', 'in', verdicts);
  if (text !== '') {
    const wanted = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where(sql<boolean>`(location LIKE ${wanted} ESCAPE '\\' OR message_id LIKE ${wanted} ESCAPE '\\')`);
  }
  const { total } = await query
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const direction = isDescending ? 'desc' : 'asc';
  const ordered =
    by === 'verdict'
      ? query.orderBy(sql`CASE verdict ${sql.join(VERDICTS.map(toStep), sql` `)} END`, direction)
      : by === 'arrived'
        ? query.orderBy(sql.ref('arrived'), direction)
        : query.orderBy(by, direction);
  const rows = await ordered.orderBy('custodian').orderBy('location').offset(from).limit(count).execute();
  return {
    total: Number(total),
    rows: rows.map((row) => ({
      custodian: row.custodian,
      location: row.location,
      folder: row.folder,
      messageId: row.message_id,
      arrived: row.arrived,
      verdict: row.verdict as Verdict,
      codes: readReasons(row.reasons, row.location).map(({ code }) => code),
    })),
  };
}

/** Strongest first, as VERDICTS are. */
function toStep(verdict: Verdict, strength: number) {
  return sql`WHEN ${verdict} THEN ${sql.lit(strength)}`;
}
