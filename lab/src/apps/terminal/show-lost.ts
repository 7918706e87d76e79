import { formatAmount } from '@candor/core/base';
import type { LostFile } from '../../evidence/judged-file-store.ts';
import { type Screen, toRows, toVisible, wrap } from './screen.ts';

const words = {
  gone: 'gone',
  replaced: 'other bytes',
  unopened: 'cannot be opened',
  moved: 'elsewhere',
} as const satisfies Record<LostFile['state'], string>;
/** Hexadecimal digits of a SHA-256 that are shown. */
const firstDigits = 16;

export function showLostFiles(screen: Screen, files: readonly LostFile[]): void {
  if (files.length === 0) {
    screen.line('Everything that an earlier exposure was judged from was read again as it was.');
    return;
  }
  const rows = files.map(({ state, version, sha256, path }) => [
    words[state],
    `exposure ${version}`,
    sha256.slice(0, firstDigits),
    toVisible(path),
  ]);
  for (const line of toRows(rows, screen.width)) screen.line(line);
  screen.line();
  const moved = files.filter(({ state }) => state === 'moved').length;
  const foot = `${formatAmount(files.length - moved, 'file')} to put back${moved === 0 ? '' : `, ${formatAmount(moved, 'file')} read elsewhere`}. Beside each: the newest exposure that was judged from it, and the beginning of its SHA-256 (--json has all).`;
  for (const line of wrap(foot, screen.width)) screen.line(line);
}
