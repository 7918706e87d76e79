import { formatAmount } from '@candor/core/base';
import type { Command } from 'commander';
import { probeContacts } from '../../commands/notice/probe-contacts.ts';
import { type Screen, toRows, toVisible } from '../terminal/screen.ts';
import { type StateOption, showJson, withState } from './options.ts';

/** `candor contacts probe`: what parties publish themselves about whom to tell. */
export function addProbeCommand(contacts: Command, screen: Screen): void {
  withState(
    contacts
      .command('probe')
      .argument('[parties...]', 'only these parties (default: every organization)')
      .description('ask the domains of parties for their security.txt, through notice.resolvers'),
  )
    .addHelpText(
      'after',
      '\nThe domains learn that somebody asked, and nothing else. Nothing is asked unless the incident file names resolvers.',
    )
    .action(async (parties: readonly string[], options: StateOption) => {
      const probed = await probeContacts(options.state, parties.length === 0 ? null : parties);
      if (options.json === true) return showJson(screen, probed);
      const rows = probed.map(({ domain, outcome, contacts: found, text }) => [
        toVisible(domain),
        outcome,
        outcome === 'found' ? found.map(({ contact }) => toVisible(contact)).join(', ') : toVisible(text),
      ]);
      for (const line of toRows(rows, screen.width)) screen.line(line);
      const found = probed.filter(({ outcome }) => outcome === 'found').length;
      screen.line(`${formatAmount(probed.length, 'domain')} asked, ${found} with contacts.`);
    });
}
