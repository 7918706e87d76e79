import type { Command } from 'commander';
import type { CommandEntry } from './command-entry.ts';

/** Commands that come from one place. */
interface CommandGroup {
  /** What is typed after `candor`. */
  readonly words: readonly string[];
  /** Loads their code, which takes longer than most of them run. */
  readonly load: (loadWhole: () => Promise<Command>) => Promise<readonly CommandEntry[]>;
}

/** The whole command line, in the order in which help shows it: that of the six stages. */
export const COMMAND_GROUPS: readonly CommandGroup[] = [
  {
    words: ['init', 'check', 'run', 'start', 'status'],
    load: async () => (await import('./run-commands.ts')).COMMANDS,
  },
  { words: ['console'], load: async () => (await import('./console-command.ts')).COMMANDS },
  { words: ['jobs'], load: async () => (await import('./job-commands.ts')).COMMANDS },
  { words: ['incidents'], load: async () => (await import('./incidents-command.ts')).COMMANDS },
  { words: ['case'], load: async () => (await import('./case-commands.ts')).COMMANDS },
  { words: ['watch'], load: async () => (await import('./watch-commands.ts')).COMMANDS },
  {
    words: ['version', 'completion'],
    load: async (loadWhole) => (await import('./program-commands.ts')).toCommands(loadWhole),
  },
  { words: ['evidence'], load: async () => (await import('./evidence-commands.ts')).COMMANDS },
  {
    words: ['explain', 'interest', 'leads', 'unresolved', 'diff', 'export', 'records'],
    load: async () => (await import('./exposure-commands.ts')).COMMANDS,
  },
  { words: ['parties', 'party'], load: async () => (await import('./impact-commands.ts')).COMMANDS },
  { words: ['findings'], load: async () => (await import('./finding-commands.ts')).COMMANDS },
  { words: ['operator'], load: async () => (await import('./operator-commands.ts')).COMMANDS },
  { words: ['notice'], load: async () => (await import('./notice-group.ts')).COMMANDS },
  { words: ['approve'], load: async () => (await import('./approve-command.ts')).COMMANDS },
  { words: ['site', 'verify'], load: async () => (await import('./site-commands.ts')).COMMANDS },
  {
    words: ['contacts', 'delay', 'do-not-contact'],
    load: async () => (await import('./contacts-commands.ts')).COMMANDS,
  },
  { words: ['dispute', 'enquiry', 'support'], load: async () => (await import('./answer-commands.ts')).COMMANDS },
  { words: ['enrollment', 'reviewer'], load: async () => (await import('./enrollment-commands.ts')).COMMANDS },
  { words: ['withheld'], load: async () => (await import('./withheld-commands.ts')).COMMANDS },
  { words: ['release'], load: async () => (await import('./release-commands.ts')).COMMANDS },
  { words: ['portal'], load: async () => (await import('./portal-commands.ts')).COMMANDS },
  { words: ['open'], load: async () => (await import('./review-commands.ts')).COMMANDS },
  { words: ['enroll', 'enquire', 'download'], load: async () => (await import('./enroll-commands.ts')).COMMANDS },
  { words: ['journal'], load: async () => (await import('./journal-command.ts')).COMMANDS },
  { words: ['decisions'], load: async () => (await import('./decision-commands.ts')).COMMANDS },
  { words: ['log'], load: async () => (await import('./log-commands.ts')).COMMANDS },
  { words: ['audit'], load: async () => (await import('./audit-commands.ts')).COMMANDS },
  { words: ['erase'], load: async () => (await import('./erase-commands.ts')).COMMANDS },
  { words: ['figures'], load: async () => (await import('./figure-commands.ts')).COMMANDS },
  { words: ['report'], load: async () => (await import('./report-commands.ts')).COMMANDS },
];
