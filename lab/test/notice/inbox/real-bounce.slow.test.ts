import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { findServices } from '../../../../tools/services/running.ts';
import { randomName } from '../../../src/adapters/keys/random.ts';
import { openStateForReading } from '../../../src/adapters/store/state-folder.ts';
import { startCli, waitFor, withoutProgress } from '../../apps/cli-process.ts';
import { makeTemporaryFolder } from '../../temporary-folder.ts';
import { makeApprovedWave } from '../delivery/approved-wave.ts';

test('through a real relay: refused mail bounces over IMAP and settles as bounced, the rest stays accepted', async (context) => {
  const services = await findServices(['relay', 'recipients', 'checker', 'imap']);
  if (typeof services === 'string') return context.skip(services);
  const folder = makeTemporaryFolder();
  const bounce = `bounce-${randomName()}@harbor.example`;
  const { certificate } = services.certificate;
  mkdirSync(join(folder, 'keys'));
  writeFileSync(join(folder, 'keys/imap.password'), `${services.mailboxes.password}\n`, { mode: 0o600 });
  const imap = `host: localhost, port: ${services.ports.imap}, user: ${bounce}, passwordFile: keys/imap.password, ca: ${certificate}`;
  const { state } = await makeApprovedWave({
    ...{ folder, bounce, port: services.ports.relay, door: `host: localhost, tls: required, ca: ${certificate}` },
    contacts: ['security@northwind.test', 'security@reject.test', 'full@northwind.test', 'privacy@later.test'],
    inbox: `{ imap: { ${imap} } }`,
  });
  const sent = await waitFor(startCli(['notice', 'send', '--before-site', '--state', state]));
  expect(withoutProgress(sent.stderr)).toBe('');
  expect(sent.stdout).toContain('4 accepted by the relay now, 4 of 4 in all.');
  let states: readonly string[] = [];
  for (let round = 0; round < 60 && states.filter((one) => one === 'bounced').length < 3; round += 1) {
    await pause(1000);
    const inbox = await waitFor(startCli(['notice', 'inbox', '--state', state]));
    expect(inbox.stderr).toBe('');
    const { store, close } = await openStateForReading(state);
    const rows = await store.db.selectFrom('notice_delivery').select('state').orderBy('id').execute();
    await close();
    states = rows.map((row) => row.state);
  }
  expect(states).toEqual(['accepted', 'bounced', 'bounced', 'bounced']);
  const again = await waitFor(startCli(['notice', 'inbox', '--state', state]));
  expect(again.stdout).toContain('Nothing new in the inbox.');
});
