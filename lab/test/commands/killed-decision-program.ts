import { createNodeRuntime } from '../../src/adapters/process/runtime.ts';
import { openStateForActing } from '../../src/adapters/store/state-folder.ts';
import { decide } from '../../src/ledger/decision/index.ts';
import { insertHold } from '../../src/notice/store/hold-store.ts';

/** Records a hold and kills itself: `effect`, when the row is written; `sign`, before the document is. */
const [, , statePath = '', moment = ''] = process.argv;
const kill = () => process.kill(process.pid, 'SIGKILL');
const { store } = await openStateForActing(statePath);
const signer = {
  name: 'Ines Adler',
  publicKey: new Uint8Array(32),
  sign: async () => {
    if (moment === 'sign') kill();
    return new Uint8Array(64);
  },
};
const order = { act: 'do-not-contact.begin', by: { name: 'Ines Adler', signer }, why: 'x', at: 1, rows: [] } as const;
await decide(store, createNodeRuntime(), order, async (deciding) => {
  const hold = { kind: 'do-not-contact', party: 'ternbank.example', contact: null, askedBy: 'x', why: 'x' } as const;
  await insertHold(deciding, { ...hold, until: null, held: null, by: 'x', at: 1 });
  if (moment === 'effect') kill();
});
// Nobody killed it: the control.
process.exit(0);
