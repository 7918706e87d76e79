import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatInstant, type Signer } from '@candor/core/base';
import { type Authorizations, toAuthorizationsText } from '@candor/core/review/access';
import { makeSealingKey, sealTo, toManifestText } from '@candor/core/review/seal';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPortalClient } from '../../src/adapters/net/portal.ts';
import { now } from '../../src/adapters/process/clock.ts';
import { createNodeRuntime } from '../../src/adapters/process/runtime.ts';

const MAIN = join(import.meta.dirname, '../../../portal/src/main.ts');
const { sha256Hex } = createNodeRuntime();
const folder = mkdtempSync(join(tmpdir(), 'lab-portal-'));
let child: ChildProcess;
let url = '';

function makeSigner(): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = new Uint8Array(Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'));
  return { name: 'lab', publicKey: raw, sign: async (message) => new Uint8Array(sign(null, message, privateKey)) };
}
const lab = makeSigner();

beforeAll(async () => {
  const path = join(folder, 'portal.json');
  const settings = {
    incident: 'harbor-2001',
    organization: 'Harbor Energy',
    app: 'https://harbor.example',
    passkeys: 'harbor.example',
    labKey: Buffer.from(lab.publicKey).toString('base64url'),
    folder: join(folder, 'portal'),
    listen: { port: 0 },
  };
  writeFileSync(path, JSON.stringify(settings));
  child = spawn(process.execPath, [MAIN, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  url = await new Promise((settle) => {
    child.stdout?.on('data', (chunk) => {
      const port = /"listening":(\d+)/.exec(String(chunk))?.[1];
      if (port !== undefined) settle(`http://127.0.0.1:${port}`);
    });
  });
});
afterAll(async () => {
  const ended = new Promise((settle) => child.once('exit', settle));
  child.kill();
  await ended;
  rmSync(folder, { recursive: true });
});

function toStanding(number: number): string {
  const standing: Authorizations = {
    v: 1,
    kind: 'standing',
    incident: 'harbor-2001',
    number,
    at: formatInstant(now()),
    until: formatInstant(now() + 3600),
    parties: [],
    requests: [],
  };
  return toAuthorizationsText(standing);
}

test('pushes a release once and never repeats it; what is in force only moves forward', async () => {
  const portal = await openPortalClient(url, lab);
  const vault = await makeSealingKey();
  const sealed = await Promise.all(
    ['index', 'one', 'two'].map((text) => sealTo(vault.recipient, new TextEncoder().encode(text))),
  );
  const files = new Map(sealed.map((bytes) => [sha256Hex(bytes), bytes]));
  const [index, ...objects] = sealed.map((bytes) => ({ digest: sha256Hex(bytes), size: bytes.length }));
  if (index === undefined) throw new Error('no index');
  const manifest = toManifestText({
    v: 1,
    kind: 'release',
    incident: 'harbor-2001',
    organization: 'Harbor Energy',
    release: 1,
    supersedes: null,
    party: 'northwind.example',
    domains: ['northwind.example'],
    exposure: { version: 1, digest: '0'.repeat(64) },
    vault: vault.recipient,
    index,
    objects: objects.sort((a, b) => (a.digest < b.digest ? -1 : 1)),
    grants: [],
    figures: { releasable: 2, bulk: 0, held: 0, withheld: 0 },
    at: '2001-10-05T08:00:00Z',
  });
  const papers = { manifest, approvals: '[]', keys: '{}', proof: '' };
  const readFile = async (digest: string): Promise<Uint8Array> => files.get(digest) ?? new Uint8Array();
  expect(await portal.push(papers, readFile)).toBe(3);
  expect(await portal.push(papers, readFile)).toBe(0);
  await portal.say(toStanding(2));
  await expect(portal.say(toStanding(1))).rejects.toMatchObject({ code: 'portal-conflict' });
  expect(await portal.listRequests(0)).toEqual([]);
  expect(await portal.listAccess(0)).toEqual([]);
});

test('a portal that does not know the key refuses and says nothing else', async () => {
  const portal = await openPortalClient(url, makeSigner());
  await expect(portal.listRequests(0)).rejects.toMatchObject({
    code: 'portal-unknown-key',
    message: expect.stringContaining('candor portal key'),
  });
});

test.each(['http://portal.harbor.example', 'portal.harbor.example', 'file:///x', ''])(
  '"%s" is not a portal address',
  async (text) => {
    await expect(openPortalClient(text, lab)).rejects.toMatchObject({ code: 'portal-unreachable' });
  },
);

test('distinguishes silence, redirects and nonsense from an answer', async () => {
  let answer = 'nonsense';
  let code = 200;
  const server: Server = createServer((_request, response) => {
    response.writeHead(code, code === 302 ? { location: url } : {});
    response.end(answer);
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  const near = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await expect(openPortalClient(near, lab)).rejects.toMatchObject({ code: 'portal-not-understood' });
  answer = '{"boot":"AAAA"}';
  await expect(openPortalClient(near, lab)).rejects.toMatchObject({ code: 'portal-not-understood' });
  const status = { v: 1, boot: 'AAAA', time: formatInstant(now()), incident: 'harbor-2001', app: url, passkeys: 'x' };
  answer = JSON.stringify(status);
  const portal = await openPortalClient(near, lab);
  for (answer of ['{}', '{"requests":[{}]}', '{"requests":[{"place":1,"document":"x"}]}', '[]'])
    await expect(portal.listRequests(0)).rejects.toMatchObject({ code: 'portal-not-understood' });
  const asked = { document: '{}', signature: 'x' };
  for (const places of [[1, 1], [2, 1], [0]]) {
    answer = JSON.stringify({ requests: places.map((place) => ({ place, ...asked })) });
    await expect(portal.listRequests(0)).rejects.toMatchObject({ code: 'portal-not-understood' });
  }
  answer = '{"records":[{"place":1,"record":"{}"}]}';
  await expect(portal.listAccess(0)).rejects.toMatchObject({ code: 'portal-not-understood' });
  answer = `{"requests":[${' '.repeat(33 * 1024 * 1024)}]}`;
  await expect(portal.listRequests(0)).rejects.toMatchObject({ code: 'portal-not-understood' });
  code = 401;
  answer = '{"code":"not-signed-in"}';
  await expect(portal.listRequests(0)).rejects.toMatchObject({ code: 'portal-unknown-key' });
  code = 200;
  answer = JSON.stringify({ ...status, time: formatInstant(now() - 400) });
  const late = await openPortalClient(near, lab);
  code = 401;
  answer = '{"code":"not-signed-in"}';
  await expect(late.listRequests(0)).rejects.toMatchObject({ code: 'portal-clock' });
  code = 500;
  answer = '{"code":"<script>\\u001b[31m"}';
  await expect(portal.listRequests(0)).rejects.toMatchObject({ message: expect.not.stringContaining('script') });
  code = 302;
  await expect(portal.listRequests(0)).rejects.toMatchObject({ code: 'portal-unreachable' });
  await new Promise((settle) => server.close(settle));
  await expect(portal.listRequests(0)).rejects.toMatchObject({ code: 'portal-unreachable' });
});
