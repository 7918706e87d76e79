import { type CommandEntry, groupFor } from './command-entry.ts';
import { GATE_COMMANDS, REPLY_COMMANDS, SEND_COMMANDS } from './delivery-commands.ts';
import { LETTER_COMMANDS } from './letter-commands.ts';
import { DRAFT_COMMANDS } from './notice-commands.ts';
import { settleCommand } from './settle-command.ts';
import { WAVE_COMMANDS } from './wave-commands.ts';

const GROUP = {
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

/** Several files put their commands below `notice`. */
export const COMMANDS: readonly CommandEntry[] = [
  groupFor(GROUP, [
    ...DRAFT_COMMANDS,
    ...WAVE_COMMANDS,
    ...LETTER_COMMANDS,
    ...GATE_COMMANDS,
    ...SEND_COMMANDS,
    settleCommand,
    ...REPLY_COMMANDS,
  ]),
];
