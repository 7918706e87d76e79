import { createHash, timingSafeEqual } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '@candor/core/base';
import Database from 'better-sqlite3';
import { inspectPath } from '../files/files.ts';
import { isBusy } from './process-lock.ts';

const storeFile = 'log.sqlite';
const formVersion = 1;
/** Incidents append in turns, for some milliseconds each. */
const busyMs = 30_000;

const tables = `
  CREATE TABLE entry (position INTEGER PRIMARY KEY, commitment BLOB NOT NULL, mark BLOB NOT NULL,
    standing INTEGER NOT NULL, salt BLOB, entry TEXT);
  CREATE TABLE checkpoint (size INTEGER PRIMARY KEY, root BLOB NOT NULL, note TEXT NOT NULL, made_at INTEGER NOT NULL);
  CREATE TABLE member (id BLOB PRIMARY KEY);
  CREATE TABLE place (member BLOB NOT NULL, bucket INTEGER NOT NULL, taken INTEGER NOT NULL,
    PRIMARY KEY (member, bucket));
  PRAGMA user_version = ${formVersion};`;

/** As the column `standing` numbers them. */
const standings = ['open', 'kept', 'void'] as const;

/** Where several incidents keep the log that they share, and by what a state knows its own entries there. */
export interface LogHomePlace {
  /** Absolute. */
  readonly folder: string;
  /** 32 random bytes of this state only. */
  readonly secret: Uint8Array;
}

/** An entry as the home has it: nothing says what it is or whose, but to the state that appended it. */
export interface HomeEntry {
  readonly position: number;
  readonly commitment: Uint8Array;
  /** This state appended it. */
  readonly isOwn: boolean;
  /**
   * `kept`: the state that appended it has it with its effect; `open`: between the two commits; `void`: the process
   * ended there, and nothing followed from it.
   */
  readonly standing: (typeof standings)[number];
  /** Only of entries about keys, which every incident needs. */
  readonly opening: { readonly entry: string; readonly salt: Uint8Array } | null;
}

export interface HomeCheckpoint {
  readonly size: number;
  readonly root: Uint8Array;
  readonly note: string;
  readonly made_at: number;
}

interface EntryRow {
  readonly position: number;
  readonly commitment: Uint8Array;
  readonly mark: Uint8Array;
  readonly standing: number;
  readonly salt: Uint8Array | null;
  readonly entry: string | null;
}

/**
 * The log that several incidents of one domain share: commitments in their order, signed checkpoints, and nothing that
 * an incident said. What is written belongs to the transaction of the state's store: it is committed just before it,
 * and marked as settled just after.
 */
export class LogHome {
  readonly folder: string;
  readonly #secret: Uint8Array;
  #connection: Database.Database | null = null;
  #isBegun = false;
  #written: number[] = [];

  constructor({ folder, secret }: LogHomePlace) {
    this.folder = folder;
    this.#secret = secret;
  }

  static exists(folder: string): boolean {
    return inspectPath(join(folder, storeFile)).is === 'file';
  }

  /** Makes an empty home in a folder that is there. */
  static make(folder: string): void {
    const path = join(folder, storeFile);
    const connection = new Database(path);
    chmodSync(path, 0o600);
    connection.pragma('journal_mode = WAL');
    connection.transaction(() => connection.exec(tables))();
    connection.close();
  }

  /** Locks the home until the state's transaction ends, so that nobody else appends. */
  begin(): void {
    if (this.#isBegun) return;
    this.#open().exec('BEGIN IMMEDIATE');
    this.#isBegun = true;
    this.#written = [];
  }

  count(): number {
    const last = this.#open().prepare<[], number | null>('SELECT max(position) FROM entry').pluck().get();
    return last == null ? 0 : last + 1;
  }

  /** Entries from one position on, at most so many. */
  list(from: number, most: number): readonly HomeEntry[] {
    return this.#open()
      .prepare<[number, number], EntryRow>('SELECT * FROM entry WHERE position >= ? ORDER BY position LIMIT ?')
      .all(from, most)
      .map(({ position, commitment, mark, standing, salt, entry }) => ({
        position,
        commitment: new Uint8Array(commitment),
        isOwn: timingSafeEqual(mark, this.#mark(position)),
        standing: standings[standing] ?? 'open',
        opening: salt === null || entry === null ? null : { entry, salt: new Uint8Array(salt) },
      }));
  }

  append(entries: readonly Omit<HomeEntry, 'isOwn' | 'standing'>[]): void {
    const insert = this.#open().prepare('INSERT INTO entry VALUES (?, ?, ?, 0, ?, ?)');
    for (const { position, commitment, opening } of entries) {
      insert.run(position, commitment, this.#mark(position), opening?.salt ?? null, opening?.entry ?? null);
      this.#written.push(position);
    }
  }

  /** What this state appended below a position is in its store. */
  settleBelow(position: number): void {
    const open = this.#open()
      .prepare<[number], { position: number; mark: Uint8Array }>(
        'SELECT position, mark FROM entry WHERE standing = 0 AND position < ?',
      )
      .all(position);
    for (const row of open) if (timingSafeEqual(row.mark, this.#mark(row.position))) this.#stand(row.position, 'kept');
  }

  /** What this state began and never had. */
  abandon(position: number): void {
    this.#stand(position, 'void');
  }

  keepCheckpoint({ size, root, note, made_at }: HomeCheckpoint): void {
    this.#open().prepare('INSERT OR IGNORE INTO checkpoint VALUES (?, ?, ?, ?)').run(size, root, note, made_at);
  }

  /** Signed checkpoints of more entries than this, the smallest first. */
  listCheckpoints(above: number): readonly HomeCheckpoint[] {
    return this.#open()
      .prepare<[number], HomeCheckpoint>('SELECT * FROM checkpoint WHERE size > ? ORDER BY size')
      .all(above)
      .map((row) => ({ ...row, root: new Uint8Array(row.root) }));
  }

  /** Counts this state among those that share the log. */
  enrol(): void {
    this.#open().prepare('INSERT OR IGNORE INTO member VALUES (?)').run(this.#member());
  }

  /** States that share the log. */
  countMembers(): number {
    return this.#open().prepare<[], number>('SELECT count(*) FROM member').pluck().get() ?? 0;
  }

  /** How many codes of the other incidents have their place in each bucket of the site. */
  readOthersPlaces(): ReadonlyMap<number, number> {
    const rows = this.#open()
      .prepare<[Uint8Array], { bucket: number; taken: number }>(
        'SELECT bucket, sum(taken) AS taken FROM place WHERE member != ? GROUP BY bucket',
      )
      .all(this.#member());
    return new Map(rows.map(({ bucket, taken }) => [bucket, taken]));
  }

  /** Says in which buckets the codes of this state have their places. */
  writePlaces(taken: ReadonlyMap<number, number>): void {
    const connection = this.#open();
    connection.prepare('DELETE FROM place WHERE member = ?').run(this.#member());
    const insert = connection.prepare('INSERT INTO place VALUES (?, ?, ?)');
    for (const [bucket, count] of taken) insert.run(this.#member(), bucket, count);
  }

  /** On the disk when it returns: the state never has an entry that the home could lose. */
  commit(): void {
    if (!this.#isBegun) return;
    this.#open().exec('COMMIT');
    this.#isBegun = false;
  }

  rollback(): void {
    if (!this.#isBegun) return;
    this.#isBegun = false;
    this.#written = [];
    if (this.#connection?.inTransaction === true) this.#connection.exec('ROLLBACK');
  }

  /** The state has committed what was appended. If another process has the home, the state's next act reports it. */
  settle(): void {
    const written = this.#written;
    this.#written = [];
    if (written.length === 0) return;
    const connection = this.#open();
    try {
      connection.transaction(() => {
        for (const position of written) this.#stand(position, 'kept');
      })();
    } catch (cause) {
      if (!isBusy(cause)) throw cause;
    }
  }

  close(): void {
    this.#connection?.close();
    this.#connection = null;
  }

  #stand(position: number, standing: HomeEntry['standing']): void {
    const number = standings.indexOf(standing);
    this.#open().prepare('UPDATE entry SET standing = ? WHERE position = ?').run(number, position);
  }

  #open(): Database.Database {
    if (this.#connection !== null) return this.#connection;
    if (!LogHome.exists(this.folder))
      throw new Refusal('no-log-home', [
        `${this.folder}: the shared log is not here; restore the folder from the newest backup, or correct log.home in the incident file`,
      ]);
    const connection = new Database(join(this.folder, storeFile));
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = FULL');
    connection.pragma(`busy_timeout = ${busyMs}`);
    const version = connection.pragma('user_version', { simple: true });
    if (version !== formVersion) {
      connection.close();
      throw new Refusal('no-log-home', [
        `${this.folder}: ${storeFile} is not a log of this version of Candor; use the version that wrote it`,
      ]);
    }
    this.#connection = connection;
    return connection;
  }

  /** By this a state recognises its own entries; nobody else can. */
  #mark(position: number): Uint8Array {
    return this.#derive(`entry ${position}`).subarray(0, 16);
  }

  #member(): Uint8Array {
    return this.#derive('member').subarray(0, 16);
  }

  #derive(what: string): Uint8Array {
    return new Uint8Array(createHash('sha256').update(this.#secret).update(what).digest());
  }
}
