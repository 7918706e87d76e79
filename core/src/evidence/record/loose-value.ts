/** A JSON object whose members nobody has looked at. */
export type LooseObject = { readonly [name: string]: unknown };

/** Deepest `@{…}` inside `@{…}` that is followed; PowerShell itself writes two. */
const NESTING_LEVELS = 8;

export function isObject(value: unknown): value is LooseObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text as it stands; numbers and booleans as texts; null for everything else and for a blank text. */
export function toText(value: unknown): string | null {
  if (typeof value === 'string') return isBlank(value) ? null : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return null;
}

function isBlank(text: string): boolean {
  return text.length < 64 && text.trim() === '';
}

/** What an object or a list is as JSON; empty for one so deep that it cannot be written. */
export function toJson(value: object): string {
  try {
    return JSON.stringify(value);
  } catch {
    return '';
  }
}

/** A whole number given as a number or as a text. */
export function toWholeNumber(value: unknown): number | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : null;
  if (typeof value !== 'string' || !/^\s*[+-]?\d{1,15}\s*$/.test(value)) return null;
  return Number(value);
}

/**
 * A nested value as its source meant it: Sentinel writes nested values as JSON in a text, PowerShell cut off by depth
 * writes objects as `@{Name=Value; …}`. Every other value stays.
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

/** A text that PowerShell put where an object or a list was: `@{…}`, `System.Object[]` and the like. */
export function isCutText(value: unknown): value is string {
  return typeof value === 'string' && /^\s*(?:@\{|System\.[A-Za-z.]+(?:\[\])?\s*$)/.test(value);
}

/**
 * The elements of a list; one value alone is a list of one (PowerShell unrolls such lists); null and texts are none.
 */
export function toList(value: unknown): readonly unknown[] {
  const nested = toNested(value);
  if (Array.isArray(nested)) return nested;
  return isObject(nested) ? [nested] : [];
}

/**
 * Reads `@{Name=Value; Name=Value}`, and as a list what PowerShell made of one: such texts behind each other, with a
 * space between. Nothing is escaped in them: a value ends before `; Name=` and at the closing brace, and an object
 * where the next one begins, so a value that holds such a text itself is cut there.
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

/** Where one object of a list ends and the next begins. */
const BETWEEN = '} @{';

/**
 * The members up to the brace that closes the object. The first of two equal names wins: later ones may be the tail of
 * a value.
 */
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
    // Looked for again only where it was passed: a hostile text would be searched to its end for each member.
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

/** Whether ` Name=` stands at `from`. */
function startsMember(text: string, from: number, end: number): boolean {
  if (text.charCodeAt(from) !== 0x20) return false;
  let at = from + 1;
  while (at < end && isNameUnit(text.charCodeAt(at))) at += 1;
  return at > from + 1 && text.charCodeAt(at) === 0x3d;
}

function isNameUnit(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122) || unit === 95;
}
