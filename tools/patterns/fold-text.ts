import { isNode, type Node } from './syntax.ts';

/** What names stand for where an expression stands. */
export interface Scope {
  readonly constants: ReadonlyMap<string, unknown>;
  readonly imported: (name: string) => [unknown, Scope] | null;
}

/**
 * The text of an expression that is the same at every run: undefined where there is none, null when it is not constant.
 */
export function foldText(expression: unknown, scope: Scope): string | null | undefined {
  if (expression === undefined) return undefined;
  const value = fold(expression, scope);
  return value === null ? null : String(value);
}

function fold(expression: unknown, scope: Scope): string | number | null {
  if (!isNode(expression)) return null;
  switch (expression['type']) {
    case 'Literal':
      return foldLiteral(expression);
    case 'TemplateLiteral':
      return foldTemplate(expression, scope);
    case 'TaggedTemplateExpression':
      return isRaw(expression) ? foldTemplate(expression['quasi'] as Node, scope, 'raw') : null;
    case 'BinaryExpression':
      return foldBinary(expression, scope);
    case 'Identifier':
      return foldName(String(expression['name']), scope);
    case 'MemberExpression':
      return foldSource(expression, scope);
    case 'CallExpression':
      return foldJoined(expression, scope);
    case 'TSAsExpression':
    case 'ParenthesizedExpression':
      return fold(expression['expression'], scope);
    default:
      return null;
  }
}

/** A pattern is its source: `new RegExp(PATTERN, 'g')`. */
function foldLiteral({ value, regex }: Node): string | number | null {
  if (isNode(regex)) return String(regex['pattern']);
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

function foldTemplate(template: Node, scope: Scope, form: 'cooked' | 'raw' = 'cooked'): string | null {
  const quasis = template['quasis'] as readonly { value: Record<'cooked' | 'raw', string> }[];
  const expressions = template['expressions'] as readonly unknown[];
  let text = '';
  for (const [at, quasi] of quasis.entries()) {
    text += quasi.value[form];
    if (at >= expressions.length) continue;
    const value = fold(expressions[at], scope);
    if (value === null) return null;
    text += String(value);
  }
  return text;
}

const isRaw = ({ tag }: Node): boolean => isNode(tag) && isNode(tag['property']) && tag['property']['name'] === 'raw';

function foldBinary({ operator, left, right }: Node, scope: Scope): string | number | null {
  const [a, b] = [fold(left, scope), fold(right, scope)];
  if (a === null || b === null) return null;
  if (typeof a === 'number' && typeof b === 'number')
    return operator === '+' ? a + b : operator === '-' ? a - b : operator === '*' ? a * b : null;
  return operator === '+' ? `${a}${b}` : null;
}

function foldName(name: string, scope: Scope): string | number | null {
  if (scope.constants.has(name)) return fold(scope.constants.get(name), scope);
  const imported = scope.imported(name);
  return imported === null ? null : fold(...imported);
}

/** `WORDS.join('|')` of an array that is written out. */
function foldJoined({ callee, arguments: given }: Node, scope: Scope): string | null {
  if (!isNode(callee) || !isNode(callee['property']) || callee['property']['name'] !== 'join') return null;
  const list = toArray(callee['object'], scope);
  const [separator] = Array.isArray(given) ? given.map((each) => fold(each, scope)) : [];
  if (list === null || typeof separator !== 'string') return null;
  const values = list[0].map((each) => fold(each, list[1]));
  return values.includes(null) ? null : values.join(separator);
}

function toArray(expression: unknown, scope: Scope): [readonly unknown[], Scope] | null {
  if (!isNode(expression)) return null;
  if (expression['type'] === 'ArrayExpression') return [expression['elements'] as readonly unknown[], scope];
  if (expression['type'] !== 'Identifier') return null;
  const name = String(expression['name']);
  if (scope.constants.has(name)) return toArray(scope.constants.get(name), scope);
  const imported = scope.imported(name);
  return imported === null ? null : toArray(...imported);
}

/** `PATTERN.source`. */
function foldSource({ object, property }: Node, scope: Scope): string | null {
  if (!isNode(object) || !isNode(property) || property['name'] !== 'source') return null;
  const source = fold(object, scope);
  return typeof source === 'string' ? source : null;
}
