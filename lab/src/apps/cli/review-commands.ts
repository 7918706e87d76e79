import { formatAmount } from '@candor/core/base';
import { open as openRelease } from '../../operations/reviewer.ts';
import { type CommandEntry, commandFor } from './command-entry.ts';
import { showJson } from './options.ts';
import { toVisible } from './show/screen.ts';

const open = commandFor(openRelease, {
  group: 'Review: give parties their own mail',
  examples: ['candor open release.candor --key my.key --fingerprint f3a1-77c0-… --out mail/'],
  notes:
    "Everything is verified before anything is opened: two people's approvals, the organization's keys, the public log, every digest. The folder gets each message unchanged (.eml), all messages as messages.mbox, a table, and a page to browse them.",
  needs: ({ damaged }) => damaged.length > 0,
  json: (screen, { verified: { manifest, approvers, log }, messages, damaged }) => {
    const { party, release } = manifest;
    showJson(screen, { party, release, messages, damaged, approvers: approvers.value, log });
  },
  show: (screen, { verified: { manifest, approvers, log }, messages, damaged }, { input }) => {
    screen.line(
      `${toVisible(manifest.organization)}, release ${manifest.release} for ${toVisible(manifest.party)}: approved by ${approvers.value.map(toVisible).join(' and ')}, entry ${log.position} of ${toVisible(log.origin)}.`,
    );
    screen.line(`${formatAmount(messages, 'message')} opened into ${toVisible(input.out)}: begin with index.html.`);
    if (damaged.length === 0) return;
    const lost = `${formatAmount(damaged.length, 'message')} could not be opened: damaged or missing. The others are complete.`;
    screen.line(screen.warn(lost));
    for (const digest of damaged) screen.line(`  ${digest}`);
  },
});

export const COMMANDS: readonly CommandEntry[] = [open];
