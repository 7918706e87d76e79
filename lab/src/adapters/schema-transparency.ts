import type { Generated } from 'kysely';
import type { InputSchema } from './schema-input.ts';

/** What only people know of a case. Rows are added, never changed. */
export interface CaseFactTable {
  id: Generated<number>;
  /** Which fact: `aware`. */
  fact: string;
  /** What was said, by whom and when, canonical JSON. */
  document: string;
  /** SHA-256 over the link of the row before and this row, hex. */
  link: string;
}

export interface TransparencySchema extends InputSchema {
  transparency_case_fact: CaseFactTable;
}
