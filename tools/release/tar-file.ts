import { createWriteStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';

/** As npm dates what it packs: every archive of the same files is the same bytes. */
const MODIFIED = new Date('1985-10-26T08:15:00.000Z');
const PROGRAM_MODE = 0o755;
const FILE_MODE = 0o644;
const COMPRESSION_LEVEL = 9;

/** Files below a folder, by the UTF-8 bytes of their paths. */
export function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

/** Writes all files below `folder` as a package of npm. Owner, dates and order say nothing about who built it. */
export async function writePackage(folder: string, path: string): Promise<void> {
  const archive = pack();
  const written = pipeline(archive, createGzip({ level: COMPRESSION_LEVEL }), createWriteStream(path));
  for (const name of listFiles(folder)) {
    const isProgram = (statSync(join(folder, name)).mode & 0o100) !== 0;
    const mode = isProgram ? PROGRAM_MODE : FILE_MODE;
    await new Promise<void>((settle, fail) => {
      const header = { name: `package/${name}`, mode, mtime: MODIFIED, uid: 0, gid: 0 };
      archive.entry(header, readFileSync(join(folder, name)), (cause) => (cause ? fail(cause) : settle()));
    });
  }
  archive.finalize();
  await written;
}
