import { type LeadKey, type LeadOwner, readLead } from '@candor/core/exposure/lead';
import { type Command, Option } from 'commander';
import { findLeadEffect } from '../../commands/exposure/lead-effect.ts';
import { readLeads } from '../../commands/exposure/read-leads.ts';
import { openProgress } from '../terminal/live-progress.ts';
import type { Screen } from '../terminal/screen.ts';
import { showLeadEffect } from '../terminal/show-lead-effect.ts';
import { showLeads } from '../terminal/show-leads.ts';
import { parseWorkers, type StateOption, showJson, withState } from './options.ts';

interface LeadOptions extends StateOption {
  readonly all?: boolean;
  readonly logs: readonly string[];
  readonly effect: readonly LeadKey[];
  readonly as?: LeadOwner;
  readonly mailbox?: string;
  readonly workers: number;
}

/** What the log itself proposes to decide, and what each decision would change. */
export function addLeadCommands(program: Command, screen: Screen, group: string): void {
  withState(
    program
      .command('leads')
      .helpGroup(group)
      .description('which addresses, sessions and applications to decide first, and what each decision would change')
      .option('--all', 'every lead')
      .option(
        '--logs <file>',
        'a log of sign-ins, the directory or Graph with more about the leads; may be repeated',
        (file: string, before: readonly string[]) => [...before, file],
        [] as readonly string[],
      )
      .option(
        '--effect <lead>',
        'show the verdicts if this lead were decided, such as address:198.51.100.7; may be repeated',
        (text: string, before: readonly LeadKey[]) => [...before, readLead(text)],
        [] as readonly LeadKey[],
      )
      .addOption(
        new Option('--as <owner>', 'with --effect: show this answer only (default: all three)').choices([
          'intruder',
          'owner',
        ]),
      )
      .option(
        '--mailbox <custodian>',
        "for the owner's answer: whose address it is (default: that of the only affected custodian, else the organization's)",
      )
      .option('--workers <number>', 'reader processes', parseWorkers, 1),
  )
    .addHelpText(
      'after',
      `
Examples
  candor leads
  candor leads --logs signins.json --logs signins-noninteractive.json
  candor leads --effect session:37c19464-96dd-4c9e-a9f3-38e7a2542daf
  candor leads --effect address:203.0.113.7 --as owner --mailbox allen-p

--effect judges everything again for each answer (the intruder's, the owner's) and keeps nothing.`,
    )
    .action(async (options: LeadOptions, command: Command) => {
      const progress = openProgress(process.stderr, () => performance.now());
      if (options.effect.length === 0) {
        if (options.as !== undefined) command.error('--as needs --effect LEAD');
        const leads = await readLeads(options.state, options.logs, progress);
        if (options.json === true) return showJson(screen, leads);
        return showLeads(screen, leads, options.state, options.all === true);
      }
      const { effect: leads, as: owner = null, mailbox = null, workers } = options;
      const effect = await findLeadEffect(options.state, { leads, owner, custodian: mailbox, workers, progress });
      if (options.json === true) return showJson(screen, effect);
      showLeadEffect(screen, effect);
    });
}
