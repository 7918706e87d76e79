import type { Problem } from '@candor/core/base';
import { hint } from '@candor/core/base';
import type { Store } from '../../adapters/store/store.ts';
import type { StoredVersion } from '../../exposure/store/version-store.ts';
import { findPossibleIntruders, type IntruderTrace, type PossibleIntruders } from '../../notice/party/index.ts';
import { listAddressees } from '../../notice/store/notice-store.ts';
import { toFirstWarnings } from './first-warnings.ts';

const traceWords: Readonly<Record<IntruderTrace, string>> = {
  'forwarded-to': 'is where a rule or setting of the intruder sent mail',
  'answers-to': 'is where answers to messages that the intruder sent were to go',
};

/** The wave notifies a possible intruder because somebody named it. */
export async function findIntruderWarnings(
  store: Store,
  version: StoredVersion,
  wave: number,
): Promise<readonly Problem[]> {
  const traced = await findPossibleIntruders(store, version);
  if (traced.size === 0) return [];
  const notices = await listAddressees(store, wave);
  const told = new Set(notices.map(({ party }) => party));
  return toWarnings(
    new Map([...traced].filter(([party]) => told.has(party))),
    (party) =>
      `It is in this wave. If nobody knows whose address that is, discard the wave and prepare it again with \`--except ${party}\``,
  );
}

/** Parties are left out because they may be the intruder. */
export function toLeftOutWarnings(traced: PossibleIntruders, leftOut: ReadonlySet<string>): readonly Problem[] {
  const parties = new Map([...traced].filter(([party]) => leftOut.has(party)));
  return toWarnings(
    parties,
    (party) =>
      `It is not notified. Find out whose address that is, and if it is somebody else's, ${hint('notice.prepare', { wave: '…', only: party })}`,
  );
}

function toWarnings(traced: PossibleIntruders, toAct: (party: string) => string): readonly Problem[] {
  return toFirstWarnings(
    [...traced].map(([party, { address, trace }]) => ({
      code: 'perhaps-intruder',
      place: party,
      text: `${party} may be the intruder: ${address} ${traceWords[trace]}. ${toAct(party)}; if it is the intruder's, ${hint('do-not-contact.add', party, { why: '…' })}.`,
      weight: 'person',
    })),
  );
}
