import { type Command, InvalidArgumentError } from 'commander';
import { accountName } from '../../adapters/process/account-name.ts';
import { silentProgress } from '../../commands/progress.ts';
import { watchIncident } from '../../commands/watch/watch-incident.ts';
import { stoppable } from '../interruption.ts';
import { parseWorkers, type StateOption, WrittenOption, withState } from './options.ts';
import { openProgress } from './show/live-progress.ts';
import { type Screen, toJsonText } from './show/screen.ts';
import { showWatchEvent } from './show/show-watch.ts';

/** As in main: stopped with Ctrl-C. */
const exitInterrupted = 130;
const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };
const longestSeconds = 86_400;

interface WatchOptions extends StateOption {
  readonly once?: boolean;
  readonly interval?: number;
  readonly out?: string;
  readonly workers: number;
  readonly by?: string;
}

export function addWatchCommands(program: Command, screen: Screen): void {
  withState(
    program
      .command('watch')
      .helpGroup('Whole incident')
      .description('follow an ongoing incident: judge new logs and mail as they arrive, alert, draft supplements')
      .argument('[folders...]', 'folders to watch besides those of the evidence and of `watch.folders`')
      .option('--once', 'one pass, for cron and systemd timers')
      .option(
        '--interval <time>',
        'time between two checks, such as 30s or 5m (default: watch.every, or 10s)',
        parseInterval,
      )
      .addOption(new WrittenOption('--out <dir>', 'write the exports of each new exposure to this folder'))
      .option('--workers <number>', 'reader processes at once', parseWorkers, 2)
      .option('--by <name>', 'who prepares drafts (default: the account that runs this)')
      .addHelpText(
        'after',
        `
A file counts as arrived when it stood still for 10 s or was renamed in; one that
grows later arrives again. Entries of the incident file that name a folder
(\`access: [ { folder: logs } ]\`) take in what comes later. Alerts go where the
incident file says (\`watch\`: docs/formats/incident-file.md), never to a mailbox that
the intruder reached. Nothing is ever sent to a party.

Examples
  candor watch
  candor watch incoming/ --interval 1m
  candor watch --once --json`,
      ),
  ).action(async (folders: string[], options: WatchOptions) => {
    let isStopped = false;
    await stoppable((onStoppable) =>
      watchIncident({
        state: options.state,
        folders,
        once: options.once === true,
        everySeconds: options.interval ?? null,
        out: options.out ?? null,
        workers: options.workers,
        by: options.by ?? accountName(),
        progress: options.json === true ? silentProgress : openProgress(process.stderr, () => performance.now()),
        say: (event) => {
          if (event.event === 'stopped') isStopped = true;
          if (options.json === true) screen.line(toJsonText(event));
          else showWatchEvent(screen, event, options.state);
        },
        onStoppable,
      }),
    );
    if (isStopped) process.exitCode = exitInterrupted;
  });
}

function parseInterval(written: string): number {
  const [, number = '', unit = ''] = /^([1-9]\d{0,4})([smh])$/.exec(written) ?? [];
  const seconds = Number(number) * (units[unit] ?? 0);
  if (seconds < 1 || seconds > longestSeconds)
    throw new InvalidArgumentError('a number and s, m or h, from 1s to 24h, is needed');
  return seconds;
}
