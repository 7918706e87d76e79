/** Why something of a message was not searched, in words. */
export const UNREAD_WORDS: Readonly<Record<string, string>> = {
  'no-reader': 'attachments in unsupported formats',
  'too-large': 'texts or attachments over the limits',
  encrypted: 'encrypted attachments',
  damaged: 'damaged attachments',
  'no-text': 'PDFs without text (scanned)',
  'too-deep': 'messages attached more than eight levels deep, or archives in archives',
  ended: 'the message, which ended the process that read it',
};
