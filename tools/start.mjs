// `npm start`: sets everything up and shows Candor at work.
//   npm start                               the bundled fictional incident
//   npm start -- --once                     the same, and ends (for tests)
//   npm start -- path/incident.yaml […]     `candor run` on an incident of your own
import { join } from 'node:path';
import { buildWeb } from './build-web.mjs';
import { prepare, root, runNode } from './setup.mjs';

const args = process.argv.slice(2);
const isIncident = args[0] !== undefined && /\.ya?ml$/i.test(args[0]);
// npm changes to the project's folder; paths that a person typed are relative to where they stood.
const cwd = process.env['npm_lifecycle_event'] === 'start' ? (process.env['INIT_CWD'] ?? process.cwd()) : process.cwd();

await prepare();
await buildWeb();
const command = isIncident ? ['run', ...args] : ['demo', ...args];
process.exitCode = await runNode([join(root, 'lab/src/apps/cli.ts'), ...command], { cwd });
