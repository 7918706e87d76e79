import { formatAmount, formatCount } from '@candor/core/base';
import type { PartyAddresses } from '../../commands/notice/party-addresses.ts';
import type { PartySecrets } from '../../commands/notice/party-secrets.ts';
import type { SealedMessageList } from '../../commands/review/seal-message-list.ts';
import * as partyMail from '../../operations/party-mail.ts';
import { type CommandEntry, commandFor } from './command-entry.ts';
import { type Screen, showTable, toVisible } from './show/screen.ts';

/** What a party gets that has no portal: below `candor party`. */
export const PARTY_MAIL_COMMANDS: readonly CommandEntry[] = [
  commandFor(partyMail.partyAddresses, {
    examples: [
      'candor party addresses northwind.example',
      'candor party addresses northwind.example --out northwind-addresses.csv',
    ],
    notes:
      'An address is counted but not listed if all its messages are held, withheld, blind copies, or only of `notice.quietMailboxes`: an employer may read the list.',
    show: showAddresses,
  }),
  commandFor(partyMail.partySecrets, {
    examples: [
      'candor party secrets northwind.example',
      'candor party secrets northwind.example --out northwind-secrets.csv',
    ],
    notes:
      'The notice lists the first 10 of them, and the page for checking it up to 50. A message is counted but not listed if it is held, private or withheld, if no plain address of the party stands in its header where every recipient sees it, or if it is only of `notice.quietMailboxes`.',
    show: showSecrets,
  }),
  commandFor(partyMail.sealMessages, {
    by: 'who writes it',
    examples: [
      'candor reviewer key --out my.key                          the contact makes keys, and sends the public half',
      'candor enrollment add --party northwind.example --key jo.pub --name "Jo Berg" --proof "TXT record seen twice"',
      'candor enrollment approve 1 --as "Ines Adler" --key ines.key                         and a second operator',
      'candor release prepare --party northwind.example',
      'candor release approve --party northwind.example --as "Ines Adler" --key ines.key    and a second operator',
      'candor log publish --site site/',
      'candor party messages northwind.example --seal age1pq1… --out northwind-messages.csv.age',
      'candor party messages northwind.example --seal 0011-2233-4455-6677-8899-aabb-ccdd-eeff --out list.csv.age',
    ],
    notes:
      'No portal is needed for any of this. The list has date, subject, from, to, cc, verdict, marks and Message-ID of each message in the approved release, and nothing else. The contact opens it with `age --decrypt --identity my.key`. The log records who wrote it and for which key.',
    show: showSealed,
  }),
];

function showSealed(screen: Screen, sealed: SealedMessageList): void {
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
}

/** Addresses that the screen lists; the file and `--json` have all. */
const LISTED = 30;

function showAddresses(screen: Screen, { name, listed, total, unlisted, file }: PartyAddresses): void {
  const amount = formatAmount(total, 'address', 'addresses');
  screen.line(screen.bold(`${toVisible(name)}: ${amount} of its own in affected messages`));
  const rows = listed.slice(0, LISTED).map(({ address, messages }) => [toVisible(address), formatCount(messages)]);
  showTable(screen, [['address', 'messages'], ...rows], [1]);
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
  if (rows.length > 0) showTable(screen, [['day', 'address', 'Message-ID'], ...rows]);
  if (listed.length > LISTED)
    screen.line(screen.dim(`and ${formatCount(listed.length - LISTED)} more: --out FILE has all`));
  if (unlisted > 0)
    screen.line(
      `${formatAmount(unlisted, 'message is', 'messages are')} counted but not listed: held, withheld, blind or quiet mail, or no plain address of the party in the header.`,
    );
  if (file !== null) screen.line(`${formatAmount(listed.length, 'message')} in ${toVisible(file)}.`);
}
