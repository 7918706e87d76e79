import { toCsvLine } from '@candor/core/impact/exchange';
import { type FoundMessage, toFoundMessage } from '@candor/core/notice/wave';
import { toHarmlessCell } from '@candor/core/review/opened';
import { privateMode, writeDurableFile } from '../../adapters/files/durable-file.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { readImpactInputs } from '../../impact/index.ts';
import { readParties } from '../../impact/store/party-store.ts';
import { loadIncidentNow } from '../../notice/index.ts';
import { findFound } from '../../notice/party/index.ts';
import { findStoredParty } from '../impact/list-parties.ts';
import { requireLastVersion } from '../open-version.ts';
import { listAffectedMail } from './party-addresses.ts';

/** Where a party finds its messages with passwords or keys: never what they hold. */
export interface PartySecrets {
  readonly party: string;
  readonly name: string;
  /** All that may be listed, in the order of its notice. */
  readonly listed: readonly FoundMessage[];
  /** Messages with passwords or keys in all; null: nobody searched, and nobody listed any. */
  readonly total: number | null;
  /** Counted and never listed: held, private, withheld, blind or quiet mail (docs/formats/notice.md). */
  readonly unlisted: number;
  /** Null: no file was wanted. */
  readonly file: string | null;
}

/** The messages with passwords or keys of a party, by the rule of its notice; also as CSV if a file is named. */
export async function listPartySecrets(state: StateFolder, name: string, out: string | null): Promise<PartySecrets> {
  const { store } = state;
  const version = await requireLastVersion(state);
  const { party, name: shown, mergedIds, addresses } = await findStoredParty(store, version.version, name);
  const { incident } = await loadIncidentNow(store);
  const sources = { incident, version, inputs: readImpactInputs(incident, version.inputs) };
  // A list may name an id whose addresses moved to another party: only among all parties is it found.
  const { figures, secretMessages } = (await findFound(store, sources, await readParties(store, version.version)))(
    party,
  );
  const affected = await listAffectedMail(store, sources, [{ party, mergedIds, addresses, secretMessages }]);
  const listed = (affected.get(party)?.secretMessages ?? []).map(toFoundMessage);
  if (out !== null) writeDurableFile(out, toSecretList(listed), privateMode);
  const { secrets: total } = figures;
  return { party, name: shown, listed, total, unlisted: (total ?? 0) - listed.length, file: out };
}

function toSecretList(listed: readonly FoundMessage[]): string {
  const lines = listed.map(({ date, address, messageId }) =>
    toCsvLine([date ?? '', toHarmlessCell(address), toHarmlessCell(messageId ?? '')]),
  );
  return [toCsvLine(['date', 'address', 'message-id']), ...lines].join('');
}
