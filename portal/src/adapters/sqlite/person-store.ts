import type Database from 'better-sqlite3';
import type { Passkey, Person, PersonRecords } from '../../store/portal-store.ts';

export class PersonStore implements PersonRecords {
  readonly #bySign: Database.Statement;
  readonly #byParty: Database.Statement;
  readonly #domains: Database.Statement;
  readonly #isKnown: Database.Statement;
  readonly #passkey: Database.Statement;
  readonly #passkeyOf: Database.Statement;
  readonly #removePasskeys: Database.Statement;
  readonly #insertPasskey: Database.Statement;
  readonly #count: Database.Statement;
  readonly #isTaken: Database.Statement;
  readonly #wrappedAt: Database.Statement;
  readonly #replaceWrapped: Database.Statement;
  readonly #database: Database.Database;
  /** Cached from the last statement: no other process writes them. */
  readonly #inForce = new Map<string, Person>();

  constructor(database: Database.Database) {
    this.#database = database;
    this.#bySign = database.prepare('SELECT reviewer, party, sign, role, name FROM person WHERE sign = ?');
    this.#byParty = database.prepare(
      'SELECT reviewer, party, sign, role, name FROM person WHERE party = ? ORDER BY reviewer',
    );
    this.#domains = database.prepare('SELECT domain FROM party_domain WHERE party = ? ORDER BY domain').pluck();
    this.#isKnown = database
      .prepare(
        `SELECT EXISTS (SELECT 1 FROM person WHERE sign = @sign)
             OR EXISTS (SELECT 1 FROM request WHERE sign = @sign AND kind = 'enrollment')`,
      )
      .pluck();
    const columns = 'credential, sign, public_key AS publicKey, counter, wrapped, place';
    this.#passkey = database.prepare(`SELECT ${columns} FROM passkey WHERE credential = ?`);
    this.#passkeyOf = database.prepare(`SELECT ${columns} FROM passkey WHERE sign = ?`);
    this.#removePasskeys = database.prepare('DELETE FROM passkey WHERE sign = ?');
    this.#insertPasskey = database.prepare(
      `INSERT INTO passkey (credential, sign, public_key, counter, wrapped, place)
       VALUES (@credential, @sign, @publicKey, @counter, @wrapped, @place) ON CONFLICT DO NOTHING`,
    );
    this.#count = database.prepare('UPDATE passkey SET counter = ? WHERE credential = ?');
    this.#isTaken = database
      .prepare(
        'SELECT EXISTS (SELECT 1 FROM passkey WHERE sign <> @sign AND (credential = @credential OR place = @place))',
      )
      .pluck();
    this.#wrappedAt = database.prepare('SELECT wrapped FROM passkey WHERE place = ?').pluck();
    this.#replaceWrapped = database.prepare(
      'UPDATE passkey SET wrapped = @wrapped WHERE sign = @sign AND wrapped = @before',
    );
  }

  async find(sign: string): Promise<Person | null> {
    const known = this.#inForce.get(sign);
    if (known !== undefined) return known;
    const person = (this.#bySign.get(sign) as Person | undefined) ?? null;
    if (person !== null) this.#inForce.set(sign, person);
    return person;
  }

  /** Call after a new statement of the lab. */
  forget(): void {
    this.#inForce.clear();
  }

  async listOfParty(party: string): Promise<readonly Person[]> {
    return this.#byParty.all(party) as Person[];
  }

  async listDomains(party: string): Promise<readonly string[]> {
    return this.#domains.all(party) as string[];
  }

  async isKnown(sign: string): Promise<boolean> {
    return this.#isKnown.get({ sign }) === 1;
  }

  async findPasskey(credential: string): Promise<Passkey | null> {
    return (this.#passkey.get(credential) as Passkey | undefined) ?? null;
  }

  async findPasskeyOf(sign: string): Promise<Passkey | null> {
    return (this.#passkeyOf.get(sign) as Passkey | undefined) ?? null;
  }

  async replacePasskey(passkey: Passkey): Promise<boolean> {
    return this.#database
      .transaction(() => {
        const { sign, credential, place } = passkey;
        if (this.#isTaken.get({ sign, credential, place }) === 1) return false;
        this.#removePasskeys.run(sign);
        return this.#insertPasskey.run(passkey).changes === 1;
      })
      .immediate();
  }

  async findWrappedAt(place: string): Promise<string | null> {
    const wrapped = this.#wrappedAt.get(place);
    return typeof wrapped === 'string' ? wrapped : null;
  }

  async replaceWrapped(sign: string, before: string, wrapped: string): Promise<boolean> {
    return this.#replaceWrapped.run({ sign, before, wrapped }).changes === 1;
  }

  async countUse(credential: string, counter: number): Promise<void> {
    this.#count.run(counter, credential);
  }
}
