import type { Instant } from '@candor/core/base';
import type Database from 'better-sqlite3';

/** A signed request as it was taken. */
export interface KeptRequest {
  /** SHA-256 of the document. */
  readonly request: string;
  readonly kind: string;
  /** Key that signed it. */
  readonly sign: string;
  /** Fingerprint of the keys that an enrollment asks for; null for whatever else. */
  readonly reviewer: string | null;
  readonly party: string | null;
  readonly domain: string | null;
  readonly document: string;
  readonly signature: string;
  readonly token: string | null;
  readonly at: Instant;
}

export type RequestState = 'received' | 'waiting' | 'approved' | 'refused' | 'stopped';

export type PlacedRequest = KeptRequest & { readonly place: number; readonly state: RequestState };

const COLUMNS = `r.place, r.request, r.kind, r.sign, r.reviewer, r.party, r.domain, r.document, r.signature, r.token, r.at, coalesce(d.state, 'received') AS state`;
const FROM = 'request r LEFT JOIN decision d ON d.request = r.request';

/**
 * Requests of people who are not in force, kept at once: enrollments and enquiries. Those that the lab refuses make room; beyond it none is taken, so that the
 * disk keeps room for access records.
 */
const MOST_REQUESTS = 200_000;
/** Of one person in force. They have room of their own: a flood of strangers must not keep a party from objecting to one of them, or from taking somebody out. */
const MOST_OF_A_PERSON = 2000;

export interface RequestLimits {
  readonly strangers: number;
  readonly ofPerson: number;
}

/** What people asked for. The portal keeps it for the lab, and decides nothing. */
export class RequestStore {
  readonly #insert: Database.Statement;
  readonly #bySign: Database.Statement;
  readonly #byRequest: Database.Statement;
  readonly #byPlace: Database.Statement;
  readonly #countStrangers: Database.Statement;
  readonly #countOfPerson: Database.Statement;
  readonly #limits: RequestLimits;
  readonly #byParty: Database.Statement;
  readonly #byPartyDomain: Database.Statement;
  readonly #byReviewer: Database.Statement;
  readonly #byPersons: Database.Statement;
  readonly #unnamed: Database.Statement;
  readonly #name: Database.Statement;

  constructor(
    database: Database.Database,
    limits: RequestLimits = { strangers: MOST_REQUESTS, ofPerson: MOST_OF_A_PERSON },
  ) {
    this.#limits = limits;
    // All but those of parties, which an index of their own counts.
    this.#countStrangers = database
      .prepare(
        'SELECT (SELECT count(*) FROM request) - (SELECT count(*) FROM request WHERE party IS NOT NULL) AS strangers',
      )
      .pluck();
    this.#countOfPerson = database.prepare('SELECT count(*) FROM request WHERE sign = ? AND party IS NOT NULL').pluck();
    this.#insert = database.prepare(
      `INSERT INTO request (request, kind, sign, reviewer, party, domain, document, signature, token, at)
       VALUES (@request, @kind, @sign, @reviewer, @party, @domain, @document, @signature, @token, @at) ON CONFLICT (request) DO NOTHING`,
    );
    this.#byRequest = database.prepare(`SELECT ${COLUMNS} FROM ${FROM} WHERE r.request = ?`);
    this.#bySign = database.prepare(
      `SELECT ${COLUMNS} FROM ${FROM} WHERE r.sign = ? AND r.kind IN ('enrollment', 'enquiry') ORDER BY r.place DESC LIMIT 100`,
    );
    this.#byPlace = database.prepare(`SELECT ${COLUMNS} FROM ${FROM} WHERE r.place > ? ORDER BY r.place LIMIT ?`);
    this.#byParty = database.prepare(`SELECT ${COLUMNS} FROM ${FROM} WHERE r.party = ? ORDER BY r.place DESC LIMIT ?`);
    this.#byPartyDomain = database.prepare(
      `SELECT ${COLUMNS} FROM ${FROM} JOIN party_domain p ON p.domain = r.domain
       WHERE p.party = ? AND r.kind = 'enrollment' ORDER BY r.place DESC LIMIT ?`,
    );
    // The plus keeps the engine from walking through everything that strangers asked for the domain.
    this.#byReviewer = database.prepare(
      `SELECT ${COLUMNS} FROM ${FROM} JOIN party_domain p ON p.domain = +r.domain
       WHERE p.party = ? AND r.reviewer = ? AND r.kind = 'enrollment' ORDER BY r.place DESC LIMIT ?`,
    );
    this.#byPersons = database.prepare(
      `SELECT ${COLUMNS} FROM ${FROM} JOIN person o ON o.sign = r.sign JOIN party_domain p ON p.party = o.party AND p.domain = +r.domain
       WHERE o.party = ? AND r.kind = 'enrollment' ORDER BY r.place DESC LIMIT ?`,
    );
    this.#unnamed = database.prepare(
      "SELECT place, document FROM request WHERE kind = 'enrollment' AND reviewer IS NULL ORDER BY place LIMIT 1000",
    );
    this.#name = database.prepare('UPDATE request SET reviewer = ? WHERE place = ?');
  }

  /** Takes a request; the one that was taken before when it comes again; null when there is no room. */
  take(request: KeptRequest): PlacedRequest | null {
    const before = this.#byRequest.get(request.request) as PlacedRequest | undefined;
    if (before !== undefined) return before;
    if (!this.#hasRoom(request)) return null;
    this.#insert.run(request);
    return this.#byRequest.get(request.request) as PlacedRequest;
  }

  #hasRoom({ party, sign }: KeptRequest): boolean {
    return party === null
      ? (this.#countStrangers.get() as number) < this.#limits.strangers
      : (this.#countOfPerson.get(sign) as number) < this.#limits.ofPerson;
  }

  listOfKey(sign: string): readonly PlacedRequest[] {
    return this.#bySign.all(sign) as PlacedRequest[];
  }

  listAfter(place: number, most: number): readonly PlacedRequest[] {
    return this.#byPlace.all(place, most) as PlacedRequest[];
  }

  listOfParty(party: string, most: number): readonly PlacedRequest[] {
    return this.#byParty.all(party, most) as PlacedRequest[];
  }

  /** Enrollments of this fingerprint for the domains that are the party's, the newest first: however many strangers ask, a person who is known by ear is found. */
  listOfReviewer(party: string, reviewer: string, most: number): readonly PlacedRequest[] {
    return this.#byReviewer.all(party, reviewer, most) as PlacedRequest[];
  }

  /** Gives enrollments that an earlier portal took the fingerprint by which they are found. */
  nameEarlier(toReviewer: (document: string) => string): void {
    for (;;) {
      const some = this.#unnamed.all() as Pick<PlacedRequest, 'place' | 'document'>[];
      if (some.length === 0) return;
      for (const { place, document } of some) this.#name.run(toReviewer(document), place);
    }
  }

  /** Enrollments for the domains that are the party's: the newest, and those of its people in force, whom no stranger pushes out. */
  listForDomainsOf(party: string, most: number): readonly PlacedRequest[] {
    const [newest, own] = [this.#byPartyDomain, this.#byPersons].map(
      (list) => list.all(party, most) as PlacedRequest[],
    );
    const all = new Map([...(newest ?? []), ...(own ?? [])].map((one) => [one.request, one]));
    return [...all.values()];
  }
}
