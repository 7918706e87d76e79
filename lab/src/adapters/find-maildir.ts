import { basename, dirname, join } from 'node:path';
import { inspectPath } from './files.ts';
import { listRealPlaces } from './real-place.ts';

/** Where a Maildir has its messages (maildir(5)). */
const PARTS = ['cur', 'new', 'tmp'];

/**
 * The Maildir into which a file or folder would be put: beside its parts, or at or below one of them. Null where there
 * is none.
 */
export function findMaildir(path: string): string | null {
  const places = listRealPlaces(path);
  const itself = places.slice(0, 2).find(isMaildir);
  if (itself !== undefined) return itself;
  const part = places.find((place) => PARTS.includes(basename(place)) && isMaildir(dirname(place)));
  return part === undefined ? null : dirname(part);
}

function isMaildir(folder: string): boolean {
  return ['cur', 'new'].every((name) => inspectPath(join(folder, name)).is === 'folder');
}
