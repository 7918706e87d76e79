import { Refusal } from '@candor/core/base';
import { consoleOfIncidents } from '../../operations/console.ts';
import { type CommandEntry, commandFor } from './command-entry.ts';
import { serveHere } from './serve-here.ts';

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
    await serveHere(screen, rows, { caller, isPrinted: input.printOnly });
  },
});

export const COMMANDS: readonly CommandEntry[] = [command];
