/**
 * The three ways in which something is not as it should be. They are never mixed.
 *
 * - **problem**: the evidence is odd. Data, collected and shown; the work goes on.
 * - **refusal**: a request is denied for a stated reason (an invalid incident file, a second run on one state).
 * - **fault**: a program or a machine broke. Anything thrown that is not a `Refusal` is a fault.
 */

/** How much a problem matters: `person` must be looked at by somebody (`--strict` fails on it), `note` is only said. */
export type ProblemWeight = 'person' | 'note';

/** One oddity of the evidence, with the place where it is and what was done about it. */
export interface Problem {
  /** A stable kebab-case code; the closed list is in docs/formats/problems.md. */
  readonly code: string;
  /** Evidence path as in incident.yaml, with `:line` (text) or `@offset` (bytes) where known. */
  readonly place: string;
  /** One sentence: what it is, what was done with it, what to do. Never holds mail content. */
  readonly text: string;
  readonly weight: ProblemWeight;
}

/** A request is denied for a stated reason. The command line shows the texts, one a line, and exits with 2. */
export class Refusal extends Error {
  /** Stable code of the first reason. */
  readonly code: string;
  /** Every reason, each a whole sentence with file and line where there is one. */
  readonly reasons: readonly string[];

  constructor(code: string, reasons: readonly string[]) {
    super(reasons.join('\n'));
    this.name = 'Refusal';
    this.code = code;
    this.reasons = reasons;
  }
}

/** For exhaustive switches: a value here is a programming fault. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value ${JSON.stringify(value)}`);
}
