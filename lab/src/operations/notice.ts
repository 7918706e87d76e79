import { noticeOperations as contract, approveElsewhere as elsewhere } from '@candor/core/contract/operations';
import type { Language } from '@candor/core/notice/text';
import { approveFromConsole } from '../commands/notice/approve-from-console.ts';
import { approveWave as approve } from '../commands/notice/approve-wave.ts';
import { composeCallScript } from '../commands/notice/call-script.ts';
import { changeWaveState, editWave as edit, type WaveAction, type WaveEdit } from '../commands/notice/edit-wave.ts';
import { listSentNoticeLines, writeSentNotices } from '../commands/notice/export-sent-notices.ts';
import { type PreparedWave, prepareWave as prepare } from '../commands/notice/prepare-wave.ts';
import { readWave, readWaves } from '../commands/notice/read-wave.ts';
import { remindParties as remind } from '../commands/notice/remind-parties.ts';
import { readLogToStart } from '../commands/notice/wave-grounds.ts';
import { readWaveWarnings } from '../commands/notice/wave-warnings.ts';
import { approveWithdrawal as agree, proposeWithdrawal as propose } from '../commands/notice/withdraw-notices.ts';
import { type Context, requireSignature, toDecidedBy } from './context.ts';
import { defineLocal, defineOperation } from './operation.ts';

export const logToStart = defineOperation(contract.logToStart, ({ state }) => readLogToStart(state));

interface Draft {
  readonly wave: Parameters<typeof prepare>[1]['wave'];
  readonly only?: readonly string[] | undefined;
  readonly except?: readonly string[] | undefined;
  readonly nextUpdate: number | null;
  readonly readableFrom: number | null;
  readonly findings?: string | null;
  readonly why?: string | undefined;
}

const draft = (context: Context, input: Draft, isDry: boolean): Promise<PreparedWave> => {
  const { wave, only, except = [], nextUpdate, readableFrom, findings = null, why = '' } = input;
  return prepare(context.state, {
    ...{ wave, findings, isDry, progress: context.progress },
    only: only?.flatMap(toNames) ?? null,
    except: except.flatMap(toNames),
    ...(nextUpdate === null ? {} : { nextUpdate }),
    ...(readableFrom === null ? {} : { readableFrom }),
    ...toDecidedBy(context, why),
  });
};

/** Names of several words or of one with commas; no party's name holds either. */
export function toNames(text: string): string[] {
  return text.split(/[\s,]+/).filter((name) => name !== '');
}

export const previewWave = defineOperation(contract.previewWave, (context, input) => draft(context, input, true));

export const prepareWave = defineOperation(
  contract.prepareWave,
  (context, input) => draft(context, input, false),
  'acting',
);

export const showWave = defineOperation(contract.showWave, ({ state }, { wave, party }) =>
  readWave(state, wave, party),
);

export const waveWarnings = defineOperation(contract.waveWarnings, ({ state }, { wave }) =>
  readWaveWarnings(state, wave),
);

export const approveWave = defineOperation(
  contract.approveWave,
  (context, { wave, confirm, digest }) =>
    approve(
      context.state,
      wave,
      requireSignature(context),
      digest,
      context.progress,
      async () => confirm ?? toNumber(await context.ask('What decisions take out, as a number: ')),
    ),
  'judged',
);

function toNumber(typed: string | null): number | null {
  return typed === null || !/^\d{1,9}$/.test(typed.trim()) ? null : Number(typed);
}

export const approveElsewhere = defineLocal(elsewhere, (context, { address }) =>
  approveFromConsole(address, requireSignature(context), async () =>
    toNumber(await context.ask('What decisions take out, as a number: ')),
  ),
);

export const waves = defineOperation(contract.waves, ({ state }) => readWaves(state));

export const editWave = defineOperation(contract.editWave, (context, { wave, why, ...edited }) =>
  edit(context.state, wave, toEdit(edited), toDecidedBy(context, why)),
);

/** What one edit changes; null where several are meant, or none. */
export function findEdit({ happened, measures, unknown, party, text }: EditInput): WaveEdit | null {
  const edits: readonly (WaveEdit | null)[] = [
    happened === null ? null : { what: 'happened', language: happened, text },
    measures === null ? null : { what: 'measures', language: measures, text },
    unknown === null ? null : { what: 'unknown', language: unknown, text },
    party === null ? null : { what: 'added', party, text },
  ];
  const [found = null, ...more] = edits.filter((one) => one !== null);
  return more.length > 0 ? null : found;
}

type EditInput = Readonly<Record<'happened' | 'measures' | 'unknown', Language | null>> &
  Readonly<Record<'party' | 'text', string | null>>;

function toEdit(input: EditInput): WaveEdit {
  const found = findEdit(input);
  if (found === null) throw new Error('an edit changes one thing');
  return found;
}

const change =
  (action: WaveAction) =>
  async ({ state }: Context, { wave }: { readonly wave: number | null }) => {
    const changed = await changeWaveState(state, action, wave);
    return { wave: changed.id, state: changed.state };
  };

export const pauseWave = defineOperation(contract.pauseWave, change('pause'));
export const resumeWave = defineOperation(contract.resumeWave, change('resume'));
export const discardWave = defineOperation(contract.discardWave, change('discard'));

export const proposeWithdrawal = defineOperation(contract.proposeWithdrawal, ({ state, actor }, order) =>
  propose(state, { ...order, by: actor.name }),
);

export const approveWithdrawal = defineOperation(contract.approveWithdrawal, (context, { number, digest }) =>
  agree(context.state, number, requireSignature(context), digest),
);

export const remindParties = defineOperation(contract.remindParties, ({ state, actor }, { after }) =>
  remind(state, { silenceDays: after, by: actor.name }),
);

export const exportNotices = defineOperation(contract.exportNotices, async ({ state }, { out }) => {
  const lines = await listSentNoticeLines(state);
  if (out !== null) writeSentNotices(lines, out);
  return lines;
});

export const callScript = defineOperation(contract.callScript, async ({ state }, { language }) => ({
  script: await composeCallScript(state, language),
}));
