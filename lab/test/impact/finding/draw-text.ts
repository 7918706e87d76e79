/** Letters of five by seven dots, a row a number. */
const LETTERS: Readonly<Record<string, readonly number[]>> = {
  P: [0x1e, 0x11, 0x11, 0x1e, 0x10, 0x10, 0x10],
  A: [0x0e, 0x11, 0x11, 0x1f, 0x11, 0x11, 0x11],
  S: [0x0f, 0x10, 0x10, 0x0e, 0x01, 0x01, 0x1e],
  W: [0x11, 0x11, 0x11, 0x15, 0x15, 0x15, 0x0a],
  O: [0x0e, 0x11, 0x11, 0x11, 0x11, 0x11, 0x0e],
  R: [0x1e, 0x11, 0x11, 0x1e, 0x14, 0x12, 0x11],
  D: [0x1e, 0x11, 0x11, 0x11, 0x11, 0x11, 0x1e],
  ':': [0x00, 0x04, 0x04, 0x00, 0x04, 0x04, 0x00],
  H: [0x11, 0x11, 0x11, 0x1f, 0x11, 0x11, 0x11],
  B: [0x1e, 0x11, 0x11, 0x1e, 0x11, 0x11, 0x1e],
  ' ': [0, 0, 0, 0, 0, 0, 0],
  '4': [0x02, 0x06, 0x0a, 0x12, 0x1f, 0x02, 0x02],
  '7': [0x1f, 0x01, 0x02, 0x04, 0x08, 0x08, 0x08],
};
const DOT = 5;
const BLUR = 3;

/** As print is: no letter has dots. */
function blur(pixels: Buffer, width: number, height: number): Buffer {
  const soft = Buffer.from(pixels);
  for (let y = BLUR; y < height - BLUR; y += 1)
    for (let x = BLUR; x < width - BLUR; x += 1) {
      let sum = 0;
      for (let dy = -BLUR; dy <= BLUR; dy += 1)
        for (let dx = -BLUR; dx <= BLUR; dx += 1) sum += pixels[(y + dy) * width + x + dx]!;
      soft[y * width + x] = sum / (2 * BLUR + 1) ** 2 > 140 ? 255 : 0;
    }
  return soft;
}

/** A line of text as a grey picture (PGM). */
export function drawText(text: string): Buffer {
  const [width, height] = [(text.length * 6 + 8) * DOT, 15 * DOT];
  const pixels = Buffer.alloc(width * height, 255);
  [...text].forEach((letter, place) => {
    LETTERS[letter]?.forEach((row, y) => {
      for (let dot = 0; dot < 5; dot += 1)
        if ((row >> (4 - dot)) & 1)
          for (let line = 0; line < DOT; line += 1) {
            const start = ((y + 4) * DOT + line) * width + (4 + place * 6 + dot) * DOT;
            pixels.fill(0, start, start + DOT);
          }
    });
  });
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), blur(pixels, width, height)]);
}
