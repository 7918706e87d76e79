import { compareUtf8, type Runtime } from '@candor/core/base';

/** Beside the app, and not part of what its digest covers: they name it, or prove it. */
export const APP_SETTINGS_FILE = 'settings.json';
export const APP_LIST_FILE = 'files.sha256';
export const APP_PROOF_FILE = 'app.proof';

export interface AppFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * The list of the app's files in the format of `sha256sum`, by path, so that a copy can be checked with that program.
 * Its digest is the app's digest (docs/formats/reviewer-app.md).
 */
export function toAppList(runtime: Pick<Runtime, 'sha256Hex'>, files: readonly AppFile[]): string {
  return files
    .toSorted((a, b) => compareUtf8(a.path, b.path))
    .map(({ path, bytes }) => `${runtime.sha256Hex(bytes)}  ${path}\n`)
    .join('');
}

const MAX_LIST_CHARS = 1_048_576;
const LINE = /^([0-9a-f]{64}) {2}([A-Za-z0-9_.-]+(?:\/[A-Za-z0-9_.-]+)*)$/;

/** Reads a stranger's list; null for anything but the form above, also for a path that leads out of the folder. */
export function readAppList(text: string): readonly { readonly path: string; readonly digest: string }[] | null {
  if (text.length > MAX_LIST_CHARS || !text.endsWith('\n')) return null;
  const files: { readonly path: string; readonly digest: string }[] = [];
  for (const line of text.slice(0, -1).split('\n')) {
    const [, digest, path] = LINE.exec(line) ?? [];
    const before = files.at(-1);
    if (digest === undefined || path === undefined || path.split('/').some((step) => /^\.{1,2}$/.test(step)))
      return null;
    if (before !== undefined && compareUtf8(before.path, path) >= 0) return null;
    files.push({ path, digest });
  }
  return files;
}
