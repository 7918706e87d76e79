import type Database from 'better-sqlite3';
import type { SqliteDatabase } from 'kysely';

/** Statements kept ready. What a command asks for in a loop is a few dozen; lists of numbers make many more. */
const MOST_STATEMENTS = 128;
/** A kept statement has read the names of its columns once. */
const CHANGES_SCHEMA = /^\s*(?:create|alter|drop)\b/i;

/** The connection for the query builder: to prepare a statement takes longer than most of them take to run. */
export function keepStatements(connection: Database.Database): SqliteDatabase {
  const kept = new Map<string, Database.Statement>();
  return {
    prepare: (text) => {
      const known = kept.get(text);
      if (known !== undefined) return known;
      const statement = connection.prepare(text);
      if (CHANGES_SCHEMA.test(text)) {
        kept.clear();
        return statement;
      }
      const oldest = kept.size < MOST_STATEMENTS ? undefined : kept.keys().next().value;
      if (oldest !== undefined) kept.delete(oldest);
      kept.set(text, statement);
      return statement;
    },
    close: () => connection.close(),
  };
}
