import { argument } from '@candor/core/contract/operations';
import { z } from 'zod';
import * as portal from '../../operations/portal.ts';
import * as review from '../../operations/release.ts';
import { type CommandEntry, commandFor, commandOf, groupFor } from './command-entry.ts';
import { toVisible } from './show/screen.ts';
import { approvalStep } from './show/show-enrollment.ts';
import { printPushed } from './show/show-portal.ts';
import { printPrepared, printReleases, printWritten } from './show/show-releases.ts';

/** The same as `portal push`, for one party. */
const releasePush = commandOf(
  { typed: 'push', does: 'upload approved releases to the portal, and publish authorizations' },
  z.object({ party: argument(z.string().nullable().default(null), 'whose releases (default: all)') }),
  (call, { party }, { state }) =>
    call(portal.push, { party, anew: false }, (screen, pushed) => printPushed(screen, pushed, state)),
);

const RELEASE_COMMANDS = [
  commandFor(review.prepare, {
    needs: (prepared) => prepared.some(({ unread }) => unread.length > 0),
    show: (screen, prepared, { state }) => printPrepared(screen, prepared, state),
  }),
  commandFor(review.approve, {
    show: approvalStep(({ release: { party } }) => ({
      done: `Next: candor log publish --site DIR, and then candor release push ${toVisible(party)}, or candor release write --party ${toVisible(party)} --out FILE`,
      next: `candor release approve --party ${party} --as NAME --key FILE`,
    })),
  }),
  commandFor(review.write, { show: printWritten }),
  releasePush,
  commandFor(review.status, { show: (screen, releases, { state }) => printReleases(screen, releases, state) }),
  commandFor(review.revoke, {
    show: approvalStep(({ release: { party } }) => ({
      done: 'It is revoked. What was opened stays opened, so inform the party. The next release goes to a new vault.',
      next: `candor release revoke --party ${party} --as NAME --key FILE`,
    })),
  }),
];

/** What a party gets: prepared, approved by two people, written as one file. */
export const COMMANDS: readonly CommandEntry[] = [
  groupFor(
    {
      typed: 'release',
      group: 'Review: give parties their own mail',
      does: 'releases: what a party may read, sealed for its reviewers',
      examples: [
        'candor release prepare --party northwind.example        project and seal; gives nothing out',
        'candor release status',
        'candor release approve --party northwind.example --as "Ines Adler" --key ines.key     and a second operator',
        'candor log publish --site site/                         the log must have it before anybody gets it',
        'candor release push northwind.example                   to the portal',
        'candor release write --party northwind.example --out northwind.candor        or as one file',
        'candor release revoke --party northwind.example --why "counsel claims privilege" --as "Ines Adler" --key ines.key',
      ],
      notes: 'The file is for the reviewers alone: `candor open` verifies and opens it without any server.',
    },
    RELEASE_COMMANDS,
  ),
];
