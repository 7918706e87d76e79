import { type Json, toCanonicalJson } from '@candor/core/base';
import type { Figure, FigureValue } from '@candor/core/impact';

/**
 * Versions of the form (docs/formats/figures.md): one operator published figures under the first, two under the second.
 */
export type StatementVersion = 1 | 2;
/** A figure is a number, or a few dozen of them. */
const MAX_STATEMENT_CHARS = 65_536;

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

export interface FigureRules {
  readonly exposure: string;
  readonly figures: number;
}

/** A figure as it is stated to outsiders. All but `position` and `by` follows from the evidence. */
export interface FigureStatement {
  readonly v: StatementVersion;
  readonly incident: string;
  readonly name: string;
  readonly value: FigureValue;
  readonly formula: string;
  readonly rules: FigureRules;
  readonly exposure: FigureBasis;
  /** Entries in the log at that moment. */
  readonly size: number;
  /** Its publishers: two operators, sorted; under version 1 one. */
  readonly by: string | readonly string[];
  readonly position: number;
}

type Members = { readonly [member: string]: Json };

export function toFigureDocument({
  name,
  value,
  formula,
  rules,
  exposure,
}: Pick<FigureStatement, 'name' | 'value' | 'formula' | 'rules' | 'exposure'>): Members {
  return { name, value: value as Json, formula, rules: { ...rules }, exposure: { ...exposure } };
}

/** The body of the log entry that published a figure under version 1. */
export function toFigureBody({ size, by, ...statement }: FigureStatement): Members {
  return { ...toFigureDocument(statement), size, by: typeof by === 'string' ? by : [...by] };
}

/** The statement's one form: canonical JSON and a line feed. */
export function toStatementText(statement: FigureStatement): string {
  const { v, incident, position } = statement;
  return `${toCanonicalJson({ v, incident, position, ...toFigureBody(statement) })}\n`;
}

/**
 * The same statement with a recomputed value: equal bytes, or the figure does not follow from the evidence.
 */
export function recomputeStatement(
  statement: FigureStatement,
  figure: Figure,
  basis: FigureBasis,
  exposureRules: string,
): string {
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
  if (text.length > MAX_STATEMENT_CHARS) return null;
  let value: Json;
  try {
    value = JSON.parse(text);
    if (`${toCanonicalJson(value)}\n` !== text) return null;
  } catch {
    return null;
  }
  const members = toMembers(value, memberNames);
  const rules = toMembers(members?.['rules'], ['exposure', 'figures']);
  const exposure = toMembers(members?.['exposure'], ['curation', 'digest', 'inputs', 'version']);
  if (members === null || rules === null || exposure === null || !isBy(members['v'], members['by'])) return null;
  const { incident, name, formula, size, position, value: figure } = members;
  const texts = [incident, name, formula, rules['exposure'], exposure['digest'], exposure['inputs']];
  const counts = [size, position, rules['figures'], exposure['version'], exposure['curation']];
  if (!texts.every((one) => typeof one === 'string') || !counts.every(isCount) || !isFigureValue(figure)) return null;
  return members as unknown as FigureStatement;
}

const memberNames = ['by', 'exposure', 'formula', 'incident', 'name', 'position', 'rules', 'size', 'v', 'value'];

/** An object with exactly these members, which are sorted; null for anything else. */
export function toMembers(
  value: Json | undefined,
  names: readonly string[],
): { readonly [member: string]: Json } | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const members = value as { readonly [member: string]: Json };
  return Object.keys(members).sort().join() === names.join() ? members : null;
}

/** Publishers are one text under version 1, two sorted ones or more under version 2. */
function isBy(version: Json | undefined, by: Json | undefined): boolean {
  if (version === 1) return typeof by === 'string';
  if (version !== 2 || !Array.isArray(by) || by.length < 2) return false;
  return by.every((name, at) => typeof name === 'string' && (at === 0 || name > String(by[at - 1])));
}

export function isCount(value: Json | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isFigureValue(value: Json | undefined): boolean {
  if (value === null || typeof value === 'string' || isCount(value)) return true;
  return typeof value === 'object' && !Array.isArray(value) && Object.values(value).every(isCount);
}
