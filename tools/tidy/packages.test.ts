import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles, root } from './tree.ts';

interface PackageFile {
  readonly version: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly [key: string]: unknown;
}

const EXACT = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/;
const INSTALL_SCRIPTS = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish', 'preprepare', 'postprepare'];

const paths = listFiles().filter((path) => /^([a-z]+\/)?package\.json$/.test(path));
const packages = paths.map((path) => ({
  path,
  content: JSON.parse(readFileSync(join(root, path), 'utf8')) as PackageFile,
}));
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<
    Record<string, { readonly integrity?: string; readonly link?: boolean; readonly hasInstallScript?: boolean }>
  >;
};

test('every dependency has one exact version', () => {
  const loose = packages.flatMap(({ path, content }) =>
    ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'].flatMap((field) =>
      Object.entries((content[field] ?? {}) as Record<string, string>)
        .filter(([, version]) => !EXACT.test(version))
        .map(([name, version]) => `${path}: ${name} ${version}`),
    ),
  );
  expect(loose).toEqual([]);
});

test('no package of ours runs anything at installation, and npm is told to allow none', () => {
  const found = packages.flatMap(({ path, content }) =>
    Object.keys(content.scripts ?? {})
      .filter((name) => INSTALL_SCRIPTS.includes(name))
      .map((name) => `${path}: ${name}`),
  );
  expect(found).toEqual([]);
  expect(readFileSync(join(root, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m);
});

test('every locked package has its digest, and the lock names no host', () => {
  const bare = Object.entries(lock.packages)
    .filter(([path, entry]) => path.includes('node_modules/') && entry.link !== true && entry.integrity === undefined)
    .map(([path]) => path);
  expect(bare).toEqual([]);
  expect(readFileSync(join(root, '.npmrc'), 'utf8')).toMatch(/^omit-lockfile-registry-resolved=true$/m);
});

test('all workspaces have one version number', () => {
  expect(new Set(packages.map(({ content }) => content.version)).size).toBe(1);
});
