import { peopleOperations as contract } from '@candor/core/contract/operations';
import type { DecisionsView } from '../../commands/decisions.ts';
import { decisions, showDecision } from '../../operations/people.ts';
import { answering, type CommandEntry, commandFor, commandOf, groupFor } from './command-entry.ts';
import { showJson } from './options.ts';
import type { Screen } from './show/screen.ts';
import { showDecisionCheck, showDecisionList, showOneDecision } from './show/show-decision.ts';
import { showProblems } from './show/show-problems.ts';

const DECISION_COMMANDS: readonly CommandEntry[] = [
  commandFor(decisions, {
    isDefault: true,
    examples: ['candor decisions', 'candor decisions list --json'],
    json: (screen, view) => showJson(screen, view.decisions),
    show: (screen, view, { state }) => {
      showDecisionList(screen, view);
      if (view.problems.length > 0)
        screen.line(
          screen.warn(`They do not agree with this state: ${screen.typed('candor decisions verify', state)}`),
        );
    },
  }),
  commandFor(showDecision, {
    examples: ['candor decisions show 3', 'candor decisions show 3 --json'],
    show: showOneDecision,
  }),
  commandOf(
    {
      typed: 'verify',
      does: 'compute chain, signatures and effects again; changes nothing',
      isAnswer: true,
      examples: ['candor decisions verify', 'candor decisions verify --json'],
    },
    contract.decisions.input,
    (call) =>
      call(
        decisions,
        {},
        ...answering(({ problems }: DecisionsView) => problems.length === 0, showChecked, showCheckedJson),
      ),
  ),
];

function showChecked(screen: Screen, view: DecisionsView): void {
  showDecisionCheck(screen, view);
  if (view.problems.length > 0) showProblems(screen, view.problems);
}

function showCheckedJson(screen: Screen, { decisions: made, problems }: DecisionsView): void {
  showJson(screen, { decisions: made.length, problems });
}

/** What people decided by hand. */
export const COMMANDS: readonly CommandEntry[] = [
  groupFor(
    {
      typed: 'decisions',
      group: 'Transparency: what outsiders can check',
      does: 'what people decided by hand: who, why, before and after',
      examples: [
        'candor decisions',
        'candor decisions show 3',
        'candor decisions verify                                             chain, signatures, effects',
        'candor party kind list.example list --why "a mailing list" --as "Ines Adler" --key ines.key    signs it',
      ],
      notes:
        "One command, import or bulk act makes one decision. Without an operator's key it says who the person says they are. docs/formats/decision.md has the form.",
    },
    DECISION_COMMANDS,
  ),
];
