import { composeMessage } from './compose-message.ts';
import { readMsgItem } from './msg-item.ts';

/** A .msg that is attached to a message, as an equivalent message; null where the file holds no Outlook item. */
export function readMsgAsMail(bytes: Buffer): Buffer | null {
  const item = readMsgItem(bytes);
  return item === null ? null : Buffer.concat([...composeMessage(item)]);
}
