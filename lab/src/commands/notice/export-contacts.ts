import { toCsvLine } from '@candor/core/impact/exchange';
import { toHarmlessCell } from '@candor/core/review/opened';
import { privateMode, writeDurableFile } from '../../adapters/durable-file.ts';
import { countContacts, type UnnamedParty } from './contacts.ts';

export interface ExportedContacts {
  readonly file: string;
  /** Parties in the list. */
  readonly parties: number;
  /** Parties to be notified in all. */
  readonly of: number;
}

/** Columns that `contacts import` reads come first; the others are for whoever fills the list in. */
const COLUMNS = ['party', 'contact', 'contact_role', 'language', 'name', 'messages', 'guessed'] as const;

/**
 * Writes the parties that nobody has named a contact of as a list to fill in (docs/formats/contacts-csv.md). Names and
 * ids are strangers': no cell is a formula, and `contacts import` reads each id back.
 */
export async function exportContacts(statePath: string, out: string): Promise<ExportedContacts> {
  const { parties, unnamed } = await countContacts(statePath);
  writeDurableFile(out, toContactList(unnamed), privateMode);
  return { file: out, parties: unnamed.length, of: parties };
}

export function toContactList(unnamed: readonly UnnamedParty[]): string {
  const rows = unnamed.map(({ party, name, messages, guessed }) =>
    toCsvLine([
      toHarmlessCell(party),
      '',
      '',
      '',
      toHarmlessCell(name),
      messages,
      guessed.map(toHarmlessCell).join(' '),
    ]),
  );
  return [toCsvLine([...COLUMNS]), ...rows].join('');
}
