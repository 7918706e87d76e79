import { deliveryOperations as contract, optional } from '@candor/core/contract/operations';
import { z } from 'zod';
import * as delivery from '../../operations/delivery.ts';
import { type CommandEntry, commandFor, commandOf } from './command-entry.ts';
import { showInbox, showReplies, showReplyText, showSendResult } from './show/show-deliveries.ts';
import { showGate } from './show/show-gate.ts';

const nothing = () => undefined;

/** Whether notices would be believed where they arrive. */
export const GATE_COMMANDS: readonly CommandEntry[] = [
  commandFor(delivery.gate, {
    examples: ['candor notice gate', 'candor notice gate --wait 300'],
    notes:
      'Each refusal says the DNS record to publish, character by character. Nothing is sent to a party unless the gate passed with the same settings within the last day. Exit code 3: the gate refuses.',
    needs: ({ isPassed }) => !isPassed,
    show: showGate,
  }),
];

export const SEND_COMMANDS: readonly CommandEntry[] = [
  commandFor(delivery.send, {
    examples: [
      'candor notice send                      every approved wave',
      'candor notice send --wave 3 --senders 2',
      'candor notice send --wait               greylisting and full queues included',
    ],
    notes:
      'Ctrl-C finishes the current message; the same command continues later. If the relay does not reply after it got a whole message, the notice is uncertain: no program sends it again, `candor notice settle` is for people.',
    show: (screen, result, { state }) => showSendResult(screen, result, state),
  }),
  commandFor(delivery.inbox, {
    examples: ['candor notice inbox', 'candor notice inbox --json'],
    notes:
      'Each mail is fetched once and kept; the mailbox itself is only read. You can run it as often as you like, also from a timer.',
    show: (screen, tally, { state }) => showInbox(screen, tally, state),
  }),
];

export const REPLY_COMMANDS: readonly CommandEntry[] = [
  commandOf(
    {
      typed: 'replies',
      does: contract.replies.does,
      by: 'who dealt with them',
      examples: [
        'candor notice replies',
        'candor notice replies 12',
        'candor notice replies --mark-seen 12 13 --by "Ines Adler"',
      ],
      notes: 'Nothing is ever removed: --all shows everything.',
    },
    z.object({
      number: optional(contract.showReply.input.shape.number),
      ...contract.replies.input.shape,
      markSeen: optional(contract.markSeen.input.shape.markSeen),
    }),
    async (call, { number, all, markSeen }, { state }) => {
      if (markSeen !== undefined) await call(delivery.markSeen, { markSeen }, nothing, nothing);
      if (number !== undefined) return call(delivery.showReply, { number }, showReplyText);
      return call(delivery.replies, { all }, (screen, replies) => showReplies(screen, replies, state));
    },
  ),
];
