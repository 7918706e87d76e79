import type { GateFinding } from '@candor/core/notice/gate';
import { z } from 'zod';
import { guardOf, partOf } from '../../adapters/store/schema-guard.ts';
import type { Store } from '../../adapters/store/store.ts';
import { readStored } from '../../adapters/store/stored-json.ts';
import type { GateResult } from '../gate-result.ts';
import { chain, digestRow } from './chain-store.ts';

/**
 * Keeps what a gate judged, with its link in the chain: nobody makes it pass afterwards. `relay`: host and port that
 * the probe went through.
 */
export async function insertGateResult(
  store: Store,
  result: GateResult,
  settingsDigest: string,
  relay: string | null,
): Promise<void> {
  const { at, isPassed } = result;
  const text = JSON.stringify(result);
  await store.transaction(async () => {
    const { id } = await store.db
      .insertInto('notice_gate')
      .values({ made_at: at, passed: isPassed ? 1 : 0, settings_digest: settingsDigest, result: text })
      .returning('id')
      .executeTakeFirstOrThrow();
    const digest = digestGateRow({ at, passed: isPassed ? 1 : 0, settings: settingsDigest, result: text });
    const event = { event: 'gate', isPassed, row: Number(id), result: digest } as const;
    await chain(store, [{ at, host: relay, gate: settingsDigest, event }]);
  });
}

/** What a row of the gate says, as its link holds it. */
export function digestGateRow(row: {
  readonly at: number;
  readonly passed: number;
  readonly settings: string;
  readonly result: string;
}): string {
  return digestRow({ ...row });
}

/** The newest result with the digest of the settings that it was of; null when no probe was ever sent. */
export async function readGateResult(
  store: Store,
): Promise<{ readonly result: GateResult; readonly settingsDigest: string } | null> {
  const row = await store.db
    .selectFrom('notice_gate')
    .select(['result', 'settings_digest'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined
    ? null
    : {
        result: readStored(isGateResult, row.result, 'notice_gate.result', 'newest'),
        settingsDigest: row.settings_digest,
      };
}

const isGateResult = guardOf(
  partOf<GateResult>({
    at: z.number(),
    isPassed: z.boolean(),
    findings: z.array(
      partOf<GateFinding>({ weight: z.enum(['refuses', 'warns']), text: z.string(), record: z.string().nullable() }),
    ),
    probe: z.object({ to: z.string(), messageId: z.string(), receivedSha256: z.string().nullable() }),
  }),
);
