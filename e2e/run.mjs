// `npm run e2e -- NAME`: a whole incident with the real command line, real servers and a real browser. It ends with 1 when anything
// is not as it should be. Names are the files of this folder.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, root, runNode } from '../tools/setup.mjs';

const [name = ''] = process.argv.slice(2);
const file = join(root, 'e2e', `${name}.ts`);
if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
  process.stderr.write('Usage: npm run e2e -- notice, or: npm run e2e -- review\n');
  process.exit(2);
}
await prepare();
const started = await runNode([join(root, 'tools/services.mjs')]);
process.exitCode = started === 0 ? await runNode([file, ...process.argv.slice(3)]) : started;
