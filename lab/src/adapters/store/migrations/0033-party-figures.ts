import { type Kysely, sql } from 'kysely';
import type { EngineTypes } from './engine-types.ts';

/** Rows of one statement, of 24 values each. */
const BATCH_ROWS = 500;

/**
 * What is counted of a party becomes columns, so that lists are sorted and filtered by them; its lists stay JSON. An
 * index has the order of the list of parties: no row keeps its place.
 */
export async function up(db: Kysely<unknown>, { text }: EngineTypes): Promise<void> {
  await db.schema.dropIndex('impact_party_rank').execute();
  await db.schema.alterTable('impact_party').renameTo('impact_party_earlier').execute();
  await db.schema
    .createTable('impact_party')
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('party', text, (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('country', text)
    .addColumn('accessed', 'integer', (column) => column.notNull())
    .addColumn('presumed', 'integer', (column) => column.notNull())
    .addColumn('partial', 'integer', (column) => column.notNull())
    .addColumn('possible', 'integer', (column) => column.notNull())
    .addColumn('undetermined', 'integer', (column) => column.notNull())
    .addColumn('messages', 'integer', (column) => column.notNull())
    .addColumn('copies', 'integer', (column) => column.notNull())
    .addColumn('first', 'bigint')
    .addColumn('last', 'bigint')
    .addColumn('sender', 'integer', (column) => column.notNull())
    .addColumn('recipient', 'integer', (column) => column.notNull())
    .addColumn('blind_recipient', 'integer', (column) => column.notNull())
    .addColumn('attached', 'integer', (column) => column.notNull())
    .addColumn('intruder_sent', 'integer', (column) => column.notNull())
    .addColumn('bulk', 'integer', (column) => column.notNull())
    .addColumn('undetermined_bulk', 'integer')
    .addColumn('intruder_sent_to_others', 'integer')
    .addColumn('undecided', 'integer')
    .addColumn('lists', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('impact_party_id', ['version', 'party'])
    .execute();
  await copyRows(db);
  await db.schema.dropTable('impact_party_earlier').execute();
  await db.schema
    .createIndex('impact_party_order')
    .on('impact_party')
    .columns([
      ...['version', 'accessed desc', 'presumed desc', 'messages desc', 'undetermined desc', 'party'],
      // So that whole lists are counted from the index.
      ...['kind', 'intruder_sent'],
    ])
    .execute();
}

interface EarlierRow {
  readonly version: number;
  readonly party: string;
  readonly row: string;
}

/** Page by page: there may be a hundred thousand parties in each of many versions. */
async function copyRows(db: Kysely<unknown>): Promise<void> {
  let rows: readonly EarlierRow[] = [];
  do {
    const last = rows.at(-1);
    const isNext = last === undefined ? sql`true` : sql`(version, party) > (${last.version}, ${last.party})`;
    ({ rows } = await sql<EarlierRow>`select version, party, row from impact_party_earlier where ${isNext}
      order by version, party limit ${BATCH_ROWS}`.execute(db));
    if (rows.length === 0) return;
    await sql`insert into impact_party (version, party, kind, name, country, accessed, presumed, partial, possible,
      undetermined, messages, copies, "first", "last", sender, recipient, blind_recipient, attached, intruder_sent,
      bulk, undetermined_bulk, intruder_sent_to_others, undecided, lists)
      values ${sql.join(rows.map((row) => sql`(${sql.join(toValues(row))})`))}`.execute(db);
  } while (rows.length === BATCH_ROWS);
}

type Value = string | number | null;

/** `PartyExposure`, as it was stored. */
interface EarlierParty
  extends Readonly<
      Record<
        | ('kind' | 'name' | 'country' | 'accessed' | 'presumed' | 'partial' | 'possible' | 'undetermined' | 'messages')
        | ('copies' | 'first' | 'last' | 'intruderSent' | 'bulk'),
        Value
      >
    >,
    Readonly<Record<'mergedIds' | 'contacts' | 'custodians' | 'domains' | 'addresses', unknown>> {
  readonly roles: Readonly<Record<'sender' | 'recipient' | 'blindRecipient' | 'attached', number>>;
  readonly undeterminedBulk?: number;
  readonly intruderSentToOthers?: number;
  readonly undecided?: number;
}

function toValues({ version, party, row }: EarlierRow): readonly Value[] {
  const read: EarlierParty = JSON.parse(row);
  const { mergedIds, contacts, custodians, domains, addresses, roles } = read;
  return [
    ...[version, party, read.kind, read.name, read.country, read.accessed, read.presumed, read.partial],
    ...[read.possible, read.undetermined, read.messages, read.copies, read.first, read.last],
    ...[roles.sender, roles.recipient, roles.blindRecipient, roles.attached, read.intruderSent, read.bulk],
    ...[read.undeterminedBulk ?? null, read.intruderSentToOthers ?? null, read.undecided ?? null],
    JSON.stringify({ mergedIds, contacts, custodians, domains, addresses }),
  ];
}
