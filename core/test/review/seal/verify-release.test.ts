import type { Json, Signer } from '@candor/core/base';
import {
  commitEntry,
  type EntryKind,
  LogTree,
  makeVerifierKey,
  signNote,
  TileProver,
  toBase64Url,
  toCheckpointText,
  toEntryText,
  toNoteText,
  toOpeningText,
  toProofText,
  toVerifierKeyText,
} from '@candor/core/ledger';
import {
  type ApprovalType,
  digestDocument,
  fingerprintKeySet,
  signApproval,
  toKeySet,
} from '@candor/core/notice/operator';
import {
  makeSealingKey,
  type ReleaseManifest,
  toLoggedRelease,
  toManifestText,
  verifyRelease,
} from '@candor/core/review/seal';
import { describe, expect, test } from 'vitest';
import { cryptography, makeSigner, runtime } from '../../verify/made-site.ts';

const ines = makeSigner('Ines Adler', 1);
const omar = makeSigner('Omar Reyes', 2);
const log = makeSigner('harbor.example/log', 3);
const hex = (value: string): string => value.repeat(32);
const vault = await makeSealingKey();
const manifest: ReleaseManifest = {
  ...{ v: 1, kind: 'release', incident: 'harbor-2001', organization: 'Harbor Energy', release: 1, supersedes: null },
  ...{ party: 'northwind.example', domains: ['northwind.example'], exposure: { version: 1, digest: hex('ab') } },
  ...{ vault: vault.recipient, index: { digest: hex('cd'), size: 4096 } },
  objects: ['01', '02'].map((pair) => ({ digest: hex(pair), size: 8192 })),
  grants: ['0000', '1111'].map((four) => ({ reviewer: Array(8).fill(four).join('-'), digest: hex('ef') })),
  ...{ figures: { releasable: 2, bulk: 0, held: 0, withheld: 0 }, at: '2001-10-23T08:00:00Z' },
};
const operators = [ines, omar].map(({ name, publicKey }) => ({ name, key: toBase64Url(publicKey) }));
const logKey = toVerifierKeyText(makeVerifierKey(runtime, log.name, log.publicKey));

/** Each is one thing that who holds the portal, or one of the two people, could do. */
interface Faults {
  readonly manifest?: ReleaseManifest;
  readonly approvers?: readonly Signer[];
  readonly matter?: ApprovalType;
  readonly quorum?: number;
  readonly kind?: EntryKind;
  readonly logged?: ReleaseManifest;
  readonly index?: number;
  readonly salt?: Uint8Array;
  readonly path?: (path: readonly Uint8Array[]) => readonly Uint8Array[];
  readonly logSigner?: Signer;
}

async function make(faults: Faults = {}) {
  const released = faults.manifest ?? manifest;
  const keySet = { ...toKeySet(logKey, operators), quorum: faults.quorum ?? 2 };
  const digest = digestDocument(runtime, toLoggedRelease(runtime, released));
  const approvals = await Promise.all(
    (faults.approvers ?? [ines, omar]).map((signer) => signApproval(signer, faults.matter ?? 'release', digest)),
  );
  const document = toLoggedRelease(runtime, faults.logged ?? released);
  const body = { document, approvals: approvals as unknown as Json };
  const entry = toEntryText({ kind: faults.kind ?? 'release', at: 1_003_824_000, body });
  const salt = new Uint8Array(32).fill(5);
  const tree = new LogTree(runtime);
  const commitments: Uint8Array[] = [1, 2, 3, 4].map((value) => new Uint8Array(32).fill(value));
  commitments[2] = commitEntry(runtime, salt, entry);
  for (const commitment of commitments) tree.append(commitment);
  const root = tree.root();
  const [tile] = tree.takeChanges();
  const path = await new TileProver(runtime, 4, async () => tile?.hashes ?? null).proveInclusion(2);
  const note = await signNote(runtime, toCheckpointText({ origin: log.name, size: 4, root }), faults.logSigner ?? log);
  const opening = toOpeningText({ index: faults.index ?? 2, entry, salt: faults.salt ?? salt });
  const proof = toProofText({
    ...{ index: 2, path: faults.path?.(path) ?? path, note: toNoteText(note) },
    extra: new TextEncoder().encode(opening),
  });
  return {
    papers: {
      ...{ manifest: toManifestText(released), approvals: JSON.stringify(approvals) },
      ...{ keys: new TextEncoder().encode(JSON.stringify(keySet)), proof },
    },
    fingerprint: fingerprintKeySet(runtime, keySet),
  };
}

async function judge(faults: Faults): Promise<string> {
  const { papers, fingerprint } = await make(faults);
  const found = await verifyRelease({ ...runtime, ...cryptography }, papers, fingerprint);
  return found.state === 'refused' ? found.flaw : found.state;
}

test('verifies a release that two people approved and the log proves', async () => {
  const { papers, fingerprint } = await make();
  expect(await verifyRelease({ ...runtime, ...cryptography }, papers, fingerprint)).toMatchObject({
    ...{ state: 'verified', manifest, fingerprint, approvers: { value: ['Ines Adler', 'Omar Reyes'] } },
    log: { origin: 'harbor.example/log', size: 4, position: 2 },
  });
});

test('approval and log entry name party and release and lead to the manifest', () => {
  expect(toLoggedRelease(runtime, manifest)).toEqual({
    ...{ v: 1, kind: 'release', incident: 'harbor-2001', party: 'northwind.example', release: 1 },
    manifest: runtime.sha256Hex(toManifestText(manifest)),
  });
});

const other = { ...manifest, release: 2 };
const flip = (path: readonly Uint8Array[]) => path.map((hash) => hash.map((byte, at) => (at === 3 ? byte ^ 1 : byte)));

test.each<[string, Faults, string]>([
  ['objects out of order', { manifest: { ...manifest, objects: manifest.objects.toReversed() } }, 'manifest'],
  ['an object twice', { manifest: { ...manifest, objects: [...manifest.objects, ...manifest.objects] } }, 'manifest'],
  ['grants out of order', { manifest: { ...manifest, grants: manifest.grants.toReversed() } }, 'manifest'],
  ['a domain twice', { manifest: { ...manifest, domains: ['a.example', 'a.example'] } }, 'manifest'],
  ['one approver', { approvers: [ines] }, 'approvals'],
  ['one approver twice', { approvers: [ines, ines] }, 'approvals'],
  ['approvals of a wave', { matter: 'wave' }, 'approvals'],
  ['two approvers where three must agree', { quorum: 3 }, 'approvals'],
  ['the entry of another release', { logged: other }, 'log'],
  ['an entry of another kind', { kind: 'hold' }, 'log'],
  ['an opening of another place', { index: 1 }, 'log'],
  ['another salt', { salt: new Uint8Array(32) }, 'log'],
  ['a path that leads elsewhere', { path: flip }, 'log'],
  ['a path that is too short', { path: (path) => path.slice(1) }, 'log'],
  ['a checkpoint that somebody else signed', { logSigner: { ...makeSigner('x', 9), name: log.name } }, 'log'],
])('refuses a release with %s', async (_, faults, flaw) => {
  expect(await judge(faults)).toBe(flaw);
});

describe('the order of checks', () => {
  test.each([
    ['manifest', {}],
    ['keys', { manifest: true }],
    ['approvals', { manifest: true, keys: true }],
    ['fingerprint', { manifest: true, keys: true, approvals: true }],
    ['log', { manifest: true, keys: true, approvals: true, fingerprint: true }],
  ] as const)('%s is the first error of a release that only passes the previous checks', async (flaw, has) => {
    const { papers, fingerprint } = await make();
    const there: Readonly<Record<string, boolean>> = has;
    const kept = {
      manifest: there['manifest'] === true ? papers.manifest : null,
      keys: there['keys'] === true ? papers.keys : null,
      approvals: there['approvals'] === true ? papers.approvals : null,
      proof: null,
    };
    const known = there['fingerprint'] === true ? fingerprint : fingerprint.replace(/./g, '0');
    expect(await verifyRelease({ ...runtime, ...cryptography }, kept, known)).toEqual({ state: 'refused', flaw });
  });
});
