import { type Json, toCanonicalJson } from '@candor/core/base';
import type { Figure, FigureValue } from '@candor/core/impact';

/** Version of the form (docs/formats/figures.md). */
const STATEMENT_VERSION = 1;
/** A figure is a number, or a few dozen of them. */
const LONGEST_STATEMENT_CHARS = 65_536;

/** What a figure was computed from: the same gives the same figure, on any machine. */
export interface FigureBasis {
  /** Exposure version, and its digest. */
  readonly version: number;
  readonly digest: string;
  /** Digest of everything that went into it: evidence, incident file, directory. */
  readonly inputs: string;
  /** Curated operations that were counted in: all up to this number. */
  readonly curation: number;
}

/** Versions of the rules behind verdicts, and of the formulas. */
export interface FigureRules {
  readonly exposure: string;
  readonly figures: number;
}

/** A figure as it is stated to outsiders. All but `position` and `by` follows from the evidence. */
export interface FigureStatement {
  readonly incident: string;
  readonly name: string;
  readonly value: FigureValue;
  readonly formula: string;
  readonly rules: FigureRules;
  readonly exposure: FigureBasis;
  /** Entries in the log at that moment. */
  readonly size: number;
  /** Who published it. */
  readonly by: string;
  /** Where in the log that was done. */
  readonly position: number;
}

/** The body of the log entry that publishes a figure. */
export function toFigureBody({ incident: _, position: __, ...body }: FigureStatement): {
  readonly [member: string]: Json;
} {
  return {
    ...body,
    rules: { ...body.rules },
    exposure: { ...body.exposure },
    value: body.value as Json,
  };
}

/** The statement's one form: canonical JSON and a line feed. */
export function toStatementText(statement: FigureStatement): string {
  const { incident, position } = statement;
  return `${toCanonicalJson({ v: STATEMENT_VERSION, incident, position, ...toFigureBody(statement) })}\n`;
}

/** The same statement with a value that was computed anew: equal bytes, or the figure does not follow from the evidence. */
export function restate(statement: FigureStatement, figure: Figure, basis: FigureBasis, exposureRules: string): string {
  return toStatementText({
    ...statement,
    value: figure.value,
    formula: figure.formula,
    rules: { exposure: exposureRules, figures: figure.version },
    exposure: basis,
  });
}

/** Reads a statement from a stranger's text; null for anything but its one form. */
export function readStatement(text: string): FigureStatement | null {
  if (text.length > LONGEST_STATEMENT_CHARS) return null;
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
    if (`${toCanonicalJson(value)}\n` !== text) return null;
  } catch {
    return null;
  }
  const members = toMembers(value, memberNames);
  const rules = toMembers(members?.['rules'], ['exposure', 'figures']);
  const exposure = toMembers(members?.['exposure'], ['curation', 'digest', 'inputs', 'version']);
  if (members === null || rules === null || exposure === null || members['v'] !== STATEMENT_VERSION) return null;
  const { incident, name, formula, by, size, position, value: figure } = members;
  const texts = [incident, name, formula, by, rules['exposure'], exposure['digest'], exposure['inputs']];
  const counts = [size, position, rules['figures'], exposure['version'], exposure['curation']];
  if (!texts.every((one) => typeof one === 'string') || !counts.every(isCount) || !isFigureValue(figure)) return null;
  const { v: _, ...statement } = members;
  return statement as unknown as FigureStatement;
}

const memberNames = ['by', 'exposure', 'formula', 'incident', 'name', 'position', 'rules', 'size', 'v', 'value'];

/** An object with exactly these members, which are sorted; null for anything else. */
function toMembers(value: Json | undefined, names: readonly string[]): { readonly [member: string]: Json } | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const members = value as { readonly [member: string]: Json };
  return Object.keys(members).sort().join() === names.join() ? members : null;
}

function isCount(value: Json | undefined): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isFigureValue(value: Json | undefined): boolean {
  if (value === null || typeof value === 'string' || isCount(value)) return true;
  return typeof value === 'object' && !Array.isArray(value) && Object.values(value).every(isCount);
}
