import { userInfo } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Command, InvalidArgumentError } from 'commander';
import { startProgram } from '../../adapters/process/child-program.ts';
import { fetchInbox, listReplies, markSeen, showReply } from '../../commands/notice/list-replies.ts';
import { type SenderEvent, sendNotices } from '../../commands/notice/send-notices.ts';
import type { SenderShare } from '../../commands/notice/send-share.ts';
import { stoppable } from '../interruption.ts';
import { type StateOption, showJson, withState } from './options.ts';
import { addSettleCommand } from './settle-command.ts';
import { openProgress } from './show/live-progress.ts';
import type { Screen } from './show/screen.ts';
import { showInbox, showReplies, showReplyText, showSendResult } from './show/show-deliveries.ts';

const senderProgram = fileURLToPath(new URL('../sender.ts', import.meta.url));
/** More than this wait for the disk and for each other. */
const mostSenders = 16;

interface SendCommandOptions extends StateOption {
  readonly wave?: number;
  readonly senders: number;
  readonly wait?: boolean;
  readonly beforeSite?: boolean;
}

interface RepliesCommandOptions extends StateOption {
  readonly all?: boolean;
  readonly markSeen?: readonly number[];
  readonly by?: string;
}

/** Sending, and what comes back: below `candor notice`. */
export function addDeliveryCommands(notice: Command, screen: Screen): void {
  withState(
    notice
      .command('send')
      .description('send approved notices through the relay, each at most once')
      .option('--wave <number>', 'only this wave', parseNumber)
      .option('--senders <count>', 'processes that share the work', parseSenders, 1)
      .option('--wait', 'keep running and retry what the relay deferred, until all is settled')
      .option('--before-site', 'send although the page cannot check these notices yet'),
  )
    .addHelpText(
      'after',
      `
Examples
  candor notice send                      every approved wave
  candor notice send --wave 3 --senders 2
  candor notice send --wait               greylisting and full queues included

Ctrl-C finishes the current message; the same command continues later. If the relay does not reply after it got a whole message, the notice is uncertain: no program sends it again, \`candor notice settle\` is for people.`,
    )
    .action(async (options: SendCommandOptions) => {
      const result = await stoppable((onStoppable) =>
        sendNotices(options.state, {
          waves: options.wave === undefined ? null : [options.wave],
          senders: options.senders,
          waits: options.wait === true,
          beforeSite: options.beforeSite === true,
          startSender: (share, hear) => startSender(options.state, share, hear),
          progress: openProgress(process.stderr, () => Date.now()),
          onStoppable,
        }),
      );
      if (options.json === true) return showJson(screen, result);
      showSendResult(screen, result, options.state);
    });

  withState(notice.command('inbox').description('fetch bounces and answers, and settle their deliveries'))
    .addHelpText(
      'after',
      `
Examples
  candor notice inbox
  candor notice inbox --json

Each mail is fetched once and kept; the mailbox itself is only read. You can run it as often as you like, also from a timer.`,
    )
    .action(async (options: StateOption) => {
      const tally = await fetchInbox(options.state);
      if (options.json === true) return showJson(screen, tally);
      showInbox(screen, tally, options.state);
    });

  addSettleCommand(notice, screen);

  withState(
    notice
      .command('replies')
      .argument('[number]', 'one of them, in full', parseNumber)
      .description('what people answered, and other mail that somebody should read')
      .option('--all', 'all mail, including what was dealt with')
      .option('--mark-seen <numbers...>', 'these have been dealt with', collectNumber)
      .option('--by <name>', 'who dealt with them (default: the account that runs this)'),
  )
    .addHelpText(
      'after',
      `
Examples
  candor notice replies
  candor notice replies 12
  candor notice replies --mark-seen 12 13 --by "Ines Adler"

Nothing is ever removed: --all shows everything.`,
    )
    .action(async (number: number | undefined, options: RepliesCommandOptions) => {
      if (options.markSeen !== undefined)
        await markSeen(options.state, options.markSeen, options.by ?? userInfo().username);
      if (number !== undefined) {
        const reply = await showReply(options.state, number);
        if (options.json === true) return showJson(screen, reply);
        return showReplyText(screen, reply);
      }
      const replies = await listReplies(options.state, options.all === true);
      if (options.json === true) return showJson(screen, replies);
      showReplies(screen, replies, options.state);
    });
}

function startSender(statePath: string, share: SenderShare, hear: (event: SenderEvent) => void) {
  return startProgram(senderProgram, [statePath, JSON.stringify(share)], (message) => hear(message as SenderEvent));
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

function collectNumber(text: string, before: readonly number[] | undefined): readonly number[] {
  return [...(before ?? []), parseNumber(text)];
}
