import { fileURLToPath } from 'node:url';
import { formatCount, formatTime } from '@candor/core/base';
import { type Command, InvalidArgumentError } from 'commander';
import { startProgram } from '../../adapters/child-program.ts';
import { type SenderEvent, type SendResult, sendNotices } from '../../commands/send-notices.ts';
import type { SenderShare } from '../../commands/send-share.ts';
import { stoppable } from '../interruption.ts';
import { openProgress } from '../terminal/live-progress.ts';
import type { Screen } from '../terminal/screen.ts';
import { type StateOption, showJson, withState } from './options.ts';

const senderProgram = fileURLToPath(new URL('../sender.ts', import.meta.url));
/** More than this wait for the disk and for each other. */
const mostSenders = 16;

interface SendCommandOptions extends StateOption {
  readonly wave?: number;
  readonly senders: number;
  readonly wait?: boolean;
}

/** Sending, and what comes back: below `candor notice`. */
export function addDeliveryCommands(notice: Command, screen: Screen): void {
  withState(
    notice
      .command('send')
      .description('hand approved notices to the relay, each at most once')
      .option('--wave <number>', 'only this wave', parseNumber)
      .option('--senders <count>', 'processes that share the work', parseSenders, 1)
      .option('--wait', 'stay and try again what the relay put off, until all is settled'),
  )
    .addHelpText(
      'after',
      `
Examples
  candor notice send                      every approved wave
  candor notice send --wave 3 --senders 4
  candor notice send --wait               greylisting and full queues included

Ctrl-C finishes the message in hand; the same command goes on later. A relay that falls silent after it got a whole
message leaves the notice uncertain: it is never sent again by itself, \`candor notice settle\` decides.`,
    )
    .action(async (options: SendCommandOptions) => {
      const result = await stoppable((onStoppable) =>
        sendNotices(options.state, {
          waves: options.wave === undefined ? null : [options.wave],
          senders: options.senders,
          waits: options.wait === true,
          startSender: (share, hear) => startSender(options.state, share, hear),
          progress: openProgress(process.stderr, () => Date.now()),
          onStoppable,
        }),
      );
      if (options.json === true) return showJson(screen, result);
      showSendResult(screen, result, options.state);
    });
}

function startSender(statePath: string, share: SenderShare, hear: (event: SenderEvent) => void) {
  return startProgram(senderProgram, [statePath, JSON.stringify(share)], (message) => hear(message as SenderEvent));
}

function showSendResult(screen: Screen, { done, counts, foundUncertain, isStopped }: SendResult, state: string): void {
  const { states, nextAt } = counts;
  const sent = done.accepted ?? 0;
  screen.line(
    `${formatCount(sent)} accepted by the relay now, ${formatCount(states.accepted)} of ${formatCount(counts.all)} in all.`,
  );
  const rest: readonly (readonly [number, string])[] = [
    [states.deferred, `put off by the relay${nextAt === null ? '' : `; the next try is due ${formatTime(nextAt)}`}`],
    [states.bounced, 'refused for good; the next rung of the ladder is offered at the next prepare'],
    [states.inhibited, 'not sent for a recorded reason'],
    [states.approved, 'wait to be sent'],
  ];
  for (const [count, words] of rest) if (count > 0) screen.line(`${formatCount(count)} ${words}.`);
  if (states.uncertain > 0) {
    screen.line(
      screen.warn(
        `${formatCount(states.uncertain)} uncertain: the relay may have them. Nothing sends them again; ${screen.typed('candor notice settle --help', state)} says how a person decides.`,
      ),
    );
  }
  if (foundUncertain > 0)
    screen.line(`${formatCount(foundUncertain)} of them were left behind by a sender that did not end in order.`);
  if (isStopped) screen.line('Stopped in order; the same command goes on.');
}

function parseSenders(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > mostSenders)
    throw new InvalidArgumentError(`a whole number from 1 to ${mostSenders} is needed`);
  return count;
}

function parseNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('a whole number from 1 is needed');
  return number;
}
