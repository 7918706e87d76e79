import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that the root package.json lies in. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export interface TreeFile {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Files that hold mail, logs or digests rather than words of ours, and the lock, which npm writes. */
const NOT_OURS =
  /^(corpus\/(incidents|messages|modern-mail|verification)\/|reference\/|core\/test\/vectors\/|package-lock\.json$|LICENSE$)|\.(png|jpg|ico|woff2|gz|zip|pst|msg|db)$/;

/** Folders that are made, not written: anywhere, and at the root alone. */
const MADE = new Set(['.candor', '.cache', 'node_modules']);
const MADE_AT_ROOT = new Set(['.git', 'coverage', 'out', 'web/dist', 'web/dist-console']);

/** Every file of the project, in order of path. */
export function listFiles(folder = ''): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory())
        return MADE.has(entry.name) || MADE_AT_ROOT.has(path) || path.startsWith('web/.dist-') ? [] : listFiles(path);
      // In a worktree of git `.git` is a file.
      return entry.isFile() && path !== '.git' && !entry.name.endsWith('.tsbuildinfo') ? [path] : [];
    });
}

/** The texts that people of the project write: code, settings and pages. */
export function readTexts(): readonly TreeFile[] {
  return listFiles()
    .filter((path) => !NOT_OURS.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

const SOURCE = /^(core|lab|portal|web)\/src\/.*\.tsx?$/;
const CODE = /\.(ts|tsx|mjs)$/;

export const isSource = (file: TreeFile): boolean => SOURCE.test(file.path);
export const isCode = (file: TreeFile): boolean => CODE.test(file.path);

/** `path:line` of every line that the pattern matches, so that a failing rule says where. */
export function findLines(files: readonly TreeFile[], pattern: RegExp): readonly string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1}: ${line.trim().slice(0, 120)}`] : [])),
  );
}

/** Code without comments, and with strings kept: good enough for rules about words of code. */
export function withoutComments(file: TreeFile): TreeFile {
  const text = file.text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/^(\s*)\/\/.*$/gm, '$1')
    .replace(/(\s)\/\/ .*$/gm, '$1');
  return { path: file.path, text };
}

/** The lab's queries: a folder `store` a stage, and what the engine itself needs. */
export const LAB_STORE = /^lab\/src\/([^/]+\/store\/|adapters\/store\/)/;
/** The portal's stores; its tables are its own. */
export const PORTAL_STORE = /^portal\/src\/.*(^|[/-])store[./-]/;
