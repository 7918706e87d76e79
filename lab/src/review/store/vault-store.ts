import type { Cryptography } from '@candor/core/base';
import type { DescribedMessage } from '@candor/core/review/described';
import type { SealingKey } from '@candor/core/review/seal';
import type { ObjectFolder, StoredObject } from '../../adapters/files/object-folder.ts';
import { freshBytes } from '../../adapters/keys/random.ts';
import type { VaultKeys } from '../../adapters/keys/vault-keys.ts';
import { guardOf } from '../../adapters/store/schema-guard.ts';
import type { Store } from '../../adapters/store/store.ts';
import { readStored } from '../../adapters/store/stored-json.ts';
import type { ProjectionAnswer } from '../projection-task.ts';
import { describedSchema, isOutcome, type StoredOutcome } from './stored-outcome.ts';

export interface VaultObject {
  readonly message: string;
  readonly digest: string;
  readonly size: number;
  readonly described: Uint8Array;
}

const nonceBytes = 12;
const keyBytes = 32;
const purpose = 'candor described messages v1';

/** A vault being filled: its content, and the key of its descriptions. */
export class VaultBook {
  readonly id: number;
  readonly generation: number;
  readonly key: SealingKey;
  readonly #cryptography: Cryptography;
  readonly #objects: ObjectFolder;
  readonly #outcomes: Map<string, StoredOutcome>;
  readonly #known: Map<string, VaultObject>;
  readonly #describing: Uint8Array;

  private constructor(
    row: { readonly id: number; readonly generation: number },
    key: SealingKey,
    deps: VaultDeps,
    content: {
      readonly outcomes: Map<string, StoredOutcome>;
      readonly known: Map<string, VaultObject>;
      readonly describing: Uint8Array;
    },
  ) {
    this.id = row.id;
    this.generation = row.generation;
    this.key = key;
    this.#cryptography = deps.cryptography;
    this.#objects = deps.objects;
    this.#outcomes = content.outcomes;
    this.#known = content.known;
    this.#describing = content.describing;
  }

  /** The party's newest vault, or a new one where it has none that is still used. */
  static async open(store: Store, party: string, deps: VaultDeps): Promise<VaultBook> {
    const row = await findVault(store, party, deps);
    const key = await deps.keys.make(party, row.generation);
    if (key.recipient !== row.recipient) throw new Error('a vault has another key than its file');
    const outcomes = new Map<string, StoredOutcome>();
    const known = new Map<string, VaultObject>();
    const sources = store.db.selectFrom('review_source').select(['source', 'outcome']).where('vault_id', '=', row.id);
    for await (const rows of store.stream(sources))
      for (const { source, outcome } of rows)
        outcomes.set(source, readStored(isOutcome, outcome, 'review_source.outcome', source));
    const objects = store.db
      .selectFrom('review_object')
      .select(['message', 'digest', 'size', 'described'])
      .where('vault_id', '=', row.id);
    for await (const rows of store.stream(objects)) for (const object of rows) known.set(object.message, object);
    const describing = await deps.cryptography.hkdfSha256(new TextEncoder().encode(key.identity), purpose, keyBytes);
    return new VaultBook(row, key, deps, { outcomes, known, describing });
  }

  /** Null when the copy was not projected yet, or an object is missing from disk. */
  findOutcome(source: string): StoredOutcome | null {
    const outcome = this.#outcomes.get(source);
    if (outcome?.is !== 'sealed') return outcome ?? null;
    // From before parts were stored.
    if (outcome.attached && outcome.parts === undefined) return null;
    return outcome.messages.every((message) => this.#hasObject(message)) ? outcome : null;
  }

  /** @throws a fault for a message that is not in the vault. */
  requireObject(message: string): VaultObject {
    const object = this.#known.get(message);
    if (object === undefined) throw new Error('a message that was sealed is not in its vault');
    return object;
  }

  async readDescribed(message: string): Promise<DescribedMessage> {
    const { described } = this.requireObject(message);
    const opened = await this.#cryptography.openAes256Gcm(
      this.#describing,
      described.subarray(0, nonceBytes),
      described.subarray(nonceBytes),
    );
    if (opened === null) throw new Error('a description in the state was altered');
    return readStored(isDescribed, new TextDecoder().decode(opened), 'review_object.described', message);
  }

  /**
   * Takes in what was projected: objects first, on the disk, then the rows that say so. A message that is there already
   * keeps its object, so that the same message is the same ciphertext in every release of a vault.
   */
  async prepare(
    projected: readonly { readonly source: string; readonly answer: Exclude<ProjectionAnswer, { is: 'changed' }> }[],
    digest: (bytes: Uint8Array) => string,
  ): Promise<VaultChange> {
    const files: StoredObject[] = [];
    const objects: VaultObject[] = [];
    const outcomes: [source: string, outcome: StoredOutcome][] = [];
    const added = new Set<string>();
    for (const { source, answer } of projected) {
      if (answer.is !== 'sealed') {
        outcomes.push([source, answer]);
        continue;
      }
      for (const { id, sealed, described } of answer.messages) {
        if (added.has(id) || this.#hasObject(id)) continue;
        added.add(id);
        const bytes = Buffer.from(sealed, 'base64');
        const name = digest(bytes);
        files.push({ digest: name, bytes });
        objects.push({ message: id, digest: name, size: bytes.length, described: await this.#seal(id, described) });
      }
      outcomes.push([
        source,
        {
          is: 'sealed',
          attached: answer.attached,
          messages: answer.messages.map(({ id }) => id),
          ...(answer.attached ? { parts: answer.messages.flatMap(({ part }) => part ?? []) } : {}),
        },
      ]);
    }
    return { files, objects, outcomes };
  }

  /** Call it after the rows were written. */
  remember({ objects, outcomes }: VaultChange): void {
    for (const object of objects) this.#known.set(object.message, object);
    for (const [source, outcome] of outcomes) this.#outcomes.set(source, outcome);
  }

  #hasObject(message: string): boolean {
    const object = this.#known.get(message);
    return object !== undefined && this.#objects.has(object.digest, object.size);
  }

  async #seal(message: string, described: DescribedMessage): Promise<Uint8Array> {
    const nonce = freshBytes(nonceBytes, 'description', message);
    const text = new TextEncoder().encode(JSON.stringify(described));
    return Buffer.concat([nonce, await this.#cryptography.sealAes256Gcm(this.#describing, nonce, text)]);
  }
}

export interface VaultDeps {
  readonly cryptography: Cryptography;
  readonly keys: VaultKeys;
  readonly objects: ObjectFolder;
  readonly at: number;
}

export interface VaultChange {
  readonly files: readonly StoredObject[];
  readonly objects: readonly VaultObject[];
  readonly outcomes: readonly (readonly [source: string, outcome: StoredOutcome])[];
}

/** Writes the result of `prepare` for several vaults: files, then rows, all or none. */
export async function saveVaultChanges(
  store: Store,
  objects: ObjectFolder,
  changes: readonly { readonly vault: VaultBook; readonly change: VaultChange }[],
): Promise<void> {
  objects.write(changes.flatMap(({ change }) => change.files));
  await store.transaction(async () => {
    for (const { vault, change } of changes) {
      const shared = { vault_id: vault.id };
      const messages = change.objects.map(({ message }) => message);
      const sources = change.outcomes.map(([source]) => source);
      // A missing object was made again.
      if (messages.length > 0)
        await store.db
          .deleteFrom('review_object')
          .where('vault_id', '=', vault.id)
          .where('message', 'in', messages)
          .execute();
      if (sources.length > 0)
        await store.db
          .deleteFrom('review_source')
          .where('vault_id', '=', vault.id)
          .where('source', 'in', sources)
          .execute();
      store.insertRows(
        'review_object',
        ['message', 'digest', 'size', 'described'],
        change.objects.map(({ message, digest, size, described }) => [message, digest, size, described]),
        shared,
      );
      store.insertRows(
        'review_source',
        ['source', 'outcome'],
        [...new Map(change.outcomes)].map(([source, outcome]) => [source, JSON.stringify(outcome)]),
        shared,
      );
    }
  });
  for (const { vault, change } of changes) vault.remember(change);
}

async function findVault(
  store: Store,
  party: string,
  { keys, at }: VaultDeps,
): Promise<{ readonly id: number; readonly generation: number; readonly recipient: string }> {
  const last = await store.db
    .selectFrom('review_vault')
    .select(['id', 'generation', 'recipient', 'retired_at'])
    .where('party', '=', party)
    .orderBy('generation', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last !== undefined && last.retired_at === null) return { ...last, id: Number(last.id) };
  const generation = (last?.generation ?? 0) + 1;
  const { recipient } = await keys.make(party, generation);
  const { id } = await store.db
    .insertInto('review_vault')
    .values({ party, generation, recipient, made_at: at, retired_at: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id: Number(id), generation, recipient };
}

/** Later releases of the party go to a new vault. Inside the caller's transaction. */
export async function retireVault(store: Store, party: string, at: number): Promise<void> {
  await store.db
    .updateTable('review_vault')
    .set({ retired_at: at })
    .where('party', '=', party)
    .where('retired_at', 'is', null)
    .execute();
}

/** Generation and retirement of a vault; null for an unknown number. */
export async function findVaultState(
  store: Store,
  id: number,
): Promise<{ readonly generation: number; readonly retiredAt: number | null } | null> {
  const vault = await store.db
    .selectFrom('review_vault')
    .select(['generation', 'retired_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  return vault === undefined ? null : { generation: vault.generation, retiredAt: vault.retired_at };
}

const isDescribed = guardOf(describedSchema);
