import { type Command, InvalidArgumentError } from 'commander';
import { probeGate } from '../../commands/notice/run-gate.ts';
import { type StateOption, showJson, withState } from './options.ts';
import type { Screen } from './show/screen.ts';
import { showGate } from './show/show-gate.ts';

/** Greylisting lets a first message wait for minutes. */
const defaultWaitSeconds = 120;
const longestWaitSeconds = 3600;
/** As for everything that needs a person. */
const refusedExitCode = 3;

/** `candor notice gate`: whether notices would be believed where they arrive. */
export function addGateCommands(notice: Command, screen: Screen): void {
  withState(
    notice
      .command('gate')
      .description('send a probe through the relay to the check mailbox and judge what arrives')
      .option('--wait <seconds>', 'how long it may take to arrive', parseWait, defaultWaitSeconds),
  )
    .addHelpText(
      'after',
      `
Examples
  candor notice gate
  candor notice gate --wait 300

Each refusal says the DNS record to publish, character by character. Nothing is sent to a party unless the gate passed with the same settings within the last day. Exit code 3: the gate refuses.`,
    )
    .action(async (options: StateOption & { readonly wait: number }) => {
      const result = await probeGate(options.state, options.wait);
      if (options.json === true) showJson(screen, result);
      else showGate(screen, result);
      if (!result.isPassed) process.exitCode = refusedExitCode;
    });
}

function parseWait(text: string): number {
  const seconds = Number(text);
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > longestWaitSeconds)
    throw new InvalidArgumentError(`whole seconds from 1 to ${longestWaitSeconds} are needed`);
  return seconds;
}
