import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type AuditCounts, writeAudit } from './audit-corpus.ts';
import { writeBenchIncident } from './bench-incident.ts';
import type { CorpusKind } from './body.ts';
import { type MailCounts, writeMaildir, writeMbox } from './mail-corpus.ts';

/** A change of the generator changes the number, so that old corpora are made again. */
const GENERATOR_VERSION = 4;
const SEED = 20_011_022;

/** Where corpora are kept between runs: outside the tree, with the machine's temporary files. */
export const defaultFolder = join(tmpdir(), 'candor-bench');

export interface MailCorpus {
  readonly path: string;
  readonly counts: MailCounts;
}

export interface AuditCorpus {
  readonly path: string;
  readonly counts: AuditCounts;
}

/** The corpus, made now or found from an earlier run. */
export function provideMail(folder: string, container: 'mbox' | 'maildir', kind: CorpusKind, size: number): MailCorpus {
  const path = join(folder, `${kind}-${formatSize(size)}.${container}`);
  const counts = provide(path, () =>
    container === 'mbox' ? writeMbox(path, kind, SEED, size) : writeMaildir(path, kind, SEED, size),
  );
  return { path, counts };
}

/** Access records whose ids name letters of a mail corpus with this many messages. */
export function provideAudit(folder: string, size: number, messages: number): AuditCorpus {
  const path = join(folder, `audit-${formatSize(size)}-of-${messages}.jsonl`);
  return { path, counts: provide(path, () => writeAudit(path, SEED, size, messages)) };
}

export async function provideGzip(corpus: AuditCorpus): Promise<AuditCorpus> {
  const path = `${corpus.path}.gz`;
  if (!existsSync(path)) {
    await pipeline(createReadStream(corpus.path), createGzip({ level: 6 }), createWriteStream(`${path}.part`));
    renameSync(`${path}.part`, path);
  }
  return { path, counts: corpus.counts };
}

/** An incident file beside the corpora that names them. */
export function provideIncident(folder: string, mail: MailCorpus, audit: AuditCorpus | null, owners = true): string {
  const name = `${toStem(mail.path)}${audit === null ? '' : `-${toStem(audit.path)}`}${owners ? '' : '-ambiguous'}.yaml`;
  const path = join(folder, name);
  writeBenchIncident(
    path,
    mail.path.slice(folder.length + 1),
    audit === null ? null : audit.path.slice(folder.length + 1),
    owners,
  );
  return path;
}

const toStem = (path: string): string => path.replace(/^.*[\\/]/, '').replace(/[^a-z0-9]+/gi, '-');

/** `64m`, `1g`: as `--size` takes it. */
const SIZE = /^(\d+)([kmg])b?$/i;

export function isSize(text: string): boolean {
  return SIZE.test(text);
}

export function readSize(text: string): number {
  const found = SIZE.exec(text);
  const unit = { k: 1e3, m: 1e6, g: 1e9 }[found?.[2]?.toLowerCase() ?? ''];
  if (found === null || unit === undefined) throw new Error(`a size is a number and k, m or g, like 200m: not ${text}`);
  return Number(found[1]) * unit;
}

function formatSize(size: number): string {
  if (size % 1e9 === 0) return `${size / 1e9}g`;
  return size % 1e6 === 0 ? `${size / 1e6}m` : `${size}`;
}

/** The manifest is written last: a corpus without one was cut off while it was made, and is made again. */
function provide<Counts extends { readonly bytes: number }>(path: string, make: () => Counts): Counts {
  const manifest = `${path}.manifest.json`;
  if (existsSync(manifest) && existsSync(path)) {
    const found = JSON.parse(readFileSync(manifest, 'utf8')) as { version: number; counts: Counts };
    const isWhole = statSync(path).isDirectory() || statSync(path).size === found.counts.bytes;
    if (found.version === GENERATOR_VERSION && isWhole) return found.counts;
  }
  rmSync(manifest, { force: true });
  rmSync(path, { recursive: true, force: true });
  mkdirSync(join(path, '..'), { recursive: true });
  const counts = make();
  writeFileSync(manifest, `${JSON.stringify({ version: GENERATOR_VERSION, seed: SEED, counts }, null, 2)}\n`);
  return counts;
}
