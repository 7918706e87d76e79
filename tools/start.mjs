// Sets everything up and shows Candor at work.
import { buildLab } from './build-lab.mjs';
import { buildWeb } from './build-web.mjs';
import { showHelp } from './command-line.mjs';
import { prepare, runNode, toTypedName } from './setup.mjs';

const args = process.argv.slice(2);
const isIncident = args[0] !== undefined && /\.ya?ml$/i.test(args[0]);
showHelp(
  `Usage: npm start [-- --once | INCIDENT.yaml] [options]

Sets everything up, runs the bundled fictional incident and says what to type next.

  --once          run it and end
  --console       run it, then show it in a browser on this machine
  INCIDENT.yaml   \`candor run\` on an incident of your own instead
  options         those of \`candor start\`, or of \`candor run\`: \`npx candor start --help\`
`,
  args,
);
// npm changes to the project's folder; paths that a person typed are relative to where they stood.
const cwd = process.env['npm_lifecycle_event'] === 'start' ? (process.env['INIT_CWD'] ?? process.cwd()) : process.cwd();

await prepare();
await buildWeb();
const command = isIncident ? ['run', ...args] : ['start', ...args];
process.exitCode = await runNode([await buildLab(), ...command], { cwd, env: { CANDOR_TYPED: toTypedName(cwd) } });
