import { addOtherItems, type OtherItems } from './other-items.ts';

/** A range of a file outside messages and container structure, with the reason. */
export interface Quarantine {
  readonly offset: number;
  readonly length: number;
  readonly reason: string;
}

/** Where the bytes of one stream went. They always add up (invariant 2 of docs/architecture.md). */
export interface ByteAccount {
  readonly size: number;
  readonly messages: number;
  readonly structure: number;
  readonly quarantined: number;
}

/** Where the items of an Outlook file went. */
export interface ItemAccount {
  readonly items: number;
  readonly messages: number;
  /** These are contacts, tasks, notes and other items that are no mail. */
  readonly otherItems: number;
  readonly quarantined: number;
}

/**
 * Separator lines counted independently, besides the separated messages: a difference may be messages inside others.
 */
export interface MboxAccount {
  /** Lines that begin with `From `, at the start of a line or behind a hole of zeros. */
  readonly fromLines: number;
  readonly messages: number;
}

/** The whole account of one evidence file. */
export interface FileAccount {
  readonly bytes: ByteAccount;
  /** Bytes that its packing held, all members and levels together; null when it is not packed. */
  readonly unpacked: ByteAccount | null;
  /** It is null unless the file holds Outlook items. */
  readonly items: ItemAccount | null;
  /** It is null unless the file is an mbox or contains a packed one. */
  readonly mbox: MboxAccount | null;
  /** Items that are no mail: of Outlook files, and of files of calendars and contacts. */
  readonly others: OtherItems;
  readonly copies: number;
}

/** Throws a fault when bytes or items of the file are missing from its account: nothing may be lost in silence. */
export function assertReconciled(location: string, account: FileAccount): void {
  for (const bytes of [account.bytes, account.unpacked]) {
    if (bytes !== null && bytes.messages + bytes.structure + bytes.quarantined !== bytes.size) {
      throw new Error(
        `account of ${location}: ${bytes.size} bytes are ${bytes.messages} in messages, ${bytes.structure} structure, ${bytes.quarantined} quarantined`,
      );
    }
  }
  const { items, mbox } = account;
  if (mbox !== null && mbox.fromLines < mbox.messages) {
    throw new Error(`account of ${location}: ${mbox.messages} messages of an mbox, ${mbox.fromLines} From lines`);
  }
  if (items !== null && items.messages + items.otherItems + items.quarantined !== items.items) {
    throw new Error(
      `account of ${location}: ${items.items} items are ${items.messages} messages, ${items.otherItems} others, ${items.quarantined} quarantined`,
    );
  }
}

/** Adds accounts, for totals of a mailbox or of an incident. */
export function addAccounts(accounts: Iterable<FileAccount>): FileAccount {
  const bytes = { size: 0, messages: 0, structure: 0, quarantined: 0 };
  const unpacked = { size: 0, messages: 0, structure: 0, quarantined: 0 };
  const items = { items: 0, messages: 0, otherItems: 0, quarantined: 0 };
  const mbox = { fromLines: 0, messages: 0 };
  const others: OtherItems[] = [];
  let copies = 0;
  for (const account of accounts) {
    addBytes(bytes, account.bytes);
    addBytes(unpacked, account.unpacked);
    items.items += account.items?.items ?? 0;
    items.messages += account.items?.messages ?? 0;
    items.otherItems += account.items?.otherItems ?? 0;
    items.quarantined += account.items?.quarantined ?? 0;
    mbox.fromLines += account.mbox?.fromLines ?? 0;
    mbox.messages += account.mbox?.messages ?? 0;
    others.push(account.others);
    copies += account.copies;
  }
  return { bytes, unpacked, items, mbox, others: addOtherItems(others), copies };
}

function addBytes(into: { -readonly [key in keyof ByteAccount]: number }, from: ByteAccount | null): void {
  if (from === null) return;
  into.size += from.size;
  into.messages += from.messages;
  into.structure += from.structure;
  into.quarantined += from.quarantined;
}
