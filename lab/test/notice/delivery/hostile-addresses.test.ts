import { readEnvelopeAddress } from '@candor/core/evidence/address';
import { expect, test } from 'vitest';
import { makeTemporaryFolder } from '../../temporary-folder.ts';
import { makeApprovedWave, makeContacts } from './approved-wave.ts';
import { makeHostileAddresses } from './hostile-addresses.ts';
import { openRecordingSink } from './recording-sink.ts';
import { openSenderDesk } from './sender-desk.ts';

test('300 hostile addresses among valid ones: mail goes to exactly the valid ones', async () => {
  const hostile = makeHostileAddresses(300);
  // Odd and yet addresses: they must arrive as they are written.
  const odd = ["o'brien+security@northwind.example", 'a=b#c@northwind.example', '-@northwind.example'];
  const honest = [...makeContacts(20), ...odd];
  const sink = await openRecordingSink();
  const contacts = [...hostile.slice(0, 150), ...honest, ...hostile.slice(150)];
  const { state } = await makeApprovedWave({ folder: makeTemporaryFolder(), port: sink.port, contacts });
  const desk = await openSenderDesk(state, sink.port);
  expect(await desk.send()).toEqual({ is: 'done' });
  expect(sink.messages.flatMap(({ to }) => to).sort()).toEqual([...honest].sort());
  expect(sink.messages.every(({ to }) => to.length === 1)).toBe(true);
  expect(sink.messages.every(({ from }) => /^bounce\+[a-z0-9]{24}@harbor\.example$/.test(from))).toBe(true);
  const states = await desk.readStates();
  expect(states.filter((one) => one === 'inhibited')).toHaveLength(300);
  expect(new Set(await desk.readReasons())).toEqual(new Set([null, 'the contact is not a usable mail address']));
  await desk.state.close();
  await sink.close();
});

test('sends to an accepted address as written', () => {
  for (const address of makeContacts(3)) expect(readEnvelopeAddress(address)?.address).toBe(address);
  expect(makeHostileAddresses(300).filter((address) => readEnvelopeAddress(address) !== null)).toEqual([]);
});
