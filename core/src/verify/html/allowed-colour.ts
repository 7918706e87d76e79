/** Names that mail programs write; each is dark, or white. */
const NAMED: Readonly<Record<string, readonly [number, number, number]>> = {
  black: [0, 0, 0],
  windowtext: [0, 0, 0],
  text: [0, 0, 0],
  navy: [0, 0, 128],
  blue: [0, 0, 238],
  purple: [128, 0, 128],
  maroon: [128, 0, 0],
  darkblue: [0, 0, 139],
  darkslategray: [47, 79, 79],
  dimgray: [105, 105, 105],
  white: [255, 255, 255],
  window: [255, 255, 255],
};
const NEUTRAL = /^(?:inherit|initial|unset|auto|currentcolor)$/;
const HEX = /^#(?:([0-9a-f])([0-9a-f])([0-9a-f])|([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2}))$/;
const RGB = /^rgb\((\d{1,3}),(\d{1,3}),(\d{1,3})\)$/;

/** WCAG 2 contrast that text must have on white, which is the only ground that is allowed. */
const LEAST_CONTRAST = 4.5;
/** Grounds on which every allowed text keeps nearly all of its contrast. */
const LEAST_GROUND = 0.94;

/** Whether words in this colour, written in lower case without blanks, are read on the page's own ground. */
export function isDarkColour(value: string): boolean {
  if (NEUTRAL.test(value)) return true;
  const light = toLuminance(value);
  return light !== null && 1.05 / (light + 0.05) >= LEAST_CONTRAST;
}

/** Whether a ground is white, as good as white, or none. */
export function isWhiteBackground(value: string): boolean {
  if (value === 'transparent' || value === 'none' || NEUTRAL.test(value)) return value !== 'currentcolor';
  const light = toLuminance(value);
  return light !== null && light >= LEAST_GROUND;
}

/** Relative luminance (WCAG 2.2), 0 to 1; null for a colour that is not read here. */
function toLuminance(value: string): number | null {
  const channels = toChannels(value);
  if (channels === null || channels.some((channel) => channel > 255)) return null;
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function toChannels(value: string): readonly number[] | null {
  const named = Object.hasOwn(NAMED, value) ? NAMED[value] : undefined;
  if (named !== undefined) return named;
  const hex = HEX.exec(value);
  if (hex !== null) {
    const [, r, g, b, rr, gg, bb] = hex;
    return [rr ?? `${r}${r}`, gg ?? `${g}${g}`, bb ?? `${b}${b}`].map((pair) => Number.parseInt(pair, 16));
  }
  const rgb = RGB.exec(value);
  return rgb === null ? null : rgb.slice(1).map(Number);
}
