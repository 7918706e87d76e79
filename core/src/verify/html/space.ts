/**
 * Pixels that margins, paddings and borders take beside the words of an element (both sides) and above and below them.
 */
export interface Space {
  readonly across: number;
  readonly down: number;
}

export const NO_SPACE: Space = { across: 0, down: 0 };

const SIDED = /^(?:margin|padding)(?:-(top|right|bottom|left|block|inline)(?:-(?:start|end))?)?$/;
const ACROSS: ReadonlySet<string> = new Set(['left', 'right', 'inline']);
const THIN = 3;

/**
 * What one declaration takes, written in lower case without blanks around punctuation, its lengths read by `toPixels`.
 */
export function toDeclaredSpace(name: string, value: string, toPixels: (length: string) => number | null): Space {
  const lengths = value.split(' ').map((length) => Math.max(0, toPixels(length) ?? 0));
  const [, side] = SIDED.exec(name) ?? [];
  if (side !== undefined) {
    // `margin-inline:1px 2px` has two; a side of its own has one.
    const sum = lengths.length > 1 ? lengths.reduce((all, one) => all + one, 0) : (lengths[0] ?? 0) * ends(name);
    return ACROSS.has(side) ? { across: sum, down: 0 } : { across: 0, down: sum };
  }
  if (name === 'margin' || name === 'padding') {
    const [top = 0, right = top, bottom = top, left = right] = lengths;
    return { across: left + right, down: top + bottom };
  }
  if (!name.startsWith('border') || value.includes('none') || name.endsWith('-color')) return NO_SPACE;
  const width = /\b(?:thin|medium)\b/.test(value) ? THIN : Math.max(...lengths);
  return { across: 2 * width, down: 2 * width };
}

function ends(name: string): number {
  return /-(?:block|inline)$/.test(name) ? 2 : 1;
}

export function addSpace(one: Space, other: Space): Space {
  return { across: one.across + other.across, down: one.down + other.down };
}
