// Peers of the judging join: how many of the copies are named by a Bind? Prints {"hits","cpuSeconds"} of the join
// alone, after the ids are in the form that the peer wants. node join.ts map|sqlite|duckdb COPIES BINDS
import { toBindId, toCopyId } from '../join-ids.ts';
import { printChosen } from '../timed.ts';

const copies = Number(process.argv[3]);
const binds = Number(process.argv[4]);

const joins = {
  map: async () => {
    const bindIds = Array.from({ length: binds }, (_, at) => toBindId(at, copies));
    const copyIds = Array.from({ length: copies }, (_, at) => toCopyId(at));
    return () => {
      const table = new Map<string, number>();
      bindIds.forEach((id, at) => {
        table.set(id, at);
      });
      let hits = 0;
      for (const id of copyIds) if (table.has(id)) hits += 1;
      return hits;
    };
  },
  sqlite: async () => {
    const { default: Database } = await import('better-sqlite3');
    const store = new Database(':memory:');
    store.exec('create table bind (id text); create table copy (id text)');
    const fill = (table: string, count: number, toId: (at: number) => string): void => {
      const insert = store.prepare(`insert into ${table} values (?)`);
      store.transaction(() => {
        for (let at = 0; at < count; at += 1) insert.run(toId(at));
      })();
    };
    fill('bind', binds, (at) => toBindId(at, copies));
    fill('copy', copies, toCopyId);
    const join = store.prepare(
      'select count(*) as hits from copy where exists (select 1 from bind where bind.id = copy.id)',
    );
    return () => {
      store.exec('create index by_id on bind (id)');
      return (join.get() as { readonly hits: number }).hits;
    };
  },
  duckdb: async () => {
    const { DuckDBInstance } = await import('@duckdb/node-api' as string);
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    for (const [table, count, toId] of [
      ['bind', binds, (at: number) => toBindId(at, copies)],
      ['copy', copies, toCopyId],
    ] as const) {
      await connection.run(`create table ${table} (id varchar)`);
      const appender = await connection.createAppender(table);
      for (let at = 0; at < count; at += 1) {
        appender.appendVarchar(toId(at));
        appender.endRow();
      }
      appender.closeSync();
    }
    return async () => {
      const result = await connection.runAndReadAll('select count(*) from copy semi join bind using (id)');
      return Number(result.getRows()[0][0]);
    };
  },
};

await printChosen(joins, 'hits');
