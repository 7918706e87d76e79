import type { ListedFolder } from '@candor/core/incident';
import type { RecordedFolder } from '../coverage/gap.ts';
import { toFolderKey } from '../key/folder-key.ts';

/** The alias of the folder with FolderType `Inbox`, whatever its localised path. */
const INBOX = 'inbox';

/** Maximum cached folder texts and label lists per mailbox. */
const REMEMBERED_PLACES = 100_000;

/** A copy's place, as the rules see it. */
export interface Place {
  /** Comparable paths: of its folder, or of each label; none when unknown. */
  readonly paths: readonly string[];
  readonly isKnown: boolean;
  /** The same number is the same place within one mailbox. */
  readonly number: number;
}

/** A record's folder F. */
interface Target {
  readonly paths: ReadonlySet<string>;
  /**
   * By its id or path in the folder list; a path that only occurs in the evidence also counts, which is known later.
   */
  readonly isListed: boolean;
  readonly evidencePath: string | null;
}

/** The folders of one mailbox: joined by id, never by a record's localised path. */
export class FolderMap {
  readonly #pathsById = new Map<string, Set<string>>();
  readonly #pathsByPath = new Map<string, Set<string>>();
  readonly #evidencePaths = new Set<string>();
  readonly #places = new Map<string, Place>();
  readonly #targets = new Map<string, Target>();
  readonly #placeNumbers = new Map<string, number>();

  constructor(listed: readonly ListedFolder[]) {
    for (const { id, path, type } of listed) {
      const paths = [toFolderKey(path)];
      if (type.trim().toLowerCase() === INBOX) paths.push(INBOX);
      unite(this.#pathsById, id.trim(), paths);
      for (const each of paths) unite(this.#pathsByPath, each, paths);
    }
  }

  /** The place of a copy; its folder now occurs in the evidence. */
  placeOf(folder: string | null, labels: readonly string[] | null): Place {
    const key = labels === null ? (folder === null ? 'n' : `f${folder}`) : `l${JSON.stringify(labels)}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const texts = labels ?? (folder === null ? [] : [folder]);
    const paths = [...new Set(texts.map(toFolderKey))].sort();
    for (const path of paths) this.#evidencePaths.add(path);
    const signature = JSON.stringify(paths);
    const number = this.#placeNumbers.get(signature) ?? this.#placeNumbers.size;
    this.#placeNumbers.set(signature, number);
    const place = { paths, isKnown: paths.some((path) => this.#pathsByPath.has(path)), number };
    if (this.#places.size >= REMEMBERED_PLACES) this.#places.clear();
    this.#places.set(key, place);
    return place;
  }

  /** The copy is in F: one of its paths equals that of F. */
  isIn(place: Place, folder: RecordedFolder): boolean {
    const { paths } = this.#targetOf(folder);
    return place.paths.some((path) => paths.has(path));
  }

  /** F is known. Call after every copy of the mailbox was placed: a path may only occur in the evidence. */
  isKnown(folder: RecordedFolder): boolean {
    const target = this.#targetOf(folder);
    return target.isListed || (target.evidencePath !== null && this.#evidencePaths.has(target.evidencePath));
  }

  /** Two records mean the same folder: by id, or by a path that both have. */
  isSame(a: RecordedFolder, b: RecordedFolder): boolean {
    if (a.text.trim() === b.text.trim()) return true;
    const { paths } = this.#targetOf(a);
    for (const path of this.#targetOf(b).paths) if (paths.has(path)) return true;
    return false;
  }

  #targetOf(folder: RecordedFolder): Target {
    const key = `${folder.mayBePath ? 'p' : 'i'}${folder.text}`;
    let target = this.#targets.get(key);
    if (target === undefined) {
      target = this.#findTarget(folder);
      this.#targets.set(key, target);
    }
    return target;
  }

  #findTarget({ text, mayBePath }: RecordedFolder): Target {
    const byId = this.#pathsById.get(text.trim());
    if (byId !== undefined) return { paths: byId, isListed: true, evidencePath: null };
    if (!mayBePath) return { paths: new Set(), isListed: false, evidencePath: null };
    const path = toFolderKey(text);
    const byPath = this.#pathsByPath.get(path);
    if (byPath !== undefined) return { paths: byPath, isListed: true, evidencePath: null };
    return { paths: new Set([path]), isListed: false, evidencePath: path };
  }
}

function unite(map: Map<string, Set<string>>, key: string, paths: readonly string[]): void {
  const known = map.get(key) ?? new Set();
  for (const path of paths) known.add(path);
  map.set(key, known);
}
