import type { RecordedFolder } from '../coverage/gap.ts';

/** A folder named by intruder records of a supplied mailbox; for other mailboxes the mailbox itself is unresolved. */
export interface NamedFolder {
  readonly custodian: string;
  readonly folder: RecordedFolder;
  readonly records: ReadonlySet<string>;
}

/** Mailboxes and folders named by intruder records. Whether a folder is known is decided after all copies were seen. */
export class UnknownNames {
  readonly #mailboxes = new Map<string, number>();
  readonly #folders = new Map<string, NamedFolder & { records: Set<string> }>();

  addMailbox(key: string): void {
    this.#mailboxes.set(key, (this.#mailboxes.get(key) ?? 0) + 1);
  }

  addFolder(custodian: string, folder: RecordedFolder, record: string): void {
    const key = JSON.stringify([custodian, folder.mayBePath, folder.text]);
    let named = this.#folders.get(key);
    if (named === undefined) {
      named = { custodian, folder, records: new Set() };
      this.#folders.set(key, named);
    }
    named.records.add(record);
  }

  get mailboxes(): ReadonlyMap<string, number> {
    return this.#mailboxes;
  }

  get folders(): Iterable<NamedFolder> {
    return this.#folders.values();
  }
}
