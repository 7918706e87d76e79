import type { z } from 'zod';

/**
 * Reads a document that a stranger wrote and that has one form: JSON of this shape which `toText` writes in the very
 * same characters. Null for anything else; it never throws.
 */
export function readCanonical<Shape extends z.ZodType>(
  text: string,
  {
    longestChars,
    shape,
    toText,
  }: {
    readonly longestChars: number;
    readonly shape: Shape;
    readonly toText: (document: z.infer<Shape>) => string;
  },
): z.infer<Shape> | null {
  if (text.length > longestChars) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const { data } = shape.safeParse(value);
  return data !== undefined && toText(data) === text ? data : null;
}
