import type { Command } from 'commander';
import type { Screen } from './show/screen.ts';

/** Commands that come from one place. */
export interface CommandGroup {
  /** What is typed after `candor`. */
  readonly words: readonly string[];
  /** Loads their code, which takes longer than most of them run, and adds them to the command line. */
  add(program: Command, screen: Screen, loadWhole: () => Promise<Command>): Promise<void>;
}

/** The whole command line, in the order in which help shows it: that of the six stages. */
export const COMMAND_GROUPS: readonly CommandGroup[] = [
  {
    words: ['init', 'check', 'run', 'start', 'status'],
    add: async (program, screen) => (await import('./run-commands.ts')).addRunCommands(program, screen),
  },
  {
    words: ['incidents'],
    add: async (program, screen) => (await import('./incidents-command.ts')).addIncidentsCommand(program, screen),
  },
  {
    words: ['case'],
    add: async (program, screen) => (await import('./case-commands.ts')).addCaseCommands(program, screen),
  },
  {
    words: ['watch'],
    add: async (program, screen) => (await import('./watch-commands.ts')).addWatchCommands(program, screen),
  },
  {
    words: ['version', 'completion'],
    // What a shell completes is every command: they are loaded when it is asked for.
    add: async (program, screen, loadWhole) =>
      (await import('./program-commands.ts')).addProgramCommands(program, screen, loadWhole),
  },
  {
    words: ['evidence'],
    add: async (program, screen) => (await import('./evidence-commands.ts')).addEvidenceCommands(program, screen),
  },
  {
    words: ['explain', 'interest', 'leads', 'unresolved', 'diff', 'export', 'records'],
    add: async (program, screen) => (await import('./exposure-commands.ts')).addExposureCommands(program, screen),
  },
  {
    words: ['parties', 'party'],
    add: addParties,
  },
  {
    words: ['findings'],
    add: async (program, screen) => (await import('./finding-commands.ts')).addFindingCommands(program, screen),
  },
  {
    words: ['operator'],
    add: async (program, screen) => (await import('./operator-commands.ts')).addOperatorCommands(program, screen),
  },
  { words: ['notice'], add: addNotice },
  {
    words: ['site', 'verify'],
    add: async (program, screen) => (await import('./site-commands.ts')).addSiteCommands(program, screen),
  },
  {
    words: ['contacts', 'delay', 'do-not-contact'],
    add: async (program, screen) => (await import('./contacts-commands.ts')).addContactsCommands(program, screen),
  },
  {
    words: ['dispute', 'enquiry', 'support'],
    add: async (program, screen) => (await import('./answer-commands.ts')).addAnswerCommands(program, screen),
  },
  {
    words: ['enrollment', 'reviewer'],
    add: async (program, screen) => (await import('./enrollment-commands.ts')).addEnrollmentCommands(program, screen),
  },
  {
    words: ['withheld'],
    add: async (program, screen) => (await import('./withheld-commands.ts')).addWithheldCommands(program, screen),
  },
  {
    words: ['release'],
    add: async (program, screen) => (await import('./release-commands.ts')).addReleaseCommands(program, screen),
  },
  {
    words: ['portal'],
    add: async (program, screen) => (await import('./portal-commands.ts')).addPortalCommands(program, screen),
  },
  {
    words: ['open'],
    add: async (program, screen) => (await import('./review-commands.ts')).addReviewCommands(program, screen),
  },
  {
    words: ['enroll', 'enquire', 'download'],
    add: async (program, screen) => (await import('./enroll-commands.ts')).addEnrollCommands(program, screen),
  },
  {
    words: ['decisions'],
    add: async (program, screen) => (await import('./decision-commands.ts')).addDecisionCommands(program, screen),
  },
  {
    words: ['log'],
    add: async (program, screen) => (await import('./log-commands.ts')).addLogCommands(program, screen),
  },
  {
    words: ['audit'],
    add: async (program, screen) => (await import('./audit-commands.ts')).addAuditCommands(program, screen),
  },
  {
    words: ['erase'],
    add: async (program, screen) => (await import('./erase-commands.ts')).addEraseCommands(program, screen),
  },
  {
    words: ['figures'],
    add: async (program, screen) => (await import('./figure-commands.ts')).addFigureCommands(program, screen),
  },
  {
    words: ['report'],
    add: async (program, screen) => (await import('./report-commands.ts')).addReportCommands(program, screen),
  },
];

/** What a party gets without a portal needs the code of review. */
async function addParties(program: Command, screen: Screen): Promise<void> {
  const party = (await import('./impact-commands.ts')).addImpactCommands(program, screen);
  for (const add of (await import('./party-mail-commands.ts')).PARTY_MAIL_COMMANDS) add(party, screen);
}

/** Several files put their commands below `notice`. */
async function addNotice(program: Command, screen: Screen): Promise<void> {
  const { DRAFT_COMMANDS } = await import('./notice-commands.ts');
  const { WAVE_COMMANDS } = await import('./wave-commands.ts');
  const { LETTER_COMMANDS } = await import('./letter-commands.ts');
  const { GATE_COMMANDS, REPLY_COMMANDS, SEND_COMMANDS } = await import('./delivery-commands.ts');
  const { settleCommand } = await import('./settle-command.ts');
  const { addGroup } = await import('./command-entry.ts');
  const help = {
    typed: 'notice',
    group: 'Notice: notify each party, exactly once',
    does: 'prepare, approve and send notices; read bounces and answers',
    examples: [
      'candor notice prepare --wave metadata',
      'candor notice show',
      'candor notice approve --as "Ines Adler" --key ines.key       and a second operator',
      'candor notice gate',
      'candor notice send',
      'candor notice inbox',
    ],
  };
  addGroup(program, screen, help, [
    ...DRAFT_COMMANDS,
    ...WAVE_COMMANDS,
    ...LETTER_COMMANDS,
    ...GATE_COMMANDS,
    ...SEND_COMMANDS,
    settleCommand,
    ...REPLY_COMMANDS,
  ]);
}
