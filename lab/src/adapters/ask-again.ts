import type { Compilable, CompiledQuery } from 'kysely';

/** The query for a value. */
export type AskAgain<Row> = (value: string) => Compilable<Row>;

/** Stands in the compiled query where the value belongs: no custodian or location has it. */
const PLACE = '\u0000';

/** A query that is asked for one value after the other, in thousands, and put into words once: that takes longer than its answer of a few rows. */
export function askAgain<Row>(build: (value: string) => Compilable<Row>): AskAgain<Row> {
  const compiled: CompiledQuery<Row> = build(PLACE).compile();
  if (!compiled.parameters.includes(PLACE)) throw new Error('the query does not ask for the value');
  return (value) => ({
    compile: () => ({
      ...compiled,
      parameters: compiled.parameters.map((parameter) => (parameter === PLACE ? value : parameter)),
    }),
  });
}
