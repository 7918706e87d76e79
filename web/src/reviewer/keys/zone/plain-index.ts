import type { IndexLine } from '@candor/core/review';
import type { VaultIndex } from './surroundings.ts';

/** The least that the zone needs of an index: where each message lies. */
export class PlainIndex implements VaultIndex {
  readonly #objects = new Map<string, string>();

  get count(): number {
    return this.#objects.size;
  }

  head(): void {}

  line({ id, object }: IndexLine): void {
    this.#objects.set(id, object);
  }

  findObject(id: string): string | null {
    return this.#objects.get(id) ?? null;
  }

  ids(): Iterable<string> {
    return this.#objects.keys();
  }
}
