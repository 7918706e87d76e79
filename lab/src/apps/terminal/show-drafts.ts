import { formatAmount } from '@candor/core/base';
import type { LogSettings } from '@candor/core/evidence/incident';
import type { PreparedWave } from '../../commands/notice/prepare-wave.ts';
import { type Screen, toVisible } from './screen.ts';
import { showWindowWarnings } from './show-wave.ts';

/** What a dry run composed: every notice in full, and what needs a person. */
export function showDryRun(screen: Screen, prepared: PreparedWave): void {
  const drafts = prepared.drafts ?? [];
  screen.line(
    screen.bold(
      `Dry run: ${formatAmount(drafts.length, 'notice')} of exposure ${prepared.version}. Nothing was started or stored.`,
    ),
  );
  screen.line('Code, key and log in these drafts are placeholders.');
  showWindowWarnings(screen, prepared.warnings);
  for (const { party, kind, language, contacts, subject, text } of drafts) {
    screen.line();
    screen.line(screen.bold(toVisible(`${party} · ${kind} · ${language} · ${contacts.join(', ') || 'no address'}`)));
    screen.line(toVisible(`Subject: ${subject}`));
    screen.line();
    for (const line of text.trimEnd().split('\n')) screen.line(toVisible(line));
  }
}

/** Said before the first draft: what it fixes for good. */
export function showLogStart(
  screen: Screen,
  { log, operators }: { readonly log: LogSettings; readonly operators: readonly string[] },
  state: string,
): void {
  screen.line(screen.bold('This starts the public log. From now on these are fixed:'));
  screen.line(`  origin     ${toVisible(log.origin)}`);
  screen.line(
    `  rate       ${formatAmount(log.entries, 'entry', 'entries')} every ${log.everySeconds} s (log.every, log.entries)`,
  );
  screen.line(`  operators  ${toVisible(operators.join(', '))}; a change needs two of them`);
  screen.line(`To see drafts without it: ${screen.typed('candor notice prepare --wave metadata --dry-run', state)}`);
  screen.line();
}
