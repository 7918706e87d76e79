import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

// Note: why a reader has a program of its own.
//
// Started from the sources, a reader process would load the compiler that strips types and, through the doors of core, everything that they
// hand on: twice the memory and four times the start. So the lab strips the modules that a reader needs once and writes them, as plain
// JavaScript, to a folder of the state: the same code, names imported straight from the modules that a door hands them on from. The reader
// may then read that folder and no source. It cannot write to it.

const PROJECT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const DOOR_IMPORT = /^import\s*\{([^}]*)\}\s*from\s*'@candor\/core\/([a-z]+)';/gm;
/** Imports stand at the start of a line (the formatter sees to it); text in the middle of one is none. */
const SPECIFIER = /(^(?:import\b|export\b|\})[^'\n;]*\bfrom\s+|^import\s+|\bawait import\()'([^'\n]+)'/gm;
const DOOR_EXPORT = /\bexport\s*\{([^}]*)\}\s*from\s*'([^']+)'/g;

/** Programs that this process has written: folder and entry. */
const written = new Map<string, Set<string>>();

/** Writes the program of an entry file to a folder and gives the path of its entry there. */
export function writeReaderProgram(entry: string, folder: string): string {
  const done = written.get(folder) ?? new Set<string>();
  written.set(folder, done);
  const waiting = [entry];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (done.has(file)) continue;
    done.add(file);
    const { code, needs } = toProgram(file);
    const path = toProgramPath(file, folder);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(path, code, { mode: 0o600 });
    waiting.push(...needs);
  }
  return toProgramPath(entry, folder);
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

/** Node strips types in the same way when it loads a source; the call alone is marked experimental, which concerns no user. */
function strip(code: string): string {
  const emit = process.emitWarning;
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(code);
  } finally {
    process.emitWarning = emit;
  }
}
