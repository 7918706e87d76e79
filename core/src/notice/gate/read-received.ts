import PostalMime from 'postal-mime';
import type { ProbePassage } from './judge-received.ts';

/** Deeper ones are none that a relay made of a probe. */
const NESTING_LIMIT = 10;

/** What arrived, as a mail program would show it. Null for bytes that are no mail. */
export async function readReceived(bytes: Uint8Array): Promise<ProbePassage['received'] | null> {
  try {
    const mail = await PostalMime.parse(bytes, { maxNestingDepth: NESTING_LIMIT });
    return {
      from: mail.from?.address ?? '',
      envelopeSender: mail.returnPath === undefined || mail.returnPath === '' ? null : mail.returnPath,
      text: mail.text ?? '',
      html: mail.html ?? '',
    };
  } catch {
    return null;
  }
}
