import type { Command } from 'commander';
import type { Screen } from '../terminal/screen.ts';
import { addAnswerCommands } from './answer-commands.ts';
import { addContactsCommands } from './contacts-commands.ts';
import { createProgram } from './create-program.ts';
import { addDeliveryCommands } from './delivery-commands.ts';
import { addEnrollmentCommands } from './enrollment-commands.ts';
import { addEvidenceCommands } from './evidence-commands.ts';
import { addExposureCommands } from './exposure-commands.ts';
import { addFigureCommands } from './figure-commands.ts';
import { addGateCommands } from './gate-commands.ts';
import { addImpactCommands } from './impact-commands.ts';
import { addLogCommands } from './log-commands.ts';
import { addNoticeCommands } from './notice-commands.ts';
import { findNoticeCommand } from './notice-group.ts';
import { addOperatorCommands } from './operator-commands.ts';
import { addPortalCommands } from './portal-commands.ts';
import { addReleaseCommands } from './release-commands.ts';
import { addReviewCommands } from './review-commands.ts';
import { addRunCommands } from './run-commands.ts';
import { addSiteCommands } from './site-commands.ts';
import { addWaveCommands } from './wave-commands.ts';
import { addWithheldCommands } from './withheld-commands.ts';

/** The whole command line: it parses, calls one command each, and shows the result. Help is grouped by stage. */
export function buildProgram(screen: Screen): Command {
  const program = createProgram();
  addRunCommands(program, screen);
  addEvidenceCommands(program, screen);
  addExposureCommands(program, screen);
  addImpactCommands(program, screen);
  addOperatorCommands(program, screen);
  addNoticeCommands(findNoticeCommand(program), screen);
  addWaveCommands(findNoticeCommand(program), screen);
  addGateCommands(findNoticeCommand(program), screen);
  addDeliveryCommands(findNoticeCommand(program), screen);
  addSiteCommands(program, screen);
  addLogCommands(program, screen);
  addFigureCommands(program, screen);
  addEnrollmentCommands(program, screen);
  addWithheldCommands(program, screen);
  addReleaseCommands(program, screen);
  addPortalCommands(program, screen);
  addReviewCommands(program, screen);
  addContactsCommands(program, screen);
  addAnswerCommands(program, screen);
  for (const command of program.commands) command.exitOverride();
  return program;
}
