import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { INTRUDER_SESSION } from '../corpus/audit-corpus.ts';
import { provideAudit, provideIncident, provideMail } from '../corpus/corpus-cache.ts';
import { type Context, type Experiment, memoryRow, type Row, row, type Side } from '../experiment.ts';
import { measure } from '../measure.ts';
import { toActing, toCommandLine, toCountingSide, toReportingSide, toRunSide, toSha256Side } from '../sides.ts';
import { KNOWN, provideManyMailboxes, type Shape } from './many-mailboxes.ts';

// Shapes of incidents that real ones have had, and on which a run did not end, or took memory with the number of
// mailboxes or copies. The numbers below are those of `--size 1g`; a smaller size makes them smaller in proportion.

const MESSAGES_A_MAILBOX = 4;
const MAILBOXES = 5_000;
const FEW_MAILBOXES = 2_000;
const MOST_MAILBOXES = FEW_MAILBOXES * 10;
const COPIES = 1_000_000;
const SCREEN_LINES = 40;

const scale = (number: number, { size }: Context): number => Math.max(1, Math.round((number * size) / 1e9));

const memoryOfAll = (name: string, ours: string): Row => memoryRow(name, '– memory, all processes', ours, 'sum-memory');

function toShapeSide(label: string, folder: string, { incident, counts }: Shape): Side {
  return toRunSide(label, folder, incident, { copies: counts.messages, records: counts.records });
}

/** A state in which the incident was run once. */
async function makeState({ folder }: Context, incident: string, name: string): Promise<string> {
  const state = join(folder, name);
  rmSync(state, { recursive: true, force: true });
  const run = await measure(toCommandLine(['run', incident, '--state', state, '--workers', '1']));
  if (run.exitCode !== 0) throw new Error(`no state to ask: ${run.stderr.slice(-300)}`);
  return state;
}

/** Every record of which nobody said whose it is may be the intruder's. */
export const ambiguous: Experiment = {
  name: 'ambiguous',
  prepare: async (context) => {
    const mail = provideMail(context.folder, 'mbox', 'mixed', context.size);
    const log = provideAudit(context.folder, context.auditSize, mail.counts.messages);
    const expected = { copies: mail.counts.messages, records: log.counts.records };
    const toSide = (label: string, owners: boolean): Side =>
      toRunSide(label, context.folder, provideIncident(context.folder, mail, log, owners), expected);
    return {
      sides: [toSide('owners not listed', false), toSide('owners listed', true)],
      rows: [
        row('ambiguous', 'candor run, ambiguous records', 'cpu', 'owners not listed', ['owners listed'], 1.5, 1.2),
        memoryOfAll('ambiguous-memory', 'owners not listed'),
      ],
    };
  },
};

export const mailboxes: Experiment = {
  name: 'mailboxes',
  prepare: async (context) => {
    const provide = (label: string, count: number): Side => {
      const boxes = scale(count, context);
      return toShapeSide(
        label,
        context.folder,
        provideManyMailboxes(context.folder, boxes, boxes * MESSAGES_A_MAILBOX),
      );
    };
    const same = provideManyMailboxes(context.folder, 1, scale(MAILBOXES, context) * MESSAGES_A_MAILBOX);
    return {
      sides: [
        provide('many mailboxes', MAILBOXES),
        toShapeSide('one mailbox', context.folder, same),
        provide('few mailboxes', FEW_MAILBOXES),
        provide('most mailboxes', MOST_MAILBOXES),
      ],
      rows: [
        row('mailboxes', 'candor run, 5,000 mailboxes', 'cpu', 'many mailboxes', ['one mailbox'], 2.5, 2),
        memoryOfAll('mailboxes-memory', 'many mailboxes'),
        row('mailboxes-growth', '– exponent up to 20,000', 'growth', 'most mailboxes', ['few mailboxes'], 1.05, 1),
      ],
    };
  },
};

export const copies: Experiment = {
  name: 'copies',
  prepare: async (context) => {
    const shape = provideManyMailboxes(context.folder, 1, scale(COPIES, context));
    return {
      sides: [toShapeSide('a million copies', context.folder, shape)],
      rows: [memoryOfAll('copies-memory', 'a million copies')],
    };
  },
};

/** What somebody who types a command waits for, on a state of a million copies. */
export const screens: Experiment = {
  name: 'screens',
  prepare: async (context) => {
    const shape = provideManyMailboxes(context.folder, 1, scale(COPIES, context));
    const state = await makeState(context, shape.incident, 'state-of-screens');
    const commands = {
      status: ['status'],
      parties: ['parties'],
      party: ['party', KNOWN.party],
      'explain a mailbox': ['explain', '--mailbox', KNOWN.custodian],
      'explain a copy': ['explain', KNOWN.messageId],
    };
    const sides = Object.entries(commands).map(([label, args]): Side => {
      const { program, args: whole, env } = toCommandLine([...args, '--state', state]);
      const first = ['-c', `"$@" | head -${SCREEN_LINES}`, 'bash', program, ...whole];
      return {
        label,
        command: { program: 'bash', args: first, ...(env === undefined ? {} : { env }) },
        findFault: ({ stdout }) =>
          stdout.includes('brightwater') || stdout.includes('firm') || stdout.includes('c0') ? null : 'no screen',
      };
    });
    return {
      sides,
      rows: Object.keys(commands).flatMap((label) => [
        row(`screen-${label.replaceAll(' ', '-')}`, `${label}, first screen`, 'cpu', label, [], 0.5, 0.3),
        row(`screen-${label.replaceAll(' ', '-')}-memory`, '– memory', 'sum-memory', label, [], 200, 150),
      ]),
    };
  },
};

const ACTS_MAILBOXES = 100;

/** What people wait for who decide, record and merge while a run reads half of the mailboxes and judges all of them. */
export const acts: Experiment = {
  name: 'acts',
  prepare: async (context) => {
    const { incident } = provideManyMailboxes(context.folder, ACTS_MAILBOXES, scale(COPIES, context));
    const half = join(dirname(incident), 'half.yaml');
    const lines = readFileSync(incident, 'utf8').split('\n');
    const isSecondHalf = (line: string): boolean =>
      Number(/custodian: c(\d+)/.exec(line)?.[1] ?? 0) >= ACTS_MAILBOXES / 2;
    writeFileSync(half, lines.filter((line) => !isSecondHalf(line)).join('\n'));
    const state = await makeState(context, half, 'state-of-acts');
    const label = 'acts during a run';
    const told = (name: string, work: string, figure: string, must: number | null, aim: number | null): Row => ({
      ...{ name: `acts-${name}`, work, metric: 'told-seconds', figure, ours: label, peers: [], must, aim },
    });
    return {
      sides: [toReportingSide(label, toActing([incident, state, KNOWN.party]), { acts: 500, refused: 0 })],
      rows: [
        told('most', '500 acts during a run, 95 of 100', 'mostSeconds', 1, 0.5),
        told('half', '– half of them', 'halfSeconds', null, null),
        told('slowest', '– the slowest', 'slowestSeconds', null, null),
        told('rename', '– the slowest that counts all parties again', 'renameSeconds', null, null),
        told('wait', '– longest time for which nobody else can write', 'waitSeconds', 0.5, 0.25),
      ],
    };
  },
};

/**
 * The whole product on mail alone, and how much of it one process does by itself: with more readers only the others get
 * less.
 */
export const wholeMail: Experiment = {
  name: 'whole-mail',
  prepare: async (context) => {
    const mail = provideMail(context.folder, 'mbox', 'mixed', context.size);
    const incident = provideIncident(context.folder, mail, null);
    const label = 'candor run, mail alone';
    return {
      sides: [
        toRunSide(label, context.folder, incident, { copies: mail.counts.messages, records: 0 }),
        toSha256Side(mail.path),
      ],
      rows: [
        row('whole-mail', 'candor run, mixed mail, exports', 'cpu', label, ['sha256sum'], 9, 6),
        {
          ...row('serial-share', '– of it in the lab itself', 'told-share', label, [], 0.12, 0.08),
          figure: 'serialShare',
        },
      ],
    };
  },
};

/** The last section but one of a generated incident file. */
const INTRUDER = /^intruder:\n(?: .*\n)+/m;

type Moves = Readonly<Record<string, { readonly after: number }>>;

/**
 * What a decision would change, against a run that judges the same evidence once with the decision taken. Both states
 * have read everything before, so that neither side reads a mailbox or a log.
 */
export const leadEffect: Experiment = {
  name: 'leads',
  prepare: async (context) => {
    const mail = provideMail(context.folder, 'mbox', 'mixed', context.size);
    const log = provideAudit(context.folder, context.auditSize, mail.counts.messages);
    const decided = provideIncident(context.folder, mail, log);
    const bare = decided.replace(/\.yaml$/, '-bare.yaml');
    writeFileSync(bare, readFileSync(decided, 'utf8').replace(INTRUDER, ''));
    const undecided = await makeState(context, bare, 'state-of-leads');
    const judged = await makeState(context, decided, 'state-of-judging');
    const lead = ['--effect', `session:${INTRUDER_SESSION}`, '--as', 'intruder'];
    const again = ['run', decided, '--state', judged, '--workers', '1', '--json'];
    return {
      sides: [
        {
          ...toCountingSide('effect', toCommandLine(['leads', ...lead, '--json', '--state', undecided]), {}),
          findFault: ({ stdout }) => (countAfter(stdout) === mail.counts.messages ? null : 'other copies'),
        },
        {
          ...toCountingSide('judging once', toCommandLine(again), {}),
          findFault: ({ stdout }) => (stdout.includes(`"copies": ${mail.counts.messages}`) ? null : 'other copies'),
        },
      ],
      rows: [row('leads', 'leads --effect', 'cpu', 'effect', ['judging once'], 1.2, 1)],
    };
  },
};

function countAfter(text: string): number {
  const { answers } = JSON.parse(text) as { readonly answers: readonly { readonly copies?: Moves }[] };
  return Object.values(answers[0]?.copies ?? {}).reduce((sum, { after }) => sum + after, 0);
}
