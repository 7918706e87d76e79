import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

// Note: why a reader has a program of its own.
//
// Started from the sources, a reader process would load the compiler that strips types and, through the doors of core,
// everything that they hand on: twice the memory and four times the start. So the lab strips the modules that a reader
// needs once and writes them as plain JavaScript: the same code, names imported straight from the modules that a door
// hands them on from. They lie in the packages' cache, under the digest of the sources, or, where that cannot be
// written, in the spool folder. The reader may read them and no source.

const PROJECT = resolve(dirname(fileURLToPath(import.meta.url)), '../../../..');
const CACHE = join(PROJECT, 'node_modules/.cache/candor');
/** What a reader can be made of. */
const SOURCES = [
  'core/src',
  'lab/src/evidence',
  'lab/src/exposure',
  'lab/src/impact',
  'lab/src/review',
  'lab/src/adapters',
  'lab/test/evidence/fixtures',
];

const DOOR_IMPORT = /^import\s*\{([^}]*)\}\s*from\s*'@candor\/core\/([a-z/-]+)';/gm;
/** Imports start a line (the formatter ensures it); text inside a line is none. */
const SPECIFIER = /(^(?:import\b|export\b|\})[^'\n;]*\bfrom\s+|^import\s+|\bawait import\()'([^'\n]+)'/gm;
const DOOR_EXPORT = /\bexport\s*\{([^}]*)\}\s*from\s*'([^']+)'/g;

/** Writes the program of an entry file if missing, and returns the path of its entry. */
export function writeReaderProgram(entry: string, spoolFolder: string): string {
  // In a release the program of a reader is made already (tools/release).
  if (entry.endsWith('.mjs')) return entry;
  const name = `reader-${digestSources()}`;
  try {
    return writeProgram(entry, join(CACHE, name));
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : '';
    if (code !== 'EACCES' && code !== 'EROFS' && code !== 'EPERM') throw cause;
    return writeProgram(entry, join(spoolFolder, name));
  }
}

/** In a spool folder a program lies with everything that it loads; elsewhere what it loads is a package. */
export function toProgramFolder(entryFile: string, spool: string): string {
  const [folder = ''] = entryFile.startsWith(`${spool}/`) ? entryFile.slice(spool.length + 1).split('/') : [];
  return folder === '' ? dirname(entryFile) : join(spool, folder);
}

let digest: string | null = null;

/** Of every source and its place; sources do not change while a command runs. */
function digestSources(): string {
  if (digest !== null) return digest;
  const hash = createHash('sha256').update(PROJECT);
  for (const folder of SOURCES) {
    if (!existsSync(join(PROJECT, folder))) continue;
    const names = readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    for (const name of names.sort())
      hash.update(`\0${folder}/${name}\0`).update(readFileSync(join(PROJECT, folder, name)));
  }
  digest = hash.digest('hex').slice(0, 32);
  return digest;
}

/** The entry is written last: where it is, everything is. */
function writeProgram(entry: string, folder: string): string {
  const path = toProgramPath(entry, folder);
  if (existsSync(path)) return path;
  const found = new Set([entry]);
  const programs: (readonly [string, string])[] = [];
  for (const file of found) {
    const { code, needs } = toProgram(file);
    programs.unshift([toProgramPath(file, folder), code]);
    for (const need of needs) found.add(need);
  }
  for (const [place, code] of programs) {
    mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
    const draft = `${place}.${process.pid}`;
    writeFileSync(draft, code, { mode: 0o600 });
    renameSync(draft, place);
  }
  return path;
}

function toProgramPath(file: string, folder: string): string {
  return join(folder, relative(PROJECT, file).replaceAll('..', '_').replace(/\.ts$/, '.mjs'));
}

function toProgram(file: string): {
  readonly code: string;
  readonly needs: readonly string[];
} {
  const needs: string[] = [];
  const stripped = strip(readFileSync(file, 'utf8'));
  const direct = stripped.replace(DOOR_IMPORT, (_, names: string, stage: string) =>
    toDirectImports(names, stage, file),
  );
  const code = direct.replace(SPECIFIER, (whole, before: string, specifier: string) => {
    if (specifier.startsWith('node:')) return whole;
    if (!specifier.startsWith('.')) return `${before}'${toPackage(specifier, file)}'`;
    needs.push(resolve(dirname(file), specifier));
    return `${before}'${specifier.replace(/\.ts$/, '.mjs')}'`;
  });
  return { code, needs };
}

/** One import for each name of a door, from where the door has it. */
function toDirectImports(names: string, stage: string, file: string): string {
  const door = join(PROJECT, 'core/src', stage, 'index.ts');
  const origins = readDoor(door);
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => {
      const origin = origins.get(name.split(/\s+as\s+/)[0] ?? '');
      if (origin === undefined) throw new Error(`the door of ${stage} hands on no ${name}`);
      const path = relative(dirname(file), resolve(dirname(door), origin));
      return `import { ${name} } from '${path.startsWith('.') ? path : `./${path}`}';`;
    })
    .join('\n');
}

const doors = new Map<string, ReadonlyMap<string, string>>();

function readDoor(door: string): ReadonlyMap<string, string> {
  const known = doors.get(door);
  if (known !== undefined) return known;
  const origins = new Map<string, string>();
  for (const [, names = '', origin = ''] of strip(readFileSync(door, 'utf8')).matchAll(DOOR_EXPORT)) {
    for (const name of names.split(',')) if (name.trim() !== '') origins.set(name.trim(), origin);
  }
  doors.set(door, origins);
  return origins;
}

function toPackage(specifier: string, file: string): string {
  return pathToFileURL(createRequire(file).resolve(specifier)).href;
}

/** Node strips types the same way when loading a source; only the call is marked experimental. */
function strip(code: string): string {
  const emit = process.emitWarning;
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(code);
  } finally {
    process.emitWarning = emit;
  }
}
