import { formatAmount, quoteForShell, toShownPlace } from '@candor/core/base';
import type { IncidentCheck } from '../../../commands/evidence/check-incident.ts';
import type { FolderLook, InitResult } from '../../../commands/evidence/init-incident.ts';
import { type Screen, toVisible, wrap } from './screen.ts';

/** Longer lines are hard to read, however wide the terminal is. */
const longestLine = 100;

const indent = '  ';

export function showInit(screen: Screen, found: InitResult): void {
  screen.line(`${toVisible(found.file)} written: ${toExtent(found)}.`);
  for (const note of found.notes) screen.line(`  ${toVisible(note)}`);
  screen.line('Fill in what is marked TO FILL IN, then:');
  screen.line(`  ${screen.typed(`candor check ${toVisible(quoteForShell(found.file))}`)}`);
}

/** What a folder holds; nothing was written. */
export function showLook(screen: Screen, { mailboxes, access, notes }: FolderLook): void {
  screen.line(`Nothing written: ${toExtent({ mailboxes: mailboxes.length, accessFiles: access.length })}.`);
  for (const { custodian, address, evidence } of mailboxes)
    screen.line(`  ${toVisible(`${custodian}   ${address ?? 'no address found'}   ${evidence}`)}`);
  for (const { file } of access) screen.line(`  ${toVisible(file)}`);
  for (const note of notes) screen.line(`  ${toVisible(note)}`);
}

function toExtent(found: { readonly mailboxes: number; readonly accessFiles: number }): string {
  return `${formatAmount(found.mailboxes, 'mailbox', 'mailboxes')}, ${formatAmount(found.accessFiles, 'access file')}`;
}

/** What is wrong, each with its line and how to fix it; then whether the file can be run. */
export function showCheck(screen: Screen, check: IncidentCheck & { readonly wall: string }, incident: string): void {
  const width = Math.min(longestLine, screen.width);
  const needed = check.warnings.filter(({ weight }) => weight === 'person').length;
  for (const { place, text, weight } of check.warnings) {
    const [first = '', ...rest] = wrap(toVisible(`${toShownPlace(place)}: ${text}`), width, indent);
    const shown = first.trimStart();
    screen.line(weight === 'person' ? screen.strong(shown) : screen.warn(shown));
    for (const line of rest) screen.line(line);
  }
  if (check.warnings.length > 0) screen.line();
  const valid = `${toVisible(check.organization)} · ${toVisible(check.incident)}: the file is valid (${toExtent(check)})`;
  const end = needed === 0 ? '.' : `, but ${formatAmount(needed, 'item needs', 'items need')} your attention first.`;
  for (const line of wrap(`${valid}${end}`, width)) screen.line(line);
  if (!check.isWhole)
    for (const line of wrap(
      'Only the first megabyte of each file was checked: `candor run` compares the indicators with all of it.',
      width,
    ))
      screen.line(line);
  for (const line of wrap(toSentence(check.wall), width)) screen.line(line);
  screen.line(`Next  ${screen.typed(`candor run ${toVisible(quoteForShell(incident))}`)}`);
}

const toSentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
