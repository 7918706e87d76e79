import { Refusal, readCsv } from '@candor/core/base';
import type { Ladder } from '@candor/core/notice';
import { now } from '../../adapters/clock.ts';
import { lookAt, readBytes } from '../../adapters/files.ts';
import { openStateForReading } from '../../adapters/state-folder.ts';
import { readParties } from '../../impact/count-impact.ts';
import { loadIncidentNow } from '../../notice/disclosure.ts';
import { readHolds } from '../../notice/party/holds-store.ts';
import { readLadderKnowledge, toHistory, toLadder } from '../../notice/party/party-ladder.ts';
import { inState } from '../acting.ts';
import { findParty, findStoredParty } from '../impact/list-parties.ts';
import { requireLastVersion } from '../open-version.ts';

/** More rows are no list that a person made. */
const rowsLimit = 1_000_000;

export interface ContactsView {
  readonly party: string;
  readonly ladder: Ladder;
  /** What became of what was sent to this party. */
  readonly history: readonly { readonly address: string; readonly state: string; readonly answered: boolean }[];
}

/** The ladder of a party, rung by rung, with what cannot be used and why. */
export async function showContacts(statePath: string, name: string): Promise<ContactsView> {
  const state = await openStateForReading(statePath);
  try {
    const { store } = state;
    const last = await requireLastVersion(state);
    const party = await findStoredParty(store, last.version, name);
    const { incident } = await loadIncidentNow(store);
    const holds = await readHolds(store);
    const knowledge = await readLadderKnowledge(store, incident.organization.domains, holds, now());
    return { party: party.party, ladder: toLadder(party, knowledge), history: toHistory(party, knowledge) };
  } finally {
    await state.close();
  }
}

export interface ImportedContacts {
  readonly contacts: number;
  readonly parties: number;
}

/**
 * Takes a list of contacts beside the directory: CSV with the columns `party`, `contact`, and if wanted `contact_role` and `language`. It replaces the list that was
 * imported before; what was curated stays.
 * @throws Refusal with every line that cannot be used.
 */
export function importContacts(statePath: string, path: string): Promise<ImportedContacts> {
  return inState(statePath, async (state) => {
    const { store } = state;
    const last = await requireLastVersion(state);
    const parties = await readParties(store, last.version);
    if (lookAt(path).is !== 'file') throw new Refusal('invalid-contacts', [`${path}: there is no such file`]);
    const reasons: string[] = [];
    const rows: (string | number | null)[][] = [];
    const at = now();
    let columns: readonly string[] | null = null;
    for (const { fields, line } of readCsv(Buffer.from(readBytes(path)).toString('utf8'))) {
      if (columns === null) {
        columns = fields.map((field) => field.trim().toLowerCase());
        if (!columns.includes('party') || !columns.includes('contact'))
          throw new Refusal('invalid-contacts', [
            `${path}:${line}: the first line must name the columns party,contact,contact_role,language`,
          ]);
        continue;
      }
      if (fields.every((field) => field.trim() === '')) continue;
      const cell = (column: string) => fields[columns?.indexOf(column) ?? -1]?.trim() ?? '';
      if (rows.length >= rowsLimit) throw new Refusal('invalid-contacts', [`${path}: more than ${rowsLimit} rows`]);
      try {
        const { party } = findParty(parties, cell('party'));
        if (cell('contact') === '') reasons.push(`${path}:${line}: the row has no contact`);
        else
          rows.push([
            party,
            cell('contact'),
            cell('contact_role') || null,
            cell('language') || null,
            'import',
            null,
            at,
          ]);
      } catch (cause) {
        if (!(cause instanceof Refusal)) throw cause;
        reasons.push(...cause.reasons.map((reason) => `${path}:${line}: ${reason}`));
      }
    }
    if (reasons.length > 0) throw new Refusal('invalid-contacts', reasons);
    await store.transaction(async () => {
      await store.db.deleteFrom('notice_contact').where('source', '=', 'import').execute();
      const names = ['party', 'contact', 'role', 'language', 'source', 'observed', 'made_at'];
      store.insertRows('notice_contact', names, rows);
    });
    return { contacts: rows.length, parties: new Set(rows.map(([party]) => party)).size };
  });
}
