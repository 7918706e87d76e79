import type { Command } from 'commander';
import { listDecisions, showDecision } from '../../commands/decisions.ts';
import { beginAnswer, toAnswerCode } from './answer-exit.ts';
import { parseNumber, type StateOption, showJson, withState } from './options.ts';
import type { Screen } from './show/screen.ts';
import { showDecisionCheck, showDecisionList, showOneDecision } from './show/show-decision.ts';
import { showProblems } from './show/show-problems.ts';

/** A document, signature or row differs. */
const exitDiffers = 3;

/** What people decided by hand. */
export function addDecisionCommands(program: Command, screen: Screen): void {
  const decisions = program
    .command('decisions')
    .helpGroup('Transparency: what outsiders can check')
    .description('what people decided by hand: who, why, before and after')
    .addHelpText(
      'after',
      `
Examples
  candor decisions
  candor decisions show 3
  candor decisions verify                                             chain, signatures, effects
  candor party kind list.example list --why "a mailing list" --as "Ines Adler" --key ines.key    signs it

One command, import or bulk act makes one decision. Without an operator's key it says who the person says they are. docs/formats/decision.md has the form.`,
    );
  withState(
    decisions.command('list', { isDefault: true }).description('all of them, oldest first, with who decided and why'),
  )
    .addHelpText('after', '\nExamples\n  candor decisions\n  candor decisions list --json')
    .action(async (options: StateOption) => {
      const view = await listDecisions(options.state);
      if (options.json === true) return showJson(screen, view.decisions);
      showDecisionList(screen, view);
      if (view.problems.length > 0)
        screen.line(
          screen.warn(`They do not agree with this state: ${screen.typed('candor decisions verify', options.state)}`),
        );
    });
  withState(
    decisions
      .command('show')
      .argument('<number>', 'as `candor decisions` shows it', parseNumber)
      .description('one of them, row by row'),
  )
    .addHelpText('after', '\nExamples\n  candor decisions show 3\n  candor decisions show 3 --json')
    .action(async (number: number, options: StateOption) => {
      const view = await showDecision(options.state, number);
      if (options.json === true) return showJson(screen, view);
      showOneDecision(screen, view);
    });
  withState(decisions.command('verify').description('compute chain, signatures and effects again; changes nothing'))
    .addHelpText('after', '\nExamples\n  candor decisions verify\n  candor decisions verify --json')
    .action(async (options: StateOption) => {
      beginAnswer();
      const view = await listDecisions(options.state);
      process.exitCode = toAnswerCode(view.problems.length === 0, exitDiffers);
      if (options.json === true) return showJson(screen, { decisions: view.decisions.length, problems: view.problems });
      showDecisionCheck(screen, view);
      if (view.problems.length > 0) showProblems(screen, view.problems);
    });
  decisions.exitOverride();
  for (const command of decisions.commands) command.exitOverride();
}
