// Two checkouts do the same work; what they write must be the same bytes.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { goOn, runIncident, type Stage, type Written } from './beside/story.ts';
import { readCommandLine, refuse } from './command-line.mjs';

const help = `Usage: npm run beside -- CHECKOUT [INCIDENT …]

Runs incidents with this checkout and with another one, under the same clock and random source, and compares every byte of what they write: the exports
of each incident, the custody record, and of an incident of a former version that goes on its notices, codes, site, log and opened release.

  CHECKOUT    another checkout, with its packages installed (npm ci)
  INCIDENT …  incident files (default: harbor and rules of corpus/incidents)
`;
const { positionals } = readCommandLine(help, { names: true });
const [other, ...typed] = positionals.map((path) => resolve(path));
const root = resolve(import.meta.dirname, '..');
if (other === undefined || !existsSync(join(other, 'tools/build-lab.mjs')))
  refuse(help, `${other ?? 'CHECKOUT'} is no checkout of Candor`);
else await compareCheckouts([other, root]);

async function compareCheckouts(checkouts: readonly string[]): Promise<void> {
  const incidents = typed.length > 0 ? typed : ['harbor', 'rules'].map((name) => join(root, 'corpus/incidents', name));
  const stories = [
    ...incidents.map((path) => {
      const file = path.endsWith('.yaml') ? path : join(path, 'incident.yaml');
      return { name: basename(join(file, '..')), tell: (stage: Stage) => runIncident(stage, file) };
    }),
    { name: 'an incident of a former version', tell: goOn },
  ];
  const work = mkdtempSync(join(tmpdir(), 'candor-beside-'));
  let differing = 0;
  try {
    const programs: string[] = [];
    for (const checkout of checkouts) programs.push(await build(checkout));
    for (const { name, tell } of stories) {
      const [before = new Map(), after = new Map()] = programs.map((cli) => tell({ cli, folder: join(work, 'stage') }));
      differing += show(name, before, after);
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  process.exitCode = differing > 0 ? 1 : 0;
}

async function build(checkout: string): Promise<string> {
  const load = (file: string) => import(pathToFileURL(join(checkout, 'tools', file)).href);
  await (await load('build-web.mjs')).buildWeb();
  return (await load('build-lab.mjs')).buildLab();
}

/** The number of files that differ. */
function show(name: string, before: Written, after: Written): number {
  const files = [...new Set([...before.keys(), ...after.keys()])].sort();
  const differing = files.filter((file) => !before.get(file)?.equals(after.get(file) ?? Buffer.of()));
  const bytes = [...after.values()].reduce((sum, each) => sum + each.length, 0);
  process.stdout.write(`${name}: ${files.length} files, ${bytes} bytes, ${differing.length} differ\n`);
  for (const file of differing) {
    const state = !before.has(file) ? 'new' : !after.has(file) ? 'missing' : 'differs';
    process.stdout.write(`  ${state.padEnd(8)} ${file}\n${state === 'differs' ? describe(before, after, file) : ''}`);
  }
  return differing.length;
}

/** The first line that differs. */
function describe(before: Written, after: Written, file: string): string {
  const [was, is] = [before, after].map((each) => String(each.get(file)).split('\n'));
  const at = was?.findIndex((line, index) => line !== is?.[index]) ?? -1;
  const cut = (line = ''): string => (line.length > 200 ? `${line.slice(0, 200)}…` : line);
  return `    line ${at + 1}\n    - ${cut(was?.[at])}\n    + ${cut(is?.[at])}\n`;
}
