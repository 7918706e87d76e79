import type { GateFinding } from '@candor/core/notice/gate';
import {
  isBoolean,
  isNumber,
  isText,
  listOf,
  oneOf,
  orNull,
  outlineOf,
  readStored,
  shapeOf,
} from '../../adapters/store/stored-json.ts';
import type { Store } from '../../adapters/store.ts';
import type { GateResult } from '../gate-result.ts';
export async function insertGateResult(store: Store, result: GateResult, settingsDigest: string): Promise<void> {
  await store.db
    .insertInto('notice_gate')
    .values({
      made_at: result.at,
      passed: result.isPassed ? 1 : 0,
      settings_digest: settingsDigest,
      result: JSON.stringify(result),
    })
    .execute();
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

const isGateResult = outlineOf<GateResult>({
  at: isNumber,
  isPassed: isBoolean,
  findings: listOf(outlineOf<GateFinding>({ weight: oneOf('refuses', 'warns'), text: isText, record: orNull(isText) })),
  probe: shapeOf({ to: isText, messageId: isText, receivedSha256: orNull(isText) }),
});
