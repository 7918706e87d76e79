/** What the number of a row in an access file counts (docs/formats/access-records.md, Containers). */
export type RowUnit = 'line' | 'row' | 'element';

/**
 * Where a row stands, for people: `log.jsonl:12` where an editor's line numbers lead to it, else `log.csv, row 12` or
 * `log.json, element 12`. A header or a field with line breaks would send whoever counts lines to the wrong row.
 */
export function toRowPlace(file: string, unit: RowUnit, row: number): string {
  return unit === 'line' ? `${file}:${row}` : `${file}, ${unit} ${row}`;
}
