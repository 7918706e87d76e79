import { readBase64Url, toBase64Url } from '@candor/core/ledger';
import type { Store, StoreValue } from '../../adapters/store/store.ts';
import { isNumber, isText, type Shape } from '../../adapters/store/stored-json.ts';

/** What a wave was compared with, as rows. */
export interface EarlierRows {
  readonly waves: readonly PlainRow[];
  readonly notices: readonly PlainRow[];
  readonly former: readonly PlainRow[];
  readonly versions: readonly PlainRow[];
  readonly selections: readonly PlainRow[];
}

/** A row as JSON holds it: bytes are `{bytes}` in base64url. */
export type PlainRow = Readonly<Record<string, string | number | null | { readonly bytes: string }>>;

const WAVE_COLUMNS = [
  ...(['id', 'kind', 'version', 'state', 'made_at', 'made_by', 'salt', 'root', 'manifest', 'digest'] as const),
  ...(['entry', 'settings'] as const),
] as const;
const NOTICE_COLUMNS = [
  ...(['id', 'wave_id', 'party', 'kind', 'language', 'code', 'follows', 'state', 'facts', 'subject'] as const),
  ...(['text', 'html', 'record', 'salt', 'position', 'issued_at', 'withdrawn_at', 'withdrawn'] as const),
  ...(['withdrawal_entry', 'posting', 'guessed'] as const),
] as const;
const FORMER_COLUMNS = ['party', 'version', 'row'] as const;
const VERSION_COLUMNS = [
  ...(['version', 'digest', 'input_digest', 'inputs', 'rules', 'made_at', 'summary', 'problems'] as const),
] as const;
const SELECTION_COLUMNS = ['wave_id', 'salt', 'document'] as const;

const TABLES = {
  waves: ['notice_wave', WAVE_COLUMNS],
  notices: ['notice_notice', NOTICE_COLUMNS],
  former: ['impact_former_party', FORMER_COLUMNS],
  versions: ['exposure_version', VERSION_COLUMNS],
  selections: ['notice_selection', SELECTION_COLUMNS],
} as const;

/**
 * Waves that were approved before this one, with their notices as they stood at its time. Words are left out: a later
 * notice follows from the facts.
 */
export async function readEarlierRows(store: Store, wave: number, version: number, at: number): Promise<EarlierRows> {
  const { db } = store;
  const waves = await db
    .selectFrom('notice_wave')
    .select([...WAVE_COLUMNS])
    .where('id', '<', wave)
    .where('entry', 'is not', null)
    .orderBy('id')
    .execute();
  const notices = await db
    .selectFrom('notice_notice')
    .select([...NOTICE_COLUMNS])
    .where('wave_id', '<', wave)
    .where('state', 'in', ['approved', 'withdrawn'])
    .orderBy('id')
    .execute();
  const former = await db
    .selectFrom('impact_former_party')
    .select([...FORMER_COLUMNS])
    .orderBy('party')
    .execute();
  const versions = await db
    .selectFrom('exposure_version')
    .select([...VERSION_COLUMNS])
    .where('version', '<', version)
    .orderBy('version')
    .execute();
  const selections = await db
    .selectFrom('notice_selection')
    .select([...SELECTION_COLUMNS])
    .where(
      'wave_id',
      'in',
      waves.map(({ id }) => Number(id)),
    )
    .orderBy('wave_id')
    .execute();
  return {
    waves: waves.map(toPlain),
    notices: notices.map((notice) => toPlain({ ...toStandingAt(notice, at), text: '', html: '' })),
    former: former.map(toPlain),
    versions: versions.map(({ inputs, problems, ...row }) =>
      toPlain({ ...row, summary: '{}', inputs: keepAccessFiles(inputs), problems: keepGone(problems) }),
    ),
    selections: selections.map(toPlain),
  };
}

interface Withdrawable {
  readonly state: string;
  readonly withdrawn_at: number | null;
  readonly withdrawn: string | null;
  readonly withdrawal_entry: number | null;
}

function toStandingAt<Notice extends Withdrawable>(notice: Notice, at: number): Notice {
  if (notice.withdrawn_at === null || notice.withdrawn_at <= at) return notice;
  return { ...notice, state: 'approved', withdrawn_at: null, withdrawn: null, withdrawal_entry: null };
}

/** Of the inputs of an earlier version only its logs are compared. */
function keepAccessFiles(inputs: string): string {
  const value: unknown = JSON.parse(inputs);
  const accessFiles = Object(value) as { readonly accessFiles?: unknown };
  const kept = Array.isArray(accessFiles.accessFiles) ? { accessFiles: accessFiles.accessFiles } : {};
  return JSON.stringify({ incidentText: '', directoryText: null, folderLists: {}, ...kept });
}

/** Of its problems only evidence that was gone. */
function keepGone(problems: string): string {
  const value: unknown = JSON.parse(problems);
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return JSON.stringify(list.filter((problem) => Object(problem)['code'] === 'evidence-gone'));
}

function toPlain(row: Readonly<Record<string, StoreValue>>): PlainRow {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      value instanceof Uint8Array ? { bytes: toBase64Url(value) } : value,
    ]),
  );
}

/** Writes them into a state that has none. Inside the caller's transaction. */
export function insertEarlierRows(store: Store, rows: EarlierRows): void {
  for (const name of ['versions', 'waves', 'notices', 'former', 'selections'] as const) {
    const [table, columns] = TABLES[name];
    store.insertRows(
      table,
      columns,
      rows[name].map((row) => columns.map((column) => toStoreValue(row[column] ?? null))),
    );
  }
}

function toStoreValue(value: PlainRow[string]): StoreValue {
  return typeof value === 'object' && value !== null ? (readBase64Url(value.bytes) ?? new Uint8Array()) : value;
}

const isCell: Shape<PlainRow[string]> = (value): value is PlainRow[string] =>
  value === null || isText(value) || isNumber(value) || isText(Object(value)['bytes']);

/** Whether JSON has the form of such rows; what they say is somebody's word. */
export const isEarlierRows: Shape<EarlierRows> = (value): value is EarlierRows =>
  Object.entries(TABLES).every(([name, [, columns]]) => {
    const rows: unknown = Object(value)[name];
    return (
      Array.isArray(rows) &&
      rows.every((row: unknown) =>
        columns.every((column) => isCell((Object(row) as Record<string, unknown>)[column] ?? null)),
      )
    );
  });
