import { formatTime, Refusal } from '@candor/core/base';
import { portalOperations as contract, ROUND_EVERY } from '@candor/core/contract/operations';
import { z } from 'zod';
import { now, sleep } from '../../adapters/process/clock.ts';
import type { Synced } from '../../commands/review/sync-portal.ts';
import type { Caller } from '../../operations/context.ts';
import { callOperation } from '../../operations/operation.ts';
import * as portal from '../../operations/portal.ts';
import { type CommandEntry, commandFor, commandOf, groupFor, noteNeeds, type Typed } from './command-entry.ts';
import { showJson } from './options.ts';
import { type Screen, toJsonText, toVisible } from './show/screen.ts';
import { printPortalKey, printPortalView, printPulled, printPushed, toSyncLine } from './show/show-portal.ts';

/** A loop that finds nothing says so this often. */
const quietSeconds = 3600;

const noting = (show: (screen: Screen, synced: Synced) => unknown) =>
  noteNeeds(({ pulled }: Synced) => pulled.needs.length > 0, show);

const sync = commandOf(
  { typed: 'sync', does: contract.sync.does },
  z.object({ every: ROUND_EVERY }),
  (call, { every }, typed) => {
    if (every !== undefined) return repeat(every, typed);
    const show = (screen: Screen, { pulled, pushed }: Synced): void => {
      printPulled(screen, pulled, typed.state);
      printPushed(screen, pushed, typed.state);
    };
    return call(portal.sync, {}, noting(show), noting(showJson));
  },
);

async function repeat(seconds: number, { state, isJson, screen, caller }: Typed): Promise<void> {
  const stopping = new AbortController();
  let stopRound: () => void = () => undefined;
  caller.onStop(() => {
    stopRound();
    stopping.abort();
  });
  const onStop = (stop: () => void) => {
    stopRound = stop;
  };
  let last = { line: '', at: 0 };
  while (!stopping.signal.aborted) {
    const line = await runRound(state, { ...caller, onStop });
    const at = now();
    if (line !== last.line || at - last.at >= quietSeconds) {
      screen.line(isJson ? toJsonText({ at, line }) : `${formatTime(at)}   ${line}`);
      last = { line, at };
    }
    await sleep(seconds * 1000, stopping.signal);
  }
}

/** A refusal is a line: the portal may be back at the next round, and a run may have ended. */
async function runRound(state: string, caller: Caller): Promise<string> {
  try {
    return await callOperation(portal.sync, state, caller, {}, ({ pulled, pushed }) => toSyncLine(pulled, pushed));
  } catch (cause) {
    if (cause instanceof Refusal) return toVisible(cause.reasons.join(' '));
    throw cause;
  }
}

const PORTAL_COMMANDS = [
  commandFor(portal.key, { show: printPortalKey }),
  commandFor(portal.pull, {
    needs: ({ needs }) => needs.length > 0,
    show: (screen, pulled, { state }) => printPulled(screen, pulled, state),
  }),
  commandFor(portal.push, { show: (screen, pushed, { state }) => printPushed(screen, pushed, state) }),
  sync,
  commandFor(portal.status, {
    needs: ({ needs, silent, differences }) => needs.length > 0 || silent !== null || differences.length > 0,
    show: (screen, view, { state }) => printPortalView(screen, view, state),
  }),
  commandFor(portal.settle, {
    by: 'who decides',
    show: (screen, { subject, entry }, { state }) => {
      const where = entry === null ? '' : ` It is entry ${entry} of the log.`;
      screen.line(`Settled: ${toVisible(subject)}.${where}`);
      screen.line(`Next   ${screen.typed('candor portal sync', state)}`);
    },
  }),
];

/** The lab's side of the portal: it calls, and is never called. */
export const COMMANDS: readonly CommandEntry[] = [
  groupFor(
    {
      typed: 'portal',
      group: 'Review: give parties their own mail',
      does: 'the portal: fetch requests, publish authorizations and releases',
      examples: [
        "candor portal key                      the lab's key, and the settings to start the portal with",
        'candor portal sync                     pull and push in one, for a timer',
        'candor portal sync --every 60s         repeat until Ctrl-C',
        'candor portal pull                     fetch requests and view receipts; each is verified',
        'candor portal push                     publish authorizations, and upload every approved release that is missing',
        'candor portal status',
        'candor portal settle northwind.example --why "the portal was restored from the backup of 3 November"',
      ],
      notes: 'You can stop and repeat each command at any moment: nothing is lost, and nothing is sent twice.',
    },
    PORTAL_COMMANDS,
  ),
];
