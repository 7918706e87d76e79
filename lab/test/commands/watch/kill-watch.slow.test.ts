import { mkdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStateForReading } from '../../../src/adapters/store/state-folder.ts';
import { findVersion } from '../../../src/exposure/store/version-store.ts';
import { readAlertDocument } from '../../../src/notice/alert/alert-document.ts';
import { listAlertDeliveries } from '../../../src/notice/store/alert-store.ts';
import { runCli, startCli, waitFor } from '../../apps/cli-process.ts';
import { makeTemporaryFolder } from '../../temporary-folder.ts';
import { createRandom } from '../../whole/exports.ts';
import { CUSTODIANS, openWatchDesk, openWebhookSink, toRow, type WatchDesk } from './watch-desk.ts';

const isLong = process.env['CANDOR_LONG'] === '1';
/** Mails to one address that go out at once. */
const AT_ONCE = 4;
const KILLS = isLong ? 200 : 6;
/** Of what a whole pass takes: some processes come to their end and wait for more. */
const LONGEST_LIFE = 1.6;
const REPLY_MS = 60;

const folder = makeTemporaryFolder();
let desk: WatchDesk;
let hook: Awaited<ReturnType<typeof openWebhookSink>>;
let relay: Awaited<ReturnType<typeof openSlowRelay>>;
const pause = (ms: number) => new Promise((settle) => setTimeout(settle, ms));

/** A relay that has a whole message and takes a moment to say so: the process may be killed meanwhile. */
async function openSlowRelay() {
  const messages: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData(stream, _session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        messages.push(Buffer.concat(chunks).toString('latin1'));
        setTimeout(callback, REPLY_MS);
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.server.address() as AddressInfo;
  return { port, messages, close: () => new Promise<void>((done) => server.close(() => done())) };
}

let passMs = 0;
let arrived = 0;
/** Another log is renamed in, with one record of the intruder. */
function arrive(): void {
  arrived += 1;
  const made = join(folder, 'made.jsonl');
  const custodian = CUSTODIANS[arrived % CUSTODIANS.length] ?? 'ada';
  writeFileSync(made, toRow(`k-${arrived}`, custodian));
  utimesSync(made, 1_700_000_000, 1_700_000_000);
  renameSync(made, desk.path(`logs/${arrived}.jsonl`));
}

beforeAll(async () => {
  mkdirSync(join(folder, 'desk'));
  desk = openWatchDesk(join(folder, 'desk'));
  hook = await openWebhookSink();
  relay = await openSlowRelay();
  desk.configure(`log: { origin: a.example/log }
notice:
  page: a.example/notice
  from: { name: A team, address: notice@a.example }
  reply: answers@a.example
  bounce: bounce@a.example
  telephone: 1
  relay: { host: 127.0.0.1, port: ${relay.port}, tls: none }
watch: { mail: [duty@elsewhere.example], webhook: { url: "http://127.0.0.1:${hook.port}/" } }
`);
  await desk.run();
  await desk.pass();
  arrive();
  const begun = performance.now();
  await runCli(['watch', '--state', desk.state, '--once', '--json']);
  passMs = performance.now() - begun;
});
afterAll(async () => {
  hook.close();
  await relay.close();
});

test(`killed ${KILLS} times while logs arrive, it judges every arrival in one version and loses no alert`, {
  timeout: 1_800_000,
}, async () => {
  const random = createRandom(20_011_020);
  let killed = 0;
  while (killed < KILLS) {
    const child = startCli(['watch', '--state', desk.state, '--interval', '1s', '--json']);
    const ended = waitFor(child);
    const lifeMs = random() * LONGEST_LIFE * passMs;
    const begun = performance.now();
    if (random() < 0.8) arrive();
    await pause(lifeMs * random());
    if (random() < 0.5) arrive();
    await pause(Math.max(0, lifeMs - (performance.now() - begun)));
    if (child.exitCode !== null || child.pid === undefined) throw new Error((await ended).stderr);
    // Half of them lose their readers with them; in the other half the readers are left alone.
    process.kill(random() < 0.5 ? -child.pid : child.pid, 'SIGKILL');
    await ended;
    killed += 1;
  }
  for (let pass = 0; pass < 2; pass += 1) {
    const ending = await runCli(['watch', '--state', desk.state, '--once', '--json']);
    expect([ending.code, ending.stderr]).toEqual([0, '']);
  }
  await expectAllInOneVersion();
  await expectNoAlertLost();
  await expectSameAsUndisturbed();
});

/** By the arrivals that the state registered, and by the digests of the logs that each version was judged from. */
async function expectAllInOneVersion(): Promise<void> {
  const logs = (await desk.arrivals()).filter(([place]) => place.startsWith('logs/'));
  expect(logs.map(([place]) => place).sort()).toEqual(
    Array.from({ length: arrived }, (_, at) => `logs/${at + 1}.jsonl`).sort(),
  );
  const state = await openStateForReading(desk.state);
  const files = await state.store.db
    .selectFrom('evidence_file')
    .select(['path', 'sha256'])
    .where('purpose', '=', 'access')
    .execute();
  const digests = new Map(files.map(({ path, sha256 }) => [path, sha256]));
  const versions: (readonly string[])[] = [[]];
  for (let version = 1; ; version += 1) {
    const found = await findVersion(state.store, version);
    if (found === null) break;
    versions.push(found.inputs.accessFiles ?? []);
  }
  await state.close();
  for (const [place, version] of logs) {
    const digest = digests.get(place) ?? '';
    const first = versions.findIndex((known) => known.includes(digest));
    expect([place, version]).toEqual([place, first]);
    expect(versions.slice(first).every((known) => known.includes(digest))).toBe(true);
  }
}

async function expectNoAlertLost(): Promise<void> {
  const state = await openStateForReading(desk.state);
  const alerts = (await state.store.db.selectFrom('watch_alert').select('document').execute()).map(({ document }) => ({
    document,
    ...readAlertDocument(document),
  }));
  const deliveries = await listAlertDeliveries(state.store, [
    ...(['waiting', 'sending', 'sent', 'uncertain', 'failed', 'withheld'] as const),
  ]);
  const last = await state.store.db
    .selectFrom('exposure_version')
    .select(({ fn }) => fn.max('version').as('version'))
    .executeTakeFirstOrThrow();
  await state.close();
  // One follows the other without a gap, and together they count each arrival's record once.
  let at = 1;
  for (const { supersedes, version } of alerts.toSorted((a, b) => a.version - b.version)) {
    expect(supersedes).toBe(at);
    at = version;
  }
  expect(at).toBe(last.version);
  const records = alerts.flatMap(({ counts }) => counts.filter(({ kind }) => kind === 'intruder-records'));
  expect(records.reduce((sum, { count }) => sum + count, 0)).toBe(arrived);
  for (const { id, document } of alerts) {
    const calls = hook.calls.filter((call) => call.id === id);
    expect(calls.length).toBeGreaterThan(0);
    expect(new Set(calls.map(({ body }) => body))).toEqual(new Set([document]));
    const mails = relay.messages.filter((text) => text.includes(id)).length;
    const states = new Map(
      deliveries.filter(({ alert }) => alert === id).map(({ channel, state }) => [channel, state]),
    );
    expect(states.get('webhook')).toBe('sent');
    if (states.get('mail') === 'sent') expect(mails).toBe(1);
    else if (states.get('mail') === 'waiting') {
      // An address has had its mails of this hour: the rest goes out in one mail later.
      expect(relay.messages.length).toBeGreaterThanOrEqual(AT_ONCE);
      expect(mails).toBe(0);
    } else {
      expect(states.get('mail')).toBe('uncertain');
      expect(mails).toBeLessThanOrEqual(1);
    }
  }
  if (!isLong) return;
  const uncertain = deliveries.filter(({ state }) => state === 'uncertain').length;
  process.stdout.write(
    `${KILLS} kills: ${arrived} arrivals in ${last.version} versions, ${alerts.length} alerts, ${hook.calls.length} webhook calls, ${relay.messages.length} mails, ${uncertain} uncertain\n`,
  );
  // So many kills hit the moments that they are meant for.
  expect(uncertain).toBeGreaterThan(0);
}

async function expectSameAsUndisturbed(): Promise<void> {
  const [killed, fresh] = await Promise.all(
    [desk.state, join(folder, 'fresh')].map((state) => runCli(['run', desk.incident, '--state', state, '--json'])),
  );
  const digests = [killed, fresh].map((ending) => (JSON.parse(ending?.stdout ?? '{}') as { digest?: string }).digest);
  expect(digests[0]).toBeDefined();
  expect(digests[0]).toBe(digests[1]);
}
