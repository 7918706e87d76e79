import type { AccessRow } from '../../record/audit-record.ts';
import type { LooseObject } from '../../record/loose-value.ts';

/**
 * One way in which exports wrap audit records (docs/formats/access-records.md, Containers). A format is a file of this
 * folder and a line of `registry.ts`; nothing else knows it. Members are whatever the export's writer chose.
 */
export interface AuditFormat {
  /** As state and custody.csv call it: it never changes. */
  readonly name: string;
  /** Whether the columns of a CSV, in lower case, are this format's. */
  readonly isHeader?: (has: (column: string) => boolean) => boolean;
  /**
   * The record that a parsed row holds: an object with the names of the Management Activity API, or a text of JSON with
   * one. Null when the row is not of this format.
   */
  readonly unwrap?: (row: LooseObject) => Wrapped | null;
  /** Column or member in which a whole record stands. */
  readonly recordColumn?: string;
  /** A row of a CSV that ends before that column has an empty one there. */
  readonly needsRecord?: true;
  /** Columns that are judged, for a format whose rows are the records; a table without them is a problem. */
  readonly judgedColumns?: readonly string[];
  /** The name of a column as `unwrap` wants it, and the text of a cell. */
  readonly toMember?: (column: string) => string;
  readonly toCell?: (column: string, text: string) => string;
  /** Numbers of rows at which an export of this kind stops without a word, beside those of all kinds. */
  readonly rowCaps?: readonly number[];
  /** For a table whose rows are no records of Microsoft's. Their numbers are part of their ids. */
  readonly rows?: OwnRows;
}

export interface Wrapped {
  /** Anything; what is neither object nor text of JSON is a row without a record. */
  readonly inner: unknown;
}

export interface OwnRows {
  readonly read: (file: string, line: number, cell: (column: string) => string) => AccessRow;
  /** What a row that cannot be read says of its operation; null for one that may be an access, which makes a gap. */
  readonly nameOperation: (kind: string | null) => string | null;
}
