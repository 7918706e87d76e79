import { expect, test } from 'vitest';
import { openStateForActing, openStateForReading } from '../../../src/adapters/store/state-folder.ts';
import { showToSign } from '../../../src/apps/cli/show/show-to-sign.ts';
import { signByKeyFile, type ToSign } from '../../../src/notice/approval/signature.ts';
import { openScriptedServer } from '../../adapters/scripted-server.ts';
import { plainScreen } from '../../apps/cli/show/plain-screen.ts';
import { approveSettlement, listUncertain, proposeSettlement } from '../../opened-commands.ts';
import { makeTemporaryFolder } from '../../temporary-folder.ts';
import { makeApprovedWave, makeContacts, PASSPHRASE, toKeyFile } from './approved-wave.ts';
import { openSenderDesk } from './sender-desk.ts';

/** A wave of which the relay got three messages and never answered. */
async function makeUncertain() {
  const folder = makeTemporaryFolder();
  const server = await openScriptedServer({ message: 'close' });
  const { state } = await makeApprovedWave({ folder, port: server.port, contacts: makeContacts(3) });
  const desk = await openSenderDesk(state, server.port);
  await desk.send();
  expect(await desk.readStates()).toEqual(['uncertain', 'uncertain', 'uncertain']);
  await desk.state.close();
  await server.close();
  const sign = (as: string, show?: (toSign: ToSign) => void) =>
    signByKeyFile({ as, keyFile: toKeyFile(folder, as), askPassphrase: async () => PASSPHRASE }, show);
  return { state, sign };
}

async function read(path: string) {
  const { store, close } = await openStateForReading(path);
  const rows = await store.db.selectFrom('notice_delivery').select(['state', 'reason']).orderBy('id').execute();
  const entries = await store.db.selectFrom('ledger_entry').select(['kind', 'entry']).orderBy('position').execute();
  await close();
  return { states: rows.map(({ state }) => state), reasons: rows.map(({ reason }) => reason), entries };
}

test('two people settle what no program may, and the log records it', async () => {
  const { state, sign } = await makeUncertain();
  expect((await listUncertain(state)).map(({ id, reason }) => [id, reason])).toEqual(
    [1, 2, 3].map((id) => [id, 'the relay closed the connection']),
  );
  const proposed = await proposeSettlement(
    state,
    { deliveries: [1, 2], as: 'accepted', why: 'log of the relay' },
    sign('Ines Adler'),
  );
  expect(proposed).toMatchObject({ settlement: 1, approvedBy: ['Ines Adler'], entry: null });
  expect((await read(state)).states).toEqual(['uncertain', 'uncertain', 'uncertain']);
  await expect(approveSettlement(state, 1, sign('Ines Adler'), null)).rejects.toThrow('has approved this already');
  await expect(approveSettlement(state, 1, sign('Tom Birk'), 'abababab')).rejects.toThrow('not abababab');
  const agreed = await approveSettlement(state, 1, sign('Tom Birk'), proposed.digest.slice(0, 12));
  expect(agreed.entry).toBe(3);
  const { states, entries } = await read(state);
  expect(states).toEqual(['accepted', 'accepted', 'uncertain']);
  expect(entries.map(({ kind }) => kind)).toEqual(['genesis', 'wave', 'deliveries', 'settlement']);
  await expect(approveSettlement(state, 1, sign('Tom Birk'), null)).rejects.toThrow('entry 3 of the log');
});

test('a settlement overtaken by events changes nothing, nor do its other parts', async () => {
  const { state, sign } = await makeUncertain();
  await proposeSettlement(
    state,
    { deliveries: null, as: 'bounced', why: 'disk of the relay was lost' },
    sign('Tom Birk'),
  );
  const desk = await openSenderDesk(state, 1);
  await desk.book.write(2, { event: 'returned', says: 'arrived', reason: 'answer' });
  await desk.state.close();
  await expect(approveSettlement(state, 1, sign('Ines Adler'), null)).rejects.toThrow('is no longer uncertain');
  expect((await read(state)).states).toEqual(['uncertain', 'accepted', 'uncertain']);
});

test('people settle only uncertain deliveries', async () => {
  const { state, sign } = await makeUncertain();
  const settle = (deliveries: readonly number[]) =>
    proposeSettlement(state, { deliveries, as: 'accepted', why: 'x' }, sign('Ines Adler'));
  await expect(settle([9])).rejects.toThrow('there is no delivery 9');
  await expect(
    settle([1]).then(() => proposeSettlement(state, { deliveries: [1], as: 'accepted', why: 'x' }, sign('Eve'))),
  ).rejects.toThrow('"Eve" is not an operator');
});

test('a signing screen shows the bytes that are signed, whatever else the state says of them', async () => {
  const { state, sign } = await makeUncertain();
  const screens: string[][] = [];
  const show = (toSign: ToSign): void => {
    const lines: string[] = [];
    showToSign(
      plainScreen(200, (line) => lines.push(line)),
      toSign,
      state,
    );
    screens.push(lines);
  };
  const order = { deliveries: [1, 2], as: 'accepted', why: 'log of the relay' } as const;
  const { digest, deliveries } = await proposeSettlement(state, order, sign('Ines Adler', show));
  const planted = await openStateForActing(state);
  await planted.store.db.updateTable('notice_proposal').set({ made_by: 'PLANTED' }).execute();
  await planted.store.db.updateTable('notice_delivery').set({ contact: 'planted@elsewhere.example' }).execute();
  await planted.store.db.updateTable('notice_approval').set({ subject: 'PLANTED' }).execute();
  await planted.close();
  await approveSettlement(state, 1, sign('Tom Birk', show), null);
  const [first, second] = screens;
  expect(second).toEqual(first);
  expect(first?.map((line) => line.trim().replace(/ {2,}/, ': '))).toEqual([
    'What you sign (settlement):',
    'settled as: accepted',
    ...deliveries.map((key) => `delivery: ${key}`),
    ...['reason: log of the relay', 'v: 1', `digest: ${digest}`, ''],
  ]);
});
