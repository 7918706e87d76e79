/** The unit of a row number in a log (docs/formats/access-records.md, Containers). */
export type RowUnit = 'line' | 'row' | 'element';

/**
 * Where a row is, for people: `log.jsonl:12` if an editor's line numbers match, otherwise `log.csv, row 12` or
 * `log.json, element 12`, since headers and multi-line fields shift lines.
 */
export function toRowPlace(file: string, unit: RowUnit, row: number): string {
  return unit === 'line' ? `${file}:${row}` : `${file}, ${unit} ${row}`;
}
