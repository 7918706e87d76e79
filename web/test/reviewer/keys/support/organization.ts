import { gzipSync } from 'node:zlib';
import type { Json, Signer } from '@candor/core/base';
import {
  commitEntry,
  type EntryBody,
  type EntryKind,
  LogTree,
  listTiles,
  makeVerifierKey,
  signNote,
  TileProver,
  toBase64Url,
  toCheckpointText,
  toEntryText,
  toNoteText,
  toOpeningText,
  toProofText,
  toTilePath,
  toVerifierKeyText,
} from '@candor/core/ledger';
import { digestDocument, fingerprintKeySet, type KeySet, signApproval, toKeySet } from '@candor/core/notice/operator';
import {
  type IndexedMessage,
  makeGrant,
  makeSealingKey,
  packIndex,
  type ReleaseManifest,
  type ReleaseStatement,
  type ReviewerKey,
  type SealingKey,
  sealContent,
  toIndexText,
  toLoggedRelease,
  toManifestText,
} from '@candor/core/review/seal';
import { makeSigner, runtime } from '../../../../../core/test/verify/made-site.ts';
import type { MadeRelease } from '../../../../../portal/test/support/made-release.ts';

export { runtime } from '../../../../../core/test/verify/made-site.ts';
export const INCIDENT = 'harbor-2001';
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

export interface Recipient {
  readonly key: ReviewerKey;
  readonly fingerprint: string;
}

/** What a test may do to one release: each is one thing that a thief or a fault could do. */
export interface ReleaseOrder {
  readonly party?: string;
  readonly incident?: string;
  readonly number?: number;
  readonly supersedes?: string | null;
  readonly texts?: readonly string[];
  readonly vault?: SealingKey;
  readonly approvers?: readonly Signer[];
  readonly at?: string;
  /** Changes the manifest before it is approved and logged. */
  readonly alter?: (manifest: ReleaseManifest) => ReleaseManifest;
  readonly statement?: ReleaseStatement;
  /** Changes the index's messages. */
  readonly index?: (messages: readonly IndexedMessage[]) => readonly IndexedMessage[];
}

export interface Released extends MadeRelease {
  readonly manifest: ReleaseManifest;
  readonly vault: SealingKey;
  /** By the id of the message. */
  readonly messages: ReadonlyMap<string, { readonly text: string; readonly object: string }>;
}

/** An organization with two operators, its public log, and what it releases. */
export class Organization {
  readonly ines: Signer;
  readonly omar: Signer;
  readonly log: Signer;
  readonly keySet: KeySet;
  readonly fingerprint: string;
  readonly #entries: { readonly commitment: Uint8Array; readonly opening: string }[] = [];

  constructor(seed = 1) {
    this.ines = makeSigner('Ines Adler', seed);
    this.omar = makeSigner('Omar Reyes', seed + 1);
    this.log = makeSigner('harbor.example/log', seed + 2);
    const logKey = toVerifierKeyText(makeVerifierKey(runtime, this.log.name, this.log.publicKey));
    const operators = [this.ines, this.omar].map(({ name, publicKey }) => ({ name, key: toBase64Url(publicKey) }));
    this.keySet = toKeySet(logKey, operators);
    this.fingerprint = fingerprintKeySet(runtime, this.keySet);
    for (let padding = 0; padding < 3; padding += 1) this.pad();
  }

  get size(): number {
    return this.#entries.length;
  }

  pad(): void {
    this.#append(toEntryText({ kind: 'padding', at: 1_003_824_000 + this.size, body: {} }));
  }

  /** Writes an entry and gives its place. */
  append(kind: EntryKind, body: EntryBody): number {
    return this.#append(toEntryText({ kind, at: 1_003_824_000 + this.size, body }));
  }

  /** Another log with the same first entries: two organizations' histories from here on. */
  fork(at: number): Organization {
    const forked = new Organization();
    forked.#entries.splice(0);
    forked.#entries.push(...this.#entries.slice(0, at));
    return forked;
  }

  #append(entry: string): number {
    const salt = new Uint8Array(32).fill(this.size + 1);
    const index = this.size;
    this.#entries.push({
      commitment: commitEntry(runtime, salt, entry),
      opening: toOpeningText({ index, entry, salt }),
    });
    return index;
  }

  #tree(size = this.size): LogTree {
    const tree = new LogTree(runtime);
    for (const { commitment } of this.#entries.slice(0, size)) tree.append(commitment);
    return tree;
  }

  root(size = this.size): Uint8Array {
    return this.#tree(size).root();
  }

  async checkpoint(size = this.size): Promise<string> {
    const text = toCheckpointText({ origin: this.log.name, size, root: this.root(size) });
    return toNoteText(await signNote(runtime, text, this.log));
  }

  /** The files of the log below its folder. */
  async site(size = this.size): Promise<Map<string, Uint8Array>> {
    const files = new Map([['checkpoint', encode(await this.checkpoint(size))]]);
    const tree = new LogTree(runtime);
    for (let done = 0; done < size; done += 1) {
      tree.append(this.#entries[done]?.commitment ?? new Uint8Array(32));
      for (const { level, index, hashes } of [...tree.takeChanges(), ...tree.edges()])
        files.set(toTilePath({ level, index, width: hashes.length / 32 }), new Uint8Array(hashes));
    }
    const wanted = [...listTiles(size)].filter(({ level }) => level !== 'entries').map(toTilePath);
    return new Map([...files].filter(([path]) => path === 'checkpoint' || wanted.includes(path)));
  }

  async prove(index: number): Promise<string> {
    const tiles = await this.site();
    const prover = new TileProver(runtime, this.size, async (level, at, width) => {
      return tiles.get(toTilePath({ level, index: at, width })) ?? null;
    });
    const path = await prover.proveInclusion(index);
    const extra = encode(this.#entries[index]?.opening ?? '');
    return toProofText({ index, path, note: await this.checkpoint(), extra });
  }

  /** Seals, approves, logs and proves: what `candor release` does, over texts. */
  async release(recipients: readonly Recipient[], order: ReleaseOrder = {}): Promise<Released> {
    const {
      party = 'northwind.example',
      incident = INCIDENT,
      texts = ['Dear Kim, the drawings.', 'The invoice.'],
    } = order;
    const vault = order.vault ?? (await makeSealingKey());
    const sealed = await Promise.all(
      texts.map(async (text) => ({ text, bytes: await sealContent(vault.recipient, encode(text)) })),
    );
    const indexed = sealed.map(({ text, bytes }) => toIndexed(text, runtime.sha256Hex(bytes)));
    const lines = toIndexText(order.index?.(indexed) ?? indexed, order.statement);
    const index = await sealContent(
      vault.recipient,
      packIndex(lines, (bytes) => gzipSync(bytes)),
    );
    const grants = await Promise.all(
      recipients.map(async ({ key, fingerprint }) => ({
        reviewer: fingerprint,
        bytes: await makeGrant({ incident, party, reviewer: fingerprint }, vault, key.age),
      })),
    );
    const toFile = (bytes: Uint8Array) => ({ digest: runtime.sha256Hex(bytes), size: bytes.length });
    const plain: ReleaseManifest = {
      ...{ v: 1, kind: 'release', incident, party, organization: 'Harbor Energy', release: order.number ?? 1 },
      supersedes: order.supersedes ?? null,
      domains: [party],
      exposure: { version: 1, digest: '0'.repeat(64) },
      vault: vault.recipient,
      index: toFile(index),
      objects: rising(
        sealed.map(({ bytes }) => toFile(bytes)),
        ({ digest }) => digest,
      ),
      grants: rising(
        grants.map(({ reviewer, bytes }) => ({ reviewer, digest: runtime.sha256Hex(bytes) })),
        ({ reviewer }) => reviewer,
      ),
      figures: { releasable: texts.length, bulk: 0, held: 0, withheld: 0 },
      at: order.at ?? '2001-10-05T08:00:00Z',
    };
    const manifest = order.alter?.(plain) ?? plain;
    const text = toManifestText(manifest);
    const all = [index, ...sealed.map(({ bytes }) => bytes), ...grants.map(({ bytes }) => bytes)];
    return {
      release: runtime.sha256Hex(text),
      manifest,
      vault,
      papers: { manifest: text, ...(await this.#vouch(manifest, order.approvers ?? [this.ines, this.omar])) },
      files: new Map(all.map((bytes) => [runtime.sha256Hex(bytes), bytes])),
      index: runtime.sha256Hex(index),
      objects: sealed.map(({ bytes }) => runtime.sha256Hex(bytes)),
      grants: new Map(grants.map(({ reviewer, bytes }) => [reviewer, runtime.sha256Hex(bytes)])),
      messages: new Map(
        sealed.map(({ text: one, bytes }) => [runtime.sha256Hex(one), { text: one, object: runtime.sha256Hex(bytes) }]),
      ),
    };
  }

  async #vouch(
    manifest: ReleaseManifest,
    approvers: readonly Signer[],
  ): Promise<{ readonly approvals: string; readonly keys: string; readonly proof: string }> {
    const document = toLoggedRelease(runtime, manifest);
    const digest = digestDocument(runtime, document);
    const approvals = await Promise.all(approvers.map((signer) => signApproval(signer, 'release', digest)));
    const body = { document, approvals: approvals as unknown as Json };
    const place = this.#append(toEntryText({ kind: 'release', at: 1_003_824_000, body }));
    this.pad();
    const keys = JSON.stringify(this.keySet);
    return { approvals: JSON.stringify(approvals), keys, proof: await this.prove(place) };
  }
}

function toIndexed(text: string, object: string): IndexedMessage {
  return {
    id: runtime.sha256Hex(text),
    object,
    verdict: 'accessed',
    why: [],
    date: '2001-09-10T08:00:00Z',
    subject: text.slice(0, 20),
    from: ['kim@northwind.example'],
    to: ['dean@harbor.example'],
    cc: [],
    direction: 'sent',
    custodians: ['dean@harbor.example'],
    attachments: [],
    marks: [],
  };
}

export function rising<T>(list: readonly T[], name: (member: T) => string): T[] {
  return [...list].sort((a, b) => (name(a) < name(b) ? -1 : 1));
}
