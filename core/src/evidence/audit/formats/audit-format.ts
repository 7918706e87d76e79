import type { AccessKind } from '../../record/audit-record.ts';
import type { LooseObject } from '../../record/loose-value.ts';

/**
 * One way in which exports wrap audit records (docs/formats/access-records.md, Containers). A format is a file in this
 * folder and a line in `registry.ts`. Members are arbitrary.
 */
export interface AuditFormat {
  /** The name in state and custody.csv; never changes. */
  readonly name: string;
  /** Whether the columns of a CSV, in lower case, are this format's; a format with `rows` needs none. */
  readonly isHeader?: (has: (column: string) => boolean) => boolean;
  /**
   * The record in a parsed row: an object with Management Activity API names, or a JSON text of one. Null when the row
   * has another format.
   */
  readonly unwrap?: (row: LooseObject) => Wrapped | null;
  /** Column or member with a complete record. */
  readonly recordColumn?: string;
  /** A CSV row that ends before that column has it empty. */
  readonly needsRecord?: true;
  /** Columns or members beside the record that name its operation. */
  readonly operationColumns?: readonly string[];
  /**
   * Required columns, for formats whose rows are the records; a table without them is a problem. One of a list is
   * enough.
   */
  readonly judgedColumns?: readonly (string | readonly string[])[];
  /** The column name that `unwrap` expects, and the text of a cell. */
  readonly toMember?: (column: string) => string;
  readonly toCell?: (column: string, text: string) => string;
  /** Row limits at which this export silently stops, besides those of all kinds. */
  readonly rowCaps?: readonly number[];
  /** For a CSV whose rows are not Microsoft records. Row numbers are part of their ids. */
  readonly rows?: OwnRows;
}

export interface Wrapped {
  /** Anything; neither an object nor JSON text is a row without a record. */
  readonly inner: unknown;
}

/** A row is read like one of the neutral CSV, from these columns. */
export interface OwnRows {
  readonly columns: RowColumns;
  /** The kind that a word in the column of kinds stands for, by the word in lower case; names of kinds need none. */
  readonly kinds?: Readonly<Record<string, AccessKind>>;
}

/** The column of each field, in any letter case. A CSV with the first three is of this format. */
export interface RowColumns {
  readonly time: string;
  readonly mailbox: string;
  readonly kind: string;
  readonly messageId?: string;
  readonly folder?: string;
  readonly session?: string;
  readonly ip?: string;
  readonly app?: string;
}
