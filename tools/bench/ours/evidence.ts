// Our side of the evidence stage: mailboxes into a fresh store, without audit, judging and exports.
//   node evidence.ts INCIDENT STATE WORKERS   prints {"messages","messageBytes"}
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteStore } from '../../../lab/src/adapters/store/sqlite.ts';
import { loadIncident } from '../../../lab/src/commands/load-incident.ts';
import { importMailboxes } from '../../../lab/src/evidence/import/import-mailboxes.ts';

const [, , incidentFile = '', state = '', workers = '1'] = process.argv;
const { incident, folder } = loadIncident(incidentFile);
const spool = join(state, 'spool');
mkdirSync(spool, { recursive: true, mode: 0o700 });
const store = await openSqliteStore(join(state, 'state.sqlite'));
const ignore = (): void => undefined;
await importMailboxes(store, { incident, folder, spool, workers: Number(workers), onTotal: ignore, onBytes: ignore });
const counted = await store.db
  .selectFrom('evidence_copy')
  .select(({ fn }) => [fn.countAll<number>().as('messages'), fn.sum<number>('length').as('messageBytes')])
  .executeTakeFirstOrThrow();
process.stdout.write(`${JSON.stringify(counted)}\n`);
await store.close();
