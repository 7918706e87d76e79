import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, zstdCompressSync } from 'node:zlib';

// Note: why the typesetter is packed.
//
// It is 52 MB, a third of a release, and only letters need it. Packed it takes 17 MB. It is unpacked in memory when
// letters are made, written into a folder of its own that nobody else can enter, loaded, and removed at once: nothing
// that somebody could change stays behind.

const LEVEL = 19;
const LOADER = `'use strict';
const { mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { zstdDecompressSync } = require('node:zlib');
const folder = mkdtempSync(join(tmpdir(), 'candor-typesetter-'));
try {
  const file = join(folder, 'typesetter.node');
  writeFileSync(file, zstdDecompressSync(readFileSync(join(__dirname, 'typesetter.node.zst'))), { mode: 0o700 });
  module.exports = require(file);
} catch (cause) {
  const why = 'the typesetter of letters cannot be loaded from ' + tmpdir() + ' (' + cause.message.split('\\n')[0] + ')';
  throw new Error(why + ': set TMPDIR to a folder with 60 MB of room whose files may be loaded as programs', { cause });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
`;

/** Replaces the native code in the typesetter's package of a platform by a packed copy and what unpacks it. */
export function packTypesetter(folder: string): void {
  const native = readdirSync(folder).find((name) => name.endsWith('.node'));
  if (native === undefined) throw new Error(`${folder} has no native code`);
  const params = { [constants.ZSTD_c_compressionLevel]: LEVEL };
  writeFileSync(join(folder, 'typesetter.node.zst'), zstdCompressSync(readFileSync(join(folder, native)), { params }));
  writeFileSync(join(folder, 'load.cjs'), LOADER);
  rmSync(join(folder, native));
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ ...manifest, main: 'load.cjs' }, null, 2)}\n`);
}
