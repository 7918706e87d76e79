import { Command } from 'commander';
import type { Screen } from '../terminal/screen.ts';
import { addAnswerCommands } from './answer-commands.ts';
import { addContactsCommands } from './contacts-commands.ts';
import { addDeliveryCommands } from './delivery-commands.ts';
import { addEvidenceCommands } from './evidence-commands.ts';
import { addExposureCommands } from './exposure-commands.ts';
import { addFigureCommands } from './figure-commands.ts';
import { addGateCommands } from './gate-commands.ts';
import { addImpactCommands } from './impact-commands.ts';
import { addLogCommands } from './log-commands.ts';
import { addNoticeCommands } from './notice-commands.ts';
import { findNoticeCommand } from './notice-group.ts';
import { addOperatorCommands } from './operator-commands.ts';
import { addReviewCommands } from './review-commands.ts';
import { addRunCommands } from './run-commands.ts';
import { addWaveCommands } from './wave-commands.ts';

const examples = `
Examples
  candor demo                                   the bundled fictional incident
  candor init evidence/                         write incident.yaml from what a folder holds
  candor check incident.yaml                    everything that is wrong with it, with lines
  candor run incident.yaml --out results/       mailboxes and logs in, exposure and parties out
  candor explain --mailbox allen-p              why, copy by copy, with the records
  candor parties --state .candor                who is concerned, most exposed first

Exit codes  0 done · 1 fault · 2 usage or an invalid incident file · 3 something needs a person
            (run --strict with a problem that nobody has accepted; evidence verify with changed evidence)
Words       docs/glossary.md · files it writes: docs/formats/`;

/** The command line: it parses, calls one command each, and shows the result. Help is grouped by stage. */
export function buildProgram(screen: Screen): Command {
  const program = new Command('candor')
    .description('Which message copies did the intruder access, and whom does that concern: exactly, with proof.')
    .version('0.1.0')
    .showHelpAfterError('(candor --help shows every command)')
    .exitOverride()
    .addHelpText('after', examples);
  addRunCommands(program, screen);
  addEvidenceCommands(program, screen);
  addExposureCommands(program, screen);
  addImpactCommands(program, screen);
  addOperatorCommands(program, screen);
  addNoticeCommands(findNoticeCommand(program), screen);
  addWaveCommands(findNoticeCommand(program), screen);
  addGateCommands(findNoticeCommand(program), screen);
  addDeliveryCommands(findNoticeCommand(program), screen);
  addLogCommands(program, screen);
  addFigureCommands(program, screen);
  addReviewCommands(program, screen);
  addContactsCommands(program, screen);
  addAnswerCommands(program, screen);
  for (const command of program.commands) command.exitOverride();
  return program;
}
