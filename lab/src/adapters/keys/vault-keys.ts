import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '@candor/core/base';
import { makeSealingKey, openWith, type SealingKey, sealTo, toRecipient } from '@candor/core/review/seal';
import { privateMode, readFileIfAny, writeDurableFile } from '../files/durable-file.ts';

// Secret keys of the vaults in files, one per party and generation, encrypted to one key of the lab. They work
// unattended, like the log's key: root on this machine has them, and has the evidence too (docs/threat-model.md).

/** Rights of the group and of everybody else. */
const foreignRights = 0o077;
const firstLine = '# candor vault master key v1';
/** Digits of the party's digest in a file's name: names of parties belong into no folder listing. */
const nameDigits = 32;

/** Opens the keys of all vaults in a state's folder, creating their encryption key if missing. */
export class VaultKeys {
  readonly #folder: string;
  readonly #master: SealingKey;

  private constructor(folder: string, master: SealingKey) {
    this.#folder = folder;
    this.#master = master;
  }

  /** @throws Refusal when the file is no key, or others than its owner may read it. */
  static async open(statePath: string): Promise<VaultKeys> {
    const folder = join(statePath, 'keys');
    const path = join(folder, 'vaults.key');
    if (!existsSync(path)) {
      const { identity } = await makeSealingKey();
      writeDurableFile(path, `${firstLine}\n${identity}\n`, privateMode);
    }
    if ((statSync(path).mode & foreignRights) !== 0)
      throw new Refusal('open-key', [
        `${path}: accounts other than its owner may read this key; \`chmod 600\` it, and make new vaults if anybody did`,
      ]);
    const [head, identity = ''] = readFileSync(path, 'latin1').split('\n');
    const recipient = head === firstLine ? await toRecipient(identity) : null;
    if (recipient === null)
      throw new Refusal('no-key', [`${path}: this is not the key of the vaults that Candor wrote; restore that key`]);
    return new VaultKeys(folder, { identity, recipient });
  }

  /** The key of a vault, created if missing: a process killed afterwards finds it again. */
  async make(party: string, generation: number): Promise<SealingKey> {
    const known = await this.find(party, generation);
    if (known !== null) return known;
    const key = await makeSealingKey();
    const sealed = await sealTo(this.#master.recipient, new TextEncoder().encode(`${key.identity}\n`));
    writeDurableFile(this.#place(party, generation), sealed, privateMode);
    return key;
  }

  /**
   * Null if missing.
   * @throws Refusal for one that the lab's own key does not open.
   */
  async find(party: string, generation: number): Promise<SealingKey | null> {
    const path = this.#place(party, generation);
    const sealed = readFileIfAny(path);
    if (sealed === null) return null;
    const opened = await openWith(this.#master.identity, sealed);
    const identity = opened === null ? '' : new TextDecoder().decode(opened).trimEnd();
    const recipient = await toRecipient(identity);
    if (recipient === null)
      throw new Refusal('no-key', [
        `${path}: keys/vaults.key does not open this vault's key; restore the key that belongs to it`,
      ]);
    return { identity, recipient };
  }

  #place(party: string, generation: number): string {
    const name = createHash('sha256').update(party).digest('hex').slice(0, nameDigits);
    return join(this.#folder, 'vaults', `${name}-${generation}.key`);
  }
}
