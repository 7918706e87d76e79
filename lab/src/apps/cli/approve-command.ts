import { toVisible } from '@candor/core/base';
import { approveElsewhere } from '../../operations/notice.ts';
import { type CommandEntry, commandFor } from './command-entry.ts';

const command = commandFor(approveElsewhere, {
  group: 'Notice: notify each party, exactly once',
  examples: ['candor approve http://candor.localhost:4117/aBcD_fGhIjKlMnOpQrStUvWx --as "Ines Adler" --key ines.key'],
  notes:
    'The page of a wave in the console gives the address: it leads to one document, once, for 15 minutes. What is shown comes from the bytes of that document. The key stays on this machine; only the signature leaves it.',
  show: (screen, { wave, approvedBy, entry }) => {
    const who = approvedBy.map(toVisible).join(' and ');
    screen.line(
      entry === null
        ? `Wave ${wave}: approved by ${who}. One more person must approve; nothing is sent yet.`
        : `Wave ${wave}: approved by ${who}; entry ${entry} of the log.`,
    );
  },
});

export const COMMANDS: readonly CommandEntry[] = [command];
