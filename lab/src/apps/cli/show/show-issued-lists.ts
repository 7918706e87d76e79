import { formatAmount } from '@candor/core/base';
import type { IssuedText } from '@candor/core/verify';
import { type Screen, toColumns, toVisible } from './screen.ts';

/** The party's affected addresses, where the notice lists them on the site. */
export function showAddresses(screen: Screen, { addresses }: IssuedText): void {
  if (addresses === null) return;
  const { total, list } = addresses;
  screen.line();
  screen.line(screen.bold(formatAmount(total, 'affected address', 'affected addresses')));
  if (list === null) screen.line('  The list has left the site. Ask the organization for it.');
  else if (list.length < total)
    screen.line(`  ${list.length} listed, most messages first; the others are counted only.`);
  for (const address of list ?? []) screen.line(`  ${toVisible(address)}`);
}

/** Where passwords or keys are, and which kinds of sensitive data: what only the site says. */
export function showFound(screen: Screen, { found }: IssuedText, organization: string): void {
  if (found === null) return;
  const { total, list } = found;
  screen.line();
  if (list === null) {
    screen.line(screen.bold('Found in your messages'));
    screen.line(
      `  Lists of messages with passwords or sensitive data have left the site. Ask ${organization} for them.`,
    );
    return;
  }
  if (total > 0) screen.line(screen.bold(`${formatAmount(total, 'message')} with passwords, keys or access codes`));
  if (list.messages.length < total)
    screen.line(
      `  ${list.messages.length} listed. Ask ${organization} for ${list.messages.length === 0 ? 'them' : 'the others'}.`,
    );
  const rows = list.messages.map(({ date, address, messageId }) => [
    date ?? 'no date',
    toVisible(address),
    toVisible(messageId ?? 'no Message-ID'),
  ]);
  for (const line of toColumns(rows)) screen.line(`  ${line}`);
  const { health = 0, 'special-category': special = 0 } = list.sensitive;
  if (health + special > 0) screen.line(screen.bold('Especially sensitive data'));
  if (health > 0) screen.line(`  Their search found data on health in ${formatAmount(health, 'message')}.`);
  if (special > 0) screen.line(`  Their search found data on ${SPECIAL} in ${formatAmount(special, 'message')}.`);
  if (health > 0 && special > 0) screen.line('  One message may be counted in both.');
}

/** What the law protects besides health, as far as a search looks for it. */
const SPECIAL = 'belief, origin, politics, union membership, sexuality or genes';
