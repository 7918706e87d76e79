import type { Command } from 'commander';
import { listIncidents } from '../../commands/incidents/list-incidents.ts';
import type { Screen } from '../terminal/screen.ts';
import { showIncidents } from '../terminal/show-incidents.ts';
import { showJson } from './options.ts';

export function addIncidentsCommand(program: Command, screen: Screen): void {
  program
    .command('incidents')
    .helpGroup('Whole incident')
    .description('every incident below a folder, with its stage and next deadline')
    .argument('[folder]', 'the folder with your incidents', '.')
    .option('--code <code>', 'only the incident that issued the notice with this code')
    .option('--json', 'print the list as JSON')
    .addHelpText(
      'after',
      '\nExamples\n  candor incidents\n  candor incidents cases/ --json\n  candor incidents cases/ --code 7KQ3-…\n\nEach incident has a state of its own. Those of one domain share a log, a key and a site (docs/runbooks/second-incident.md).',
    )
    .action(async (folder: string, options: { code?: string; json?: boolean }) => {
      const rows = await listIncidents(folder, options.code ?? null);
      if (options.json === true) return showJson(screen, rows);
      showIncidents(screen, rows, folder, options.code ?? null);
    });
}
