import { formatAmount, formatCount } from '@candor/core/base';
import type { UnreadSize } from '@candor/core/impact/findings';
import { formatBytes } from './number.ts';

/** Why something of a message was not searched, in words. */
const UNREAD_WORDS: Readonly<Record<string, string>> = {
  'no-reader': 'attachments in unsupported formats (such as 7z or RAR)',
  'too-large': 'texts or attachments over the limits',
  encrypted: 'encrypted attachments',
  damaged: 'damaged attachments',
  'no-text': 'files in which no text was found (such as scanned PDFs)',
  'too-deep': 'messages attached more than eight levels deep, or archives in archives',
  picture: 'pictures, which may show text (`findings: { ocr: true }` reads it)',
  unclear: 'lines of pictures that could not be read clearly',
  cut: 'findings beyond the first 250,000 of one message',
  attachments: 'parts that ended the process that read them',
  ended: 'the message, which ended the process that read it',
};

/** With its number and bytes where they were counted. */
export function toUnreadWords(reason: string, size?: UnreadSize): string {
  const words = UNREAD_WORDS[reason] ?? reason;
  if (size === undefined || size.parts === 0) return words;
  const bytes = size.bytes === 0 ? '' : `, ${formatBytes(size.bytes)}`;
  return `${words}: ${formatCount(size.parts)}${bytes}`;
}

/** ` (1,204 parts, 3.4 MB)`; empty where nothing was counted. */
export function toSizeWords({ parts, bytes }: UnreadSize): string {
  if (parts === 0) return '';
  return ` (${formatAmount(parts, 'part')}${bytes === 0 ? '' : `, ${formatBytes(bytes)}`})`;
}
