/** Why something of a message was not searched, in words. */
export const UNREAD_WORDS: Readonly<Record<string, string>> = {
  'no-reader': 'attachments in unsupported formats',
  'too-large': 'texts or attachments over the limits',
  encrypted: 'encrypted attachments',
  damaged: 'damaged attachments',
  'no-text': 'PDFs without text (scanned)',
  'too-deep': 'messages attached more than eight levels deep, or archives in archives',
  picture: 'pictures, which may show text (`findings: { ocr: true }` reads it)',
  cut: 'findings beyond the first 20,000 of one message',
  attachments: 'attachments, one of which ended the process that read it',
  ended: 'the message, which ended the process that read it',
};
