import type { CurationRecorded } from '../../commands/impact/curate-party.ts';
import { toNotifySaying } from '../../commands/run-summary.ts';
import * as impact from '../../operations/impact.ts';
import { type CommandEntry, commandFor, groupFor, type Typed } from './command-entry.ts';
import { showJsonList } from './json-list.ts';
import { PARTY_MAIL_COMMANDS } from './party-mail-commands.ts';
import type { Screen } from './show/screen.ts';
import { showCuration, showRecorded } from './show/show-curation.ts';
import { showDecisionMade } from './show/show-decision.ts';
import { showPartyPages, showPartyView } from './show/show-parties.ts';
import { toTitle } from './show/show-run.ts';

const group = 'Impact: whose mail it was';

const parties = commandFor(impact.parties, {
  group,
  examples: ['candor parties', 'candor parties --kind person --json'],
  json: (screen, { pages }) => showJsonList(screen, toItems(pages)),
  show: (screen, { summary, counts, pages }, { state }) => {
    screen.line(screen.bold(toTitle(summary)));
    screen.line();
    return showPartyPages(screen, pages, { ...counts, notify: toNotifySaying(summary) }, state);
  },
});

const curated = {
  show: (screen: Screen, recorded: CurationRecorded, { state }: Typed) => {
    showRecorded(screen, recorded, state);
    showDecisionMade(screen, recorded.decision);
  },
};

const PARTY_COMMANDS = [
  commandFor(impact.showParty, {
    isDefault: true,
    examples: ['candor party northwind.example', 'candor party show northwind.example --json'],
    show: showPartyView,
  }),
  commandFor(impact.partyHistory, { examples: ['candor party history'], show: showCuration }),
  commandFor(impact.mergeParties, curated),
  commandFor(impact.splitParty, curated),
  commandFor(impact.renameParty, curated),
  commandFor(impact.setPartyKind, curated),
  commandFor(impact.steerContact, curated),
  commandFor(impact.undoCuration, curated),
];

const GROUP = {
  typed: 'party',
  group,
  does: "one party's figures, addresses, custodians and dates; curate it by hand",
  examples: [
    'candor party northwind.example',
    'candor party merge contoso.example contoso.test --why "one group, by phone"',
    'candor party split contoso.example rail.contoso.example rail.contoso.example --why "a firm of its own"',
    'candor party rename contoso.example "Contoso Freight" --why "their letterhead"',
    'candor party kind helper@lamp.example person --why "a freelancer"',
    'candor party contact northwind.example it@northwind.example --why "their site"',
    'candor party addresses northwind.example',
    'candor party messages northwind.example --seal age1pq1… --out list.csv.age     for a party without a portal',
    'candor party history',
    'candor party undo 3 --why "not one group"',
  ],
  notes: 'Your curation survives every later run and import.',
};

/** What a party gets without a portal needs the code of review. */
export const COMMANDS: readonly CommandEntry[] = [
  parties,
  groupFor(GROUP, [...PARTY_COMMANDS, ...PARTY_MAIL_COMMANDS]),
];

async function* toItems<Item>(pages: AsyncIterable<readonly Item[]>): AsyncIterable<Item> {
  for await (const page of pages) yield* page;
}
