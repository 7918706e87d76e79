import type { OutlookItem } from '@candor/core/verify/received';
import msgreader from '@kenjiuno/msgreader';

const MsgReader = msgreader.default;

/** Reads a .msg file; null if it is damaged or contains no Outlook item. */
export function readItem(bytes: Uint8Array): OutlookItem | null {
  try {
    const reader = new MsgReader(new DataView(bytes.buffer, bytes.byteOffset, bytes.length));
    const fields = reader.getFileData();
    if (fields.error !== undefined || fields.messageClass === undefined) return null;
    return {
      header: fields.headers ?? '',
      subject: fields.subject ?? '',
      senderName: fields.senderName ?? '',
      senderAddress: fields.senderSmtpAddress ?? fields.senderEmail ?? '',
      text: fields.body ?? null,
      html: fields.html === undefined ? (fields.bodyHtml ?? null) : decode(fields.html),
      attachments: (fields.attachments ?? []).map(
        ({ fileName, fileNameShort, name }) => fileName ?? fileNameShort ?? name ?? '.msg',
      ),
    };
  } catch {
    // The library throws all kinds of values.
    return null;
  }
}

/** UTF-8 if valid, otherwise what Windows programs write. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
