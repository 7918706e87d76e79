import type { Command } from 'commander';
import { listIncidents } from '../../commands/incidents/list-incidents.ts';
import type { Screen } from '../terminal/screen.ts';
import { showIncidents } from '../terminal/show-incidents.ts';
import { showJson } from './options.ts';

export function addIncidentsCommand(program: Command, screen: Screen): void {
  program
    .command('incidents')
    .helpGroup('Whole incident')
    .description('every incident whose state lies below a folder, and where each stands')
    .argument('[folder]', 'the folder with your incidents', '.')
    .option('--json', 'print the list as JSON')
    .addHelpText('after', '\nExamples\n  candor incidents\n  candor incidents cases/ --json')
    .action(async (folder: string, options: { json?: boolean }) => {
      const rows = await listIncidents(folder);
      if (options.json === true) return showJson(screen, rows);
      showIncidents(screen, rows, folder);
    });
}
