import { formatAmount, formatDay, LANGUAGES } from '@candor/core/base';
import { argument, field, flag, impactOperations } from '@candor/core/contract/operations';
import { z } from 'zod';
import type { HoldView } from '../../commands/notice/set-hold.ts';
import * as contacts from '../../operations/contacts.ts';
import { steerContact } from '../../operations/impact.ts';
import { type CommandEntry, commandFor, commandOf, groupFor } from './command-entry.ts';
import { CONTACT_LIST_COMMANDS } from './contact-list-commands.ts';
import { type Screen, showList, showTable, toVisible } from './show/screen.ts';
import { showRecorded } from './show/show-curation.ts';
import { showDecisionMade } from './show/show-decision.ts';

const group = 'Notice: notify each party, exactly once';

const CONTACT_COMMANDS: readonly CommandEntry[] = [
  commandFor(contacts.showContacts, {
    show: (screen, { party, ladder, history }) => {
      const rows = ladder.steps.flatMap(({ rung, contacts: reached }) =>
        reached.map(({ address, role }) => [rung, toVisible(address), role ?? '']),
      );
      screen.line(screen.bold(toVisible(party)));
      if (rows.length === 0) screen.line('There is no usable address: use a letter or the telephone.');
      showTable(screen, rows);
      for (const { contact, why } of ladder.unusable)
        screen.line(screen.dim(`not used: ${toVisible(contact)} (${why})`));
      for (const { address, state, answered } of history)
        screen.line(`earlier: ${toVisible(address)} ${state}${answered ? ', answered' : ''}`);
    },
  }),
  ...CONTACT_LIST_COMMANDS,
  commandFor(contacts.probeContacts, {
    notes:
      'The domains learn that somebody asked, and nothing else. Nothing is asked unless the incident file names resolvers.',
    show: (screen, probed) => {
      const rows = probed.map(({ domain, outcome, contacts: found, text }) => [
        toVisible(domain),
        outcome,
        outcome === 'found' ? found.map(({ contact }) => toVisible(contact)).join(', ') : toVisible(text),
      ]);
      showTable(screen, rows);
      const found = probed.filter(({ outcome }) => outcome === 'found').length;
      screen.line(`${formatAmount(probed.length, 'domain')} asked, ${found} with contacts.`);
    },
  }),
  commandOf(
    {
      typed: 'curate',
      does: 'add a contact that comes before all others, or withdraw one',
      signs: 'may',
    },
    z.object({
      why: impactOperations.steerContact.input.shape.why,
      party: argument(z.string()),
      contact: argument(z.string(), 'a mail address'),
      role: field(z.string().optional(), { does: 'security, privacy, legal …' }),
      language: field(z.string().optional(), { does: LANGUAGES.join(', ') }),
      withdraw: flag('never use this contact'),
    }),
    (call, given, { state }) =>
      call(steerContact, given, (screen, recorded) => {
        showRecorded(screen, recorded, state);
        showDecisionMade(screen, recorded.decision);
      }),
  ),
];

const DELAY_COMMANDS: readonly CommandEntry[] = [
  commandFor(contacts.setDelay, {
    show: (screen, { id, party, until, waiting, told, decision }) => {
      const whom = party === null ? 'Nobody is notified' : `${toVisible(party)} is not notified`;
      screen.line(`Delay ${id}: ${whom}${until === null ? ' until somebody ends it' : ` before ${formatDay(until)}`}.`);
      if (waiting > 0)
        screen.line(
          `${formatAmount(waiting, 'approved notice waits', 'approved notices wait')} until ${until === null ? 'somebody ends it' : formatDay(until)}.`,
        );
      if (told > 0)
        screen.line(
          screen.warn(
            `Too late for ${formatAmount(told, 'notice that went out or may have', 'notices that went out or may have')}: inform the person who asked for the delay.`,
          ),
        );
      showDecisionMade(screen, decision);
    },
  }),
  ...toHoldCommands(contacts.delay),
];

const BARRED_COMMANDS: readonly CommandEntry[] = [
  commandFor(contacts.addBarred, {
    show: (screen, hold) => {
      screen.line(`${toVisible(hold.contact ?? hold.party ?? '')} is not written to (${hold.id}).`);
      showDecisionMade(screen, hold.decision);
    },
  }),
  ...toHoldCommands(contacts.barred),
];

function toHoldCommands({ end, list }: typeof contacts.delay): readonly CommandEntry[] {
  return [
    commandFor(end, {
      show: (screen, { id, decision }) => {
        screen.line(`${id} has ended.`);
        showDecisionMade(screen, decision);
      },
    }),
    commandFor(list, { show: showHolds }),
  ];
}

function showHolds(screen: Screen, holds: readonly HoldView[]): void {
  const rows = holds.map((hold) => [
    String(hold.id),
    toVisible(hold.contact ?? hold.party ?? 'everybody'),
    toVisible(hold.askedBy),
    hold.until === null ? '' : formatDay(hold.until),
    hold.isEnding ? 'ends soon: decide' : hold.isInForce ? 'authorized' : 'ended',
    toVisible(hold.why),
  ]);
  showList(screen, 'None.', rows, { head: ['no.', 'whom', 'asked by', 'until', '', 'why'], right: [0] });
}

/** Contacts of parties, and holds. */
export const COMMANDS: readonly CommandEntry[] = [
  groupFor(
    {
      typed: 'contacts',
      group,
      does: 'the contacts through which parties are notified',
      examples: [
        'candor contacts                                           how many have guessed contacts only',
        'candor contacts show northwind.example',
        'candor contacts export --guessed --out to-fill-in.csv     a list to fill in',
        'candor contacts import to-fill-in.csv --why "asked by phone"     CSV, or vCard',
        'candor contacts probe northwind.example                   ask its domains for their security.txt',
        'candor contacts curate northwind.example security@northwind.example --why "their web site"',
      ],
      notes:
        'Order: curated, directory, security.txt of the domain, role mailboxes, known correspondents. People are notified only at their own addresses.',
    },
    CONTACT_COMMANDS,
  ),
  groupFor(
    {
      typed: 'delay',
      group,
      does: 'disclosure delays: who asked, why, until when',
      examples: [
        'candor delay set --asked-by "Public prosecutor" --why "file 4711" --until 2001-11-04        nobody is notified',
        'candor delay set northwind.example --asked-by "Police" --why "inquiry" --until 2001-11-04',
        'candor delay list',
        'candor delay end 1 --why "the prosecutor agreed"',
      ],
      notes: '`candor status` warns three days before a delay ends.',
    },
    DELAY_COMMANDS,
  ),
  groupFor(
    {
      typed: 'do-not-contact',
      group,
      does: 'parties and addresses that are never written to',
      examples: [
        'candor do-not-contact add northwind.example --why "only through counsel"',
        'candor do-not-contact add abuse@northwind.example --address --why "they asked us"',
        'candor do-not-contact list',
        'candor do-not-contact end 1 --why "counsel agreed"',
      ],
    },
    BARRED_COMMANDS,
  ),
];
