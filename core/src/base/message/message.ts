/**
 * A compiled message: a text with places (`{name}`), a choice among texts, or parts of both in order. `#` of a plural
 * is compiled to the place of its number.
 */
export type Message = string | Choice | readonly Message[];

/** Selects one form by a number's plural category, or by a word. Exact numbers are keys as `=0`. */
export interface Choice {
  readonly kind: 'plural' | 'select';
  readonly by: string;
  readonly forms: Readonly<Record<string, Message>>;
}

export type MessageValues = Readonly<Record<string, string | number>>;

/** A number's plural category, as CLDR names it: `one`, `few`, `many`, `other`, … */
export type PluralRule = (n: number) => string;

/**
 * Chooses the forms of a message by its values. The result is a phrase with places, which each caller fills by its own
 * rules, once: a value is never read as a message. Throws where the value of a choice is missing or of the wrong type.
 */
export function resolveMessage(message: Message, values: MessageValues, rule: PluralRule): string {
  if (typeof message === 'string') return message;
  if (!('kind' in message)) return message.map((part) => resolveMessage(part, values, rule)).join('');
  const { kind, by, forms } = message;
  const value = values[by];
  if (typeof value !== (kind === 'plural' ? 'number' : 'string')) throw new Error(`a message wants {${by}}`);
  const key = typeof value === 'number' ? rule(value) : String(value);
  const form = forms[`=${value}`] ?? forms[key] ?? forms['other'];
  if (form === undefined) throw new Error(`a message has no form for {${by}}`);
  return resolveMessage(form, values, rule);
}
