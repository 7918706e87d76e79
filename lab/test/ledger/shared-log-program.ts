// Appends acts to a shared log until it is killed, as a process of its own: shared-log-program.ts STORE HOME SECRET

import { LogHome } from '../../src/adapters/store/log-home.ts';
import { openSqliteStore } from '../../src/adapters/store/sqlite.ts';
import { appendEntry } from '../../src/ledger/store/entry-store.ts';
import { runtime, startedAt } from './made-log.ts';

const [path = '', home = '', secret = ''] = process.argv.slice(2);
const store = await openSqliteStore(path);
store.home = new LogHome({ folder: home, secret: new Uint8Array(32).fill(Number(secret)) });
process.stdout.write('open\n');
for (let number = 0; ; number += 1) {
  const body = { act: 'begun', askedBy: 'Police', by: 'Ines', party: null, until: null, why: `act ${number}` };
  await store.transaction(async () => {
    const position = await appendEntry(store, runtime, { kind: 'delay', at: startedAt, body });
    await store.db
      .insertInto('state_fact')
      .values({ key: `act-${position}` as 'incident', value: `act ${number}` })
      .execute();
  });
}
