import { formatAmount, toShownPlace } from '@candor/core/base';
import type { IncidentCheck } from '../../commands/evidence/check-incident.ts';
import { quoteForShell } from '../../commands/quote-for-shell.ts';
import { type Screen, toVisible, wrap } from './screen.ts';

/** Longer lines are hard to read, however wide the terminal is. */
const longestLine = 100;
const indent = '  ';

/** What is wrong, each with its line and how to fix it; then whether the file can be run. */
export function showCheck(screen: Screen, check: IncidentCheck, incident: string): void {
  const width = Math.min(longestLine, screen.width);
  const needed = check.warnings.filter(({ weight }) => weight === 'person').length;
  for (const { place, text, weight } of check.warnings) {
    const [first = '', ...rest] = wrap(toVisible(`${toShownPlace(place)}: ${text}`), width, indent);
    const shown = first.trimStart();
    screen.line(weight === 'person' ? screen.strong(shown) : screen.warn(shown));
    for (const line of rest) screen.line(line);
  }
  if (check.warnings.length > 0) screen.line();
  const extent = `${formatAmount(check.mailboxes, 'mailbox', 'mailboxes')}, ${formatAmount(check.accessFiles, 'access file')}`;
  const valid = `${toVisible(check.organization)} · ${toVisible(check.incident)}: the file is valid (${extent})`;
  const end = needed === 0 ? '.' : `, but ${formatAmount(needed, 'thing needs', 'things need')} you first.`;
  for (const line of wrap(`${valid}${end}`, width)) screen.line(line);
  if (!check.isWhole)
    for (const line of wrap(
      'Only the first megabyte of each file was checked: `candor run` compares the indicators with all of it.',
      width,
    ))
      screen.line(line);
  screen.line(`Next  ${screen.typed(`candor run ${toVisible(quoteForShell(incident))}`)}`);
}
