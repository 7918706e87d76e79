/** A string of a text record holds at most 255 bytes; longer texts are several strings that are read as one. */
const STRING_CHARACTERS = 255;

/** A text record as a line of a zone file, every character as it must be. */
export function toTextRecord(name: string, text: string): string {
  const strings: string[] = [];
  for (let at = 0; at < text.length; at += STRING_CHARACTERS) strings.push(text.slice(at, at + STRING_CHARACTERS));
  const quoted = strings.map((string) => `"${string.replace(/["\\]/g, (character) => `\\${character}`)}"`);
  return `${name}. IN TXT ${quoted.join(' ')}`;
}

/** The tags of a record like `v=DKIM1; k=rsa; p=…`; the first of a name counts. */
export function readTags(text: string): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  for (const part of text.split(';')) {
    const at = part.indexOf('=');
    const name = part.slice(0, at).trim().toLowerCase();
    if (at > 0 && !tags.has(name)) tags.set(name, part.slice(at + 1).trim());
  }
  return tags;
}

/** Whether a record is of this version: `v=NAME` first, and nothing but a separator behind it. */
export function isOfVersion(text: string, version: string): boolean {
  const start = text
    .trimStart()
    .toLowerCase()
    .replace(/(?<!\s)\s*=\s*/, '=');
  const wanted = `v=${version.toLowerCase()}`;
  return start === wanted || (start.startsWith(wanted) && /^[\s;]/.test(start.slice(wanted.length)));
}
