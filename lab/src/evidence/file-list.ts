import type { Placement } from '@candor/core/evidence/container';
import type { EvidenceFile, FoundFile } from './evidence-file.ts';
import { toRawPath } from './file-name.ts';
import { PackedNames } from './packed-names.ts';

const NANOSECONDS = 1_000_000_000n;
/** Name, folder, size, and the time of the last change in seconds and nanoseconds. */
const FIELDS = 5;
const FILES_A_PAGE = 4096;
/** The first page grows from here: an incident has thousands of mailboxes that are one file each. */
const FIRST_FILES = 4;

/** Where files lie: the real folder of each, and the one that is shown. */
interface Place {
  readonly raw: string;
  readonly below: string;
}

/**
 * Files of a mailbox in the order in which they were found. A Maildir has a million: each takes 42 bytes and its name,
 * and is made whole when it is asked for.
 */
export class FileList implements Iterable<EvidenceFile> {
  readonly #custodian: string;
  readonly #evidence: string;
  readonly #names = new PackedNames();
  readonly #pages: Float64Array[] = [];
  readonly #places: Place[] = [];
  readonly #placeNumbers = new Map<string, number>();
  /** Only files whose shown name differs are in it. */
  readonly #raws = new Map<number, string>();
  #place: (below: string) => Placement;
  length = 0;
  /** Of all files together. */
  bytes = 0;

  constructor(custodian: string, evidence: string, place: (below: string) => Placement) {
    this.#custodian = custodian;
    this.#evidence = evidence;
    this.#place = place;
  }

  /** All files together decide where the messages of each belong. */
  placeBy(place: (below: string) => Placement): void {
    this.#place = place;
  }

  add({ raw, below, size, modified }: FoundFile): void {
    const [folder, shown] = split(below);
    const [realFolder, name] = split(raw);
    const at = this.length;
    if (toRawPath(shown) !== name) this.#raws.set(at, name);
    const time = BigInt(modified);
    const page = this.#pageFor(at);
    const fields = [
      this.#names.add(shown),
      this.#numberPlace({ raw: realFolder, below: folder }),
      size,
      Number(time / NANOSECONDS),
      Number(time % NANOSECONDS),
    ];
    page.set(fields, (at % FILES_A_PAGE) * FIELDS);
    this.length += 1;
    this.bytes += size;
  }

  /** Paths below the evidence. */
  *paths(): Iterable<string> {
    for (let at = 0; at < this.length; at += 1) yield this.#below(at);
  }

  *[Symbol.iterator](): Iterator<EvidenceFile> {
    for (let at = 0; at < this.length; at += 1) {
      const below = this.#below(at);
      const name = this.#raws.get(at) ?? toRawPath(this.#names.get(this.#field(at, 0)));
      const folder = this.#placeOf(at).raw;
      const seconds = BigInt(this.#field(at, 3));
      yield {
        custodian: this.#custodian,
        raw: `${folder}/${name}`,
        location: below === '' ? this.#evidence : `${this.#evidence}/${below}`,
        below,
        placement: this.#place(below),
        size: this.#field(at, 2),
        modified: String(seconds * NANOSECONDS + BigInt(this.#field(at, 4))),
      };
    }
  }

  #below(at: number): string {
    const { below } = this.#placeOf(at);
    const shown = this.#names.get(this.#field(at, 0));
    return below === '' ? shown : `${below}/${shown}`;
  }

  #placeOf(at: number): Place {
    return this.#places[this.#field(at, 1)] as Place;
  }

  #numberPlace(place: Place): number {
    const key = `${place.raw}\0${place.below}`;
    let number = this.#placeNumbers.get(key);
    if (number === undefined) {
      number = this.#places.push(place) - 1;
      this.#placeNumbers.set(key, number);
    }
    return number;
  }

  /** The page that has room for the file. */
  #pageFor(at: number): Float64Array {
    const number = Math.floor(at / FILES_A_PAGE);
    const page = this.#pages[number];
    const filled = (at % FILES_A_PAGE) * FIELDS;
    if (page !== undefined && filled < page.length) return page;
    const files = at === 0 ? FIRST_FILES : Math.min(FILES_A_PAGE, number === 0 ? at * 2 : FILES_A_PAGE);
    const grown = new Float64Array(files * FIELDS);
    if (page !== undefined) grown.set(page);
    this.#pages[number] = grown;
    return grown;
  }

  #pageOf(at: number): Float64Array {
    return this.#pages[Math.floor(at / FILES_A_PAGE)] as Float64Array;
  }

  #field(at: number, field: number): number {
    return this.#pageOf(at)[(at % FILES_A_PAGE) * FIELDS + field] as number;
  }
}

/** The folder of a path, and its name in it. */
function split(path: string): readonly [string, string] {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? ['', path] : [path.slice(0, slash), path.slice(slash + 1)];
}
