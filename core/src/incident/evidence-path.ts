/**
 * Normalises a path of incident.yaml as locations use it: drops `./`, `x/..`, doubled and trailing slashes
 * (docs/formats/exposure-jsonl.md, Keys). Leading `..` and an absolute `/` stay.
 */
export function toEvidencePath(written: string): string {
  const absolute = written.startsWith('/');
  const kept: string[] = [];
  for (const part of written.split('/')) {
    if (part === '' || part === '.') continue;
    const before = kept.at(-1);
    if (part === '..' && before !== undefined && before !== '..') kept.pop();
    else if (part !== '..' || !absolute) kept.push(part);
  }
  const path = kept.join('/');
  return absolute ? `/${path}` : path === '' ? '.' : path;
}
