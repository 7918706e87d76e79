import { LANGUAGES } from '@candor/core/base';
import type { CurationAct } from '@candor/core/impact/curation';
import { type Command, InvalidArgumentError } from 'commander';
import { curateParty, listCuration } from '../../commands/impact/curate-party.ts';
import { listParties, showParty } from '../../commands/impact/list-parties.ts';
import { toNotifySaying } from '../../commands/run-summary.ts';
import type { Screen } from '../terminal/screen.ts';
import { showCuration, showRecorded } from '../terminal/show-curation.ts';
import { showDecisionMade } from '../terminal/show-decision.ts';
import { showPartyPages, showPartyView } from '../terminal/show-parties.ts';
import { toTitle } from '../terminal/show-run.ts';
import { type DecidingOptions, toDecidedBy, withDeciding } from './deciding.ts';
import { showJsonList } from './json-list.ts';
import { type StateOption, showJson, withState } from './options.ts';

const group = 'Impact: whose mail it was';
const kinds = ['organization', 'person', 'list'] as const;
type Kind = (typeof kinds)[number];

interface CurateOptions extends StateOption, DecidingOptions {}

/** The command `party`, for what else stands below it. */
export function addImpactCommands(program: Command, screen: Screen): Command {
  withState(
    program
      .command('parties')
      .helpGroup(group)
      .description('affected organizations and people, most exposed first')
      .option('--kind <kind>', 'only organization, person or list', parseKind)
      .option('--all', 'include parties without an exposed message'),
  )
    .addHelpText('after', '\nExamples\n  candor parties\n  candor parties --kind person --json')
    .action((options: StateOption & { kind?: Kind; all?: boolean }) =>
      listParties(options.state, options, async ({ summary, counts, pages }) => {
        if (options.json === true) return showJsonList(screen, toItems(pages));
        screen.line(screen.bold(toTitle(summary)));
        screen.line();
        return showPartyPages(screen, pages, { ...counts, notify: toNotifySaying(summary) }, options.state);
      }),
    );

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
  party.exitOverride();
  withState(
    party
      .command('show', { isDefault: true })
      .argument('<party>', 'id, domain or address')
      .description('everything that is known of one party')
      .addHelpText(
        'after',
        '\nExamples\n  candor party northwind.example\n  candor party show northwind.example --json',
      ),
  ).action(async (id: string, options: StateOption) => {
    const view = await showParty(options.state, id);
    if (options.json === true) return showJson(screen, view);
    showPartyView(screen, view);
  });
  withState(
    party
      .command('history')
      .description('every curation, with who, when and why')
      .addHelpText('after', '\nExample\n  candor party history'),
  ).action(async (options: StateOption) => {
    const history = await listCuration(options.state);
    if (options.json === true) return showJson(screen, history);
    showCuration(screen, history);
  });

  const curate = async (act: CurationAct, options: CurateOptions) => {
    const at = Math.floor(Date.now() / 1000);
    const recorded = await curateParty(options.state, act, { ...toDecidedBy(options), at });
    if (options.json === true) return showJson(screen, recorded);
    showRecorded(screen, recorded, options.state);
    showDecisionMade(screen, recorded.decision);
  };
  const addCurating = (command: Command) => withState(withDeciding(command));

  addCurating(
    party
      .command('merge')
      .argument('<into>', 'the party that stays')
      .argument('<parties...>', 'those that become part of it')
      .description('make several parties one'),
  ).action((into: string, parties: string[], options: CurateOptions) =>
    curate({ act: 'merge', into, parties }, options),
  );
  addCurating(
    party
      .command('split')
      .argument('<party>', 'the party')
      .argument('<into>', 'id of the new party')
      .argument('<matches...>', 'the domains or addresses to split off')
      .option('--kind <kind>', 'of the new party', parseKind, 'organization')
      .description('split domains or addresses off into a party of their own'),
  ).action((id: string, into: string, matches: string[], options: CurateOptions & { kind: Kind }) =>
    curate(
      { act: 'split', party: id, into, matches: matches.map((match) => match.toLowerCase()), kind: options.kind },
      options,
    ),
  );
  addCurating(party.command('rename').argument('<party>').argument('<name>').description('give a party a name')).action(
    (id: string, name: string, options: CurateOptions) => curate({ act: 'rename', party: id, name }, options),
  );
  addCurating(
    party
      .command('kind')
      .argument('<party>')
      .argument('<kind>', kinds.join(', '), parseKind)
      .description('set the kind of a party'),
  ).action((id: string, kind: Kind, options: CurateOptions) => curate({ act: 'kind', party: id, kind }, options));
  addCurating(
    party
      .command('contact')
      .argument('<party>')
      .argument('<contact>', 'a mail address')
      .option('--role <role>', 'security, privacy, legal …')
      .option('--language <language>', `of the notice: ${LANGUAGES.join(', ')}`)
      .option('--withdraw', 'never use this contact')
      .description('add a contact, or withdraw one'),
  ).action(
    (
      id: string,
      contact: string,
      options: CurateOptions & { role?: string; language?: string; withdraw?: boolean },
    ) => {
      const act: CurationAct =
        options.withdraw === true
          ? { act: 'withdraw-contact', party: id, contact }
          : {
              act: 'add-contact',
              party: id,
              contact: { contact, role: options.role ?? null, language: options.language ?? null },
            };
      return curate(act, options);
    },
  );
  addCurating(
    party
      .command('undo')
      .argument('<number>', 'as in `candor party history`', parseSequence)
      .description('undo a curation'),
  ).action((sequence: number, options: CurateOptions) => curate({ act: 'undo', sequence }, options));
  for (const command of party.commands) command.exitOverride();
  return party;
}

async function* toItems<Item>(pages: AsyncIterable<readonly Item[]>): AsyncIterable<Item> {
  for await (const page of pages) yield* page;
}

function parseKind(text: string): Kind {
  const kind = kinds.find((known) => known === text);
  if (kind === undefined) throw new InvalidArgumentError(`one of: ${kinds.join(', ')}`);
  return kind;
}

function parseSequence(text: string): number {
  const sequence = Number(text);
  if (!Number.isInteger(sequence) || sequence < 1)
    throw new InvalidArgumentError('the number that `candor party history` shows is needed');
  return sequence;
}
