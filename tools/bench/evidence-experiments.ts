import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { provideAudit, provideGzip, provideIncident, provideMail } from './corpus/corpus-cache.ts';
import { type Context, type Experiment, memoryRow, row, type Side } from './experiment.ts';
import { toCountingSide, toEvidenceSide, toNode, toSha256Side } from './sides.ts';

const GROWTH = 10;

function provideEvidenceSide(
  context: Context,
  kind: 'mixed' | 'text-only',
  size: number,
  workers: number,
  label: string,
): Side {
  const mail = provideMail(context.folder, 'mbox', kind, size);
  return toEvidenceSide(label, context.folder, provideIncident(context.folder, mail, null), workers, mail);
}

export const evidenceMixed: Experiment = {
  name: 'evidence-mixed',
  prepare: async (context) => {
    const mail = provideMail(context.folder, 'mbox', 'mixed', context.size);
    return {
      sides: [
        provideEvidenceSide(context, 'mixed', context.size, 1, 'evidence'),
        provideEvidenceSide(context, 'mixed', context.size, 2, 'evidence, two workers'),
        toSha256Side(mail.path),
        toCountingSide('postal-mime', toNode('peers/postal-mime.ts', [mail.path]), { messages: mail.counts.messages }),
      ],
      rows: [
        row('evidence-mixed', 'evidence stage, mixed mail', 'cpu', 'evidence', ['sha256sum'], 6, 4),
        row('evidence-postal-mime', '– the same messages', 'cpu', 'evidence', ['postal-mime'], 0.25, 0.12),
        memoryRow('evidence-memory', '– memory, largest process', 'evidence'),
        memoryRow('evidence-memory-two', '– memory, sum with two workers', 'evidence, two workers', 'sum-memory'),
      ],
    };
  },
};

export const evidenceText: Experiment = {
  name: 'evidence-text',
  prepare: async (context) => {
    const mail = provideMail(context.folder, 'mbox', 'text-only', context.size);
    const { messages, parts } = mail.counts;
    const ours = 'evidence, text only';
    const gmime = buildGmime(context.folder);
    const peer = 'GMime in C';
    return {
      sides: [
        provideEvidenceSide(context, 'text-only', context.size, 1, ours),
        toSha256Side(mail.path),
        ...('path' in gmime
          ? [toCountingSide(peer, { program: gmime.path, args: [mail.path] }, { messages, texts: parts })]
          : []),
      ],
      rows: [
        row('evidence-text', 'evidence stage, text only', 'cpu', ours, ['sha256sum'], 14, 9),
        row('evidence-text-gmime', '– the same messages', 'cpu', ours, [peer], 1.4, 1.2),
      ],
      skipped: 'missing' in gmime ? [gmime.missing] : [],
    };
  },
};

export const evidenceMaildir: Experiment = {
  name: 'evidence-maildir',
  prepare: async (context) => {
    const mail = provideMail(context.folder, 'maildir', 'mixed', context.size);
    const incident = provideIncident(context.folder, mail, null);
    const digests = `find ${JSON.stringify(mail.path)} -type f -print0 | xargs -0 sha256sum | tail -1`;
    return {
      sides: [
        toEvidenceSide('evidence, Maildir', context.folder, incident, 1, mail),
        { ...toSha256Side(mail.path), command: { program: 'bash', args: ['-c', digests] } },
      ],
      rows: [row('evidence-maildir', 'evidence stage, Maildir', 'cpu', 'evidence, Maildir', ['sha256sum'], 6, 4)],
    };
  },
};

export const audit: Experiment = {
  name: 'audit',
  prepare: async (context) => {
    const messages = provideMail(context.folder, 'mbox', 'mixed', context.size).counts.messages;
    const plain = provideAudit(context.folder, context.auditSize, messages);
    const zipped = await provideGzip(plain);
    const expected = { records: plain.counts.records };
    const judged = { ...expected, items: plain.counts.items };
    return {
      sides: [
        toCountingSide('audit', toNode('ours/audit.ts', [plain.path]), judged),
        toCountingSide('JSON.parse', toNode('peers/json-lines.ts', [plain.path]), expected),
        toCountingSide('audit, gzip', toNode('ours/audit.ts', [zipped.path]), judged),
        toCountingSide('gunzip + JSON.parse', toNode('peers/json-lines.ts', [zipped.path]), expected),
      ],
      rows: [
        row('audit', 'audit reading', 'cpu', 'audit', ['JSON.parse'], 1.4, 1),
        row('audit-gzip', '– .jsonl.gz', 'cpu', 'audit, gzip', ['gunzip + JSON.parse'], 1.3, 1),
      ],
    };
  },
};

export const growth: Experiment = {
  name: 'growth',
  prepare: async (context) => ({
    sides: [
      provideEvidenceSide(context, 'mixed', context.size, 1, 'evidence'),
      provideEvidenceSide(context, 'mixed', context.size * GROWTH, 1, 'evidence, ten times as much'),
    ],
    rows: [
      row('growth', 'growth of CPU, exponent', 'growth', 'evidence, ten times as much', ['evidence'], 1.05, 1),
      memoryRow('growth-memory', '– memory, largest process', 'evidence, ten times as much'),
    ],
  }),
};

/** Builds the peer in C against Debian's libraries when it is measured; or says why it cannot. */
function buildGmime(folder: string): { readonly path: string } | { readonly missing: string } {
  const found = spawnSync('pkg-config', ['--cflags', '--libs', 'gmime-3.0', 'libcrypto'], { encoding: 'utf8' });
  if (found.status !== 0)
    return { missing: 'GMime cannot be built against (apt-get install gcc libgmime-3.0-dev libssl-dev pkgconf)' };
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'gmime');
  const source = join(import.meta.dirname, 'peers/gmime.c');
  const built = spawnSync('cc', ['-O2', '-o', path, source, ...found.stdout.trim().split(/\s+/)], { encoding: 'utf8' });
  if (built.error !== undefined) return { missing: 'there is no C compiler (apt-get install gcc)' };
  if (built.status !== 0) throw new Error(`peers/gmime.c cannot be built: ${built.stderr}`);
  return { path };
}
