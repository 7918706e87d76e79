import * as decided from '../../../src/commands/impact/decide-findings.ts';
import * as persons from '../../../src/commands/impact/decide-people.ts';
import * as erased from '../../../src/commands/impact/erase-findings.ts';
import * as listed from '../../../src/commands/impact/list-findings.ts';
import * as people from '../../../src/commands/impact/list-people.ts';
import * as privilege from '../../../src/commands/impact/privilege-log.ts';
import * as revealed from '../../../src/commands/impact/reveal-value.ts';
import * as sampled from '../../../src/commands/impact/sample-findings.ts';
import { actingState, onPath, readingState, writingState } from '../../opened-state.ts';

/** What commands do with findings, each called with the path of a state that is open only meanwhile. */
export const decidePersons = onPath(actingState, persons.decidePersons);
export const decideFindings = onPath(actingState, decided.decideFindings);
export const undoDecision = onPath(actingState, decided.undoDecision);
export const listDecisions = onPath(readingState, ({ store }) => decided.readDecisionViews(store));
export const eraseFindings = onPath(writingState, erased.eraseFindings);
export const listFindings = onPath(readingState, listed.listFindings);
export const overviewFindings = onPath(readingState, listed.overviewFindings);
export const showValue = onPath(readingState, listed.showValue);
export const listPeople = onPath(readingState, people.listPeople);
export const readFindingFigures = onPath(readingState, people.readFindingFigures);
export const readPrivilegeLog = onPath(actingState, privilege.readPrivilegeLog);
export const revealValue = onPath(actingState, revealed.revealValue);
export const drawSample = onPath(actingState, sampled.drawSample);
export const readSample = onPath(actingState, sampled.readSample);
export const showSample = onPath(readingState, sampled.showSample);
