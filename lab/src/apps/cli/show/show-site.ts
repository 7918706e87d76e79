import { formatAmount, formatCount } from '@candor/core/base';
import type { BuiltSite } from '../../../commands/notice/build-site.ts';
import type { CheckedSite } from '../../../commands/notice/check-site.ts';
import { type Screen, toVisible } from './screen.ts';

export function showBuiltSite(screen: Screen, built: BuiltSite): void {
  const { description, records, checkpoint, notices, waiting, out } = built;
  const entries = formatAmount(checkpoint.size, 'entry', 'entries');
  screen.line(
    `${toVisible(out)}: the site of ${toVisible(description.page)} with ${formatAmount(notices, 'notice')}; log of ${entries}.`,
  );
  if (waiting > 0)
    screen.line(
      screen.warn(
        `${formatAmount(waiting, 'entry more waits', 'entries more wait')} for the next period: until then ${waiting === 1 ? 'its proof is' : 'their proofs are'} missing on the page.`,
      ),
    );
  for (const { folder, digest, entry } of built.apps)
    screen.line(`${toVisible(folder)}/: the reviewer app ${digest}, entry ${formatCount(entry)} of the log.`);
  screen.line('DNS must have');
  for (const record of records) screen.line(`  ${toVisible(record)}`);
  if (records.length > 1)
    screen.line(
      screen.dim('The first is of the current operators. The others let people check notices from before a change.'),
    );
}

export function showCheckedSite(screen: Screen, checked: CheckedSite): void {
  const { review, digest, files, entry, differences, fingerprint } = checked;
  screen.line(
    differences.length === 0
      ? `${toVisible(review)}: the published app. ${formatAmount(files, 'file')}, digest ${digest}, entry ${formatCount(entry ?? 0)} of the log.`
      : screen.strong(`${toVisible(review)}: NOT the published app. Meanwhile, enroll and open with the command line.`),
  );
  for (const difference of differences) screen.line(`  ${toVisible(difference)}`);
  if (checked.isOld)
    screen.line(
      screen.warn(
        `Its files are of ${checked.built}, more than a week ago: no check shows a notice as genuine. Build and upload the site, or find out who serves an older copy.`,
      ),
    );
  screen.line(screen.dim(`The site's keys have the fingerprint ${fingerprint}: compare it with DNS or a notice.`));
}
