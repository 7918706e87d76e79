/** Archives without a reader, and volumes of archives. Random bytes have no zero in their first kilobyte once in 50. */
const PACKED_NAME = /\.(?:(?:7z|rar|tar|zip)(?:\.\d{3})?|[rz]\d{2}|ace|arj|bz2|cab|lzh|lzma|xz|zst)$/i;

/** Whether bytes that look like text are a piece of an archive by their name, and no words in its place. */
export function isUnreadArchive(bytes: Uint8Array, name: string): boolean {
  return PACKED_NAME.test(name) && !isPlainText(bytes);
}

/** Text that a person wrote, as in place of an attachment that was taken away. */
function isPlainText(bytes: Uint8Array): boolean {
  return !/[\0-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/.test(new TextDecoder().decode(bytes.subarray(0, 64 * 1024)));
}

/** UTF-8, else windows-1252. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
