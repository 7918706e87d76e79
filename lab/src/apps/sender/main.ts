// One sender among several: started by `candor notice send`, which tells it what to do and hears what it did. It holds
// no secret in its arguments: it reads state and incident file itself.
import { postReason, Refusal } from '@candor/core/base';
import { onStop, sendToParent } from '../../adapters/process/child-program.ts';
import { guardOf } from '../../adapters/store/schema-guard.ts';
import { readStored } from '../../adapters/store/stored-json.ts';
import type { SenderEvent } from '../../commands/notice/send-notices.ts';
import { senderShareSchema, sendShare } from '../../commands/notice/send-share.ts';

const isSenderShare = guardOf(senderShareSchema);
const [, , statePath = '', share = '{}'] = process.argv;
let isStopping = false;
const stop = () => {
  isStopping = true;
};
onStop(stop);
// A terminal sends Ctrl-C to every process of the command: the current message is finished anyway.
process.on('SIGINT', stop);
process.on('SIGTERM', stop);

const tell = (message: SenderEvent) => sendToParent(message);
try {
  const end = await sendShare(statePath, readStored(isSenderShare, share, 'the share of a sender', process.pid), {
    isStopping: () => isStopping,
    tell: (state) => tell({ is: 'sent', state }),
  });
  tell({ is: 'end', end });
} catch (cause) {
  if (cause instanceof Refusal) tell({ is: 'refused', code: cause.code, reasons: cause.advice.map(postReason) });
  else tell({ is: 'broke', text: cause instanceof Error ? cause.message : String(cause) });
  process.exitCode = 1;
} finally {
  // The channel alone would keep this process alive.
  if (process.connected) setImmediate(() => process.disconnect());
}
