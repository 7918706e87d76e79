import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Context, type Experiment, row } from '../experiment.ts';
import { measure } from '../measure.ts';
import { toCommandLine } from '../sides.ts';
import { writeArrival, writeManyHarbors } from './many-harbors.ts';

/** The bundled incident a thousandfold, with `--size 1g`; a smaller size makes it smaller in proportion. */
const TIMES = 1_000;
const SECONDS_MUST = 60;
const SECONDS_AIM = 30;
const OPERATORS = ['Ines Adler', 'Marek Dvorak'];
const NOTICE = `log: { origin: harbor.example/log, every: 1h, entries: 8 }
notice:
  page: harbor.example/notice
  from: { name: Harbor Energy Incident Team, address: notice@harbor.example }
  reply: answers@harbor.example
  bounce: bounce@harbor.example
  telephone: the number on our web site
`;

/** From a log that was just renamed in to drafts of what parties must hear, where all of them were notified before. */
export const watch: Experiment = {
  name: 'watch',
  prepare: async (context: Context) => {
    const times = Math.max(2, Math.round((TIMES * context.size) / 1e9));
    const folder = join(context.folder, `harbors-${times}`);
    await provideToldState(folder, times);
    let arrival = 0;
    return {
      sides: [
        {
          label: 'watch',
          command: toCommandLine(['watch', '--once', '--json', '--state', join(folder, 'state')]),
          reset: () => {
            arrival = (arrival + 1) % times;
            writeArrival(folder, arrival);
          },
          findFault: ({ stdout }) => {
            const drafted = stdout.split('\n').find((line) => line.startsWith('{"event":"drafted"'));
            const kinds =
              drafted === undefined ? null : (JSON.parse(drafted) as { kinds: { supplement: number } }).kinds;
            return (kinds?.supplement ?? 0) > 0 ? null : 'no supplement was drafted';
          },
        },
      ],
      rows: [row('watch', 'new log to drafts, harbor a thousandfold', 'wall', 'watch', [], SECONDS_MUST, SECONDS_AIM)],
    };
  },
};

/** A state in which two people approved a first wave to everybody; made once for a folder. */
async function provideToldState(folder: string, times: number): Promise<void> {
  const done = join(folder, 'told');
  const state = join(folder, 'state');
  if (existsSync(done)) return;
  rmSync(folder, { recursive: true, force: true });
  writeManyHarbors(folder, times, '');
  const passphrase = join(folder, 'passphrase');
  writeFileSync(passphrase, 'four quiet harbour lamps\n', { mode: 0o600 });
  const key = (name: string) => ['--key', join(folder, `${name.slice(0, 4)}.key`), '--passphrase-file', passphrase];
  const entries: string[] = [];
  for (const name of OPERATORS) {
    const { line } = JSON.parse(await run('operator', 'add', name, ...key(name), '--json')) as { line: string };
    entries.push(line);
  }
  writeManyHarbors(folder, times, `operators:\n${entries.join('\n')}\n${NOTICE}`);
  await run('run', join(folder, 'incident.yaml'), '--state', state);
  await run('notice', 'prepare', '--wave', 'metadata', '--state', state);
  for (const name of OPERATORS) await run('notice', 'approve', '--as', name, ...key(name), '--state', state);
  // The watch begins: of what was judged before it alerts nothing.
  await run('watch', '--once', '--state', state);
  writeFileSync(done, '');
}

async function run(...args: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await measure(toCommandLine(args));
  if (exitCode !== 0) throw new Error(`candor ${args.join(' ')}: ${stderr.slice(-500)}`);
  return stdout;
}
