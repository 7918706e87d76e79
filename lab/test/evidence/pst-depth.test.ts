import { PSTMessage } from 'pst-extractor';
import { expect, test } from 'vitest';
import { readPstItem } from '../../src/evidence/reader/outlook/pst-item.ts';

/**
 * An item as the library gives it whose only attachment is the item itself: a file can say so, and a walk through it
 * has no end.
 */
function makeRound(): PSTMessage {
  const attachment: Record<string, unknown> = {
    ...{ attachMethod: 5, longFilename: '', filename: 'round', fileInputStream: null, pstTableItems: null },
  };
  const known: Record<string, unknown> = {
    ...{ numberOfRecipients: 0, numberOfAttachments: 1, isUnsent: false, pstTableItems: null },
    ...{ clientSubmitTime: null, messageDeliveryTime: null },
    ...{ getStringItem: () => '', getBinaryItem: () => null, getAttachment: () => attachment },
  };
  const item = new Proxy(Object.create(PSTMessage.prototype) as PSTMessage, {
    get: (_, name) => known[String(name)] ?? (name in known ? null : ''),
  });
  attachment['embeddedPSTMessage'] = item;
  return item;
}

test('reads attached messages as deep as mail goes; a deeper one is an attachment of bytes', () => {
  let [attachment] = readPstItem(makeRound(), []).attachments;
  let depth = 0;
  for (; attachment?.is === 'message'; depth += 1) [attachment] = attachment.message.attachments;
  expect(attachment).toMatchObject({ is: 'bytes', name: 'round' });
  expect(depth).toBe(64);
});
