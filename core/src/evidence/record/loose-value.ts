export type LooseObject = { readonly [name: string]: unknown };

/** Maximum nesting of `@{…}`; PowerShell itself writes two levels. */
const NESTING_LEVELS = 8;

export function isObject(value: unknown): value is LooseObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Texts unchanged, numbers and booleans as text; null for anything else and for blank text. */
export function toText(value: unknown): string | null {
  if (typeof value === 'string') return isBlank(value) ? null : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return null;
}

function isBlank(text: string): boolean {
  return text.length < 64 && text.trim() === '';
}

/** An object or list as JSON; empty when too deep to serialize. */
export function toJson(value: object): string {
  try {
    return JSON.stringify(value);
  } catch {
    return '';
  }
}

/** A whole number, given as number or text. */
export function toWholeNumber(value: unknown): number | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : null;
  if (typeof value !== 'string' || !/^\s*[+-]?\d{1,15}\s*$/.test(value)) return null;
  return Number(value);
}

/**
 * A nested value as its source meant it: Sentinel writes JSON texts, PowerShell at its depth limit `@{Name=Value; …}`.
 * Other values stay.
 */
export function toNested(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const text = value.trim();
  if (text.startsWith('[') || text.startsWith('{')) {
    try {
      return JSON.parse(text);
    } catch {
      return value;
    }
  }
  return readScriptObjects(text, 0) ?? value;
}

/** A text that PowerShell wrote in place of an object or list: `@{…}`, `System.Object[]` and similar. */
export function isCutText(value: unknown): value is string {
  return typeof value === 'string' && /^\s*(?:@\{|System\.[A-Za-z.]+(?:\[\])?\s*$)/.test(value);
}

/** The elements of a list; a single value is a list of one (PowerShell unrolls them); null and texts are none. */
export function toList(value: unknown): readonly unknown[] {
  const nested = toNested(value);
  if (Array.isArray(nested)) return nested;
  return isObject(nested) ? [nested] : [];
}

/**
 * Reads `@{Name=Value; Name=Value}`, and several of these separated by spaces as a list. Nothing is escaped: a value
 * ends before `; Name=` and at the closing brace, and an object where the next starts, so a value that contains such
 * text is cut there.
 */
function readScriptObjects(text: string, level: number): LooseObject | readonly LooseObject[] | null {
  if (level > NESTING_LEVELS || !text.startsWith('@{')) return null;
  const found: LooseObject[] = [];
  let at = 0;
  while (text.startsWith('@{', at)) {
    const { members, end } = readMembers(text, at + 2, level);
    found.push(members);
    at = end + BETWEEN.length - 2;
  }
  return found.length === 1 ? (found[0] ?? null) : found;
}

/** Boundary between two objects of a list. */
const BETWEEN = '} @{';

/** The members up to the closing brace. The first of equal names wins: later ones may be the tail of a value. */
function readMembers(
  text: string,
  from: number,
  level: number,
): { readonly members: LooseObject; readonly end: number } {
  const members: Record<string, unknown> = Object.create(null);
  const last = text.endsWith('}') ? text.length - 1 : text.length;
  let at = from;
  let next = text.indexOf(BETWEEN, at);
  while (at < last) {
    const equals = text.indexOf('=', at);
    // Searched again only when passed: otherwise a hostile text would be scanned to its end for each member.
    if (next >= 0 && next < at) next = text.indexOf(BETWEEN, at);
    if (next >= 0 && (equals < 0 || next < equals)) return { members, end: next };
    if (equals < 0 || equals >= last) break;
    const name = text.slice(at, equals).trim();
    const valueEnd = endOfValue(text, equals + 1, last);
    const value = text.slice(equals + 1, valueEnd).trim();
    if (!(name in members)) members[name] = readScriptObjects(value, level + 1) ?? value;
    if (text.charCodeAt(valueEnd) === 0x7d) return { members, end: valueEnd };
    at = valueEnd + 1;
  }
  return { members, end: text.length };
}

/** Before `; Name=`, at the brace before the next object, or the end. */
function endOfValue(text: string, from: number, end: number): number {
  let depth = 0;
  for (let at = from; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x40 && text.charCodeAt(at + 1) === 0x7b) depth += 1;
    else if (unit === 0x7d && depth > 0) depth -= 1;
    else if (unit === 0x7d && text.startsWith(BETWEEN, at)) return at;
    else if (unit === 0x3b && depth === 0 && startsMember(text, at + 1, end)) return at;
  }
  return end;
}

function startsMember(text: string, from: number, end: number): boolean {
  if (text.charCodeAt(from) !== 0x20) return false;
  let at = from + 1;
  while (at < end && isNameUnit(text.charCodeAt(at))) at += 1;
  return at > from + 1 && text.charCodeAt(at) === 0x3d;
}

function isNameUnit(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122) || unit === 95;
}
