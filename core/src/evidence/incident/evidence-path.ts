/**
 * A path of incident.yaml in the one spelling that locations use: `./`, `x/..`, doubled and last slashes are dropped
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
