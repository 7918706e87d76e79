import { formatAmount, formatCount, formatInstant } from '@candor/core/base';
import { readEntry, toBase64, toVerifierKeyText } from '@candor/core/ledger';
import type { LogCheck, SitePublication } from '../../../commands/transparency/open-log.ts';
import type { LogVerificationResult } from '../../../commands/transparency/verify-log.ts';
import { claimAgreement } from '../agreement.ts';
import { type Screen, toVisible } from './screen.ts';
import { showProblems } from './show-problems.ts';

export function showPublishedLog(screen: Screen, { checkpoint, waiting, folder }: SitePublication): void {
  screen.line(
    `Published ${formatAmount(checkpoint.size, 'entry', 'entries')} of ${toVisible(checkpoint.origin)} into ${toVisible(folder)}.`,
  );
  screen.line(`Root ${toBase64(checkpoint.root)}`);
  if (waiting > 0)
    screen.line(
      screen.warn(
        `${formatAmount(waiting, 'entry more waits', 'entries more wait')} for the next period, so that the growth of the log reveals nothing.`,
      ),
    );
}

/** What `candor log verify` says. */
export function showLogVerification(screen: Screen, result: LogVerificationResult): void {
  const { checkpoint, problems, proven, openings, knownSizes } = result;
  if (problems.length > 0) showProblems(screen, problems);
  if (checkpoint !== null && problems.length === 0) {
    const { origin, size, root } = checkpoint.checkpoint;
    screen.line(
      `${toVisible(origin)}: ${formatAmount(size, 'entry', 'entries')}, every file is there and matches the checkpoint.`,
    );
    screen.line(`Root ${toBase64(root)}`);
    for (const known of knownSizes)
      screen.line(`It continues the checkpoint of ${formatAmount(known, 'entry', 'entries')} that was saved.`);
    for (const { key, seenAt } of checkpoint.signatures) {
      if (seenAt !== null) screen.line(`Witnessed by ${toVisible(key.name)}, ${formatInstant(seenAt)}.`);
    }
    if (openings !== null) screen.line(`${formatAmount(openings, 'opening')}: each is an entry of this log.`);
  }
  if (result.openWaits > 0)
    screen.line(
      screen.warn(
        `${formatAmount(result.openWaits, 'waiting time')}: these openings and witnesses do not show whether ${result.openWaits === 1 ? 'it' : 'they'} passed. All openings (\`candor log open --all\`) and more cosigned checkpoints show more.`,
      ),
    );
  for (const { index, opening, checkpoint: proof } of proven) {
    const what = opening === null ? 'an entry' : `an entry of kind ${readEntry(opening.entry)?.kind}`;
    screen.line(`Position ${formatCount(index)} of ${formatCount(proof.checkpoint.size)} holds ${what}.`);
    if (opening !== null) screen.line(screen.dim(toVisible(opening.entry)));
  }
  if (result.isKeyFromSite) {
    screen.line(
      screen.warn(
        `The key was taken from the site itself. Compare it with the one you know: ${toVisible(toVerifierKeyText(result.key))}`,
      ),
    );
  }
  if (knownSizes.length === 0 && checkpoint !== null && problems.length === 0) {
    screen.line(
      screen.dim('No earlier checkpoint was given. Use --save to prove next time that the log was not rewritten.'),
    );
  }
}

/** What a script reads of it. */
export function toVerificationJson({ checkpoint, proven, ...rest }: LogVerificationResult) {
  return {
    key: toVerifierKeyText(rest.key),
    keyFromSite: rest.isKeyFromSite,
    origin: checkpoint?.checkpoint.origin ?? null,
    size: checkpoint?.checkpoint.size ?? null,
    root: checkpoint === null ? null : toBase64(checkpoint.checkpoint.root),
    signatures: checkpoint?.signatures.map(({ key, seenAt }) => ({ name: key.name, seenAt })) ?? [],
    known: rest.knownSizes,
    proven: proven.map(({ index, opening }) => ({ index, entry: opening?.entry ?? null })),
    openings: rest.openings,
    openWaits: rest.openWaits,
    problems: rest.problems,
  };
}

/** What `candor log fsck` says. */
export function showLogCheck(screen: Screen, { root, ...result }: LogCheck): void {
  const agreement = claimAgreement(result);
  if (agreement.is === 'differs') {
    showProblems(screen, result.problems);
    return;
  }
  const checkpoints = formatAmount(result.checkpoints, 'checkpoint');
  const words = agreement.is === 'whole' ? agreement.said.value : agreement.words;
  screen.line(`${formatAmount(result.entries, 'entry', 'entries')}, ${checkpoints}: ${words}.`);
  screen.line(`Root ${toBase64(root)}`);
  if (result.carriedOver > 0)
    screen.line(
      `${formatAmount(result.carriedOver, 'delivery was', 'deliveries were')} carried over from before deliveries were chained: how ${result.carriedOver === 1 ? 'it' : 'they'} came there is not known.`,
    );
  if (result.erased > 0)
    screen.line(`${formatAmount(result.erased, 'entry', 'entries')} were erased; their places stay.`);
  if (result.elsewhere > 0)
    screen.line(
      `${formatAmount(result.elsewhere, 'entry is', 'entries are')} of other incidents that share the log; their own states check what they say.`,
    );
  if (result.abandoned > 0)
    screen.line(
      `${formatAmount(result.abandoned, 'entry was', 'entries were')} begun here by a process that ended; nothing followed from ${result.abandoned === 1 ? 'it' : 'them'}.`,
    );
}
