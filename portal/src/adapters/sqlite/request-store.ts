import type Database from 'better-sqlite3';
import type { KeptRequest, PlacedRequest, RequestRecords } from '../../store/portal-store.ts';

const COLUMNS = `r.place, r.request, r.kind, r.sign, r.reviewer, r.party, r.domain, r.document, r.signature, r.token, r.at, coalesce(d.state, 'received') AS state`;
const FROM = 'request r LEFT JOIN decision d ON d.request = r.request';

/**
 * Limits for stored requests of people not in force: enrollments and enquiries. Refused ones make room; beyond the
 * limit none is accepted, so that the disk has room for view receipts.
 */
const MAX_REQUESTS = 200_000;
/** Counted separately for each key and each domain. */
const MAX_PER_KEY = 20;
const MAX_PER_DOMAIN = 1000;
/** Counted for each notice, in addition to the others; decided requests do not count. */
const MAX_PER_TAG = 2;
/**
 * Counted for each person in force. Separate, so that a flood of strangers cannot prevent a party from objecting or
 * revoking.
 */
const MAX_PER_PERSON = 2000;

export interface RequestLimits {
  readonly strangers: number;
  readonly ofKey: number;
  readonly forDomain: number;
  readonly ofTag: number;
  readonly ofPerson: number;
}

const REQUEST_LIMITS: RequestLimits = {
  strangers: MAX_REQUESTS,
  ofKey: MAX_PER_KEY,
  forDomain: MAX_PER_DOMAIN,
  ofTag: MAX_PER_TAG,
  ofPerson: MAX_PER_PERSON,
};

export class RequestStore implements RequestRecords {
  readonly #insert: Database.Statement;
  readonly #bySign: Database.Statement;
  readonly #byRequest: Database.Statement;
  readonly #byPlace: Database.Statement;
  readonly #countStrangers: Database.Statement;
  readonly #countOfPerson: Database.Statement;
  readonly #countOfKey: Database.Statement;
  readonly #countForDomain: Database.Statement;
  readonly #countOfTag: Database.Statement;
  readonly #limits: RequestLimits;
  readonly #byParty: Database.Statement;
  readonly #byPartyDomain: Database.Statement;
  readonly #byReviewer: Database.Statement;
  readonly #byPersons: Database.Statement;
  readonly #unnamed: Database.Statement;
  readonly #name: Database.Statement;

  /** Cached number of strangers' requests, since counting gets slower with more of them. */
  #strangers = 0;

  constructor(database: Database.Database, limits: RequestLimits = REQUEST_LIMITS) {
    this.#limits = limits;
    this.#countStrangers = database.prepare('SELECT count(*) FROM request WHERE party IS NULL AND tag IS NULL').pluck();
    const byStranger = 'party IS NULL AND tag IS NULL';
    this.#countOfKey = database.prepare(`SELECT count(*) FROM request WHERE sign = ? AND ${byStranger}`).pluck();
    this.#countForDomain = database.prepare(`SELECT count(*) FROM request WHERE domain = ? AND ${byStranger}`).pluck();
    this.#countOfTag = database
      .prepare(
        `SELECT count(*) FROM request r WHERE r.tag = ? AND NOT EXISTS
         (SELECT 1 FROM decision d WHERE d.request = r.request AND d.state <> 'waiting')`,
      )
      .pluck();
    this.#countOfPerson = database.prepare('SELECT count(*) FROM request WHERE sign = ? AND party IS NOT NULL').pluck();
    this.#insert = database.prepare(
      `INSERT INTO request (request, kind, sign, reviewer, party, domain, document, signature, token, tag, at)
       VALUES (@request, @kind, @sign, @reviewer, @party, @domain, @document, @signature, @token, @tag, @at) ON CONFLICT (request) DO NOTHING`,
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
    // The unary plus prevents a scan over all strangers' requests for the domain.
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
    this.recount();
  }

  async take(request: KeptRequest): Promise<PlacedRequest | null> {
    const before = this.#byRequest.get(request.request) as PlacedRequest | undefined;
    if (before !== undefined) return before;
    const tag = this.#hasOwnPlace(request) ? request.tag : null;
    if (tag === null && !this.#hasRoom(request)) return null;
    this.#insert.run({ ...request, tag });
    if (tag === null && request.party === null) this.#strangers += 1;
    return this.#byRequest.get(request.request) as PlacedRequest;
  }

  /** Call after requests were deleted. */
  recount(): void {
    this.#strangers = this.#countStrangers.get() as number;
  }

  #hasOwnPlace({ tag }: KeptRequest): boolean {
    return tag !== null && (this.#countOfTag.get(tag) as number) < this.#limits.ofTag;
  }

  #hasRoom({ party, sign, domain }: KeptRequest): boolean {
    if (party !== null) return (this.#countOfPerson.get(sign) as number) < this.#limits.ofPerson;
    return (
      this.#strangers < this.#limits.strangers &&
      (this.#countOfKey.get(sign) as number) < this.#limits.ofKey &&
      (domain === null || (this.#countForDomain.get(domain) as number) < this.#limits.forDomain)
    );
  }

  async listOfKey(sign: string): Promise<readonly PlacedRequest[]> {
    return this.#bySign.all(sign) as PlacedRequest[];
  }

  async listAfter(place: number, most: number): Promise<readonly PlacedRequest[]> {
    return this.#byPlace.all(place, most) as PlacedRequest[];
  }

  async listOfParty(party: string, most: number): Promise<readonly PlacedRequest[]> {
    return this.#byParty.all(party, most) as PlacedRequest[];
  }

  async listOfReviewer(party: string, reviewer: string, most: number): Promise<readonly PlacedRequest[]> {
    return this.#byReviewer.all(party, reviewer, most) as PlacedRequest[];
  }

  /** Adds the fingerprint to enrollments stored by an earlier portal. */
  nameEarlier(toReviewer: (document: string) => string): void {
    for (;;) {
      const some = this.#unnamed.all() as Pick<PlacedRequest, 'place' | 'document'>[];
      if (some.length === 0) return;
      for (const { place, document } of some) this.#name.run(toReviewer(document), place);
    }
  }

  async listForDomainsOf(party: string, most: number): Promise<readonly PlacedRequest[]> {
    const [newest, own] = [this.#byPartyDomain, this.#byPersons].map(
      (list) => list.all(party, most) as PlacedRequest[],
    );
    const all = new Map([...(newest ?? []), ...(own ?? [])].map((one) => [one.request, one]));
    return [...all.values()];
  }
}
