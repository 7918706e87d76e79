// `npm run release`: what is installed, from the sources of this checkout.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildConsole, buildWeb } from './build-web.mjs';
import { readCommandLine, refuse } from './command-line.mjs';
import { writeSums } from './release/manifest.ts';
import { readManual } from './release/manual.ts';
import { findPackages, PLATFORMS } from './release/platform.ts';
import { readReleaseNotes } from './release/release-notes.ts';
import { stageRelease } from './release/stage-release.ts';
import { writePackage } from './release/tar-file.ts';

const help = `Usage: npm run release [-- options]

Makes what is installed from this checkout: the package for \`npm install -g\`, the bill of materials, the recipe of a container, the release notes and
checksums over all of them. The same commit gives the same bytes.

  --out DIR         where to write it (default: out/release)
  --platform NAME   ${PLATFORMS.map(({ name }) => name).join(', ')} (default: this system's)
  --key FILE        sign the checksums with this Ed25519 key (PEM; \`openssl genpkey -algorithm ed25519\` makes one)
`;
const { values } = readCommandLine(help, {
  options: { out: { type: 'string' }, platform: { type: 'string' }, key: { type: 'string' } },
});
const root = resolve(import.meta.dirname, '..');
const wanted = values['platform'] ?? `${process.platform}-${process.arch}`;
const platform = PLATFORMS.find(({ name }) => name === wanted);
if (platform === undefined) refuse(help, `There is no release for ${wanted}`);
else await makeRelease(platform, resolve(values['out'] ?? join(root, 'out/release')), values['key'] ?? null);

async function makeRelease(chosen: (typeof PLATFORMS)[number], out: string, key: string | null): Promise<void> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const notes = readReleaseNotes(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version);
  const work = mkdtempSync(join(tmpdir(), 'candor-release-'));
  try {
    await buildWeb();
    await buildConsole();
    const folder = join(work, 'package');
    const packages = findPackages(chosen, root, join(work, 'packages'));
    const facts = { version, commit: readCommit(), platform: chosen.name };
    await stageRelease({ root, folder, packages, platform: chosen, facts, ...(await readManual(version)) });
    mkdirSync(out, { recursive: true });
    const name = `candor-${version}-${chosen.name}.tgz`;
    await writePackage(folder, join(out, name));
    cpSync(join(root, 'docs/sbom.cdx.json'), join(out, `candor-${version}.cdx.json`));
    cpSync(join(root, 'tools/release/Containerfile'), join(out, 'Containerfile'));
    writeFileSync(join(out, 'RELEASE-NOTES.txt'), notes);
    writeSums(out, key);
    const megabytes = (statSync(join(out, name)).size / 1e6).toFixed(1);
    process.stdout.write(`${join(out, name)} (${megabytes} MB)\n  npm install -g ${join(out, name)}\n`);
    if (key === null) process.stdout.write('The checksums are not signed: --key FILE signs them.\n');
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** A release of changed files is of no commit. */
function readCommit(): string {
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  try {
    return `${git('rev-parse', 'HEAD')}${git('status', '--porcelain') === '' ? '' : ' with changes'}`;
  } catch {
    return 'unknown';
  }
}
