import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { privateMode, readFileIfAny, writeDurableFiles } from './durable-file.ts';

/** Sealed bytes under their digest. */
export interface StoredObject {
  /** SHA-256 of the bytes, lower-case hex. */
  readonly digest: string;
  readonly bytes: Uint8Array;
}

/** Digits of the digest that name the folder in between, so that none gets more than some thousand files. */
const folderDigits = 2;

/** A folder of sealed objects, content-addressed. Nothing in it is ever changed. */
export class ObjectFolder {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /** They are on the disk when this returns. */
  write(objects: readonly StoredObject[]): void {
    writeDurableFiles(
      objects.map(({ digest, bytes }) => ({ path: this.#place(digest), bytes })),
      privateMode,
    );
  }

  /** Removes what a killed process left unfinished. Only for exclusive writers. */
  sweep(): void {
    if (!existsSync(this.#path)) return;
    for (const name of readdirSync(this.#path, { recursive: true, encoding: 'utf8' }))
      if (name.endsWith('.partial')) rmSync(join(this.#path, name), { force: true });
  }

  /** Null if missing. The content is not checked here. */
  read(digest: string): Uint8Array | null {
    return readFileIfAny(this.#place(digest));
  }

  has(digest: string, size: number): boolean {
    return statSync(this.#place(digest), { throwIfNoEntry: false })?.size === size;
  }

  /** Everything. For temporary folders. */
  remove(): void {
    rmSync(this.#path, { recursive: true, force: true });
  }

  #place(digest: string): string {
    return join(this.#path, digest.slice(0, folderDigits), `${digest}.age`);
  }
}
