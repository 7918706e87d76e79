import { parentPort, workerData } from 'node:worker_threads';
import type { OutlookItem } from '@candor/core/verify/received';
import { readMsgItem } from './reader/outlook/msg-item.ts';
import type { OutlookMessage } from './reader/outlook/outlook-message.ts';

// Started by outlook-file.ts with the bytes of one file; answers once, with the item or with null.
parentPort?.postMessage(read(Buffer.from(workerData as Uint8Array)));

function read(bytes: Buffer): OutlookItem | null {
  try {
    const message = readMsgItem(bytes);
    return message === null ? null : toItem(message);
  } catch {
    // The library throws whatever it stumbles over; to a reader it is a damaged file.
    return null;
  }
}

function toItem(message: OutlookMessage): OutlookItem {
  const sender = message.representing ?? message.sender;
  return {
    header: message.transportHeaders,
    subject: message.subject,
    senderName: sender?.name ?? '',
    senderAddress: sender?.address ?? '',
    text: message.text === '' ? null : message.text,
    html: message.html === null ? null : decode(message.html.bytes, message.html.charset ?? 'utf-8'),
    attachments: message.attachments.map((attachment) => (attachment.is === 'bytes' ? attachment.name : '.msg')),
  };
}

function decode(bytes: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
