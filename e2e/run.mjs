// A whole incident with the real command line, real servers and a real browser. It ends with 1 when anything is not as
// it should be.
import { join } from 'node:path';
import { readCommandLine, refuse } from '../tools/command-line.mjs';
import { prepare, root, runNode } from '../tools/setup.mjs';

const help = `Usage: npm run e2e -- NAME

A whole incident with the real command line, the servers of \`npm run services\` and a browser. Some minutes.

  notice   from evidence to a notice that its reader has checked
  review   from the notice to the party's own mail: enrolled, proved, approved, released, read, exported
`;
const { positionals } = readCommandLine(help, { names: true });
const [name = ''] = positionals;
const file = join(root, 'e2e', `${name}.ts`);
if (!['notice', 'review'].includes(name) || positionals.length > 1) refuse(help, 'Name one of notice, review');
await prepare();
const started = await runNode([join(root, 'tools/services.mjs')]);
process.exitCode = started === 0 ? await runNode([file]) : started;
