import { execFileSync } from 'node:child_process';
import { createHash, generateKeyPairSync, randomBytes, sign as signEd25519 } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Json, Signer } from '@candor/core/base';
import {
  commitEntry,
  LogTree,
  makeVerifierKey,
  signNote,
  TileProver,
  toCheckpointText,
  toEntryText,
  toNoteText,
  toOpeningText,
  toProofText,
  toVerifierKeyText,
} from '@candor/core/ledger';
import { digestDocument, fingerprintKeySet, signApproval, toKeySet } from '@candor/core/notice/operator';
import {
  type IndexedMessage,
  makeGrant,
  makeSealingKey,
  packIndex,
  type ReleaseManifest,
  sealContent,
  toIndexText,
  toLoggedRelease,
  toManifestText,
} from '@candor/core/review/seal';
import { afterAll, describe, expect, test } from 'vitest';
import { openByHand } from '../../../tools/second-opener/open-release.ts';
import { nodeGzip } from '../../src/adapters/files/deflate.ts';
import { type ReleaseMember, readReleaseFile, writeReleaseFile } from '../../src/adapters/files/release-file.ts';
import { makeReviewerKey, openReviewerKey } from '../../src/adapters/keys/reviewer-key.ts';
import { createNodeRuntime } from '../../src/adapters/process/runtime.ts';
import { silentProgress } from '../../src/commands/progress.ts';
import { openReleaseFile } from '../../src/commands/review/open-release.ts';

const runtime = createNodeRuntime();
const work = mkdtempSync(join(tmpdir(), 'candor-open-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function makeSigner(name: string): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  return {
    name,
    publicKey: Buffer.from(x, 'base64url'),
    sign: async (message) => signEd25519(null, message, privateKey),
  };
}

const log = makeSigner('harbor.example/log');
const ines = makeSigner('Ines Adler');
const omar = makeSigner('Omar Reyes');
const logKey = makeVerifierKey(runtime, log.name, log.publicKey);
const operators = [ines, omar].map(({ name, publicKey }) => ({
  name,
  key: Buffer.from(publicKey).toString('base64url'),
}));
const keySet = toKeySet(toVerifierKeyText(logKey), operators);
const fingerprint = fingerprintKeySet(runtime, keySet);
const vault = await makeSealingKey();
const keyFile = join(work, 'reviewer.key');
const reviewer = await makeReviewerKey(keyFile, null);
const mails = [
  'From: jo@northwind.example\r\nTo: phillip.allen@harbor.example\r\nSubject: =1+1\r\n\r\nFrom here on\r\n>From there\r\n',
  'From: phillip.allen@harbor.example\nTo: jo@northwind.example\nSubject: <script>alert(1)</script>\n\nHello\n',
];

/** A whole release, made by the functions of core alone. */
async function makeRelease(signers: readonly Signer[] = [ines, omar]): Promise<ReleaseMember[]> {
  const objects = await Promise.all(mails.map((mail) => sealContent(vault.recipient, bytes(mail))));
  const messages = mails.map(
    (mail, at): IndexedMessage => ({
      id: sha256(mail),
      object: sha256(objects[at] ?? ''),
      verdict: 'accessed',
      why: [{ code: 'bind', sentence: 'The intruder opened it.', times: ['2001-09-10T10:00:00Z'] }],
      date: `2001-09-1${at}T10:00:00Z`,
      subject: /Subject: (.*)/.exec(mail)?.[1]?.trim() ?? '',
      from: ['jo@northwind.example'],
      to: ['phillip.allen@harbor.example'],
      cc: [],
      direction: 'sent',
      custodians: ['phillip.allen@harbor.example'],
      attachments: [],
      marks: [],
    }),
  );
  const index = await sealContent(vault.recipient, packIndex(toIndexText(messages), nodeGzip));
  const scope = { incident: 'harbor-2001', party: 'northwind.example', reviewer: reviewer.fingerprint };
  const grant = await makeGrant(scope, vault, reviewer.key.age);
  const file = (content: Uint8Array) => ({ digest: sha256(content), size: content.length });
  const manifest: ReleaseManifest = {
    v: 1,
    kind: 'release',
    incident: 'harbor-2001',
    organization: 'Harbor Energy',
    release: 1,
    supersedes: null,
    party: 'northwind.example',
    domains: ['northwind.example'],
    exposure: { version: 1, digest: sha256('exposure') },
    vault: vault.recipient,
    index: file(index),
    objects: objects.map(file).sort((a, b) => (a.digest < b.digest ? -1 : 1)),
    grants: [{ reviewer: reviewer.fingerprint, digest: sha256(grant) }],
    figures: { releasable: 2, bulk: 0, held: 0, withheld: 0 },
    at: '2001-10-23T08:00:00Z',
  };
  const manifestText = toManifestText(manifest);
  const approvals = await Promise.all(
    signers.map((signer) =>
      signApproval(signer, 'release', digestDocument(runtime, toLoggedRelease(runtime, manifest))),
    ),
  );
  return [
    { name: 'manifest.json', bytes: bytes(manifestText) },
    { name: 'approvals.json', bytes: bytes(JSON.stringify(approvals)) },
    { name: 'keys.json', bytes: bytes(JSON.stringify(keySet)) },
    {
      name: 'log.proof',
      bytes: bytes(await proveInLog(toLoggedRelease(runtime, manifest), approvals as unknown as Json)),
    },
    { name: 'index.age', bytes: index },
    { name: `grants/${reviewer.fingerprint}.age`, bytes: grant },
    ...objects
      .map((object) => ({ name: `objects/${sha256(object)}.age`, bytes: object }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  ];
}

async function proveInLog(document: Json, approvals: Json): Promise<string> {
  const entry = toEntryText({ kind: 'release', at: 1_003_824_000, body: { document, approvals } });
  const salt = randomBytes(32);
  const tree = new LogTree(runtime);
  for (const filler of [1, 2]) tree.append(randomBytes(32).fill(filler));
  tree.append(commitEntry(runtime, salt, entry));
  tree.append(randomBytes(32));
  const tiles = new Map(tree.takeChanges().map((tile) => [`${tile.level}/${tile.index}`, tile.hashes]));
  const prover = new TileProver(runtime, tree.size, async (level, index) => tiles.get(`${level}/${index}`) ?? null);
  const note = await signNote(runtime, toCheckpointText({ origin: log.name, size: tree.size, root: tree.root() }), log);
  const opening = bytes(toOpeningText({ index: 2, entry, salt }));
  return toProofText({ index: 2, path: await prover.proveInclusion(2), note: toNoteText(note), extra: opening });
}

let made = 0;
async function write(members: readonly ReleaseMember[]): Promise<string> {
  made += 1;
  const path = join(work, `${made}.candor`);
  await writeReleaseFile(
    path,
    (async function* () {
      yield* members;
    })(),
  );
  return path;
}

async function open(members: readonly ReleaseMember[], known = fingerprint) {
  const release = await write(members);
  const out = join(work, `out-${made}`);
  return {
    out,
    result: await openReleaseFile({
      release,
      keyFile,
      passphrase: async () => '',
      fingerprint: known,
      out,
      progress: silentProgress,
    }),
  };
}

const release = await makeRelease();
const swap = (name: string, change: (content: Uint8Array) => Uint8Array): ReleaseMember[] =>
  release.map((member) => (member.name.startsWith(name) ? { ...member, bytes: change(member.bytes) } : member));
const flip = (content: Uint8Array): Uint8Array =>
  content.map((byte, at) => (at === content.length - 5 ? byte ^ 1 : byte));

describe('a release that holds', () => {
  test('gives every message byte for byte, an mbox, a table without formulas and a page without scripts', async () => {
    const { out, result } = await open(release);
    expect(result).toMatchObject({
      messages: 2,
      damaged: [],
      verified: { approvers: { value: ['Ines Adler', 'Omar Reyes'] }, log: { position: 2, size: 4 } },
    });
    const files = readdirSync(join(out, 'messages'));
    expect(files.map((file) => readFileSync(join(out, 'messages', file), 'utf8')).sort()).toEqual([...mails].sort());
    expect(readFileSync(join(out, 'messages.mbox'), 'utf8')).toContain('\n>From here on\r\n>>From there');
    expect(readFileSync(join(out, 'index.csv'), 'utf8')).toContain(",'=1+1,");
    const page = readFileSync(join(out, 'index.html'), 'utf8');
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toMatch(/<script|https?:|src=/);
  });

  test('the same members give the same file, which tar opens', async () => {
    const [first, second] = [await write(release), await write(release)];
    expect(readFileSync(first).equals(readFileSync(second))).toBe(true);
    const listed = execFileSync('tar', ['tf', first], { encoding: 'utf8' }).trim().split('\n');
    expect(listed).toEqual(release.map(({ name }) => name));
  });

  test('a second opener (tar, sha256sum and another age implementation) gives the same bytes', async () => {
    const { out } = await open(release);
    const byHand = join(work, 'by-hand');
    const names = openByHand(await write(release), keyFile, reviewer.fingerprint, byHand);
    expect(names).toEqual(readdirSync(join(out, 'messages')).sort());
    for (const name of names)
      expect(readFileSync(join(byHand, name)).equals(readFileSync(join(out, 'messages', name)))).toBe(true);
  });

  test('the second opener gives nothing altered', async () => {
    const object = release.at(-1)?.name ?? '';
    const altered = await write(swap(object, flip));
    const byHand = join(work, 'by-hand-altered');
    expect(() => openByHand(altered, keyFile, reviewer.fingerprint, byHand)).toThrow();
    expect(existsSync(byHand)).toBe(false);
  });

  test('names a damaged object and opens the rest', async () => {
    const object = release.at(-1)?.name ?? '';
    const { out, result } = await open(swap(object, flip));
    expect(result).toMatchObject({ messages: 1, damaged: [object.slice('objects/'.length, -4)] });
    expect(readdirSync(join(out, 'messages')).length).toBe(1);
  });

  test('names a missing object and opens the rest', async () => {
    expect((await open(release.slice(0, -1))).result).toMatchObject({ messages: 1, damaged: [expect.any(String)] });
  });
});

describe('an invalid release is refused before anything is opened', () => {
  const text = (name: string, from: string | RegExp, to: string) =>
    swap(name, (content) => bytes(new TextDecoder().decode(content).replace(from, to)));
  test.for<readonly [string, () => Promise<readonly ReleaseMember[]> | readonly ReleaseMember[], string]>([
    [
      'another party in the manifest',
      () => text('manifest.json', '"party":"northwind.example"', '"party":"rival.example"'),
      'release-approvals',
    ],
    ['a figure changed', () => text('manifest.json', '"releasable":2', '"releasable":1'), 'release-approvals'],
    ['a manifest in another form', () => text('manifest.json', '{', '{ '), 'release-manifest'],
    ['one approver', () => makeRelease([ines]), 'release-approvals'],
    ['the same approver twice', () => makeRelease([ines, ines]), 'release-approvals'],
    ['a stranger as second approver', () => makeRelease([ines, makeSigner('Omar Reyes')]), 'release-approvals'],
    ['approvals cut off', () => swap('approvals.json', () => bytes('[')), 'release-approvals'],
    ['no keys', () => swap('keys.json', () => bytes('{}')), 'release-keys'],
    ['a proof of another log', () => text('log.proof', 'harbor.example/log', 'rival.example/log'), 'release-log'],
    ['no proof', () => swap('log.proof', () => bytes('')), 'release-log'],
    ['an altered index', () => swap('index.age', flip), 'release-index'],
    ['an altered grant', () => swap('grants/', flip), 'no-grant'],
    ['no grant', () => release.filter(({ name }) => !name.startsWith('grants/')), 'no-grant'],
    [
      'two files exchanged',
      () => [release[1], release[0], ...release.slice(2)].filter((member) => member !== undefined),
      'no-release',
    ],
    ['a doubled object', () => [...release, release.at(-1)].filter((member) => member !== undefined), 'no-release'],
    ['nothing', () => [], 'no-release'],
  ])('%s', async ([, make, code]) => {
    await expect(open(await make())).rejects.toMatchObject({ code });
    expect(existsSync(join(work, `out-${made}`))).toBe(false);
  });

  test('an index sealed to the vault by somebody else, since its public half is no secret', async () => {
    const other = await sealContent(vault.recipient, packIndex(toIndexText([]), nodeGzip));
    await expect(open(swap('index.age', () => other))).rejects.toMatchObject({ code: 'release-index' });
  });

  test('a message sealed to the vault by somebody else', async () => {
    const other = await sealContent(vault.recipient, bytes('From: eve@rival.example\r\n\r\nPay here\r\n'));
    const { result } = await open(swap(release.at(-1)?.name ?? '', () => other));
    expect(result).toMatchObject({ messages: 1, damaged: [expect.any(String)] });
  });

  test('anything sealed again differs from what two people approved', async () => {
    const scope = { incident: 'harbor-2001', party: 'northwind.example', reviewer: reviewer.fingerprint };
    const grant = await makeGrant(scope, vault, reviewer.key.age);
    await expect(open(swap('grants/', () => grant))).rejects.toMatchObject({ code: 'no-grant' });
    for (const mail of mails) {
      const object = await sealContent(vault.recipient, bytes(mail));
      const { result } = await open(swap(release.at(-1)?.name ?? '', () => object));
      expect(result).toMatchObject({ messages: 1 });
    }
  });

  test('keys with another fingerprint than the notice', async () => {
    await expect(
      open(
        release,
        fingerprint.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
      ),
    ).rejects.toMatchObject({ code: 'release-fingerprint' });
  });

  test('a file that is no tar, or is truncated', async () => {
    const path = await write(release);
    const whole = readFileSync(path);
    for (const content of [Buffer.from('no tar'), whole.subarray(0, whole.length / 2), Buffer.alloc(0)]) {
      writeFileSync(path, content);
      const read = async () => {
        for await (const member of readReleaseFile(path)) void member;
      };
      await expect(read()).rejects.toMatchObject({ code: 'no-release' });
    }
  });

  test('a target folder that is not empty', async () => {
    const path = await write(release);
    await expect(
      openReleaseFile({
        release: path,
        keyFile,
        passphrase: async () => '',
        fingerprint,
        out: work,
        progress: silentProgress,
      }),
    ).rejects.toMatchObject({ code: 'folder-in-use' });
  });
});

describe("a reviewer's key file", () => {
  test('opens only with its passphrase, and an open one must be owner-only', async () => {
    const path = join(work, 'sealed.key');
    const key = await makeReviewerKey(path, 'four random words here', { scryptWorkFactor: 4 });
    expect((await openReviewerKey(path, async () => 'four random words here')).fingerprint).toBe(key.fingerprint);
    await expect(openReviewerKey(path, async () => 'wrong')).rejects.toMatchObject({ code: 'wrong-passphrase' });
    await expect(makeReviewerKey(path, null)).rejects.toMatchObject({ code: 'key-exists' });
    const loose = join(work, 'loose.key');
    writeFileSync(loose, readFileSync(keyFile), { mode: 0o644 });
    await expect(openReviewerKey(loose, async () => '')).rejects.toMatchObject({ code: 'open-key' });
    writeFileSync(loose, 'something', { mode: 0o600 });
    await expect(openReviewerKey(join(work, 'none'), async () => '')).rejects.toMatchObject({ code: 'no-key' });
  });
});
