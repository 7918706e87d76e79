import { formatAmount, formatCount } from '@candor/core/base';
import type { LostFile } from '../../evidence/store/judged-file-store.ts';
import { type Screen, toRows, toVisible, wrap } from './screen.ts';

const words = {
  gone: 'gone',
  replaced: 'other bytes',
  unopened: 'cannot be opened',
  moved: 'elsewhere',
} as const satisfies Record<LostFile['state'], string>;
/** Hexadecimal digits of a SHA-256 that are shown. */
const firstDigits = 16;
/** Files on the screen: nobody reads more of them, and there may be millions. */
const filesShown = 1000;

export async function showLostFiles(screen: Screen, files: AsyncIterable<LostFile>): Promise<void> {
  const rows: string[][] = [];
  let count = 0;
  let moved = 0;
  for await (const { state, version, sha256, path } of files) {
    count += 1;
    if (state === 'moved') moved += 1;
    if (rows.length < filesShown)
      rows.push([words[state], `exposure ${version}`, sha256.slice(0, firstDigits), toVisible(path)]);
  }
  if (count === 0) {
    screen.line('All files that an earlier exposure was judged from were found unchanged.');
    return;
  }
  for (const line of toRows(rows, screen.width)) screen.line(line);
  if (count > rows.length) screen.line(`and ${formatCount(count - rows.length)} more; --json lists all`);
  screen.line();
  const foot = `${formatAmount(count - moved, 'file')} to restore${moved === 0 ? '' : `, ${formatAmount(moved, 'file')} read elsewhere`}. Beside each: the newest exposure that was judged from it, and the beginning of its SHA-256 (--json has all).`;
  for (const line of wrap(foot, screen.width)) screen.line(line);
}
