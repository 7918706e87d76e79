import { join, relative, sep } from 'node:path';
import { build, type Plugin } from 'vite';

const configs = ['vite.config.ts', 'vite.console.config.ts', 'vite.reviewer.config.ts', 'vite.reading.config.ts'];
const MODULES = 'node_modules/';

/**
 * Folders of the lock out of which code is in the built pages, workers included: what a build holds, not what it might.
 * Nothing is written.
 */
export async function findBrowserPackages(root: string): Promise<readonly string[]> {
  const found = new Set<string>();
  const listen = (): Plugin => ({
    name: 'browser-packages',
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle))
        if (output.type === 'chunk')
          for (const [id, { renderedLength }] of Object.entries(output.modules)) {
            const place = renderedLength === 0 ? null : toPlace(root, id);
            if (place !== null) found.add(place);
          }
    },
  });
  for (const config of configs) {
    await build({
      configFile: join(root, 'web', config),
      mode: 'production',
      logLevel: 'silent',
      plugins: [listen()],
      worker: { format: 'es', plugins: () => [listen()] },
      build: { write: false },
    });
  }
  return [...found].sort();
}

/** The folder of the package that a module belongs to; null for modules of the project and of the bundler. */
function toPlace(root: string, id: string): string | null {
  if (id.startsWith('\0')) return null;
  const path = relative(root, id.replace(/\?.*$/, '')).split(sep).join('/');
  const at = path.lastIndexOf(MODULES);
  if (at === -1 || path.startsWith('..')) return null;
  const inside = path.slice(at + MODULES.length).split('/');
  return path.slice(0, at + MODULES.length) + inside.slice(0, inside[0]?.startsWith('@') ? 2 : 1).join('/');
}
