// Reads a mailbox while this process has all but a few of its files open: `sh -c 'ulimit -n 64; …'`.
import { closeSync, openSync } from 'node:fs';
import { planShards } from '../../src/evidence/plan-shards.ts';
import { ReaderProcess } from '../../src/evidence/read-shard.ts';
import { READER_LIMITS } from '../../src/evidence/reader-child.ts';
import { walkMailbox } from '../../src/evidence/walk.ts';

/** What laying the reader's program out takes, and less than the three pipes of a process. */
const LEFT = 3;

const [folder = '', spool = ''] = process.argv.slice(2);
const shards = [];
for await (const plan of planShards('c', walkMailbox('c', 'mail', folder).files)) {
  if (plan.is === 'shard') shards.push(plan.shard);
}
// What is found out once for a process, its wall and the program, is found out before.
const first = new ReaderProcess([folder], spool, READER_LIMITS);
await first.start();
const open: number[] = [];
try {
  for (;;) open.push(openSync('/dev/null', 'r'));
} catch {
  for (const descriptor of open.splice(0, LEFT)) closeSync(descriptor);
}
const seat = new ReaderProcess([folder], spool, READER_LIMITS);
try {
  for (const shard of shards) for await (const { is } of seat.read(shard, null)) process.stdout.write(`${is}\n`);
} catch (cause) {
  process.stdout.write(`${(cause as NodeJS.ErrnoException).code}\n`);
} finally {
  seat.close();
  first.close();
}
