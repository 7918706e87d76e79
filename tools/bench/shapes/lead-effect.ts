import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { INTRUDER_SESSION } from '../corpus/audit-corpus.ts';
import { provideAudit, provideIncident, provideMail } from '../corpus/corpus-cache.ts';
import { type Experiment, row } from '../experiment.ts';
import { measure } from '../measure.ts';
import { toCommandLine, toCountingSide } from '../sides.ts';

const MUST = 1.2;
const AIM = 1;
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
    const read = async (incident: string, name: string): Promise<string> => {
      const state = join(context.folder, name);
      rmSync(state, { recursive: true, force: true });
      const run = await measure(toCommandLine(['run', incident, '--state', state, '--workers', '1']));
      if (run.exitCode !== 0) throw new Error(`no state to judge: ${run.stderr.slice(-300)}`);
      return state;
    };
    const [undecided, judged] = [await read(bare, 'state-of-leads'), await read(decided, 'state-of-judging')];
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
      rows: [row('leads', 'leads --effect', 'cpu', 'effect', ['judging once'], MUST, AIM)],
    };
  },
};

function countAfter(text: string): number {
  const { answers } = JSON.parse(text) as { readonly answers: readonly { readonly copies?: Moves }[] };
  return Object.values(answers[0]?.copies ?? {}).reduce((sum, { after }) => sum + after, 0);
}
