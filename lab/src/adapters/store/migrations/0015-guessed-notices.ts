import { type Kysely, sql } from 'kysely';

/**
 * Notices to guessed contacts are told from those to given ones. One of before counts as guessed where all its messages
 * went to guessed mailboxes.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('notice_notice')
    .addColumn('guessed', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await sql`
    update notice_notice set guessed = 1
    where id in (select notice_id from notice_delivery)
      and id not in (select notice_id from notice_delivery where rung not in ('roles', 'correspondents'))
  `.execute(db);
}
