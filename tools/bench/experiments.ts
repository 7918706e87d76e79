import { join } from 'node:path';
import { buildProgram } from './c-program.ts';
import { provideAudit, provideGzip, provideIncident, provideMail } from './corpus/corpus-cache.ts';
import { type Context, type Experiment, memoryRow, row, type Side } from './experiment.ts';
import { findings } from './findings-experiment.ts';
import { isInstalled } from './installed.ts';
import { countHits } from './join-ids.ts';
import { TIMED_NOTICES } from './notice-mail.ts';
import { RELEASED_MESSAGES } from './release-mail.ts';
import { reviewer } from './reviewer-experiment.ts';
import { served } from './served/experiment.ts';
import { ambiguous, copies, mailboxes, screens, wholeMail } from './shapes/experiments.ts';
import { leadEffect } from './shapes/lead-effect.ts';
import { watch } from './shapes/watch-experiment.ts';
import { toCountingSide, toEvidenceSide, toNode, toRunSide, toSelfTimedSide, toSha256Side } from './sides.ts';

const JOIN_COPIES = 5_000_000;
const JOIN_BINDS = 5_000_000;
const LOG_ENTRIES = 1_000_000;
const LOG_PROOFS = 100_000;
const GROWTH = 10;
/** Messages that are released in a second of CPU. */
const RELEASED_MUST = 200;
const RELEASED_AIM = 400;

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

const evidenceMixed: Experiment = {
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

const evidenceText: Experiment = {
  name: 'evidence-text',
  prepare: async (context) => {
    const mail = provideMail(context.folder, 'mbox', 'text-only', context.size);
    const ours = 'evidence, text only';
    const gmime = buildProgram(
      'peers/gmime.c',
      context.folder,
      ['gmime-3.0', 'libcrypto'],
      'gcc libgmime-3.0-dev libssl-dev pkgconf',
    );
    const peer = 'GMime in C';
    return {
      sides: [
        provideEvidenceSide(context, 'text-only', context.size, 1, ours),
        toSha256Side(mail.path),
        ...('path' in gmime
          ? [
              toCountingSide(
                peer,
                { program: gmime.path, args: [mail.path] },
                {
                  messages: mail.counts.messages,
                  texts: mail.counts.parts,
                },
              ),
            ]
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

const evidenceMaildir: Experiment = {
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

const audit: Experiment = {
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

const judging: Experiment = {
  name: 'judging',
  prepare: async () => {
    const counts = [String(JOIN_COPIES), String(JOIN_BINDS)];
    const expected = { hits: countHits(JOIN_COPIES, JOIN_BINDS) };
    const toPeer = (label: string, how: string): Side =>
      toSelfTimedSide(label, toNode('peers/join.ts', [how, ...counts]), expected);
    const hasDuckDb = await isInstalled('@duckdb/node-api');
    return {
      sides: [
        toSelfTimedSide('judging', toNode('ours/join.ts', counts), expected),
        ...(hasDuckDb ? [toPeer('DuckDB', 'duckdb')] : []),
        toPeer('SQLite join', 'sqlite'),
        toPeer('Map of strings', 'map'),
      ],
      rows: [
        row('judging-duckdb', 'judging, 5 M copies × 5 M ids', 'cpu', 'judging', ['DuckDB'], 2.5, 1.4),
        row('judging-sqlite', '– against SQLite', 'cpu', 'judging', ['SQLite join'], 0.2, 0.1),
        row('judging-map', '– against Map of strings', 'cpu', 'judging', ['Map of strings'], 0.5, 0.3),
      ],
      skipped: hasDuckDb ? [] : ['DuckDB is not installed (npm install --no-save @duckdb/node-api)'],
    };
  },
};

const whole: Experiment = {
  name: 'whole',
  prepare: async (context) => {
    const mail = provideMail(context.folder, 'mbox', 'mixed', context.size);
    const log = provideAudit(context.folder, context.auditSize, mail.counts.messages);
    const incident = provideIncident(context.folder, mail, log);
    return {
      sides: [
        toRunSide('candor run', context.folder, incident, {
          copies: mail.counts.messages,
          records: log.counts.records,
        }),
        toSha256Side(mail.path),
        toCountingSide('JSON.parse', toNode('peers/json-lines.ts', [log.path]), { records: log.counts.records }),
      ],
      rows: [
        row('whole', 'candor run, mail and audit, exports', 'cpu', 'candor run', ['sha256sum', 'JSON.parse'], 4, 2.5),
        memoryRow('whole-memory', '– memory, largest process', 'candor run'),
      ],
    };
  },
};

const growth: Experiment = {
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

const compose: Experiment = {
  name: 'compose',
  prepare: async () => ({
    sides: [
      toSelfTimedSide('compose and sign', toNode('ours/compose.ts', []), { notices: TIMED_NOTICES }),
      toSelfTimedSide('nodemailer', toNode('peers/nodemailer-compose.ts', []), { notices: TIMED_NOTICES }),
    ],
    rows: [row('compose', 'compose and DKIM-sign a notice', 'cpu', 'compose and sign', ['nodemailer'], 0.8, 0.5)],
  }),
};

const delivery: Experiment = {
  name: 'delivery',
  prepare: async () => ({
    sides: [
      toSelfTimedSide('make and deliver', toNode('ours/delivery.ts', []), { notices: TIMED_NOTICES }),
      toSelfTimedSide('nodemailer, sending', toNode('peers/nodemailer-delivery.ts', []), { notices: TIMED_NOTICES }),
    ],
    rows: [
      row('delivery', 'make, sign and deliver a notice', 'cpu', 'make and deliver', ['nodemailer, sending'], 1.5, 1.2),
    ],
  }),
};

const release: Experiment = {
  name: 'release-build',
  prepare: async (context) => {
    const command = toNode('ours/release.ts', [join(context.folder, 'release')]);
    const [must, aim] = [RELEASED_MESSAGES / RELEASED_MUST, RELEASED_MESSAGES / RELEASED_AIM];
    const work = `read, project, check and seal ${RELEASED_MESSAGES} messages`;
    return {
      sides: [toSelfTimedSide('build a release', command, { messages: RELEASED_MESSAGES })],
      rows: [row('release-build', work, 'cpu', 'build a release', [], must, aim)],
    };
  },
};

const log: Experiment = {
  name: 'log',
  prepare: async () => {
    const toSides = (what: string, count: number): readonly Side[] => [
      toSelfTimedSide(`log ${what}`, toNode('ours/log.ts', [what, String(count)]), { count }),
      toSelfTimedSide(`bare ${what}`, toNode('peers/log.ts', [what, String(count)]), { count }),
    ];
    return {
      sides: [...toSides('append', LOG_ENTRIES), ...toSides('proofs', LOG_PROOFS)],
      rows: [
        row('log-append', 'log: 1 M entries in batches', 'cpu', 'log append', ['bare append'], 1.5, 1),
        row('log-proofs', 'log: 100,000 proofs verified', 'cpu', 'log proofs', ['bare proofs'], 1.5, 1),
      ],
    };
  },
};

export const experiments: readonly Experiment[] = [
  evidenceMixed,
  evidenceText,
  evidenceMaildir,
  audit,
  judging,
  whole,
  wholeMail,
  ambiguous,
  mailboxes,
  copies,
  screens,
  leadEffect,
  watch,
  growth,
  compose,
  delivery,
  release,
  findings,
  served,
  reviewer,
  log,
];
