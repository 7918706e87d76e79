import { Refusal } from '@candor/core/base';
import { WITHHELD_DECISION, withheldOperations } from '@candor/core/contract/operations';
import { z } from 'zod';
import type { WithheldView } from '../../commands/review/withheld.ts';
import type { DecisionMade } from '../../ledger/decision/index.ts';
import { withheld } from '../../operations/release.ts';
import { type CommandEntry, commandFor, commandOf, groupFor } from './command-entry.ts';
import type { Screen } from './show/screen.ts';
import { showDecisionMade } from './show/show-decision.ts';
import { printApprovalStep } from './show/show-enrollment.ts';
import { printWithheld, printWithheldList } from './show/show-withheld.ts';

const { number, why, digest } = withheldOperations.release.input.shape;

type Decided = WithheldView & { readonly decision: DecisionMade };

function showDecided(screen: Screen, decided: Decided, { state }: { readonly state: string }): void {
  printWithheld(screen, decided, state);
  showDecisionMade(screen, decided.decision);
}

const WITHHELD_COMMANDS = [
  commandFor(withheld.list, { show: printWithheldList }),
  commandFor(withheld.show, { show: (screen, one, { state }) => printWithheld(screen, one, state) }),
  commandFor(withheld.add, { show: showDecided }),
  commandOf(
    {
      typed: 'decide',
      does: 'keep it back (one person) or release it (two people)',
      signs: 'optional',
      by: 'who keeps it back',
    },
    z.object({ number, decision: WITHHELD_DECISION, why, digest }),
    (call, { decision, ...given }, typed) => {
      if (decision === 'keep') {
        if (given.why === undefined) throw new Refusal('no-reason', ['give the reason with --why: it is kept']);
        const input = { number: given.number, why: given.why };
        return call(withheld.keep, input, (screen, kept) => showDecided(screen, kept, typed));
      }
      if (typed.caller.actor.signature === null)
        throw new Refusal('who-signs', [
          'releasing a message takes two people; name yourself with --as NAME --key FILE',
        ]);
      const done = 'The message is in the next release.';
      const next = `candor withheld decide ${given.number} release --as NAME --key FILE`;
      return call(withheld.release, given, (screen, result) =>
        printApprovalStep(screen, result, { done, next, state: typed.state }),
      );
    },
  ),
];

/** Messages that a party does not get before a person has decided. */
export const COMMANDS: readonly CommandEntry[] = [
  groupFor(
    {
      typed: 'withheld',
      group: 'Review: give parties their own mail',
      does: 'messages that wait until a person has decided',
      examples: [
        'candor withheld list',
        'candor withheld show 3',
        'candor withheld decide 3 keep --why "advice on the arbitration"                 one person',
        'candor withheld decide 3 release --why "waived" --as "Ines Adler" --key ines.key  two people',
        'candor withheld add "<17@harbor.example>" --party northwind.example --reason private --why "to her doctor"',
        'candor withheld add "<18@harbor.example>" --party northwind.example --reason mentioned-personal --why "names their staff"',
      ],
      notes:
        'A party learns how many messages are held back, never which. Of messages that only mention it, it learns how many and of what kind. The next release applies your decisions.',
    },
    WITHHELD_COMMANDS,
  ),
];
