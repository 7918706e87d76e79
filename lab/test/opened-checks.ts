import * as evidence from '../src/commands/evidence/verify-evidence.ts';
import { exportAudit as exportWave } from '../src/commands/transparency/audit/export-audit.ts';
import * as figures from '../src/commands/transparency/figures.ts';
import * as log from '../src/commands/transparency/open-log.ts';
import { actingState, checkingState, onPath, readingState } from './opened-state.ts';

/** Functions that take an opened state, called with its path: it is open only meanwhile, as its operation opens it. */
export const verifyEvidence = onPath(readingState, evidence.verifyEvidence);
export const listFigures = onPath(checkingState, figures.listFigures);
export const publishFigure = onPath(actingState, figures.publishFigure);
export const verifyFigure = onPath(checkingState, figures.verifyFigure);
export const checkLog = onPath(checkingState, log.checkLog);
export const publishToSite = onPath(actingState, log.publishToSite);
export const exportAudit = onPath(checkingState, exportWave);
