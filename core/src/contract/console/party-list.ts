/** What a list of parties is put in order by; `exposure`: opened first, then presumed copied, then all exposed. */
export const PARTY_ORDERS = [
  'exposure',
  'accessed',
  'presumed',
  'doubtful',
  'undetermined',
  'messages',
  'name',
] as const;

export const PARTY_KINDS = ['organization', 'person', 'list'] as const;

/**
 * How far a party is notified. `waiting`: approved, and nothing of it left yet. `open`: no notice of it is drafted.
 * `unexposed`: none of its messages is exposed or undetermined.
 */
export const PARTY_STATES = [
  'notified',
  'uncertain',
  'returned',
  'waiting',
  'draft',
  'barred',
  'delayed',
  'open',
  'list',
  'unexposed',
] as const;

/** What a person has to do about a party next. `no-contact`: nobody knows an address to write to. */
export const PARTY_NEEDS = ['uncertain', 'returned', 'no-contact', 'guessed', 'draft'] as const;

/** The least exposed messages of each size. */
export const PARTY_SIZES = ['1000', '100', '10', '2', '1', '0'] as const;

/** Where the best contact comes from; `none`: there is none. */
export const PARTY_SOURCES = [
  'curated',
  'directory',
  'security-txt',
  'roles',
  'correspondents',
  'own-address',
  'none',
] as const;

/** What a list of parties is filtered by; an empty list leaves nothing out. */
export interface PartyFilterNames {
  readonly needs: (typeof PARTY_NEEDS)[number][];
  readonly states: (typeof PARTY_STATES)[number][];
  readonly kinds: (typeof PARTY_KINDS)[number][];
  readonly sizes: (typeof PARTY_SIZES)[number][];
  readonly sources: (typeof PARTY_SOURCES)[number][];
}
