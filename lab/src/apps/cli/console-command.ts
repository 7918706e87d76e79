import { consoleOfIncidents } from '../../operations/console.ts';
import { type CommandEntry, commandFor } from './command-entry.ts';
import { serveHere } from './serve-here.ts';
import { toVisible } from './show/screen.ts';

const command = commandFor(consoleOfIncidents, {
  group: 'Whole incident',
  hasJson: false,
  examples: ['candor console', 'candor console cases/'],
  notes:
    'For the person at this machine: it answers on loopback only. A browser is let in by a file that only you can read, ' +
    'once and within a minute; press Enter for another one. What is decided there carries the name of this account, unsigned.',
  show: async (screen, rows, { input, caller }) => {
    const { folder, printOnly: isPrinted } = input;
    // A state itself holds no further incident.
    const begins = rows.some(({ state }) => state === folder) ? null : folder;
    if (rows.length === 0)
      screen.line(`${toVisible(folder)}: there is no state of an incident yet; the page begins one`);
    await serveHere(screen, rows, { caller, isPrinted, folder: begins });
  },
});

export const COMMANDS: readonly CommandEntry[] = [command];
