import { createNodeRuntime } from '../../../src/adapters/process/runtime.ts';
import { openAttachment } from '../../../src/impact/finding/attachment-text.ts';
import { Passwords } from '../../../src/impact/finding/locked/passwords.ts';
import type { UnreadReason } from '../../../src/impact/finding/unread.ts';

const runtime = createNodeRuntime();

/** The text of an attachment, and why something of it was not read. */
export async function readAttachment(
  bytes: Uint8Array,
  name: string,
  { type = '', passwords = [] }: { readonly type?: string; readonly passwords?: readonly string[] } = {},
): Promise<{ readonly text: string; readonly unread: readonly UnreadReason[] }> {
  const { text, unread } = await openAttachment(
    runtime,
    bytes,
    { name, type },
    { ocr: false, passwords: new Passwords(() => passwords) },
  );
  return { text, unread: unread.map(({ reason }) => reason) };
}
