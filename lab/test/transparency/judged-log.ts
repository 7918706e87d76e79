import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toVerifierKeyOf, toVerifierKeyText } from '@candor/core/ledger';
import type { PublishedLog } from '../../src/transparency/publish-log.ts';
import { logSigner, origin, runtime, toTestSigner } from '../ledger/made-log.ts';
import { act, type MadeState, makeState, publishAfter } from './published-log.ts';

export const logKey = toVerifierKeyText(toVerifierKeyOf(runtime, logSigner));
export const foreignKey = toVerifierKeyText(toVerifierKeyOf(runtime, toTestSigner(origin, 9)));

/** A log with three tiles that others verify, and the checkpoint that they kept of it. */
export interface JudgedLog {
  readonly state: MadeState;
  readonly older: string;
  readonly newest: PublishedLog;
}

export async function makeJudgedLog(folder: string): Promise<JudgedLog> {
  const state = await makeState(folder);
  for (let period = 0; period < 5; period += 1) await act(state, `in period ${period}`);
  const older = (await publishAfter(state, 4)).note;
  return { state, older, newest: await publishAfter(state, 11) };
}

/** Files in which a flipped bit must be noticed. */
const alterations: readonly (readonly [path: string, at: number])[] = [
  ['checkpoint', 3],
  ['tile/0/001', 77],
  ['tile/1/000.p/3', 40],
  ['tile/entries/002', 5],
];

/** Flips a bit of one published file after the other while `work` looks at them. */
export function whileAltered({ state }: JudgedLog, work: (path: string) => void): void {
  for (const [path, at] of alterations) {
    const file = join(state.site, path);
    const bytes = readFileSync(file);
    const altered = Buffer.from(bytes);
    altered[at] = (altered[at] ?? 0) ^ 1;
    writeFileSync(file, altered);
    try {
      work(path);
    } finally {
      writeFileSync(file, bytes);
    }
  }
}
