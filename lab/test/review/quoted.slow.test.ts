import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type IndexedMessage, makeSealingKey, openContent, readIndex } from '@candor/core/review/seal';
import { beforeAll, expect, test } from 'vitest';
import { nodeGunzip } from '../../src/adapters/files/deflate.ts';
import { ObjectFolder } from '../../src/adapters/files/object-folder.ts';
import { VaultKeys } from '../../src/adapters/keys/vault-keys.ts';
import { createNodeRuntime } from '../../src/adapters/process/runtime.ts';
import { openStateForActing, openStateForReading } from '../../src/adapters/store/state-folder.ts';
import { silentProgress } from '../../src/commands/progress.ts';
import { runIncident } from '../../src/commands/run-incident.ts';
import { decide } from '../../src/ledger/decision/index.ts';
import { settleHold } from '../../src/review/store/hold-store.ts';
import { changeReviewer, insertReviewer } from '../../src/review/store/reviewer-store.ts';
import {
  keepWithheld,
  listWithheld,
  prepareReleases,
  releaseWithheld,
  showWithheld,
  withhold,
} from '../opened-review.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const PARTY = 'northwind.example';
const JO = `jo@${PARTY}`;
const [ALLEN, DEAN, COOK] = ['allen', 'dean', 'cook'].map((name) => `${name}@harbor.example`);

interface Letter {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly subject: string;
  readonly more?: readonly string[];
  readonly text: readonly string[];
}

let number = 0;
function toMail({ from, to, subject, more = [], text }: Letter): string {
  number += 1;
  const date = `Mon, 10 Sep 2001 14:0${number % 10}:00 +0000`;
  const head = [`From: ${from}`, `To: ${to}`, `Subject: ${subject}`, `Date: ${date}`, ...more];
  return [...head, '', ...text, ''].join('\r\n');
}
const toMbox = (mails: readonly string[]): string =>
  mails.map((mail) => `From - Mon Sep 10 15:00:00 2001\r\n${mail}\r\n`).join('');

const told = ['The north berth stays closed until the survey is done.', 'Readings follow tomorrow.'];
const untold = ['Our offer for the south quay is forty thousand a month.', 'It holds until Friday.'];
const lost = ['The pilot said that the channel is too shallow for her.', 'Please say nothing yet.'];
const head = (subject: string): readonly string[] => [
  '-----Original Message-----',
  `From: Jo Berg [mailto:${JO}]`,
  'Sent: Monday, 10 September 2001 14:05',
  'To: Dean',
  `Subject: ${subject}`,
  '',
];
/** What people of the organization wrote around quotations: not a word of it may be given. */
const WORDS = ['Nonsense', 'swindlers', 'our lawyers', 'overcharge'];

const allen = [
  toMail({ from: JO, to: ALLEN, subject: 'Berth', more: ['Message-ID: <told@northwind.example>'], text: told }),
  toMail({
    from: ALLEN,
    to: COOK,
    subject: 'RE: Berth',
    more: ['In-Reply-To: <told@northwind.example>'],
    text: ['Nonsense.', '', `On Monday Jo Berg <${JO}> wrote:`, ...told.map((line) => `> ${line}`)],
  }),
  toMail({ from: ALLEN, to: COOK, subject: 'FW: Offer', text: ['swindlers', '', ...head('Offer'), ...untold] }),
  toMail({ from: ALLEN, to: COOK, subject: 'FW: Pilot', text: ['ask our lawyers', '', ...head('Pilot'), ...lost] }),
  toMail({
    from: ALLEN,
    to: COOK,
    subject: 'FW: Offer',
    text: [...head('Offer'), untold[0] ?? '', 'We should overcharge them.', untold[1] ?? ''],
  }),
  toMail({ from: 'sam@rival.example', to: ALLEN, subject: 'FW: Offer', text: [...head('Offer'), ...untold] }),
  toMail({ from: ALLEN, to: COOK, subject: 'Lunch', text: ['At noon?'] }),
];
const dean = [
  toMail({ from: JO, to: DEAN, subject: 'Offer', more: ['Message-ID: <untold@northwind.example>'], text: untold }),
];

/** Nobody knows whether the intruder was in this mailbox: what it quotes is not looked into. */
const cook = [
  toMail({
    from: COOK,
    to: DEAN,
    subject: 'FW: Lease',
    text: ['swindlers', '', ...head('Lease'), 'The lease of the cold store ends with the year.', 'We would renew it.'],
  }),
];

let state = '';
let incident = '';

beforeAll(async () => {
  const folder = makeTemporaryFolder();
  mkdirSync(folder, { recursive: true });
  state = join(folder, 'state');
  incident = join(folder, 'incident.yaml');
  writeFileSync(join(folder, 'allen.mbox'), toMbox(allen));
  writeFileSync(join(folder, 'dean.mbox'), toMbox(dean));
  writeFileSync(join(folder, 'cook.mbox'), toMbox(cook));
  // Of the mailbox of dean the log is whole, and has nothing of the intruder: the party is told nothing by it.
  // One access of another message shows that accesses are recorded: without such a control, nothing is cleared.
  const control = '2001-09-05T10:00:00Z,dean,bind,<other@harbor.example>,,,,\n';
  writeFileSync(join(folder, 'log.csv'), `time,mailbox,kind,message_id,folder,session,ip,app\n${control}`);
  writeFileSync(
    incident,
    `incident: quoted
organization: { name: Harbor Energy, domains: [harbor.example] }
window: { start: 2001-09-01T00:00:00Z, contained: 2001-10-20T00:00:00Z }
mailboxes:
  - { custodian: allen, address: ${ALLEN}, evidence: allen.mbox }
  - { custodian: dean, address: ${DEAN}, evidence: dean.mbox }
  - { custodian: cook, address: ${COOK}, evidence: cook.mbox }
access:
  - { file: log.csv, covers: { mailboxes: [dean], from: 2001-09-01T00:00:00Z, to: 2001-10-20T00:00:00Z } }
coverage:
  - { mailbox: allen, kind: audit-off, from: 2001-09-01T00:00:00Z, to: 2001-10-20T00:00:00Z }
intruder:
  applications: [35fe6726-961c-443e-aa09-5ad746505c06]
  reach: [{ mailbox: allen, by: application }]
policy: { gaps: presumed }
`,
  );
  await runIncident({ incident, state, out: null, workers: 1, accept: [], progress: silentProgress });
  const { recipient } = await makeSealingKey();
  const opened = await openStateForActing(state);
  const order = {
    incident: 'quoted',
    party: PARTY,
    name: 'Jo',
    role: 'reviewer',
    domains: [PARTY],
    proof: 'none',
  } as const;
  const key = { age: recipient, sign: 'A'.repeat(43) };
  const { id } = await insertReviewer(opened.store, createNodeRuntime(), { ...order, key }, 'test', 0);
  await changeReviewer(opened.store, id, 'asked', { state: 'approved', entry: 1 });
  await opened.close();
});

interface Given {
  readonly figures: object;
  readonly index: readonly IndexedMessage[];
  readonly texts: readonly string[];
}

/** Prepares, and opens with the vault's own key what the party would get. */
async function prepare(): Promise<Given> {
  const [prepared] = await prepareReleases(state, { party: PARTY, workers: 1, progress: silentProgress });
  if (prepared === undefined) throw new Error('nothing was prepared');
  const { manifest } = prepared.release;
  const key = await (await VaultKeys.open(state)).find(PARTY, 1);
  const objects = new ObjectFolder(join(state, 'review/objects'));
  const open = async (digest: string): Promise<Uint8Array> =>
    (await openContent(key?.identity ?? '', objects.read(digest) ?? new Uint8Array())) ?? new Uint8Array();
  const index = (await readIndex(await open(manifest.index.digest), nodeGunzip)) ?? [];
  const texts = await Promise.all(index.map(async ({ object }) => Buffer.from(await open(object)).toString()));
  return { figures: manifest.figures, index, texts };
}

const whyOf = ({ index }: Given, subject: string): readonly (readonly [string, number])[] =>
  index
    .filter((message) => message.subject === subject)
    .flatMap(({ why }) => why.map(({ code, times }) => [code, times.length] as const));

test('the party gets its own originals, and number and dates of messages that quote them', async () => {
  const given = await prepare();
  expect(given.figures).toEqual({ releasable: 1, bulk: 0, held: 0, withheld: 0, quoted: 4 });
  expect(given.index.map(({ subject }) => subject).sort()).toEqual(['Berth', 'Offer']);
  expect(whyOf(given, 'Berth').map(([code]) => code)).toContain('quoted');
  expect(whyOf(given, 'Offer')).toEqual([['quoted', 1]]);
  const offer = given.index.find(({ subject }) => subject === 'Offer');
  expect(offer).toMatchObject({ verdict: 'possible', from: [JO], custodians: [DEAN] });
  for (const text of [...given.texts, JSON.stringify(given.index)])
    for (const word of [...WORDS, 'RE: ', 'FW: ', 'rival', COOK ?? '']) expect(text).not.toContain(word);
});

test('a quotation of an unknown or uncertain message waits for a person, who sees what would be given', async () => {
  const listed = await listWithheld(state, PARTY, false);
  expect(listed.map(({ reason, canBeReleased }) => [reason, canBeReleased])).toEqual([
    ['quoted', true],
    ['quoted', true],
  ]);
  const shown = await Promise.all(listed.map(({ id }) => showWithheld(state, id)));
  const pilot = shown.find(({ copies }) => copies[0]?.shown?.subject === 'FW: Pilot');
  expect(pilot?.cuts).toEqual([[...head('Pilot').slice(1), ...lost].join('\n')]);
});

test('released by two people it is exactly the block', async () => {
  const listed = await listWithheld(state, PARTY, false);
  const shown = await Promise.all(listed.map(({ id }) => showWithheld(state, id)));
  const pilot = shown.find(({ copies }) => copies[0]?.shown?.subject === 'FW: Pilot');
  const opened = await openStateForReading(state);
  await opened.close();
  const acting = await openStateForActing(state);
  const order = {
    act: 'withheld.release',
    by: { name: 'test', signer: null },
    why: 'looked at',
    at: 1,
    rows: [],
  } as const;
  await decide(acting.store, createNodeRuntime(), order, (deciding) =>
    settleHold(deciding, pilot?.id ?? 0, { state: 'released', by: 'test', why: 'looked at', entry: 1 }, 1),
  );
  await acting.close();
  const given = await prepare();
  expect(given.figures).toEqual({ releasable: 1, bulk: 0, held: 0, withheld: 0, quoted: 4 });
  expect(given.index.map(({ subject }) => subject).sort()).toEqual(['Berth', 'Offer', 'Pilot']);
  const at = given.index.findIndex(({ subject }) => subject === 'Pilot');
  const body = [...head('Pilot').slice(1), ...lost, ''].join('\r\n');
  expect(given.texts[at]?.split('\r\n\r\n').slice(1).join('\r\n\r\n')).toBe(body);
  expect(given.index[at]).toMatchObject({ from: [JO], to: [], custodians: [], date: null });
  for (const text of given.texts) for (const word of WORDS) expect(text).not.toContain(word);
  expect((await listWithheld(state, PARTY, false)).map(({ reason }) => reason)).toEqual(['quoted']);
});

test('a message that only mentions the party is counted by kind after a decision, and gives nothing', async () => {
  const before = await prepare();
  const add = (message: string, reason: 'mentioned-personal' | 'mentioned-secret') =>
    withhold(state, { party: PARTY, message, reason, why: 'names their staff', by: 'Ines' });
  await add('allen.mbox#7', 'mentioned-personal');
  const secret = await add('allen.mbox#7', 'mentioned-secret');
  // It has this one itself: nothing is told twice.
  await add('allen.mbox#1', 'mentioned-personal');
  const given = await prepare();
  expect(given.figures).toMatchObject({ releasable: 1, mentioned: { personal: 1, secret: 1 } });
  expect([given.index, given.texts]).toEqual([before.index, before.texts]);
  const order = { as: 'Ines' } as Parameters<typeof releaseWithheld>[2];
  await expect(releaseWithheld(state, secret.id, order, 'shown', null)).rejects.toMatchObject({
    code: 'cannot-be-released',
  });
  await keepWithheld(state, secret.id, { why: 'not theirs', by: 'Ines' });
  expect((await prepare()).figures).toMatchObject({ mentioned: { personal: 1 } });
});
