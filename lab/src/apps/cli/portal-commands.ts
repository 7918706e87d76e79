import { formatTime, Refusal } from '@candor/core/base';
import { type Command, InvalidArgumentError } from 'commander';
import { accountName } from '../../adapters/process/account-name.ts';
import { now, sleep } from '../../adapters/process/clock.ts';
import { showPortalKey } from '../../commands/review/portal-key.ts';
import { readPortalView } from '../../commands/review/portal-status.ts';
import { pullPortal } from '../../commands/review/pull-portal.ts';
import { type Pushed, type PushOrder, pushPortal } from '../../commands/review/push-portal.ts';
import { settlePortal } from '../../commands/review/settle-portal.ts';
import { syncPortal } from '../../commands/review/sync-portal.ts';
import { stoppable } from '../interruption.ts';
import { type StateOption, showJson, withState } from './options.ts';
import { openProgress } from './show/live-progress.ts';
import { type Screen, toJsonText, toVisible } from './show/screen.ts';
import { printPortalKey, printPortalView, printPulled, printPushed, toSyncLine } from './show/show-portal.ts';

/** Something needs a person. */
const exitNeeds = 3;
const unitSeconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };
/** Rounds that follow each other faster only load both sides; slower than a day the portal stops serving. */
const roundSeconds = { least: 5, most: 86_400 };
/** A loop that finds nothing says so this often. */
const quietSeconds = 3600;

interface PushOptions extends StateOption {
  readonly party?: string;
  readonly anew?: boolean;
}

interface SyncOptions extends StateOption {
  readonly every?: number;
}

/** The lab's side of the portal: it calls, and is never called. */
export function addPortalCommands(program: Command, screen: Screen): void {
  const portal = program
    .command('portal')
    .helpGroup('Review: give parties their own mail')
    .description('the portal: fetch requests, publish authorizations and releases')
    .addHelpText(
      'after',
      `
Examples
  candor portal key                      the lab's key, and the settings to start the portal with
  candor portal sync                     pull and push in one, for a timer
  candor portal sync --every 60s         repeat until Ctrl-C
  candor portal pull                     fetch requests and view receipts; each is verified
  candor portal push                     publish authorizations, and upload every approved release that is missing
  candor portal status
  candor portal settle northwind.example --why "the portal was restored from the backup of 3 November"

You can stop and repeat each command at any moment: nothing is lost, and nothing is sent twice.`,
    )
    .exitOverride();
  withState(
    portal.command('key').description("make the key for the portal if there is none, and print the portal's settings"),
  ).action(async (options: StateOption) => {
    const key = await showPortalKey(options.state);
    if (options.json === true) return showJson(screen, key);
    printPortalKey(screen, key);
  });
  withState(
    portal.command('pull').description('fetch requests of parties and view receipts of their reviewers'),
  ).action(async (options: StateOption) => {
    const pulled = await pullPortal(options.state);
    if (pulled.needs.length > 0) process.exitCode = exitNeeds;
    if (options.json === true) return showJson(screen, pulled);
    printPulled(screen, pulled, options.state);
  });
  withState(
    portal
      .command('push')
      .option('--party <party>', 'only releases of this party')
      .option('--anew', 'this state was restored from a backup, and somebody reviewed who may read')
      .description('publish authorizations, and upload every approved release that is missing'),
  ).action((options: PushOptions) => runPush(screen, options, options.party ?? null));
  withState(
    portal
      .command('sync')
      .option('--every <time>', 'repeat until Ctrl-C, such as every 60s or 10m', parseEvery)
      .description('pull and push in one'),
  ).action((options: SyncOptions) => runSync(screen, options));
  withState(portal.command('status').description('the state of the portal, as the lab knows it')).action(
    async (options: StateOption) => {
      const view = await readPortalView(options.state);
      if (view.needs.length > 0 || view.silent !== null || view.differences.length > 0) process.exitCode = exitNeeds;
      if (options.json === true) return showJson(screen, view);
      printPortalView(screen, view, options.state);
    },
  );
  withState(
    portal
      .command('settle')
      .argument('<what>', 'a party whose chain broke, or portal-back')
      .requiredOption('--why <text>', 'what happened, which the log keeps')
      .option('--by <name>', 'who decides (default: the account that runs this)')
      .description('continue with a portal that lost data'),
  ).action(async (what: string, options: StateOption & { why: string; by?: string }) => {
    const settled = await settlePortal(options.state, what, options.why, options.by ?? accountName());
    if (options.json === true) return showJson(screen, settled);
    const where = settled.entry === null ? '' : ` It is entry ${settled.entry} of the log.`;
    screen.line(`Settled: ${toVisible(settled.subject)}.${where}`);
    screen.line(`Next   ${screen.typed('candor portal sync', options.state)}`);
  });
  portal.exitOverride();
  for (const command of portal.commands) command.exitOverride();
}

/** `candor portal push` and `candor release push`. */
export async function runPush(screen: Screen, options: PushOptions, party: string | null): Promise<void> {
  const pushed = await stoppable<Pushed>((onStoppable) =>
    pushPortal(options.state, toOrder(onStoppable, party, options.anew === true)),
  );
  if (options.json === true) return showJson(screen, pushed);
  printPushed(screen, pushed, options.state);
}

async function runSync(screen: Screen, options: SyncOptions): Promise<void> {
  await stoppable(async (onStoppable) => {
    const stopping = new AbortController();
    const order = toOrder((stop) => onStoppable(() => [stop(), stopping.abort()]), null, false);
    if (options.every === undefined) {
      const { pulled, pushed } = await syncPortal(options.state, order);
      if (pulled.needs.length > 0) process.exitCode = exitNeeds;
      if (options.json === true) return showJson(screen, { pulled, pushed });
      printPulled(screen, pulled, options.state);
      return printPushed(screen, pushed, options.state);
    }
    let last = { line: '', at: 0 };
    while (!stopping.signal.aborted) {
      const line = await runRound(options.state, order);
      const at = now();
      if (line !== last.line || at - last.at >= quietSeconds) {
        screen.line(options.json === true ? toJsonText({ at, line }) : `${formatTime(at)}   ${line}`);
        last = { line, at };
      }
      await sleep(options.every * 1000, stopping.signal);
    }
  });
}

/** A refusal is a line: the portal may be back at the next round, and a run may have ended. */
async function runRound(state: string, order: PushOrder): Promise<string> {
  try {
    const { pulled, pushed } = await syncPortal(state, order);
    return toSyncLine(pulled, pushed);
  } catch (cause) {
    if (cause instanceof Refusal) return toVisible(cause.reasons.join(' '));
    throw cause;
  }
}

function toOrder(onStoppable: (stop: () => void) => void, party: string | null, isAnew: boolean): PushOrder {
  let isStopping = false;
  onStoppable(() => {
    isStopping = true;
  });
  const progress = openProgress(process.stderr, () => Date.now());
  return { party, isAnew, progress, isStopping: () => isStopping };
}

function parseEvery(text: string): number {
  const found = /^([1-9]\d{0,5})([smh])$/.exec(text);
  const seconds = Number(found?.[1]) * (unitSeconds[found?.[2] ?? ''] ?? 0);
  if (!(seconds >= roundSeconds.least && seconds <= roundSeconds.most))
    throw new InvalidArgumentError('a time from 5s to 24h is needed: a number and s, m or h');
  return seconds;
}
