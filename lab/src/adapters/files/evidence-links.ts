import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { Refusal } from '@candor/core/base';
import { makeFolder } from './make-folder.ts';

/** Makes a folder in which nothing is yet. @throws Refusal for one that holds something. */
export function makeEmptyFolder(path: string): string {
  makeFolder(path);
  if (readdirSync(path).length === 0) return path;
  throw new Refusal('not-empty', [
    `${path}: the wave is computed in an empty folder; name one that is empty or not there`,
  ]);
}

/** Folders above the laid-out incident file, so that paths with `..` stay inside. */
const DEPTH = ['a', 'b', 'c', 'd', 'e', 'f'];

/**
 * A folder in which an incident file and its lists lie as they did, with links to the evidence where it names it:
 * nothing is copied, and nothing is written into the evidence.
 */
export class LaidOutIncident {
  /** Where the incident file is: its paths are relative to it. */
  readonly folder: string;
  readonly #root: string;
  readonly #evidence: string;

  constructor(root: string, evidence: string) {
    this.#root = resolve(root);
    this.#evidence = resolve(evidence);
    this.folder = join(this.#root, ...DEPTH);
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
  }

  /** Where a path of the incident file leads; null outside the folder. */
  #toPlace(path: string): string | null {
    const place = resolve(this.folder, path);
    const below = relative(this.#root, place);
    return isAbsolute(path) || below.startsWith('..') || below === '' ? null : place;
  }

  /** Links what the evidence folder has under this path; what is there already stays. */
  link(path: string): 'linked' | 'missing' | 'outside' {
    const place = this.#toPlace(path);
    if (place === null) return existsSync(path) ? 'linked' : 'outside';
    if (existsSync(place)) return 'linked';
    const target = resolve(this.#evidence, path);
    if (!existsSync(target)) return 'missing';
    mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
    symlinkSync(target, place);
    return 'linked';
  }

  /** Writes a file that the export brought; null where the evidence has one, which is read then. */
  write(path: string, bytes: Uint8Array): string | null {
    const place = this.#toPlace(path);
    if (place === null || existsSync(place)) return null;
    mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
    writeFileSync(place, bytes, { mode: 0o600 });
    return place;
  }

  /** Stands for evidence that is missing, so that the rest can be read. */
  standIn(path: string, isFolder: boolean): void {
    const place = this.#toPlace(path);
    if (place === null) return;
    if (isFolder) mkdirSync(place, { recursive: true, mode: 0o700 });
    else this.write(path, new Uint8Array());
  }

  /** Replaces the incident file: a wave may have read another one than the run. */
  rewrite(name: string, bytes: Uint8Array): string {
    const place = join(this.folder, name);
    writeFileSync(place, bytes, { mode: 0o600 });
    return place;
  }
}
