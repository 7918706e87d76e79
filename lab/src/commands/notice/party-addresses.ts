import { toCsvLine } from '@candor/core/impact/exchange';
import type { AffectedAddress } from '@candor/core/notice/affected';
import { toHarmlessCell } from '@candor/core/review/opened';
import { privateMode, writeDurableFile } from '../../adapters/files/durable-file.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { Store } from '../../adapters/store/store.ts';
import { readImpactInputs } from '../../impact/index.ts';
import { type AddressedParty, type AffectedMail, readAffectedMail } from '../../notice/contacts/index.ts';
import { loadIncidentNow } from '../../notice/index.ts';
import type { MailSources } from '../../notice/party/index.ts';
import { readHolds } from '../../review/store/hold-store.ts';
import { findStoredParty } from '../impact/list-parties.ts';
import { requireLastVersion } from '../open-version.ts';

/** A party's own addresses in the messages that it is notified of. */
export interface PartyAddresses {
  readonly party: string;
  readonly name: string;
  /** Most messages first. */
  readonly listed: readonly AffectedAddress[];
  /** Affected addresses in all. */
  readonly total: number;
  /** Counted and never listed: withheld, blind or quiet mail only (docs/formats/notice.md). */
  readonly unlisted: number;
  /** Null: no file was wanted. */
  readonly file: string | null;
}

/** All affected addresses of a party, by the rule of its notice; also as CSV if a file is named. */
export async function listPartyAddresses(
  state: StateFolder,
  name: string,
  out: string | null,
): Promise<PartyAddresses> {
  const { store } = state;
  const version = await requireLastVersion(state);
  const party = await findStoredParty(store, version.version, name);
  const { incident } = await loadIncidentNow(store);
  const sources = { incident, version, inputs: readImpactInputs(incident, version.inputs) };
  const affected = (await listAffectedMail(store, sources, [party])).get(party.party);
  const { listed, total } = affected?.addresses ?? { listed: [], total: 0 };
  if (out !== null) writeDurableFile(out, toAddressList(listed), privateMode);
  return { party: party.party, name: party.name, listed, total, unlisted: total - listed.length, file: out };
}

function toAddressList(listed: readonly AffectedAddress[]): string {
  const lines = listed.map(({ address, messages }) => toCsvLine([toHarmlessCell(address), messages]));
  return [toCsvLine(['address', 'messages']), ...lines].join('');
}

/**
 * The own addresses of parties in the messages that they are notified of, and which of these hold passwords or keys,
 * without those that what review holds back would betray.
 */
export async function listAffectedMail(
  store: Store,
  sources: MailSources,
  parties: readonly AddressedParty[],
): Promise<ReadonlyMap<string, AffectedMail>> {
  return readAffectedMail(store, sources, parties, await readHolds(store, null));
}
