import type Database from 'better-sqlite3';

/** Somebody in force. */
export interface Person {
  readonly reviewer: string;
  readonly party: string;
  readonly sign: string;
  readonly role: 'nominator' | 'reviewer' | 'representative';
  readonly name: string;
}

export interface Passkey {
  /** base64url of the credential's id. */
  readonly credential: string;
  readonly sign: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  /** The reviewer's keys under the passkey's secret: opaque here. */
  readonly wrapped: string | null;
}

/** Persons as the lab's statement names them, and the passkeys they sign in with. */
export class PersonStore {
  readonly #bySign: Database.Statement;
  readonly #byParty: Database.Statement;
  readonly #domains: Database.Statement;
  readonly #isKnown: Database.Statement;
  readonly #passkey: Database.Statement;
  readonly #passkeyOf: Database.Statement;
  readonly #removePasskeys: Database.Statement;
  readonly #insertPasskey: Database.Statement;
  readonly #count: Database.Statement;
  readonly #database: Database.Database;

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
    const columns = 'credential, sign, public_key AS publicKey, counter, wrapped';
    this.#passkey = database.prepare(`SELECT ${columns} FROM passkey WHERE credential = ?`);
    this.#passkeyOf = database.prepare(`SELECT ${columns} FROM passkey WHERE sign = ?`);
    this.#removePasskeys = database.prepare('DELETE FROM passkey WHERE sign = ?');
    this.#insertPasskey = database.prepare(
      `INSERT INTO passkey (credential, sign, public_key, counter, wrapped)
       VALUES (@credential, @sign, @publicKey, @counter, @wrapped) ON CONFLICT (credential) DO NOTHING`,
    );
    this.#count = database.prepare('UPDATE passkey SET counter = ? WHERE credential = ?');
  }

  find(sign: string): Person | null {
    return (this.#bySign.get(sign) as Person | undefined) ?? null;
  }

  listOfParty(party: string): readonly Person[] {
    return this.#byParty.all(party) as Person[];
  }

  listDomains(party: string): readonly string[] {
    return this.#domains.all(party) as string[];
  }

  /** Whether the key is of somebody in force or asked to enroll. */
  isKnown(sign: string): boolean {
    return this.#isKnown.get({ sign }) === 1;
  }

  findPasskey(credential: string): Passkey | null {
    return (this.#passkey.get(credential) as Passkey | undefined) ?? null;
  }

  findPasskeyOf(sign: string): Passkey | null {
    return (this.#passkeyOf.get(sign) as Passkey | undefined) ?? null;
  }

  /** One passkey a person: a new one takes the place of the old. False when somebody else has this credential. */
  replacePasskey(passkey: Passkey): boolean {
    return this.#database
      .transaction(() => {
        this.#removePasskeys.run(passkey.sign);
        return this.#insertPasskey.run(passkey).changes === 1;
      })
      .immediate();
  }

  countUse(credential: string, counter: number): void {
    this.#count.run(counter, credential);
  }
}
