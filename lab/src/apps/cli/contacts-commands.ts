import { formatAmount, formatDay, LANGUAGES } from '@candor/core/base';
import type { Command } from 'commander';
import { showContacts } from '../../commands/notice/contacts.ts';
import { probeContacts } from '../../commands/notice/probe-contacts.ts';
import { endHold, type HoldView, listHolds, setHold } from '../../commands/notice/set-hold.ts';
import { steerContact } from '../../operations/impact.ts';
import { toCall } from './command-entry.ts';
import { addContactListCommands } from './contact-list-commands.ts';
import { type DecidingOptions, toDecidedBy, withDeciding } from './deciding.ts';
import { parseDay, parseNumber, type StateOption, showJson, withState } from './options.ts';
import { type Screen, toRows, toVisible } from './show/screen.ts';
import { showRecorded } from './show/show-curation.ts';
import { showDecisionMade } from './show/show-decision.ts';

const group = 'Notice: notify each party, exactly once';

interface HoldOptions extends StateOption, DecidingOptions {}

/** Contacts of parties, and holds. */
export function addContactsCommands(program: Command, screen: Screen): void {
  const contacts = program
    .command('contacts')
    .helpGroup(group)
    .description('the contacts through which parties are notified');
  contacts.addHelpText(
    'after',
    `
Examples
  candor contacts                                           how many have guessed contacts only
  candor contacts show northwind.example
  candor contacts export --guessed --out to-fill-in.csv     a list to fill in
  candor contacts import to-fill-in.csv --why "asked by phone"     CSV, or vCard
  candor contacts probe northwind.example                   ask its domains for their security.txt
  candor contacts curate northwind.example security@northwind.example --why "their web site"

Order: curated, directory, security.txt of the domain, role mailboxes, known correspondents. People are notified only at their own addresses.`,
  );
  withState(
    contacts.command('show').argument('<party>').description('the ladder of a party: its contacts, best first'),
  ).action(async (party: string, options: StateOption) => {
    const view = await showContacts(options.state, party);
    if (options.json === true) return showJson(screen, view);
    const rows = view.ladder.steps.flatMap(({ rung, contacts: reached }) =>
      reached.map(({ address, role }) => [rung, toVisible(address), role ?? '']),
    );
    screen.line(screen.bold(toVisible(view.party)));
    if (rows.length === 0) screen.line('There is no usable address: use a letter or the telephone.');
    for (const line of toRows(rows, screen.width)) screen.line(line);
    for (const { contact, why } of view.ladder.unusable)
      screen.line(screen.dim(`not used: ${toVisible(contact)} (${why})`));
    for (const { address, state, answered } of view.history)
      screen.line(`earlier: ${toVisible(address)} ${state}${answered ? ', answered' : ''}`);
  });
  addContactListCommands(contacts, screen);
  addProbeCommand(contacts, screen);
  withState(
    withDeciding(contacts.command('curate'))
      .argument('<party>')
      .argument('<contact>', 'a mail address')
      .option('--role <role>', 'security, privacy, legal …')
      .option('--language <language>', LANGUAGES.join(', '))
      .option('--withdraw', 'never use this contact')
      .description('add a contact that comes before all others, or withdraw one'),
  ).action(
    (
      party: string,
      contact: string,
      options: HoldOptions & { role?: string; language?: string; withdraw?: boolean },
    ) => {
      const { role, language, withdraw = false, why } = options;
      return toCall(screen, options)(steerContact, { party, contact, role, language, withdraw, why }, (_, recorded) => {
        showRecorded(screen, recorded, options.state);
        showDecisionMade(screen, recorded.decision);
      });
    },
  );

  const delay = program.command('delay').helpGroup(group).description('disclosure delays: who asked, why, until when');
  delay.addHelpText(
    'after',
    `
Examples
  candor delay set --asked-by "Public prosecutor" --why "file 4711" --until 2001-11-04        nobody is notified
  candor delay set northwind.example --asked-by "Police" --why "inquiry" --until 2001-11-04
  candor delay list
  candor delay end 1 --why "the prosecutor agreed"

\`candor status\` warns three days before a delay ends.`,
  );
  withState(
    withDeciding(delay.command('set'))
      .argument('[party]', 'only this party; without it nobody is notified')
      .requiredOption('--asked-by <name>', 'who asked for it')
      .option('--until <day>', 'day on which it ends', parseDay)
      .description('notify nobody, or not this party, until a day'),
  ).action(async (party: string | undefined, options: HoldOptions & { askedBy: string; until?: number }) => {
    const { askedBy, until = null } = options;
    const hold = await setHold(options.state, {
      kind: 'delay',
      party: party ?? null,
      contact: null,
      askedBy,
      until,
      ...toDecidedBy(options),
    });
    if (options.json === true) return showJson(screen, hold);
    const whom = hold.party === null ? 'Nobody is notified' : `${toVisible(hold.party)} is not notified`;
    screen.line(
      `Delay ${hold.id}: ${whom}${until === null ? ' until somebody ends it' : ` before ${formatDay(until)}`}.`,
    );
    if (hold.waiting > 0)
      screen.line(
        `${formatAmount(hold.waiting, 'approved notice waits', 'approved notices wait')} until ${until === null ? 'somebody ends it' : formatDay(until)}.`,
      );
    if (hold.told > 0)
      screen.line(
        screen.warn(
          `Too late for ${formatAmount(hold.told, 'notice that went out or may have', 'notices that went out or may have')}: inform the person who asked for the delay.`,
        ),
      );
    showDecisionMade(screen, hold.decision);
  });
  addEnding(delay, screen, 'delay');
  addListing(delay, screen, 'delay');

  const barred = program
    .command('do-not-contact')
    .helpGroup(group)
    .description('parties and addresses that are never written to');
  barred.addHelpText(
    'after',
    `
Examples
  candor do-not-contact add northwind.example --why "only through counsel"
  candor do-not-contact add abuse@northwind.example --address --why "they asked us"
  candor do-not-contact list
  candor do-not-contact end 1 --why "counsel agreed"`,
  );
  withState(
    withDeciding(barred.command('add'))
      .argument('<party-or-address>')
      .option('--address', 'it is an address, not a party')
      .option('--asked-by <name>', 'who asked for it')
      .description('never write to this party, or this address'),
  ).action(async (name: string, options: HoldOptions & { address?: boolean; askedBy?: string }) => {
    const decided = toDecidedBy(options);
    const hold = await setHold(options.state, {
      kind: 'do-not-contact',
      party: options.address === true ? null : name,
      contact: options.address === true ? name : null,
      askedBy: options.askedBy ?? decided.by,
      until: null,
      ...decided,
    });
    if (options.json === true) return showJson(screen, hold);
    screen.line(`${toVisible(hold.contact ?? hold.party ?? '')} is not written to (${hold.id}).`);
    showDecisionMade(screen, hold.decision);
  });
  addEnding(barred, screen, 'do-not-contact');
  addListing(barred, screen, 'do-not-contact');
  for (const parent of [contacts, delay, barred]) {
    parent.exitOverride();
    for (const command of parent.commands) command.exitOverride();
  }
}

function addEnding(parent: Command, screen: Screen, kind: HoldView['kind']): void {
  withState(
    withDeciding(parent.command('end')).argument('<number>', 'as `list` shows it', parseNumber).description('end it'),
  ).action(async (number: number, options: HoldOptions) => {
    const hold = await endHold(options.state, kind, number, toDecidedBy(options));
    if (options.json === true) return showJson(screen, hold);
    screen.line(`${hold.id} has ended.`);
    showDecisionMade(screen, hold.decision);
  });
}

function addListing(parent: Command, screen: Screen, kind: HoldView['kind']): void {
  withState(parent.command('list').description('all of them, ended ones too')).action(async (options: StateOption) => {
    const holds = await listHolds(options.state, kind);
    if (options.json === true) return showJson(screen, holds);
    if (holds.length === 0) return screen.line('None.');
    const rows = holds.map((hold) => [
      String(hold.id),
      toVisible(hold.contact ?? hold.party ?? 'everybody'),
      toVisible(hold.askedBy),
      hold.until === null ? '' : formatDay(hold.until),
      hold.isEnding ? 'ends soon: decide' : hold.isInForce ? 'authorized' : 'ended',
      toVisible(hold.why),
    ]);
    for (const line of toRows([['no.', 'whom', 'asked by', 'until', '', 'why'], ...rows], screen.width, [0]))
      screen.line(line);
  });
}

/** `candor contacts probe`: what parties publish themselves about whom to tell. */
function addProbeCommand(contacts: Command, screen: Screen): void {
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
