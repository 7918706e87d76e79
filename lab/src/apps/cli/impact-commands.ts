import type { Command } from 'commander';
import type { CurationRecorded } from '../../commands/impact/curate-party.ts';
import { toNotifySaying } from '../../commands/run-summary.ts';
import * as impact from '../../operations/impact.ts';
import { commandFor, type Typed } from './command-entry.ts';
import { showJsonList } from './json-list.ts';
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

/** The command `party`, for what else stands below it. */
export function addImpactCommands(program: Command, screen: Screen): Command {
  parties(program, screen);
  const party = program
    .command('party')
    .helpGroup(group)
    .description("one party's figures, addresses, custodians and dates; curate it by hand")
    .addHelpText(
      'after',
      `
Examples
  candor party northwind.example
  candor party merge contoso.example contoso.test --why "one group, by phone"
  candor party split contoso.example rail.contoso.example rail.contoso.example --why "a firm of its own"
  candor party rename contoso.example "Contoso Freight" --why "their letterhead"
  candor party kind helper@lamp.example person --why "a freelancer"
  candor party contact northwind.example it@northwind.example --why "their site"
  candor party addresses northwind.example
  candor party messages northwind.example --seal age1pq1… --out list.csv.age     for a party without a portal
  candor party history
  candor party undo 3 --why "not one group"

Your curation survives every later run and import.`,
    );
  for (const add of PARTY_COMMANDS) add(party, screen);
  return party;
}

async function* toItems<Item>(pages: AsyncIterable<readonly Item[]>): AsyncIterable<Item> {
  for await (const page of pages) yield* page;
}
