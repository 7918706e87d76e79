import { formatAmount } from '@candor/core/base';
import { eraseInputs } from '../../operations/findings.ts';
import { type CommandEntry, commandFor, groupFor } from './command-entry.ts';
import { approvalStep } from './show/show-enrollment.ts';

const examples = [
  'candor erase inputs --why "legal term over" --as "Ines Adler" --key ines.key',
  'candor erase inputs --as "Omar Bell" --key omar.key     the second one carries it out',
];

const inputs = commandFor(eraseInputs, {
  examples,
  notes:
    'Digests stay. A wave that was not exported before cannot be audited any more. What the newest version needs to be explained stays with that version.',
  show: approvalStep(({ erased }) => ({
    done: `${formatAmount(erased ?? 0, 'kept file')} went.`,
    next: 'candor erase inputs --as NAME --key FILE',
  })),
});

/** What goes for good after the legal term. */
export const COMMANDS: readonly CommandEntry[] = [
  groupFor(
    {
      typed: 'erase',
      group: 'Transparency: what outsiders can check',
      does: 'erase for good what is not needed after the legal term; two operators must agree',
      examples,
    },
    [inputs],
  ),
];
