import { closeSync, openSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { tryProcessLock } from '../../src/adapters/store/process-lock.ts';

// Takes and gives back one sign as often as it can, and says how often it had it and was not alone. Run by
// process-lock.test.ts.
const [folder = '', until = '0'] = process.argv.slice(2);
const held = join(folder, 'held');
let taken = 0;
let shared = 0;
while (Date.now() < Number(until)) {
  const lock = tryProcessLock(folder, 'one');
  if (lock === null) continue;
  taken += 1;
  try {
    closeSync(openSync(held, 'wx'));
    unlinkSync(held);
  } catch {
    shared += 1;
  }
  lock.release();
}
process.stdout.write(JSON.stringify({ taken, shared }));
