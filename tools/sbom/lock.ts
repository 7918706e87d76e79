/** One row of package-lock.json (version 3), as far as it is read here. */
interface LockRow {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
  readonly link?: boolean;
  readonly resolved?: string;
  readonly workspaces?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** package-lock.json: rows by the folder that the package lies in, the project itself at ''. */
export interface Lock {
  readonly packages: Readonly<Record<string, LockRow>>;
}

/** A package at a version, wherever and how often npm puts it. */
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  /** As the package says it (SPDX); null where it says nothing. */
  readonly licence: string | null;
  /** Of what the registry gave; null for packages of the project. */
  readonly sha512Hex: string | null;
  readonly use: 'shipped' | 'optional' | 'development';
  /** Folders in the lock, in its order. */
  readonly places: readonly string[];
  /** What it resolves to, as `name@version`, in order. */
  readonly needs: readonly string[];
}

const MODULES = 'node_modules/';

/** Every package of the lock once, in order of `name@version`. @throws Error where the lock contradicts itself. */
export function readLock(lock: Lock): readonly LockedPackage[] {
  const byId = new Map<string, LockedPackage>();
  for (const place of Object.keys(lock.packages).filter((path) => lock.packages[path]?.link !== true)) {
    const found = readPackage(lock, place);
    const id = toId(found);
    const before = byId.get(id);
    byId.set(id, before === undefined ? found : join(before, found));
  }
  return [...byId.values()].sort((a, b) => compare(toId(a), toId(b)));
}

export function toId({ name, version }: Pick<LockedPackage, 'name' | 'version'>): string {
  return `${name}@${version}`;
}

/** By code units: a locale would order otherwise on another machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function readPackage(lock: Lock, place: string): LockedPackage {
  const row = lock.packages[place] ?? {};
  const { version } = row;
  const name = row.name ?? place.slice(place.lastIndexOf(MODULES) + MODULES.length);
  if (version === undefined) throw new Error(`package-lock.json: ${place || 'the project'} has no version`);
  return {
    name,
    version,
    // Some packages write the operators of SPDX in lower case.
    licence: row.license?.replaceAll(/ (or|and) /g, (operator) => operator.toUpperCase()) ?? null,
    sha512Hex: row.integrity === undefined ? null : readIntegrity(place, row.integrity),
    use: row.dev === true ? 'development' : row.optional === true || row.devOptional === true ? 'optional' : 'shipped',
    places: [place],
    needs: listNeeds(lock, place, row),
  };
}

function readIntegrity(place: string, integrity: string): string {
  const [, digest] = /^sha512-([A-Za-z0-9+/]{86}==)$/.exec(integrity) ?? [];
  if (digest === undefined) throw new Error(`package-lock.json: ${place} has no SHA-512`);
  return Buffer.from(digest, 'base64').toString('hex');
}

/** Packages of other platforms and peers that nobody asked for may be missing; nothing else may. */
function listNeeds(lock: Lock, place: string, row: LockRow): readonly string[] {
  const mayMiss = new Set([...Object.keys(row.optionalDependencies ?? {}), ...Object.keys(row.peerDependencies ?? {})]);
  const isOurs = !place.includes(MODULES);
  const names = new Set([
    ...Object.keys(row.dependencies ?? {}),
    ...(isOurs ? Object.keys(row.devDependencies ?? {}) : []),
    ...mayMiss,
  ]);
  const places = [...[...names].map((name) => find(lock, place, name)), ...(row.workspaces ?? [])];
  const missing = [...names].filter((name) => !mayMiss.has(name) && find(lock, place, name) === null);
  if (missing.length > 0) throw new Error(`package-lock.json: ${place || 'the project'} lacks ${missing.join(', ')}`);
  return [...new Set(places.flatMap((path) => (path === null ? [] : [idAt(lock, path)])))].sort(compare);
}

/** Where Node would find a package from this folder: beside it, then further up. */
function find(lock: Lock, place: string, name: string): string | null {
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf(`/${MODULES}`)))) {
    const path = folder === '' ? MODULES + name : `${folder}/${MODULES}${name}`;
    const row = lock.packages[path];
    if (row !== undefined) return row.link === true ? (row.resolved ?? null) : path;
    if (folder === '') return null;
  }
}

function idAt(lock: Lock, place: string): string {
  const row = lock.packages[place];
  const name = row?.name ?? place.slice(place.lastIndexOf(MODULES) + MODULES.length);
  return toId({ name, version: row?.version ?? '' });
}

/** One package at two places. Shipped is whatever is shipped at one of them. */
function join(a: LockedPackage, b: LockedPackage): LockedPackage {
  if (a.sha512Hex !== b.sha512Hex) throw new Error(`package-lock.json: ${toId(a)} has two digests`);
  const uses = [a.use, b.use];
  const use = uses.includes('shipped') ? 'shipped' : uses.includes('optional') ? 'optional' : 'development';
  return {
    ...a,
    use,
    places: [...a.places, ...b.places],
    needs: [...new Set([...a.needs, ...b.needs])].sort(compare),
  };
}
