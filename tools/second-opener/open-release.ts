// A second opener of releases, by the page docs/formats/release.md ("By hand") alone: tar, sha256sum and age. It
// verifies digests, not who approved: that is what `candor open` does before it opens anything. node
// tools/second-opener/open-release.ts release.candor KEY FINGERPRINT OUT KEY is the reviewer's key file without a
// passphrase. Where an `age` is installed that knows post-quantum keys (1.3 or later) it decrypts; else the reading
// beside this file, which passes the published vectors.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openAge } from './age-file.ts';

interface Manifest {
  readonly index: { readonly digest: string };
  readonly objects: readonly { readonly digest: string }[];
  readonly grants: readonly { readonly reviewer: string; readonly digest: string }[];
}

type Decrypt = (file: string, identityFile: string) => Buffer;

const decryptHere: Decrypt = (file, identityFile) => {
  const identity = readFileSync(identityFile, 'utf8')
    .split('\n')
    .find((line) => line.startsWith('AGE-SECRET-KEY-PQ-1'));
  return openAge(readFileSync(file), identity ?? '');
};

const MOST_BYTES = 2 ** 31 - 1;
const decryptByAge: Decrypt = (file, identityFile) =>
  execFileSync('age', ['--decrypt', '--identity', identityFile, file], { maxBuffer: MOST_BYTES });

/** Whether the machine has an age that can open this. */
export function hasHybridAge(): boolean {
  const { stdout = '' } = spawnSync('age', ['--version'], { encoding: 'utf8' });
  const [, major = '0', minor = '0'] = /v?(\d+)\.(\d+)/.exec(stdout ?? '') ?? [];
  return Number(major) > 1 || (Number(major) === 1 && Number(minor) >= 3);
}

/**
 * Writes one file a message, named by its digest as `candor open` does; gives their names. @throws for what was
 * altered.
 */
export function openByHand(release: string, keyFile: string, fingerprint: string, out: string): readonly string[] {
  const decrypt = hasHybridAge() ? decryptByAge : decryptHere;
  const folder = mkdtempSync(join(tmpdir(), 'candor-by-hand-'));
  try {
    execFileSync('tar', ['-xf', release, '-C', folder]);
    const { index, objects, grants } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
    const sums = [
      `${index.digest}  index.age`,
      ...objects.map(({ digest }) => `${digest}  objects/${digest}.age`),
      ...grants.map(({ digest, reviewer }) => `${digest}  grants/${reviewer}.age`),
    ];
    execFileSync('sha256sum', ['--check', '--quiet', '--strict'], { cwd: folder, input: `${sums.join('\n')}\n` });
    const grant = JSON.parse(decrypt(join(folder, `grants/${fingerprint}.age`), keyFile).toString()) as {
      identity: string;
    };
    const vault = join(folder, 'vault.key');
    writeFileSync(vault, `${grant.identity}\n`, { mode: 0o600 });
    mkdirSync(out, { recursive: true });
    for (const name of readdirSync(join(folder, 'objects'))) {
      const padded = decrypt(join(folder, 'objects', name), vault);
      const message = padded.subarray(8, 8 + Number(padded.readBigUInt64BE(0)));
      const file = join(out, 'message.eml');
      writeFileSync(file, message);
      const [id = ''] = execFileSync('sha256sum', [file], { encoding: 'utf8' }).split(' ');
      rmSync(file);
      writeFileSync(join(out, `${id.slice(0, 32)}.eml`), message, { mode: 0o600 });
    }
    return readdirSync(out).sort();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [release = '', key = '', fingerprint = '', out = ''] = process.argv.slice(2);
  process.stdout.write(`${openByHand(release, key, fingerprint, out).length} messages\n`);
}
