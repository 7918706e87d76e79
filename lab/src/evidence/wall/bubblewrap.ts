import { spawnSync } from 'node:child_process';
import { mkdirSync, readlinkSync } from 'node:fs';
import { dropNested, gatherPlaces, isFolder, listLibraries, toRaw, toText, type WalledPlaces } from './places.ts';

export const BUBBLEWRAP = '/usr/bin/bwrap';
const ASKED_MS = 5_000;

/** The same wall by bubblewrap, which some systems allow to make namespaces although they refuse plain accounts. */
export function toBubblewrapped(places: WalledPlaces, command: readonly string[]): readonly string[] {
  const libraries = listLibraries().flatMap(({ path, isLink }) =>
    isLink ? ['--symlink', readlinkSync(path), path] : ['--ro-bind', path, path],
  );
  const program = dropNested([toRaw(process.execPath), ...places.program]).map(toArgument);
  const evidence = gatherPlaces(places.evidence, places.spool).map((raw) => ({
    path: toArgument(raw),
    isFolder: isFolder(raw),
  }));
  // An overlay has two layers at least.
  const empty = `${toText(places.spool)}/empty`;
  mkdirSync(empty, { recursive: true, mode: 0o755 });
  return [
    BUBBLEWRAP,
    ...['--unshare-all', '--unshare-user', '--die-with-parent', '--new-session', '--cap-drop', 'ALL', '--as-pid-1'],
    ...['--dir', '/run', '--dir', '/tmp', ...libraries],
    ...program.flatMap((path) => ['--ro-bind', path, path]),
    ...evidence.flatMap(({ path, isFolder }) =>
      isFolder && hasOverlays()
        ? ['--overlay-src', path, '--overlay-src', empty, '--ro-overlay', path]
        : ['--ro-bind-try', path, path],
    ),
    ...['--bind', toText(places.job), toText(places.job), '--remount-ro', '/', '--chdir', toText(places.job)],
    ...['--', ...command],
  ];
}

/** Arguments are text: of a path that is none, the deepest folder that is one. */
function toArgument(raw: string): string {
  const whole = toText(raw);
  const odd = whole.indexOf('\ufffd');
  return odd < 0 || toRaw(whole) === raw ? whole : whole.slice(0, Math.max(1, whole.lastIndexOf('/', odd)));
}

let overlays: boolean | null = null;

/** Since 0.11. Without, a Unix socket in the evidence can be reached. */
function hasOverlays(): boolean {
  overlays ??= spawnSync(BUBBLEWRAP, ['--help'], { encoding: 'utf8', timeout: ASKED_MS }).stdout.includes(
    '--ro-overlay',
  );
  return overlays;
}
