import type { Reason } from './hint.ts';

/**
 * The three ways in which something is not as it should be. They are never mixed.
 *
 * - **problem**: the evidence is odd. Data, collected and shown; the work goes on.
 * - **refusal**: a request is denied for a stated reason (an invalid incident file, a second run on one state).
 * - **fault**: a program or a machine broke. Anything thrown that is not a `Refusal` is a fault.
 */

/** `person`: somebody must review it (`--strict` fails on it); `note`: for information. */
export type ProblemWeight = 'person' | 'note';

/** An oddity of the evidence, with its place and what was done about it. */
export interface Problem {
  /** A stable kebab-case code; the closed list is in docs/formats/problems.md. */
  readonly code: string;
  /** Evidence path as in incident.yaml, with `:line` (text) or `@offset` (bytes) if known. */
  readonly place: string;
  /** One sentence: what it is, what was done, what to do. Never contains mail content. */
  readonly text: string;
  readonly weight: ProblemWeight;
}

/** A denied request with its reasons. The command line prints one text per line and exits with 2. */
export class Refusal extends Error {
  /** Stable code of the first reason. */
  readonly code: string;
  /** Every reason, each a complete sentence with file and line if known. */
  readonly reasons: readonly string[];
  /** The same, with the commands that help as data. */
  readonly advice: readonly Reason[];

  constructor(code: string, advice: readonly Reason[]) {
    super(advice.join('\n'));
    this.name = 'Refusal';
    this.code = code;
    this.reasons = advice.map(String);
    this.advice = advice;
  }
}

/** For exhaustive switches: a value here is a programming fault. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value ${JSON.stringify(value)}`);
}
