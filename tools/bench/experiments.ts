import { join } from 'node:path';
import { noBrowser } from '../services/browser.ts';
import { provideAudit, provideIncident, provideMail } from './corpus/corpus-cache.ts';
import { audit, evidenceMaildir, evidenceMixed, evidenceText, growth } from './evidence-experiments.ts';
import { type Experiment, type Metric, memoryRow, type Row, row, type Side } from './experiment.ts';
import { TIMED_NOTICES } from './notice-mail.ts';
import { RELEASED_MESSAGES } from './release-mail.ts';
import { served } from './served/experiment.ts';
import { acts, ambiguous, copies, leadEffect, mailboxes, screens, wholeMail } from './shapes/experiments.ts';
import { toCountingSide, toNode, toReportingSide, toRunSide, toSelfTimedSide, toSha256Side } from './sides.ts';

const JOINED_IDS = 5_000_000;
const LOG_ENTRIES = 1_000_000;
const LOG_PROOFS = 100_000;
/** Messages that are released in a second of CPU. */
const RELEASED_MUST = 200;
const RELEASED_AIM = 400;
const SEARCHED_BYTES = 64 * 1024 * 1024;
/** Bytes of decoded text that are searched in a second of CPU. */
const SEARCHED_MUST = 20e6;
const SEARCHED_AIM = 40e6;
/** The text itself, its messages, and the lines of one. */
const SEARCHED_MUST_MB = 300;
const SEARCHED_AIM_MB = 250;
/** As in web/test/reviewer/timed-vault.ts. */
const VAULT_MESSAGES = 200_000;

const judging: Experiment = {
  name: 'judging',
  prepare: async () => {
    const toSide = (label: string, how: string): Side =>
      toSelfTimedSide(label, toNode('both/join.ts', [how, String(JOINED_IDS), String(JOINED_IDS)]), {
        hits: JOINED_IDS / 2,
      });
    return {
      sides: [toSide('judging', 'ours'), toSide('Map of strings', 'map')],
      rows: [row('judging-map', 'judging, 5 M copies × 5 M ids', 'cpu', 'judging', ['Map of strings'], 0.5, 0.3)],
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

/** What both sides make and send of the same notices. */
function noticeExperiment(
  name: string,
  work: string,
  labels: readonly [string, string],
  [must, aim]: readonly [number, number],
): Experiment {
  const [ours, peer] = labels;
  const [mine, theirs] = name === 'compose' ? ['compose', 'nodemailer'] : ['deliver', 'nodemailer-deliver'];
  const toSide = (label: string, how: string): Side =>
    toSelfTimedSide(label, toNode('both/notices.ts', [how]), { notices: TIMED_NOTICES });
  return {
    name,
    prepare: async () => ({
      sides: [toSide(ours, mine), toSide(peer, theirs)],
      rows: [row(name, work, 'cpu', ours, [peer], must, aim)],
    }),
  };
}

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
      toSelfTimedSide(`log ${what}`, toNode('both/log.ts', [what, String(count)]), { count }),
      toSelfTimedSide(`bare ${what}`, toNode('both/log.ts', [`bare-${what}`, String(count)]), { count }),
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

/** Decoded text searched for secrets and personal data by one core. */
const findings: Experiment = {
  name: 'findings',
  prepare: async (context) => {
    const mail = provideMail(context.folder, 'mbox', 'text-only', SEARCHED_BYTES * 2);
    const command = toNode('ours/findings.ts', [mail.path, String(SEARCHED_BYTES)]);
    const common = {
      work: 'search 64 MiB of text for secrets and personal data',
      ours: 'search for findings',
      peers: [],
    };
    const toMessage = (label: string, bytes: number): Side =>
      toSelfTimedSide(label, toNode('ours/findings.ts', [mail.path, String(bytes), 'whole']), { bytes });
    return {
      sides: [
        toSelfTimedSide('search for findings', command, { bytes: SEARCHED_BYTES }),
        toMessage('message of 50 MB', 50e6),
        toMessage('message of 5 MB', 5e6),
      ],
      rows: [
        row('findings-growth', 'search one message (power)', 'growth', 'message of 50 MB', ['message of 5 MB'], 1.1, 1),
        {
          ...common,
          name: 'findings',
          metric: 'cpu',
          must: SEARCHED_BYTES / SEARCHED_MUST,
          aim: SEARCHED_BYTES / SEARCHED_AIM,
        },
        { ...common, name: 'findings-memory', metric: 'largest-memory', must: SEARCHED_MUST_MB, aim: SEARCHED_AIM_MB },
      ],
    };
  },
};

/** What somebody waits for in the reviewer app, with a vault of 200,000 messages, in a real browser. */
const reviewer: Experiment = {
  name: 'reviewer',
  prepare: async () => {
    const command = toNode('../../web/test/reviewer/timed-vault.ts', []);
    return {
      sides: noBrowser === null ? [toReportingSide('reviewer app', command, { messages: VAULT_MESSAGES })] : [],
      rows: [
        told('first-page', 'reviewer app: 200,000 messages, from keys to list', 'firstPageSeconds', 2, 1.5),
        told('whole', '– until every row of it is there', 'wholeSeconds', null, null),
        told('scroll', '– longest blank or missing frame while scrolling', 'blankSeconds', 0.1, 0.05),
        told('search', '– slowest search, from Enter to list', 'searchSeconds', 0.2, 0.1),
        told('body-search', '– slowest search among 200,000 read bodies', 'bodySearchSeconds', 0.2, 0.1),
        told('open', '– open a message of 50 KB, 95 of 100', 'openSeconds', 0.3, 0.15),
        told('heap', '– heap of page and worker', 'heapMegabytes', 500, 250, 'told-memory'),
      ],
      skipped: noBrowser === null ? [] : [noBrowser],
    };
  },
};

function told(
  name: string,
  work: string,
  figure: string,
  must: number | null,
  aim: number | null,
  metric: Metric = 'told-seconds',
): Row {
  return { name: `reviewer-${name}`, work, metric, figure, ours: 'reviewer app', peers: [], must, aim };
}

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
  acts,
  leadEffect,
  growth,
  noticeExperiment('compose', 'compose and DKIM-sign a notice', ['compose and sign', 'nodemailer'], [0.8, 0.5]),
  noticeExperiment(
    'delivery',
    'make, sign and deliver a notice',
    ['make and deliver', 'nodemailer, sending'],
    [1.5, 1.2],
  ),
  release,
  findings,
  served,
  reviewer,
  log,
];
