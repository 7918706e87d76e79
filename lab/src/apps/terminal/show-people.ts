import { formatAmount, formatCount } from '@candor/core/base';
import type { Figure } from '@candor/core/impact';
import type { PersonLine } from '../../commands/impact/list-people.ts';
import type { PrivilegeLog } from '../../commands/impact/privilege-log.ts';
import { type Screen, toColumns, toVisible, wrap } from './screen.ts';

/** Rows that are listed; the file has all of them. */
const LISTED = 20;

export function showPeople(screen: Screen, lines: readonly PersonLine[], out: string | null): void {
  const named = lines.filter(({ relation }) => relation !== 'unnamed');
  const people = new Set(named.map(({ party, addresses }) => `${party} ${addresses.join()}`)).size;
  screen.line(screen.bold(`${formatAmount(people, 'person', 'people')} in the headers of mail with personal data`));
  const rows = lines
    .slice(0, LISTED)
    .map((line) => [
      formatCount(line.messages),
      formatCount(line.values),
      line.kind,
      line.relation,
      toVisible(line.name || (line.addresses[0] ?? '')),
    ]);
  if (rows.length > 0)
    for (const line of toColumns([['messages', 'values', 'kind', 'relation', 'who'], ...rows], [0, 1]))
      screen.line(`  ${line}`);
  if (lines.length > LISTED) screen.line(screen.dim(`  and ${formatCount(lines.length - LISTED)} more`));
  screen.line(out === null ? screen.dim('--out FILE writes people.csv.') : toVisible(`Written: ${out}`));
}

export function showFindingFigures(screen: Screen, figures: readonly Figure[]): void {
  for (const { name, value, formula } of figures) {
    const text =
      value !== null && typeof value === 'object'
        ? Object.entries(value)
            .map(([part, count]) => `${part} ${formatCount(count)}`)
            .join(', ') || 'none'
        : String(value);
    for (const line of wrap(toVisible(`${name}: ${text}`), screen.width, '  ')) screen.line(line);
    for (const line of wrap(formula, screen.width, '  ')) screen.line(screen.dim(line));
  }
}

export function showPrivilege(
  screen: Screen,
  { messages, footers, held }: PrivilegeLog,
  out: string | null,
  state: string,
): void {
  screen.line(screen.bold(`${formatAmount(messages.length, 'exposed message')} that counsel may hold back`));
  for (const { date, from, basis } of messages.slice(0, LISTED))
    screen.line(toVisible(`  ${date ?? 'no date'}   ${basis.join(', ').padEnd(13)}   ${from.join(', ')}`));
  if (messages.length > LISTED) screen.line(screen.dim(`  and ${formatCount(messages.length - LISTED)} more`));
  if (footers > 0) screen.line(`${formatAmount(footers, 'message')} with a mark in a footer only: not held.`);
  if (held === null) screen.line(`--hold holds them back: ${screen.typed('candor findings privilege --hold', state)}`);
  else screen.line(`${formatAmount(held, 'hold is', 'holds are')} new: ${screen.typed('candor withheld list', state)}`);
  if (out !== null) screen.line(toVisible(`Written: ${out}`));
}
