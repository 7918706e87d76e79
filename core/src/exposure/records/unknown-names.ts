import type { RecordedFolder } from '../coverage/gap.ts';

/**
 * A folder named by intruder records of one supplied mailbox; of any other the mailbox itself is what is unresolved.
 */
export interface NamedFolder {
  readonly custodian: string;
  readonly folder: RecordedFolder;
  /** Ids of the records that name it. */
  readonly records: ReadonlySet<string>;
}

/** Mailboxes and folders that intruder records name. Whether a folder is known is told when all copies were seen. */
export class UnknownNames {
  readonly #mailboxes = new Map<string, number>();
  readonly #folders = new Map<string, NamedFolder & { records: Set<string> }>();

  /** Counts one record of a mailbox that was not supplied. */
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
