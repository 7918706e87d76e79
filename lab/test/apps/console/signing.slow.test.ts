import { createHash } from 'node:crypto';
import { signingPaths } from '@candor/core/contract/console';
import { fingerprintKeySet, signApproval } from '@candor/core/notice/operator';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openOperatorKey } from '../../../src/adapters/keys/keys.ts';
import { now } from '../../../src/adapters/process/clock.ts';
import { createNodeRuntime } from '../../../src/adapters/process/runtime.ts';
import { openStateForActing, type StateFolder } from '../../../src/adapters/store/state-folder.ts';
import { type ServedConsole, serveConsole } from '../../../src/apps/console/serve-console.ts';
import { listIncidents } from '../../../src/commands/incidents/list-incidents.ts';
import { readKeySet } from '../../../src/ledger/key-set.ts';
import { loadDisclosure } from '../../../src/notice/disclosure.ts';
import { digestGateSettings } from '../../../src/notice/gate-result.ts';
import { insertGateResult } from '../../../src/notice/store/gate-store.ts';
import { requireWave } from '../../../src/notice/store/wave-store.ts';
import { type NoticeDesk, openNoticeDesk } from '../../notice/notice-desk.ts';
import { makeTemporaryFolder } from '../../temporary-folder.ts';
import { callConsole } from './called-console.ts';

const PORT = 34_133;
const MINUTES = 180_000;
const PASSPHRASE = 'four quiet harbour lamps';
const { own, send, signIn } = callConsole(PORT);
const runtime = createNodeRuntime();
let desk: NoticeDesk;
let served: ServedConsole;
let session: Record<string, string>;
let incident: string;
let digest: string;
let aheadMs = 0;

async function inState<T>(work: (state: StateFolder) => Promise<T>): Promise<T> {
  const state = await openStateForActing(desk.state);
  try {
    return await work(state);
  } finally {
    await state.close();
  }
}

const passGate = () =>
  inState(async ({ store }) => {
    const keys = await readKeySet(store);
    const settings = digestGateSettings(
      await loadDisclosure(store),
      keys === null ? '' : fingerprintKeySet(runtime, keys),
    );
    const result = {
      ...{ at: now(), isPassed: true, findings: [], authentication: null, spam: null },
      probe: { to: 'check@harbor.example', messageId: '<probe@harbor.example>', receivedSha256: null },
    };
    await insertGateResult(store, result, settings, null);
  });
const countApprovals = () =>
  inState(async ({ store }) => (await store.db.selectFrom('notice_approval').selectAll().execute()).length);
const readDigest = () => inState(async ({ store }) => (await requireWave(store, 1)).digest);

beforeAll(async () => {
  desk = await openNoticeDesk(makeTemporaryFolder());
  await desk.run();
  expect(await desk.type('notice', 'prepare', '--wave', 'metadata', '--state', desk.state)).toMatchObject({
    code: 'done',
  });
  await passGate();
  const nowMs = (): number => performance.now() + aheadMs;
  served = await serveConsole(await listIncidents(desk.folder), {
    ...{ person: 'Marek', port: PORT, nowMs },
    note: () => undefined,
  });
}, MINUTES);
beforeEach(async () => {
  session = await signIn(served.makeEntry());
  const { body } = await send('/incidents', session);
  incident = (body['incidents'] as readonly { id: string }[])[0]?.id ?? '';
  digest = await readDigest();
});
afterAll(() => served?.close());

const askForCode = (order: object = {}) =>
  send(signingPaths.toCode(incident), session, {
    body: JSON.stringify({ wave: 1, operator: 'Ines Adler', digest, ...order }),
  });
const takeCode = async (order: object = {}): Promise<string> => String((await askForCode(order)).body['code']);
const address = (code: string): string => `http://candor.localhost:${PORT}/${code}`;
const approve = (code: string, name: string, keyOf = name) =>
  desk.type('approve', address(code), '--as', name, '--key', desk.key(keyOf), '--passphrase-file', desk.passphraseFile);

async function giveSigned(
  code: string,
  alter: { readonly text?: string; readonly by?: string; readonly as?: string; readonly ticket?: string },
) {
  const { body } = await send(signingPaths.toDocument(code), own);
  const text = alter.text ?? Buffer.from(String(body['document']), 'base64').toString('utf8');
  const { by = 'Ines Adler' } = alter;
  const signer = await openOperatorKey(desk.key(by), alter.as ?? by, PASSPHRASE);
  const approval = await signApproval(signer, 'wave', createHash('sha256').update(text).digest('hex'));
  const order = { ticket: alter.ticket ?? body['ticket'], approval, confirm: null };
  return send(signingPaths.toSignature(code), own, { body: JSON.stringify(order) });
}

test('a code is given to a person who is signed in, for a wave as it is and a person who may approve it', async () => {
  expect((await send(signingPaths.toCode(incident), own, { body: '{}' })).status).toBe(401);
  expect((await askForCode({ digest: 'a'.repeat(64) })).body.code).toBe('refused');
  expect((await askForCode({ operator: 'Rafael Costa' })).body.code).toBe('refused');
  expect((await askForCode({ operator: 'Nobody' })).body.code).toBe('refused');
  expect((await askForCode()).body).toMatchObject({ seconds: 900 });
});

test('nothing is stored of a signature over other bytes, by another key, under another name or with another ticket', async () => {
  const altered = await giveSigned(await takeCode(), { text: '{"wave":2}' });
  expect([altered.status, String(altered.body['reasons'])]).toEqual([409, expect.stringContaining('is no signature')]);
  expect((await giveSigned(await takeCode(), { by: 'Marek Dvorak' })).status).toBe(409);
  expect((await giveSigned(await takeCode(), { by: 'Marek Dvorak', as: 'Ines Adler' })).status).toBe(409);
  expect((await giveSigned(await takeCode(), { ticket: 'a'.repeat(24) })).body.code).toBe('code-spent');
  expect(await countApprovals()).toBe(0);
});

test('a code leads to its document once, and not after 15 minutes', async () => {
  const used = await takeCode();
  expect((await send(signingPaths.toDocument(used), own)).status).toBe(200);
  expect((await send(signingPaths.toDocument(used), own)).body.code).toBe('code-spent');
  expect((await approve(used, 'Ines Adler')).code).toBe('sign-refused');
  const late = await takeCode();
  aheadMs += 15 * 60_000;
  expect((await approve(late, 'Ines Adler')).code).toBe('sign-refused');
  expect((await approve('a'.repeat(24), 'Ines Adler')).code).toBe('sign-refused');
  expect(await countApprovals()).toBe(0);
});

test('the program refuses other addresses, and a document for somebody else, without asking for a passphrase', async () => {
  for (const other of ['http://harbor.example/', `http://127.0.0.1:${PORT}/`, `https://candor.localhost:${PORT}/`])
    expect(await desk.type('approve', `${other}${'a'.repeat(24)}`, '--as', 'Ines Adler')).toMatchObject({
      code: 'bad-sign-address',
    });
  expect((await approve(await takeCode(), 'Marek Dvorak')).code).toBe('unknown-operator');
  expect((await approve(await takeCode(), 'Ines Adler', 'Marek Dvorak')).code).toBe('wrong-key');
  expect(await countApprovals()).toBe(0);
});

test('another document under the code is refused: the wave was edited after the code was given', async () => {
  const code = await takeCode();
  const edited = await desk.type(
    ...['notice', 'edit', '--happened', 'en', '--text', 'An intruder had a service account.', '--why', 'counsel'],
    ...['--state', desk.state],
  );
  expect(edited.code).toBe('done');
  const refused = await approve(code, 'Ines Adler');
  expect([refused.code, refused.text]).toEqual(['sign-refused', expect.stringContaining('it has changed since')]);
  expect(await countApprovals()).toBe(0);
});

test('two people approve with keys that never come to the console, and the document is shown first', async () => {
  const first = await approve(await takeCode(), 'Ines Adler');
  expect(first).toMatchObject({ code: 'done', text: expect.stringContaining('One more person must approve') });
  expect(first.text).toContain(digest);
  expect(first.text.indexOf('What you sign (wave):')).toBeLessThan(first.text.indexOf('One more person'));
  expect((await askForCode()).body.code).toBe('refused');
  const second = await approve(await takeCode({ operator: 'Marek Dvorak' }), 'Marek Dvorak');
  expect(second).toMatchObject({ code: 'done', text: expect.stringMatching(/approved by .+ and .+; entry \d+/) });
  expect(await inState(async ({ store }) => (await requireWave(store, 1)).state)).toBe('approved');
  expect(await countApprovals()).toBe(2);
});
