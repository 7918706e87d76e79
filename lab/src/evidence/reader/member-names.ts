import { isUtf8 } from 'node:buffer';

/** Members of one archive. Names are held to lay out Maildirs and to find repeated ones: about 100 bytes each. */
export const MEMBERS_LIMIT = 1_000_000;

/** The path of a member within its archive, with `/`; null when the name would lead outside. */
export function toMemberPath(name: string): string | null {
  const levels = name.replaceAll('\\', '/').split('/');
  if (name.includes('\0') || name === '' || levels[0] === '' || /^[A-Za-z]:$/.test(levels[0] ?? '')) return null;
  const kept = levels.filter((level) => level !== '' && level !== '.');
  return kept.includes('..') || kept.length === 0 ? null : kept.join('/');
}

/** A name that is UTF-8 is read so even where the archive does not say it: most tools write UTF-8 without the mark. */
export function decodeMemberName(bytes: Buffer, otherwise: () => string): string {
  return isUtf8(bytes) ? bytes.toString('utf8') : otherwise();
}

/** A folder in an archive is placed at the archive's own location. */
export function toPlacedPath(archiveFolder: string | null, path: string): string {
  return archiveFolder === null ? path : `${archiveFolder}/${path}`;
}
