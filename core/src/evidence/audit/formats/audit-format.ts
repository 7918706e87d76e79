import type { AccessRow } from '../../record/audit-record.ts';
import type { LooseObject } from '../../record/loose-value.ts';

/**
 * One way in which exports wrap audit records (docs/formats/access-records.md, Containers). A format is a file in this
 * folder and a line in `registry.ts`. Members are arbitrary.
 */
export interface AuditFormat {
  /** The name in state and custody.csv; never changes. */
  readonly name: string;
  /** Whether the columns of a CSV, in lower case, are this format's. */
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
  /** Required columns, for formats whose rows are the records; a table without them is a problem. */
  readonly judgedColumns?: readonly string[];
  /** The column name that `unwrap` expects, and the text of a cell. */
  readonly toMember?: (column: string) => string;
  readonly toCell?: (column: string, text: string) => string;
  /** Row limits at which this export silently stops, besides those of all kinds. */
  readonly rowCaps?: readonly number[];
  /** For tables whose rows are not Microsoft records. Row numbers are part of their ids. */
  readonly rows?: OwnRows;
}

export interface Wrapped {
  /** Anything; neither an object nor JSON text is a row without a record. */
  readonly inner: unknown;
}

export interface OwnRows {
  readonly read: (file: string, line: number, cell: (column: string) => string) => AccessRow;
  /** The operation of an unreadable row; null if it may be an access, which makes a gap. */
  readonly nameOperation: (kind: string | null) => string | null;
}
