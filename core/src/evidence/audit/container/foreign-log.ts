import type { Runtime } from '@candor/core/base';
import { RECOGNITION_BYTES } from '../../container/recognise.ts';
import type { ForeignLog } from '../../record/foreign-log.ts';
import { isObject, type LooseObject, toText } from '../../record/loose-value.ts';
import {
  DIAGNOSTIC_CATEGORIES,
  FLATTENED,
  FOREIGN_FORMS,
  type ForeignForm,
  TEXT_FORMS,
  toGoogleReport,
} from './foreign-forms.ts';

/** Lines examined at the start of a text: an IIS log starts with descriptive ones. */
const LINES_LOOKED_AT = 40;
/** Members of a row examined; these logs have up to 70. */
const MAX_MEMBERS = 300;

/** The log that a JSON row without audit record belongs to; null when unknown. Members are arbitrary. */
export function findForeignRow(row: LooseObject): ForeignLog | null {
  return findGoogleReport(row) ?? findDiagnostics(row) ?? findForm(Object.keys(row).slice(0, MAX_MEMBERS));
}

/** Activities of the Reports API, one by one or as the API's answer. */
function findGoogleReport(row: LooseObject): ForeignLog | null {
  const kind = row['kind'];
  if (kind !== 'admin#reports#activity' && kind !== 'admin#reports#activities') return null;
  const items = row['items'];
  const first: unknown = Array.isArray(items) ? items[0] : row;
  const id = isObject(first) ? first['id'] : null;
  return toGoogleReport(
    toText(isObject(id) ? id['applicationName'] : null)
      ?.toLowerCase()
      .slice(0, 40) ?? '',
  );
}

/** `{"category", "properties", …}`, also in `records` as an event hub writes them. */
function findDiagnostics(row: LooseObject): ForeignLog | null {
  const records = row['records'] ?? row['Records'];
  const first: unknown = Array.isArray(records) ? records[0] : row;
  if (!isObject(first)) return null;
  if (first !== row && !('category' in first)) return findForm(Object.keys(first));
  const category = toText(first['category']);
  if (category === null || !('properties' in first)) return null;
  return DIAGNOSTIC_CATEGORIES.find(([pattern]) => pattern.test(category))?.[1] ?? null;
}

function findForm(names: readonly string[], forms: readonly ForeignForm[] = FOREIGN_FORMS): ForeignLog | null {
  const has = new Set(names.map((name) => name.trim().toLowerCase()));
  return forms.find((form) => form.names.some((all) => all.every((name) => has.has(name)))) ?? null;
}

/** The log of a CSV by its column names; null when unknown. */
function findForeignHeader(columns: readonly string[]): ForeignLog | null {
  return findForm(columns, [...FOREIGN_FORMS, FLATTENED]);
}

const SEPARATORS = [',', ';', '\t'];

/** The log of a file that starts with neither `{` nor `[` and has no known header. */
export function findForeignFile(
  bytes: Uint8Array,
  runtime: Runtime,
  nameMailbox: (head: Uint8Array) => string | null,
): ForeignLog | null {
  const head = bytes.subarray(0, RECOGNITION_BYTES);
  const lines = runtime
    .utf8(head, 0, head.length)
    .replace(/^\ufeff/, '')
    .split('\n', LINES_LOOKED_AT);
  for (const form of TEXT_FORMS) if (lines.some((line) => form.line.test(line))) return form;
  const header = lines.find((line) => !line.startsWith('#') && line.trim() !== '') ?? '';
  for (const separator of SEPARATORS) {
    const found = findForeignHeader(header.split(separator).map(unquote));
    if (found !== null) return found;
  }
  const name = nameMailbox(head);
  const fix = 'List it as `evidence` of a mailbox, and remove it from `access`.';
  return name === null ? null : { name, shows: 'elsewhere', fix };
}

function unquote(name: string): string {
  return name.trim().replace(/^"(.*)"$/, '$1');
}
