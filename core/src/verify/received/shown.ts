import { toVisible } from '@candor/core/base';

/** Units of foreign text that are shown at most. */
const SHOWN_UNITS = 2000;

/** Foreign text as inert words of our own line: characters that show nothing stand as `[U+200B]`. */
export function toShown(text: string): string {
  const shown = text.length > SHOWN_UNITS ? `${text.slice(0, SHOWN_UNITS)}…` : text;
  return toVisible(shown.replaceAll('\t', ' '));
}
