/** Of 255: a notice is dark words on a pale ground, so paler words, or a darker ground, hide it. */
const PALE = 0xb0;
const DARK = 0x50;
/** Below this words can be seen through. */
const LEAST_ALPHA = 0.5;

/** Names are few in mail; one that is not here is not known to be readable. */
const INK =
  /^(?:inherit|initial|unset|currentcolor|windowtext|auto|black|navy|blue|darkblue|mediumblue|midnightblue|royalblue|steelblue|dodgerblue|red|darkred|maroon|brown|firebrick|crimson|green|darkgreen|seagreen|olive|teal|purple|indigo|gr[ae]y|dimgr[ae]y|darkgr[ae]y|slategr[ae]y|darkslategr[ae]y|orange|darkorange|chocolate|sienna)$/;
const GROUND =
  /^(?:inherit|initial|unset|none|transparent|window|white|snow|ivory|whitesmoke|ghostwhite|floralwhite|seashell|linen|beige|lightyellow|lightcyan|azure|aliceblue|mintcream|honeydew|yellow|silver|lightgr[ae]y|gainsboro)$/;
const HEX = /^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/;
const RGB = /^rgba?\((\d{1,3})[, ](\d{1,3})[, ](\d{1,3})(?:[,/ ]+(\d*\.?\d+)(%?))?\)$/;

/** Whether words of this colour can be read on a pale ground. The value is in lower case. */
export function isReadableColour(value: string): boolean {
  const colour = readColour(value);
  if (colour === null) return INK.test(value);
  return colour.alpha >= LEAST_ALPHA && !colour.parts.every((part) => part >= PALE);
}

/** Whether dark words can be read on this ground. */
export function isReadableGround(value: string): boolean {
  const [first = '', ...more] = value.replace(/\((?=)/g, '(').split(/ (?![^(]*\))/);
  if (
    more.some(
      (word) => !/^(?:none|repeat|no-repeat|repeat-[xy]|scroll|fixed|0%?|center|top|left|transparent)$/.test(word),
    )
  )
    return false;
  const colour = readColour(first);
  return colour === null ? GROUND.test(first) : colour.alpha === 0 || !colour.parts.every((part) => part <= DARK);
}

function readColour(value: string): { readonly parts: readonly number[]; readonly alpha: number } | null {
  const hex = HEX.exec(value)?.[1];
  if (hex !== undefined) {
    const pairs = hex.length < 6 ? [...hex].map((digit) => digit + digit) : (hex.match(/../g) ?? []);
    const [red = 0, green = 0, blue = 0, alpha = 255] = pairs.map((pair) => Number.parseInt(pair, 16));
    return { parts: [red, green, blue], alpha: alpha / 255 };
  }
  const [, red, green, blue, alpha = '1', percent = ''] = RGB.exec(value) ?? [];
  if (red === undefined) return null;
  return { parts: [Number(red), Number(green), Number(blue)], alpha: Number(alpha) / (percent === '' ? 1 : 100) };
}
