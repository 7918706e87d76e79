/**
 * What a party is (docs/formats/parties-csv.md, Which parties). A `list` is recorded, never told and never given
 * anything.
 */
export type PartyKind = 'organization' | 'person' | 'list';

export const PARTY_KINDS: readonly PartyKind[] = ['organization', 'person', 'list'];

/** What a party is to the data in its messages (GDPR Article 4): it decides the wording of a notice. */
export type Relation = 'controller' | 'processor' | 'independent';

export const RELATIONS: readonly Relation[] = ['controller', 'processor', 'independent'];

/** A way to reach a party. */
export interface Contact {
  readonly contact: string;
  readonly role: string | null;
  /** Language tag, as written. */
  readonly language: string | null;
}

/** What the rows of the directory give about one party: of each field the first that a row gives, contacts all. */
export interface DirectoryDetails {
  readonly kind: PartyKind | null;
  readonly name: string | null;
  /** Upper case, as written otherwise. */
  readonly country: string | null;
  readonly relation: Relation | null;
  /** Postal address, one line each, for letters; empty when no row gives one. */
  readonly postal: readonly string[];
  readonly contacts: readonly Contact[];
}

export interface DirectoryEntry {
  /** The `party` that a row of this match gives, or null: the id then comes from the match. */
  readonly party: string | null;
  readonly details: DirectoryDetails;
}

/**
 * directory.csv, read: who the outside parties are (docs/formats/directory-csv.md). Addresses and domains in lower
 * case, A-labels.
 */
export interface Directory {
  readonly addresses: ReadonlyMap<string, DirectoryEntry>;
  readonly domains: ReadonlyMap<string, DirectoryEntry>;
  /** By party id: the `party` of rows; of rows without one their address or domain. */
  readonly parties: ReadonlyMap<string, DirectoryDetails>;
}

/** The directory of an incident that has none. */
export const EMPTY_DIRECTORY: Directory = { addresses: new Map(), domains: new Map(), parties: new Map() };
