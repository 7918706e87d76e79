import type { WatchEvent } from '../../commands/watch/watch-event.ts';
import { watch } from '../../operations/watch.ts';
import { type CommandEntry, commandFor } from './command-entry.ts';
import { toJsonText } from './show/screen.ts';
import { showWatchEvent } from './show/show-watch.ts';

/** As in main: stopped with Ctrl-C. */
const EXIT_INTERRUPTED = 130;

const command = commandFor(watch, {
  group: 'Whole incident',
  hasState: true,
  by: 'who prepares drafts',
  notes: `A file counts as arrived when it stood still for 10 s or was renamed in; one that
grows later arrives again. Entries of the incident file that name a folder
(\`access: [ { folder: logs } ]\`) take in what comes later. Alerts go where the
incident file says (\`watch\`: docs/formats/incident-file.md), never to a mailbox that
the intruder reached. Nothing is ever sent to a party.

Examples
  candor watch
  candor watch incoming/ --interval 1m
  candor watch --once --json`,
  json: (screen, follow) =>
    follow(
      noting((event) => screen.line(toJsonText(event))),
      false,
    ),
  show: (screen, follow, { state }) =>
    follow(
      noting((event) => showWatchEvent(screen, event, state)),
      true,
    ),
});

const noting =
  (say: (event: WatchEvent) => void) =>
  (event: WatchEvent): void => {
    if (event.event === 'stopped') process.exitCode = EXIT_INTERRUPTED;
    say(event);
  };

export const COMMANDS: readonly CommandEntry[] = [command];
