import * as evidence from '../../operations/evidence.ts';
import { type CommandEntry, commandFor, groupFor } from './command-entry.ts';
import { showJsonList } from './json-list.ts';
import { showCustody, showLostFiles, showVerifiedEvidence } from './show/show-evidence.ts';

const GROUP = {
  typed: 'evidence',
  group: 'Evidence: what was read',
  does: 'the custody record: list what was read, prove that it is unchanged, list what is missing',
  examples: ['candor evidence list', 'candor evidence verify', 'candor evidence lost'],
};

const EVIDENCE_COMMANDS = [
  commandFor(evidence.listEvidence, {
    examples: ['candor evidence list', 'candor evidence list --json'],
    show: showCustody,
  }),
  commandFor(evidence.lostEvidence, {
    examples: ['candor evidence lost', 'candor evidence lost --json'],
    show: showLostFiles,
    json: showJsonList,
  }),
  commandFor(evidence.verifyEvidence, {
    examples: ['candor evidence verify --state evidence/.candor'],
    needs: ({ changed }) => changed.length > 0,
    show: showVerifiedEvidence,
  }),
];

export const COMMANDS: readonly CommandEntry[] = [groupFor(GROUP, EVIDENCE_COMMANDS)];
