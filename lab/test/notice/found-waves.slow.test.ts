import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DecisionAct } from '@candor/core/impact/findings';
import { beforeEach, expect, test, vi } from 'vitest';
import { createNodeRuntime } from '../../src/adapters/process/runtime.ts';
import { openStateForActing } from '../../src/adapters/store/state-folder.ts';
import { appendDecision } from '../../src/impact/store/decision-store.ts';
import { decide as recordIn } from '../../src/ledger/decision/index.ts';
import { readWave } from '../opened-commands.ts';
import { addMail, know, openLampDesk, tell } from './lamp-desk.ts';
import type { NoticeDesk } from './notice-desk.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2001, 9, 21) });
  return () => vi.useRealTimers();
});

const PASSWORD = 'The password is Copper-Weir-5.';
const IBAN = 'Please pay to our account, IBAN DE62 3704 0044 0532 0130 01.';

/** A mail of ann to an address, with a text, and with another mail attached. */
function write(desk: NoticeDesk, name: string, to: string, text: string, attached: string | null = null): void {
  const body = attached === null ? text : `--x\n\n${text}\n--x\nContent-Type: message/rfc822\n\n${attached}\n--x--`;
  const type = attached === null ? 'text/plain' : 'multipart/mixed; boundary=x';
  writeFileSync(
    join(desk.folder, 'harbor', 'lamp', `${name}.eml`),
    `From: ann@harbor.example\nTo: ${to}\nMessage-ID: <${name}@harbor.example>\nDate: 12 Sep 2001 10:00:00 +0000\nContent-Type: ${type}\n\n${body}\n`,
  );
}

async function decide(desk: NoticeDesk, act: DecisionAct): Promise<void> {
  const state = await openStateForActing(desk.state);
  const by = { name: 'Ines Adler', signer: null };
  const order = { act: 'findings.dismiss', by, why: 'looked at', at: 0, rows: [] } as const;
  await recordIn(state.store, createNodeRuntime(), order, (deciding) =>
    appendDecision(deciding, { by: by.name, at: 0, why: 'looked at', act }),
  );
  await state.close();
}

/** Of the newest wave: party, kind, secrets, personal data. */
const readFound = async (desk: NoticeDesk) =>
  (await readWave(desk.state, null, null)).views.map(({ party, kind, figures }) => [
    party,
    kind,
    figures.secrets,
    figures.searched?.personal,
  ]);

test('each party is notified how many of its own messages contain what', async () => {
  const desk = await openLampDesk();
  write(desk, 'one', 'jo@acme.example', PASSWORD);
  write(desk, 'both', 'jo@acme.example, al@bay.example', IBAN);
  // What the organization wrote around somebody's mail is none of theirs.
  const attached = 'From: cy@cove.example\nTo: ann@harbor.example\nMessage-ID: <in@cove.example>\n\nHello.';
  write(desk, 'around', 'ann@harbor.example', PASSWORD, attached);
  // What stands in the attached mail is, and is none of whoever stands in another attached one.
  const inside = `From: di@dune.example\nTo: ann@harbor.example\nMessage-ID: <in@dune.example>\n\n${IBAN}`;
  const beside = 'From: ed@east.example\nTo: ann@harbor.example\nMessage-ID: <in@east.example>\n\nHello.';
  write(desk, 'inside', 'ann@harbor.example', PASSWORD, `${inside}\n--x\nContent-Type: message/rfc822\n\n${beside}`);
  know(desk);
  await tell(desk);
  expect(await readFound(desk)).toEqual([
    ['acme.example', 'first', 1, { 'bank-account': 1 }],
    ['bay.example', 'first', 0, { 'bank-account': 1 }],
    ['cove.example', 'first', 0, {}],
    ['dune.example', 'first', 0, { 'bank-account': 1 }],
    ['east.example', 'first', 0, {}],
  ]);
});

test('dismissals are corrected, withdrawn dismissals and later findings supplemented, and nothing else', async () => {
  const desk = await openLampDesk();
  write(desk, 'one', 'jo@acme.example', PASSWORD);
  write(desk, 'two', 'al@bay.example', IBAN);
  know(desk);
  const first = await tell(desk);
  expect(first).toEqual(['acme.example first 1', 'bay.example first 1']);
  await decide(desk, { act: 'dismiss', about: { kind: 'credential' } });
  await tell(desk);
  expect(await readFound(desk)).toEqual([['acme.example', 'correction', 0, {}]]);
  await decide(desk, { act: 'undo', of: 1 });
  await tell(desk);
  expect(await readFound(desk)).toEqual([['acme.example', 'supplement', 1, {}]]);
  addMail(desk, 3, 'al@bay.example');
  write(desk, 'three', 'al@bay.example', `${IBAN} ${PASSWORD}`);
  await tell(desk);
  expect(await readFound(desk)).toEqual([['bay.example', 'supplement', 1, { 'bank-account': 2 }]]);
  expect(await desk.type('notice', 'prepare', '--wave', 'metadata', '--state', desk.state)).toMatchObject({
    code: 'done',
    text: expect.stringContaining('Nothing'),
  });
});

test('listed and found messages are separate, and switching off the search withdraws nothing', async () => {
  const desk = await openLampDesk();
  write(desk, 'one', 'jo@acme.example', PASSWORD);
  write(desk, 'two', 'jo@acme.example', 'The word for the gate is the name of your boat.');
  know(desk, 'acme.example,,organization,,security@acme.example');
  const list = join(desk.folder, 'secrets.csv');
  writeFileSync(list, 'party,message\nacme.example,<one@harbor.example>\nacme.example,<two@harbor.example>\n');
  await tell(desk, '--findings', list, '--why', 'read');
  const { views } = await readWave(desk.state, null, null);
  expect(views[0]?.figures).toMatchObject({ secrets: 2, searched: { listed: 1 } });
  const shown = await desk.type('notice', 'show', '--text', '--party', 'acme.example', '--state', desk.state);
  expect(shown.text).toMatch(/in these 2 emails:\n(?: {4,}\d+ \w+ 2001: jo@acme\.example\n){2}/);
  desk.edit('directory: directory.csv', 'directory: directory.csv\nfindings: { off: true }');
  await desk.run();
  expect((await desk.type('notice', 'prepare', '--wave', 'metadata', '--state', desk.state)).text).toContain('Nothing');
  addMail(desk, 4, 'jo@acme.example');
  await tell(desk);
  expect(await readFound(desk)).toEqual([['acme.example', 'supplement', 2, {}]]);
});

test('messages that were not searched are told as such, and attached ones too', async () => {
  const desk = await openLampDesk();
  desk.edit('evidence: lamp } ]', 'evidence: lamp }, { custodian: bo, address: bo@harbor.example, evidence: bow } ]');
  write(desk, 'one', 'jo@acme.example', PASSWORD);
  mkdirSync(join(desk.folder, 'harbor', 'bow'));
  // Nothing shows that the intruder reached this mailbox, and no log says that it did not.
  const head = 'From: bo@harbor.example\nDate: 12 Sep 2001 10:00:00 +0000\n';
  writeFileSync(join(desk.folder, 'harbor', 'bow', '1.eml'), `${head}To: jo@acme.example\n\n${PASSWORD}\n`);
  const forward = `Content-Type: message/rfc822\n\nFrom: cy@cove.example\nTo: bo@harbor.example\n\n${PASSWORD}\n`;
  writeFileSync(join(desk.folder, 'harbor', 'bow', '2.eml'), `${head}To: ann@harbor.example\n${forward}`);
  know(desk, 'acme.example,,organization,,security@acme.example');
  await desk.run();
  expect((await desk.type('findings', '--state', desk.state)).text).toContain('2 messages not searched: the log is');
  await desk.type('notice', 'prepare', '--wave', 'metadata', '--state', desk.state);
  const { views } = await readWave(desk.state, null, null);
  expect(
    views.map(({ party, figures: { secrets, undetermined, searched } }) => [party, secrets, undetermined, searched]),
  ).toEqual([['acme.example', 1, 1, { personal: {}, listed: 0, unread: 1, unreadBy: { unsearched: 1 } }]]);
  const { text } = await desk.type('notice', 'show', '--text', '--party', 'acme.example', '--state', desk.state);
  expect(text.replaceAll(/\s+/g, ' ')).toContain('1 with something that we could not search (not searched at all: 1)');
});
