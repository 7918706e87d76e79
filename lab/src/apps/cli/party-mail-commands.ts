import { formatAmount, formatCount } from '@candor/core/base';
import type { Command } from 'commander';
import { accountName } from '../../adapters/process/account-name.ts';
import type { PartyAddresses } from '../../commands/notice/party-addresses.ts';
import type { PartySecrets } from '../../commands/notice/party-secrets.ts';
import { type StateOption, showJson, WrittenOption, withState } from './options.ts';
import { openProgress } from './show/live-progress.ts';
import { type Screen, toRows, toVisible } from './show/screen.ts';

interface MessagesOptions extends StateOption {
  readonly seal: string;
  readonly out?: string;
  readonly why: string;
  readonly by?: string;
}

/** What a party gets that has no portal: below `candor party`. */
export function addPartyMailCommands(party: Command, screen: Screen): void {
  withState(
    party
      .command('addresses')
      .argument('<party>', 'id, domain or address')
      .addOption(new WrittenOption('--out <file>', 'the whole list as CSV'))
      .description("the party's own addresses in affected messages, with counts; its notice lists 30 of them")
      .addHelpText(
        'after',
        `
Examples
  candor party addresses northwind.example
  candor party addresses northwind.example --out northwind-addresses.csv

An address is counted but not listed if all its messages are held, withheld, blind copies, or only of \`notice.quietMailboxes\`: an employer may read the list.`,
      ),
  ).action(async (name: string, options: StateOption & { out?: string }) => {
    const { listPartyAddresses } = await import('../../commands/notice/party-addresses.ts');
    const found = await listPartyAddresses(options.state, name, options.out ?? null);
    if (options.json === true) return showJson(screen, found);
    showAddresses(screen, found);
  });
  withState(
    party
      .command('secrets')
      .argument('<party>', 'id, domain or address')
      .addOption(new WrittenOption('--out <file>', 'the whole list as CSV'))
      .description(
        "the party's messages with passwords or keys: day, its own address, Message-ID; never what they hold",
      )
      .addHelpText(
        'after',
        `
Examples
  candor party secrets northwind.example
  candor party secrets northwind.example --out northwind-secrets.csv

The notice lists the first 10 of them, and the page for checking it up to 50. A message is counted but not listed if it is held, private or withheld, if no plain address of the party stands in its header where every recipient sees it, or if it is only of \`notice.quietMailboxes\`.`,
      ),
  ).action(async (name: string, options: StateOption & { out?: string }) => {
    const { listPartySecrets } = await import('../../commands/notice/party-secrets.ts');
    const found = await listPartySecrets(options.state, name, options.out ?? null);
    if (options.json === true) return showJson(screen, found);
    showSecrets(screen, found);
  });
  withState(
    party
      .command('messages')
      .argument('<party>', 'id, domain or address')
      .requiredOption(
        '--seal <key>',
        "the contact's recipient age1pq1…, the fingerprint of the keys, or a file with them",
      )
      .addOption(new WrittenOption('--out <file>', 'the file for the sealed list (default: PARTY-messages.csv.age)'))
      .option('--why <reason>', 'why; the log keeps it', 'sent to a contact whose key was proved')
      .option('--by <name>', 'who writes it (default: the account that runs this)')
      .description('for a party without a portal: its messages as a table, sealed to a contact whose key was proved')
      .addHelpText(
        'after',
        `
Examples
  candor reviewer key --out my.key                          the contact makes keys, and sends the public half
  candor enrollment add --party northwind.example --key jo.pub --name "Jo Berg" --proof "TXT record seen twice"
  candor enrollment approve 1 --as "Ines Adler" --key ines.key                         and a second operator
  candor release prepare --party northwind.example
  candor release approve --party northwind.example --as "Ines Adler" --key ines.key    and a second operator
  candor log publish --site site/
  candor party messages northwind.example --seal age1pq1… --out northwind-messages.csv.age
  candor party messages northwind.example --seal 0011-2233-4455-6677-8899-aabb-ccdd-eeff --out list.csv.age

No portal is needed for any of this. The list has date, subject, from, to, cc, verdict, marks and Message-ID of each message in the approved release, and nothing else. The contact opens it with \`age --decrypt --identity my.key\`. The log records who wrote it and for which key.`,
      ),
  ).action(async (name: string, options: MessagesOptions) => {
    // Only here: what shows a party starts without the code of review.
    const { sealMessageList } = await import('../../commands/review/seal-message-list.ts');
    const sealed = await sealMessageList(options.state, {
      party: name,
      seal: options.seal,
      out: options.out ?? null,
      by: options.by ?? accountName(),
      why: options.why,
      progress: openProgress(process.stderr, () => Date.now()),
    });
    if (options.json === true) return showJson(screen, sealed);
    const { figures, reader } = sealed;
    screen.line(
      `${toVisible(sealed.file)}: ${formatAmount(sealed.messages, 'message')} of ${toVisible(sealed.party)}, release ${sealed.release}, entry ${sealed.entry} of the log.`,
    );
    screen.line(`sealed to     ${toVisible(reader.name)}, ${reader.fingerprint}   proof: ${toVisible(reader.proof)}`);
    screen.line(`SHA-256       ${sealed.sha256}`);
    screen.line(
      `of all        ${formatCount(figures.releasable)} to read, ${formatCount(figures.bulk)} bulk mail, ${formatCount(figures.held)} held, ${formatCount(figures.withheld)} withheld`,
    );
    screen.line('Opened with   age --decrypt --identity KEYFILE, or any other program for age with post-quantum keys');
  });
}

/** Addresses that the screen lists; the file and `--json` have all. */
const LISTED = 30;

function showAddresses(screen: Screen, { name, listed, total, unlisted, file }: PartyAddresses): void {
  const amount = formatAmount(total, 'address', 'addresses');
  screen.line(screen.bold(`${toVisible(name)}: ${amount} of its own in affected messages`));
  const rows = listed.slice(0, LISTED).map(({ address, messages }) => [toVisible(address), formatCount(messages)]);
  for (const line of toRows([['address', 'messages'], ...rows], screen.width, [1])) screen.line(line);
  if (listed.length > LISTED)
    screen.line(screen.dim(`and ${formatCount(listed.length - LISTED)} more: --out FILE has all`));
  if (unlisted > 0)
    screen.line(
      `${formatAmount(unlisted, 'address is', 'addresses are')} counted but not listed: only held, withheld, blind or quiet mail.`,
    );
  if (file !== null) screen.line(`${formatAmount(listed.length, 'address', 'addresses')} in ${toVisible(file)}.`);
}

function showSecrets(screen: Screen, { name, listed, total, unlisted, file }: PartySecrets): void {
  if (total === null) {
    screen.line(`${toVisible(name)}: nobody searched its messages for passwords or keys, and nobody listed any.`);
    return;
  }
  screen.line(screen.bold(`${toVisible(name)}: ${formatAmount(total, 'message')} with passwords or keys`));
  const rows = listed
    .slice(0, LISTED)
    .map(({ date, address, messageId }) => [
      date ?? 'no date',
      toVisible(address),
      toVisible(messageId ?? 'no Message-ID'),
    ]);
  if (rows.length > 0)
    for (const line of toRows([['day', 'address', 'Message-ID'], ...rows], screen.width)) screen.line(line);
  if (listed.length > LISTED)
    screen.line(screen.dim(`and ${formatCount(listed.length - LISTED)} more: --out FILE has all`));
  if (unlisted > 0)
    screen.line(
      `${formatAmount(unlisted, 'message is', 'messages are')} counted but not listed: held, withheld, blind or quiet mail, or no plain address of the party in the header.`,
    );
  if (file !== null) screen.line(`${formatAmount(listed.length, 'message')} in ${toVisible(file)}.`);
}
