// Publishes a made log once, as a process of its own that can be killed: publish-program.ts STATE SITE PERIODS
import { join } from 'node:path';
import { openSqliteStore } from '../../src/adapters/store/sqlite.ts';
import { publishAfter } from './published-log.ts';

const [path = '', site = '', periods = ''] = process.argv.slice(2);
const store = await openSqliteStore(join(path, 'candor.sqlite'));
process.stdout.write('open\n');
await publishAfter({ path, store, site }, Number(periods));
await store.close();
