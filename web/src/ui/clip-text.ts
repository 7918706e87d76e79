/** Characters of a foreign text in one line: more cannot be read there, and 200 kB would take seconds to lay out. */
export const MAX_LINE_CHARACTERS = 400;

/** Control characters and line ends are one space each: a foreign text stays in its line. */
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** The beginning of a long text. Never cuts inside a character. */
export function clipText(text: string, characters = MAX_LINE_CHARACTERS): string {
  const line = text.slice(0, characters + 1).replace(CONTROLS, ' ');
  if (text.length <= characters) return line;
  const cut = line.slice(0, characters);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
