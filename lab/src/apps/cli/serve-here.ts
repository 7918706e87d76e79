import { spawn } from 'node:child_process';
import { readConsolePort } from '../../adapters/net/loopback.ts';
import type { IncidentRow } from '../../commands/incidents/list-incidents.ts';
import type { Caller } from '../../operations/context.ts';
import { type Screen, toVisible } from './show/screen.ts';

interface HereOrder {
  readonly caller: Caller;
  readonly isPrinted: boolean;
  /** In which incidents can begin; null: in none. */
  readonly folder: string | null;
}

/** Serves the console to the person at this terminal, until Ctrl-C. */
export async function serveHere(
  screen: Screen,
  rows: readonly IncidentRow[],
  { caller, isPrinted, folder }: HereOrder,
): Promise<void> {
  const { serveConsole } = await import('../console/serve-console.ts');
  const note = (fault: string): void => screen.line(`The console could not answer: ${toVisible(fault)}`);
  const port = readConsolePort();
  const served = await serveConsole(rows, { person: caller.actor.account, port, note, folder });
  screen.line(`Console     ${served.address}`);
  const letIn = (): void => letBrowserIn(screen, served.makeEntry(), isPrinted);
  letIn();
  if (process.stdin.isTTY) process.stdin.on('data', letIn);
  await new Promise<void>((stop) => {
    caller.onStop(stop);
    process.once('SIGTERM', stop);
  });
  process.stdin.off('data', letIn).pause();
  await served.close();
}

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, string>>> = { darwin: 'open', linux: 'xdg-open' };

/** A machine without a browser, or without a screen, is told which file to open. */
function letBrowserIn(screen: Screen, file: string, isPrinted: boolean): void {
  screen.line(`Open        ${file} (once, within 60 s)`);
  const opener = OPENERS[process.platform];
  if (isPrinted || opener === undefined) return;
  const child = spawn(opener, [file], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
