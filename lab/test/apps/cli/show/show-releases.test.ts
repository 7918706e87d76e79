import { expect, test } from 'vitest';
import { printReleases } from '../../../../src/apps/cli/show/show-releases.ts';
import type { ReleaseView } from '../../../../src/commands/review/releases.ts';
import { showPlainly } from './plain-screen.ts';

const show = (figures: ReleaseView['manifest']['figures']): string => {
  const release = {
    party: 'northwind.example',
    number: 1,
    state: 'prepared',
    approvedBy: [],
    manifest: { figures },
    readers: ['Lena Brandt'],
    approvalDigest: 'd1',
    openHolds: 0,
    misread: null,
  } as unknown as ReleaseView;
  return showPlainly((screen) => printReleases(screen, [release], '.candor'), 200).join('\n');
};
const all = { releasable: 861, bulk: 16, held: 4, withheld: 1 };

test('an approver of a release sees what the party learns beside its own messages', () => {
  expect(show({ ...all, quoted: 37, mentioned: { business: 41, secret: 2 } })).toContain(
    '861 to read, 16 bulk, 4 held, 1 withheld, apart from these 37 quoted, 41 mentioned (business), 2 mentioned (secret)',
  );
});

test('and nothing about it when there is none', () => {
  expect(show(all)).toMatch(/1 withheld {3}Lena Brandt/);
});
