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
import { type AuditCounts, INTRUDER_SESSION, MAILBOX_GUID, OWNER, OWNER_ADDRESS, writeAudit } from './audit-corpus.ts';
import type { CorpusKind } from './body.ts';
import { type MailCounts, writeMaildir, writeMbox } from './mail-corpus.ts';
import { OWN_DOMAIN } from './vocabulary.ts';

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

/**
 * An incident file over generated evidence. `audit` is null where only mail is to be read. Without `owners` nobody says
 * which addresses are the owner's, and what the owner did is ambiguous. An address of the organization would not do:
 * the intruder uses the owner's account all the time (A8a).
 */
function writeBenchIncident(path: string, mail: string, audit: string | null, owners: boolean): void {
  const access =
    audit === null
      ? 'access: []\n'
      : `access:\n  - file: ${audit}\n    covers: { mailboxes: all, from: 2024-01-01T00:00:00Z, to: 2025-12-31T00:00:00Z }\n`;
  writeFileSync(
    path,
    `incident: bench
organization:
  name: Brightwater Shipping
  domains: [${OWN_DOMAIN}]
window: { start: 2024-01-01T00:00:00Z, contained: 2025-12-31T00:00:00Z }
mailboxes:
  - custodian: abel-a
    address: ${OWNER}
    evidence: ${mail}
    guid: ${MAILBOX_GUID}
${owners ? `    addresses: [${OWNER_ADDRESS}]\n` : ''}${access}intruder:
  sessions: [${INTRUDER_SESSION}]
policy: { sync: mailbox, gaps: presumed }
`,
  );
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
export function provide<Counts extends { readonly bytes: number }>(path: string, make: () => Counts): Counts {
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
