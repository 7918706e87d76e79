import type { NumberSource } from '../../mutation.ts';

/** What may stand where one of these stands in a form. */
const OTHERS: readonly (readonly string[])[] = [
  ['ada@harbor.example', 'Bo.Li@harbor.example', 'ø@harbor.example', "o'neil+x@mail.harbor.example"],
  ['198.51.100.7', '203.0.113.250', '2001:db8::7', '2001:DB8:0:0:1:0:0:2', '192.0.2.1'],
  ['Tok-En_1', 'aB3_-x', '0'],
  ['DE', 'FR', 'Norway'],
  ['Test/1', 'Mozilla/5.0 (X11; Linux) "quoted", with comma', 'BAV2ROPC'],
  ['2001-09-12T10:00:00Z', '2001-02-28T23:59:59.999Z', '2001-12-31T00:00:00.0000001Z'],
  ['00300d0c-0000-4000-8000-0000000000aa', '00AA0D0C-0000-4000-8000-0000000000AB'],
  ['00300D0C-0000-4000-8000-0000000000AA', '00bb0d0c-0000-4000-8000-0000000000ac'],
  ['11110d0c-0000-4000-8000-0000000000bb', '22220D0C-0000-4000-8000-0000000000BC'],
  ['11110D0C-0000-4000-8000-0000000000BB', '22220d0c-0000-4000-8000-0000000000bd'],
  ['none', 'hidden', 'low', 'medium', 'high'],
  ['login_success', 'login_failure', 'suspicious_login', 'logout', 'gov_attack_warning'],
  ['success', 'failure', 'timeout'],
];
const CODES = [0, 0, 50126, 50053, 53003];
const STATUSES = [200, 401, 403, 404];
const ENTRIES = 60;

/**
 * A longer file of the same form: entries of the sample, each value changed for another that may stand there, and
 * members left out, null or empty.
 */
export function varyForm(sample: string, numbers: NumberSource): string {
  const bom = sample.startsWith('\ufeff') ? '\ufeff' : '';
  const body = sample.slice(bom.length);
  if (!/^[[{]/.test(body)) return `${bom}${varyTable(body, numbers)}`;
  const isLines = body
    .trimEnd()
    .split('\n')
    .every((line) => line.startsWith('{') && line.endsWith('}'));
  const rows = isLines
    ? body
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown)
    : null;
  const make = (entries: readonly unknown[]): unknown[] =>
    Array.from({ length: ENTRIES }, (_, at) => varyValue(entries[at % entries.length], '', numbers));
  // A page of one line is a line as well.
  const list = rows?.length === 1 ? findList(rows[0]) : null;
  if (rows !== null && list === null)
    return `${make(rows)
      .map((row) => JSON.stringify(row))
      .join('\n')}\n`;
  const whole = JSON.parse(body) as unknown;
  if (Array.isArray(whole)) return JSON.stringify(make(whole), null, 2);
  const name = findList(whole) ?? 'value';
  const page = whole as Record<string, unknown[]>;
  return JSON.stringify({ ...page, [name]: make(page[name] ?? []) });
}

function findList(row: unknown): string | null {
  return ['value', 'items', 'records'].find((name) => Array.isArray((row as Record<string, unknown>)[name])) ?? null;
}

function varyValue(value: unknown, name: string, numbers: NumberSource): unknown {
  if (Array.isArray(value)) return value.map((each) => varyValue(each, name, numbers));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) => {
        // Names by which the form is known stay; what is in them may be empty.
        const isLeft = typeof inner !== 'object' && !KNOWN_BY.has(key) && numbers(12) === 0;
        return isLeft ? [] : [[key, varyValue(inner, key, numbers)] as const];
      }),
    );
  if (name === 'errorCode') return CODES[numbers(CODES.length)];
  if (name === 'ResponseStatusCode') return STATUSES[numbers(STATUSES.length)];
  if (!KEPT.has(name) && numbers(20) === 0) return numbers(2) === 0 ? null : '';
  return typeof value === 'string' ? varyText(value, numbers) : value;
}

/** Without them the row is of no form. */
const KNOWN_BY = new Set(
  [
    'createdDateTime userPrincipalName appDisplayName ipAddress servicePrincipalId resourceDisplayName',
    'activityDateTime activityDisplayName RequestUri RequestMethod ResponseStatusCode',
    'riskEventType riskState detectedDateTime riskDetail kind time category operationName uniqueQualifier applicationName email',
  ].flatMap((names) => names.split(' ')),
);
const KEPT = new Set([
  'applicationName',
  'uniqueQualifier',
  'kind',
  'category',
  'operationName',
  'name',
  'type',
  'value',
  'riskState',
  'result',
]);

function varyText(value: string, numbers: NumberSource): string {
  const others = OTHERS.find((each) => each.includes(value));
  return others === undefined ? value : (others[numbers(others.length)] ?? value);
}

function varyTable(body: string, numbers: NumberSource): string {
  const lines = body.trimEnd().split('\r\n');
  const start = lines[0]?.startsWith('#TYPE') === true ? 2 : 1;
  const rows = Array.from({ length: ENTRIES }, (_, at) => {
    const line = lines[start + (at % (lines.length - start))] ?? '';
    return splitCells(line)
      .map((cell) => {
        const other = /^50126$|^0$/.test(cell) ? String(CODES[numbers(CODES.length)]) : varyText(cell, numbers);
        const empty = numbers(20) === 0 && !cell.startsWith('[') && !cell.startsWith('{') ? '' : other;
        return /[",]/.test(empty) ? `"${empty.replaceAll('"', '""')}"` : empty;
      })
      .join(',');
  });
  return `${[...lines.slice(0, start), ...rows].join('\r\n')}\r\n`;
}

function splitCells(line: string): readonly string[] {
  const cells = line.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g) ?? [];
  return cells.slice(0, line.endsWith(',') ? undefined : cells.length - (cells.at(-1) === '' ? 1 : 0)).map((cell) =>
    cell
      .replace(/,$/, '')
      .replace(/^"([\s\S]*)"$/, '$1')
      .replaceAll('""', '"'),
  );
}
