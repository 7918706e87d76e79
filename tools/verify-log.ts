// A second verifier of published logs, written from the C2SP and RFC 6962 texts alone: it shares no line with
// core/src/ledger, so that both can only agree when both are right. node tools/verify-log.ts FOLDER VERIFIER-KEY
// [OLDER-CHECKPOINT-FILE]
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Head {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

const sha256 = (...parts: readonly Uint8Array[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/** RFC 6962 §2.1, as it stands there. */
function merkleTreeHash(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return leaves[0] ?? Buffer.alloc(0);
  let k = 1;
  while (k << 1 < leaves.length) k <<= 1;
  return sha256(Buffer.of(1), merkleTreeHash(leaves.slice(0, k)), merkleTreeHash(leaves.slice(k)));
}

/** signed-note, type 0x01, and the three lines of tlog-checkpoint. */
function openCheckpoint(note: string, verifierKey: string): Head {
  const match = /^(?<name>[^+]+)\+(?<id>[0-9a-f]{8})\+(?<key>.+)$/s.exec(verifierKey)?.groups;
  if (match === undefined) throw new Error('no verifier key');
  const { name = '', id = '', key = '' } = match;
  const material = Buffer.from(key, 'base64');
  if (material[0] !== 1 || material.length !== 33) throw new Error('no Ed25519 key');
  if (
    sha256(Buffer.from(`${name}\n`), material)
      .subarray(0, 4)
      .toString('hex') !== id
  )
    throw new Error('another key id');
  const end = note.lastIndexOf('\n\n') + 1;
  const text = note.slice(0, end);
  const publicKey = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: material.subarray(1).toString('base64url') },
    format: 'jwk',
  });
  const isSigned = note
    .slice(end + 1)
    .split('\n')
    .some((line) => {
      const [dash, by, base64 = ''] = line.split(' ');
      const signature = Buffer.from(base64, 'base64');
      if (dash !== '\u2014' || by !== name || signature.subarray(0, 4).toString('hex') !== id) return false;
      return verify(null, Buffer.from(text), publicKey, signature.subarray(4));
    });
  if (!isSigned) throw new Error('not signed by this key');
  const [origin = '', size = '', root = ''] = text.split('\n');
  return { origin, size: Number(size), root: Buffer.from(root, 'base64') };
}

/** tlog-tiles: index in groups of three digits, all but the last with an x. */
function tilePath(level: string, index: number, width: number): string {
  let path = String(index % 1000).padStart(3, '0');
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    path = `x${String(rest % 1000).padStart(3, '0')}/${path}`;
  }
  return `tile/${level}/${path}${width === 256 ? '' : `.p/${width}`}`;
}

/** Throws for anything that is not as the specifications say. */
export function verifyFolder(folder: string, verifierKey: string, older: string | null = null): Head {
  const read = (path: string) => readFileSync(join(folder, path));
  const head = openCheckpoint(read('checkpoint').toString(), verifierKey);
  const leaves: Buffer[] = [];
  for (let from = 0; from < head.size; from += 256) {
    const bundle = read(tilePath('entries', from / 256, Math.min(256, head.size - from)));
    for (let at = 0; at < bundle.length; ) {
      const length = bundle.readUInt16BE(at);
      leaves.push(sha256(Buffer.of(0), bundle.subarray(at + 2, at + 2 + length)));
      at += 2 + length;
    }
  }
  if (leaves.length !== head.size) throw new Error(`${leaves.length} entries, not ${head.size}`);
  if (!merkleTreeHash(leaves).equals(head.root)) throw new Error('the root is another');
  let hashes = leaves;
  for (let level = 0; hashes.length > 0; level += 1) {
    const above: Buffer[] = [];
    for (let from = 0; from < hashes.length; from += 256) {
      const part = hashes.slice(from, from + 256);
      const tile = read(tilePath(String(level), from / 256, part.length));
      if (!tile.equals(Buffer.concat(part))) throw new Error(`tile ${level}/${from / 256} is another`);
      if (part.length === 256) above.push(merkleTreeHash(part));
    }
    hashes = above;
  }
  if (older !== null) {
    const before = openCheckpoint(older, verifierKey);
    if (before.origin !== head.origin || before.size > head.size) throw new Error('another log, or a shorter one');
    if (!merkleTreeHash(leaves.slice(0, before.size)).equals(before.root)) throw new Error('the past was rewritten');
  }
  return head;
}

if (import.meta.main) {
  const [folder = '', key = '', older] = process.argv.slice(2);
  const head = verifyFolder(folder, key, older === undefined ? null : readFileSync(older, 'utf8'));
  process.stdout.write(`${head.origin} ${head.size} ${head.root.toString('base64')}\n`);
}
