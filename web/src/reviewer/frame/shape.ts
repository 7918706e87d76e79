/** Checks that a value from a frame has the expected form. Nothing is converted: a valid value is used as it is. */
export type Shape<Value> = (value: unknown) => value is Value;

/** Anything that a shape describes. */
export type Shaped<Of> = Of extends Shape<infer Value> ? Value : never;

type Fields = Readonly<Record<string, Shape<unknown>>>;

export function text(longestUnits: number): Shape<string> {
  return (value): value is string => typeof value === 'string' && value.length <= longestUnits;
}

export function wholeNumber(least: number, most: number): Shape<number> {
  return (value): value is number =>
    Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;
}

export const truth: Shape<boolean> = (value) => typeof value === 'boolean';

export function oneOf<const Word extends string>(words: readonly Word[]): Shape<Word> {
  return (value): value is Word => (words as readonly unknown[]).includes(value);
}

export function orNull<Value>(shape: Shape<Value>): Shape<Value | null> {
  return (value) => value === null || shape(value);
}

export function list<Value>(shape: Shape<Value>, most: number): Shape<readonly Value[]> {
  return (value): value is readonly Value[] => Array.isArray(value) && value.length <= most && value.every(shape);
}

/** Exactly these members. */
export function record<Of extends Fields>(fields: Of): Shape<{ readonly [Key in keyof Of]: Shaped<Of[Key]> }> {
  const names = Object.keys(fields);
  return (value): value is { readonly [Key in keyof Of]: Shaped<Of[Key]> } => {
    if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return false;
    const found = value as Readonly<Record<string, unknown>>;
    return (
      Object.keys(found).length === names.length &&
      names.every((name) => Object.hasOwn(found, name) && fields[name]?.(found[name]) === true)
    );
  };
}

export function counts<const Word extends string>(words: readonly Word[]): Shape<Readonly<Record<Word, number>>> {
  const shape = record(Object.fromEntries(words.map((word) => [word, wholeNumber(0, Number.MAX_SAFE_INTEGER)])));
  return shape as unknown as Shape<Readonly<Record<Word, number>>>;
}
