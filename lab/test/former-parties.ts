import type Database from 'better-sqlite3';
import { type PartyRow, readPartyRow } from '../src/impact/store/party-row.ts';

/** Stores parties as versions before migration 0033 did: a row of JSON each. */
export function storeFormerParties(raw: Database.Database): void {
  const rows = raw.prepare<[], PartyRow>('SELECT * FROM impact_party').all();
  raw.exec(
    `DROP TABLE impact_party;
    CREATE TABLE impact_party (version integer NOT NULL, party text NOT NULL, kind text NOT NULL, row text NOT NULL,
      rank integer, shown integer, PRIMARY KEY (version, party));
    CREATE INDEX impact_party_rank ON impact_party (version, rank, kind, shown)`,
  );
  const insert = raw.prepare('INSERT INTO impact_party (version, party, kind, row) VALUES (?, ?, ?, ?)');
  for (const row of rows) insert.run(row.version, row.party, row.kind, JSON.stringify(readPartyRow(row)));
}
