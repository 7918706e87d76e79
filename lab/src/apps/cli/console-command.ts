import { spawn } from 'node:child_process';
import { Refusal } from '@candor/core/base';
import { readConsolePort } from '../../adapters/net/loopback.ts';
import { consoleOfIncidents } from '../../operations/console.ts';
import { type CommandEntry, commandFor } from './command-entry.ts';
import { type Screen, toVisible } from './show/screen.ts';

const command = commandFor(consoleOfIncidents, {
  group: 'Whole incident',
  hasJson: false,
  examples: ['candor console', 'candor console cases/'],
  notes:
    'For the person at this machine: it answers on loopback only. A browser is let in by a file that only you can read, ' +
    'once and within a minute; press Enter for another one. What is decided there carries the name of this account, unsigned.',
  show: async (screen, rows, { input, caller }) => {
    if (rows.length === 0)
      throw new Refusal('no-incident', [
        `${input.folder}: there is no state of an incident; \`candor run incident.yaml\` makes one`,
      ]);
    const { serveConsole } = await import('../console/serve-console.ts');
    const note = (fault: string): void => screen.line(`The console could not answer: ${toVisible(fault)}`);
    const port = readConsolePort();
    const served = await serveConsole(rows, { person: caller.actor.account, port, note });
    screen.line(`Console     ${served.address}`);
    letIn(screen, served.makeEntry(), input.printOnly);
    const onEnter = (): void => letIn(screen, served.makeEntry(), input.printOnly);
    if (process.stdin.isTTY) process.stdin.on('data', onEnter);
    await new Promise<void>((stop) => {
      caller.onStop(stop);
      process.once('SIGTERM', stop);
    });
    process.stdin.off('data', onEnter).pause();
    await served.close();
  },
});

export const COMMANDS: readonly CommandEntry[] = [command];

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, string>>> = { darwin: 'open', linux: 'xdg-open' };

/** A machine without a browser, or without a screen, is told which file to open. */
function letIn(screen: Screen, file: string, isPrinted: boolean): void {
  screen.line(`Open        ${file} (once, within 60 s)`);
  const opener = OPENERS[process.platform];
  if (isPrinted || opener === undefined) return;
  const child = spawn(opener, [file], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
