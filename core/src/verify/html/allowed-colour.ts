/** Names that mail programs write; each is dark, or white. */
const NAMED: Readonly<Record<string, string>> = {
  ...{ black: '#000', windowtext: '#000', text: '#000', navy: '#000080', blue: '#00e', purple: '#800080' },
  ...{ maroon: '#800000', darkblue: '#00008b', darkslategray: '#2f4f4f', dimgray: '#696969' },
  ...{ white: '#fff', window: '#fff' },
};
const NEUTRAL = /^(?:inherit|initial|unset|auto|currentcolor)$/;
const HEX = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/;
const RGB = /^rgb\((\d{1,3}),(\d{1,3}),(\d{1,3})\)$/;

/** WCAG 2 contrast that text must have on white, which is the only ground that is allowed. */
const MIN_CONTRAST = 4.5;
/** Grounds on which every allowed text keeps nearly all of its contrast. */
const MIN_GROUND = 0.94;

/** Whether words in this colour, written in lower case without blanks, are read on the page's own ground. */
export function isDarkColour(value: string): boolean {
  if (NEUTRAL.test(value)) return true;
  const light = toLuminance(value);
  return light !== null && 1.05 / (light + 0.05) >= MIN_CONTRAST;
}

/** Whether a ground is white, as good as white, or none. */
export function isWhiteBackground(value: string): boolean {
  if (value === 'transparent' || value === 'none' || NEUTRAL.test(value)) return value !== 'currentcolor';
  const light = toLuminance(value);
  return light !== null && light >= MIN_GROUND;
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
  const written = (Object.hasOwn(NAMED, value) ? NAMED[value] : null) ?? value;
  if (!HEX.test(written)) return RGB.exec(written)?.slice(1).map(Number) ?? null;
  const digits = written.length === 4 ? written.replace(/[0-9a-f]/g, '$&$&') : written;
  return [1, 3, 5].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
}
