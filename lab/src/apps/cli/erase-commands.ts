import { formatAmount } from '@candor/core/base';
import type { Command } from 'commander';
import { eraseKeptInputs } from '../../commands/transparency/erase-inputs.ts';
import { parseReason } from './deciding.ts';
import { type StateOption, showJson, withState } from './options.ts';
import type { Screen } from './show/screen.ts';
import { printApprovalStep } from './show/show-enrollment.ts';
import { type SigningOptions, toSignature, withSigning } from './signing.ts';

interface EraseOptions extends StateOption, SigningOptions {
  readonly why?: string;
}

/** What goes for good after the legal term. */
export function addEraseCommands(program: Command, screen: Screen): void {
  const erase = program
    .command('erase')
    .helpGroup('Transparency: what outsiders can check')
    .description('erase for good what is not needed after the legal term; two operators must agree')
    .addHelpText(
      'after',
      `
Examples
  candor erase inputs --why "legal term over" --as "Ines Adler" --key ines.key
  candor erase inputs --as "Omar Bell" --key omar.key     the second one carries it out`,
    );
  erase.exitOverride();
  withSigning(
    withState(
      erase
        .command('inputs')
        .option('--why <reason>', 'the reason, which the second operator reads', parseReason)
        .description('files kept for auditors: incident files, directories, arrivals, lists, digests of evidence'),
    ),
  )
    .addHelpText(
      'after',
      `
Examples
  candor erase inputs --why "legal term over" --as "Ines Adler" --key ines.key
  candor erase inputs --as "Omar Bell" --key omar.key     the second one carries it out

Digests stay. A wave that was not exported before cannot be audited any more. What the newest version needs to be explained stays with that version.`,
    )
    .action(async (options: EraseOptions) => {
      const { why = null, digest = null, state } = options;
      const erased = await eraseKeptInputs(state, { why, digest, signing: toSignature(options, screen) });
      if (options.json === true) return showJson(screen, erased);
      printApprovalStep(screen, erased, {
        done: `${formatAmount(erased.erased ?? 0, 'kept file')} went.`,
        next: 'candor erase inputs --as NAME --key FILE',
        state,
      });
    });
  for (const command of erase.commands) command.exitOverride();
}
