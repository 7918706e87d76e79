import { join } from 'node:path';
import { APP_LIST_FILE, APP_PROOF_FILE, APP_SETTINGS_FILE } from '@candor/core/review/app';
import { publicMode, writeDurableFile } from '../../adapters/durable-file.ts';
import { removeOtherFiles } from '../../adapters/site-folder.ts';
import type { MadeApp } from './make-app.ts';

const PAGE_FILE = 'index.html';
/** As the builder names them: what they are, a digest, a kind. */
const assetName = /^[a-z.-]+-[\w-]{8}\.(?:js|css|svg)$/;

/**
 * Writes the app below the site's root. What the page needs is there before the page that names it; what only an older
 * page needed goes last.
 */
export function writeApp(root: string, { folder, files, list, settings }: MadeApp, proof: string | null): void {
  const place = join(root, folder);
  for (const { path, bytes } of files) if (path !== PAGE_FILE) writeDurableFile(join(place, path), bytes, publicMode);
  writeDurableFile(join(place, APP_SETTINGS_FILE), settings, publicMode);
  if (proof !== null) writeDurableFile(join(place, APP_PROOF_FILE), proof, publicMode);
  for (const { path, bytes } of files) if (path === PAGE_FILE) writeDurableFile(join(place, path), bytes, publicMode);
  writeDurableFile(join(place, APP_LIST_FILE), list, publicMode);
  const assets = files.filter(({ path }) => path.startsWith('assets/')).map(({ path }) => path.slice('assets/'.length));
  removeOtherFiles(join(place, 'assets'), new Set(assets), (name) => assetName.test(name));
}
