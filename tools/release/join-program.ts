import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { rolldown } from 'rolldown';

/**
 * Native code, and a package whose licence stays with its files (MPL-2.0). All other packages are joined: a release has
 * no room for what nothing calls.
 */
export const UNBUNDLED_PACKAGES = ['better-sqlite3', '@myriaddreamin/typst-ts-node-compiler', 'ical.js'];

/** Programs that a person or a service manager starts, by the name that their file gets. */
const STARTED = { cli: 'lab/src/apps/cli.ts', portal: 'portal/src/main.ts' };
/** A program of ours that the code starts as a process or thread. */
const OWN_PROGRAM = /new URL\('(\.[^']*\/([\w-]+))\.ts', import\.meta\.url\)/g;

/** Every program of a release, by the name of its file: those of `STARTED`, and those that the lab's code starts. */
export function findPrograms(root: string): Readonly<Record<string, string>> {
  const programs: Record<string, string> = { ...STARTED };
  const names = readdirSync(join(root, 'lab/src'), { recursive: true, encoding: 'utf8' }).sort();
  for (const name of names.filter((each) => each.endsWith('.ts'))) {
    const source = join('lab/src', name);
    for (const [, path = ''] of readFileSync(join(root, source), 'utf8').matchAll(OWN_PROGRAM)) {
      const found = join(source, '..', `${path}.ts`);
      const known = programs[basename(path)];
      if (known !== undefined && known !== found) throw new Error(`two programs have one name: ${known}, ${found}`);
      programs[basename(path)] = found;
    }
  }
  return programs;
}

/**
 * Joins all programs into `folder`, which lies directly below the folder of the release. Other programs are found
 * beside them; any other file is found from where the source would lie in that folder. No byte depends on where the
 * checkout lies.
 */
export async function joinPrograms(root: string, folder: string): Promise<void> {
  const programs = findPrograms(root);
  const bundle = await rolldown({
    cwd: root,
    input: Object.fromEntries(Object.entries(programs).map(([name, path]) => [name, join(root, path)])),
    platform: 'node',
    external: UNBUNDLED_PACKAGES,
    plugins: [{ name: 'place-in-release', transform: (code, id) => placeInRelease(code, id, root) }],
    tsconfig: false,
    logLevel: 'warn',
  });
  await bundle.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
    // Names and structure stay, so that a fault's words and places can be read.
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  });
  await bundle.close();
}

function placeInRelease(code: string, id: string, root: string): string | null {
  if (!id.startsWith(root) || id.includes('/node_modules/') || !code.includes('import.meta.url')) return null;
  const beside = code.replaceAll(OWN_PROGRAM, (_, _path, name: string) => `new URL('./${name}.mjs', import.meta.URL)`);
  const source = JSON.stringify(`../${relative(root, id)}`);
  return beside
    .replaceAll('import.meta.url', `new URL(${source}, import.meta.URL).href`)
    .replaceAll('import.meta.URL', 'import.meta.url');
}
