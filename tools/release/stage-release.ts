import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { joinPrograms } from './join-program.ts';
import { toLauncher } from './launchers.ts';
import { toLicenceText } from './licence-texts.ts';
import { packTypesetter } from './pack-typesetter.ts';
import type { Platform } from './platform.ts';
import { copyPackage, findShippedPackages } from './shipped-packages.ts';
import { trimElf } from './trim-elf.ts';

/** What a release says about itself (`candor version`). */
export interface ReleaseFacts {
  readonly version: string;
  readonly commit: string;
  readonly platform: string;
}

/** Files and folders of the checkout that a release needs or that its screens name, by where they lie in both. */
const SHIPPED = [
  'reference',
  'corpus/incidents/harbor',
  'web/dist',
  'web/dist-console',
  'docs/guide',
  'docs/formats',
  'docs/runbooks',
  'docs/glossary.md',
  'docs/threat-model.md',
  'portal/deploy/candor-portal.service',
];
const BESIDE = ['README.md', 'CHANGELOG.md', 'LICENSE', 'SECURITY.md'];
const PROGRAM_MODE = 0o755;

export interface Staging {
  readonly root: string;
  /** Where the package is put together: as it will lie once installed. */
  readonly folder: string;
  /** `node_modules` for the platform. */
  readonly packages: string;
  readonly platform: Platform;
  readonly facts: ReleaseFacts;
  readonly help: string;
  readonly manual: string;
}

/** Puts the package of a release together. */
export async function stageRelease(staging: Staging): Promise<void> {
  const { root, folder, packages, platform, facts } = staging;
  const app = join(folder, 'app');
  for (const path of SHIPPED) cpSync(join(root, path), join(app, path), { recursive: true, filter: isShipped });
  for (const path of BESIDE) cpSync(join(root, path), join(folder, path));
  await joinPrograms(root, join(app, 'program'));
  copyPackages(packages, join(app, 'node_modules'), platform);
  if (platform.node !== null) copyNode(join(packages, platform.node), join(app, 'node_modules', platform.node));
  write(folder, 'app/release.json', toJson(facts));
  write(folder, 'app/help.txt', staging.help);
  write(folder, 'app/package.json', toJson({ type: 'module' }));
  write(folder, 'man/candor.1', staging.manual);
  write(folder, 'THIRD-PARTY-LICENSES.txt', toLicenceText(root));
  for (const [name, program] of Object.entries({ candor: 'cli', 'candor-portal': 'portal' })) {
    write(folder, `bin/${name}`, toLauncher(program, platform.node));
    chmodSync(join(folder, 'bin', name), PROGRAM_MODE);
  }
  write(folder, 'package.json', toJson(toManifest(root, facts, platform)));
}

/** Expected results and what was noted for building belong to the checkout. */
function isShipped(path: string): boolean {
  return !/\/(?:expected|\.sources)$/.test(path);
}

function copyPackages(packages: string, target: string, platform: Platform): void {
  for (const name of findShippedPackages(packages)) {
    copyPackage(name, packages, target, platform.name);
    if (/^@myriaddreamin\/typst-ts-node-compiler-./.test(name)) packTypesetter(join(target, name));
  }
}

/** The program alone: its headers serve to build native code, and are half as large again. */
function copyNode(source: string, target: string): void {
  mkdirSync(join(target, 'bin'), { recursive: true });
  for (const name of ['package.json', 'LICENSE']) cpSync(join(source, name), join(target, name));
  writeFileSync(join(target, 'bin/node'), trimElf(readFileSync(join(source, 'bin/node'))), { mode: PROGRAM_MODE });
}

/** It needs no package: npm has nothing to fetch, and no script to run. */
function toManifest(root: string, facts: ReleaseFacts, platform: Platform): object {
  const { description, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
    string,
    string
  >;
  return {
    name: 'candor',
    version: facts.version,
    description,
    license,
    os: [platform.os],
    cpu: [platform.cpu],
    bin: { candor: 'bin/candor', 'candor-portal': 'bin/candor-portal' },
    man: ['man/candor.1'],
  };
}

function toJson(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
