import type { FieldName } from './field/field-name.ts';

const ONCE: ReadonlySet<FieldName> = new Set<FieldName>([
  'from',
  'sender',
  'reply-to',
  'to',
  'date',
  'subject',
  'message-id',
]);
const CONTENT_ONCE: ReadonlySet<FieldName> = new Set<FieldName>([
  'content-type',
  'content-transfer-encoding',
  'content-disposition',
]);
const QUOTED = /"(?:[^"\\]|\\(?:.|$))*("|$)/gs;
const PARAMETER = /;\s*([a-z-]+)\s*(?:\*\s*)?=/gi;

/**
 * Gathers the fields that may stand once and stand more often, in the header or in that of any part, also with a
 * doubled parameter: programs disagree about which of them counts.
 */
export class RepeatedFields {
  readonly #met = new Set<FieldName>();
  readonly #repeated = new Set<FieldName>();
  readonly #ofPart = new Set<FieldName>();

  get names(): readonly FieldName[] {
    return [...this.#repeated];
  }

  field(name: FieldName, value: string): void {
    this.partField(name, value);
    if (this.#met.has(name) && ONCE.has(name)) this.#repeated.add(name);
    this.#met.add(name);
  }

  partField(name: FieldName, value: string): void {
    if (!CONTENT_ONCE.has(name)) return;
    if (this.#ofPart.has(name) || hasDoubledParameter(value)) this.#repeated.add(name);
    this.#ofPart.add(name);
  }

  nextPart(): void {
    this.#ofPart.clear();
  }
}

function hasDoubledParameter(value: string): boolean {
  const bare = value.replace(QUOTED, (whole, end: string) => (end === '' ? whole : '""'));
  const names = Array.from(bare.matchAll(PARAMETER), ([, name = '']) => name.toLowerCase());
  return new Set(names).size < names.length;
}
