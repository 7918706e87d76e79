import type { Command } from 'commander';
import { accountName } from '../../adapters/process/account-name.ts';
import { announceEnrollments } from '../../commands/review/announce-enrollments.ts';
import { checkEnrollments } from '../../commands/review/check-enrollments.ts';
import { confirmEnrollment, objectToEnrollment, resumeEnrollment } from '../../commands/review/steer-enrollment.ts';
import { type StateOption, showJson, withState } from './options.ts';
import type { Screen } from './show/screen.ts';
import { printApprovalStep } from './show/show-enrollment.ts';
import { printAnnouncements, printChecked, printStatementResult } from './show/show-judged.ts';
import { type SigningOptions, toSignature, withSigning } from './signing.ts';

/** Between a portal enrollment and its approval. */
export function addJudgingCommands(enrollment: Command, screen: Screen): void {
  withState(
    enrollment
      .command('check')
      .argument('[enrollment]', 'its number, or the fingerprint')
      .option('--all', 'every undecided one (the default without a number)')
      .description('check proofs yourself: DNS through several resolvers, codes, signatures, nominators'),
  ).action(async (name: string | undefined, options: StateOption) => {
    const checked = await checkEnrollments(options.state, name ?? null);
    if (options.json === true) return showJson(screen, checked);
    printChecked(screen, checked, options.state);
  });
  withState(
    enrollment
      .command('announce')
      .argument('[enrollment]', 'its number, or the fingerprint (default: all that are proved)')
      .option('--by <name>', 'who prepares (default: the account that runs this)')
      .description('compose the wave that notifies all contacts of a party who asks to read; two people must approve'),
  ).action(async (name: string | undefined, options: StateOption & { by?: string }) => {
    const prepared = await announceEnrollments(options.state, {
      only: name ?? null,
      by: options.by ?? accountName(),
    });
    if (options.json === true) return showJson(screen, prepared);
    printAnnouncements(screen, prepared, options.state);
  });
  for (const [verb, act, description, done] of [
    [
      'confirm',
      confirmEnrollment,
      'record that a second notified contact confirmed the person: this ends the waiting time',
      'confirmed',
    ],
    [
      'object',
      objectToEnrollment,
      'record an objection by somebody of the party: one is enough to stop it',
      'objected',
    ],
  ] as const)
    withState(
      enrollment
        .command(verb)
        .argument('<enrollment>', 'its number, or the fingerprint')
        .requiredOption('--contact <address>', 'who of the party said it')
        .option('--why <text>', 'what was said, and how you know who it was')
        .option('--by <name>', 'who of you heard it (default: the account that runs this)')
        .description(description),
    ).action(async (name: string, options: StateOption & { contact: string; why?: string; by?: string }) => {
      const { contact, why = null, by = accountName() } = options;
      const reviewer = await act(options.state, name, { contact, why, by });
      if (options.json === true) return showJson(screen, reviewer);
      printStatementResult(screen, reviewer, contact, done, options.state);
    });
  withSigning(
    withState(
      enrollment
        .command('resume')
        .argument('<enrollment>', 'its number, or the fingerprint')
        .option('--why <text>', 'the reason, given by the first person and signed by both')
        .description('continue after an objection; two people must agree'),
    ),
  ).action(async (name: string, options: StateOption & SigningOptions & { why?: string }) => {
    const { state, why = null, digest = null } = options;
    const result = await resumeEnrollment(state, name, toSignature(options, screen), why, digest);
    if (options.json === true) return showJson(screen, result);
    printApprovalStep(screen, result, {
      done: 'It continues. Another objection stops it again.',
      next: `candor enrollment resume ${name} --as NAME --key FILE`,
      state,
    });
  });
}
