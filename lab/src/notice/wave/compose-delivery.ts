import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Instant, Runtime } from '@candor/core/base';
import type { LadderContact } from '@candor/core/notice/contact';
import { composeMail } from '@candor/core/notice/message';
import type { ComposedNotice, NoticeFacts } from '@candor/core/notice/text';
import type { NoticeSender } from '@candor/core/notice/wave';
import { openDkimKey } from '../../adapters/keys/dkim-key.ts';
import type { Disclosure } from '../disclosure.ts';

/** The final bytes of one delivery. */
export interface DeliveryMessage {
  /** The envelope sender carries it, so that a bounce can be matched. */
  readonly token: string;
  readonly messageId: string;
  readonly bytes: Uint8Array;
  /** This is the digest of the bytes, in hex. */
  readonly sha256: string;
}

export interface DeliveryToCompose {
  readonly key: string;
  readonly contact: LadderContact;
  readonly facts: NoticeFacts;
  readonly composed: ComposedNotice;
  readonly at: Instant;
}

export interface DeliveryComposer {
  readonly incident: string;
  readonly sender: { readonly from: NoticeSender; readonly replyTo: string | null };
  /** Of a notice version to a contact for a purpose; never sent twice under the same key. */
  toKey(notice: number, contact: string, purpose: string): string;
  compose(delivery: DeliveryToCompose): Promise<DeliveryMessage>;
}

/** One notice version to one contact for one purpose; never sent twice under the same key. */
function toDeliveryKey(incident: string, notice: number, contact: string, purpose: string): string {
  return `${incident}/${notice}/${contact}/${purpose}`;
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
/** 130 bits, as many as a code has. */
const MARK_LENGTH = 26;

/** Lower-case base32 of a digest, cut: what local parts and Message-IDs carry unchanged. */
function toMark(digest: Uint8Array): string {
  let mark = '';
  let bits = 0;
  let rest = 0;
  for (const byte of digest) {
    rest = ((rest << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5 && mark.length < MARK_LENGTH) {
      bits -= 5;
      mark += ALPHABET[(rest >> bits) & 31];
    }
  }
  return mark;
}

/**
 * `secret` makes mark and Message-ID what only this mail can know: who could compute another's would settle it with a
 * forged report. Both follow from the key.
 */
export function openDeliveryComposer(
  { incident, notice, folder }: Disclosure,
  secret: Uint8Array,
  runtime: Runtime,
): DeliveryComposer {
  const domain = notice.from.address.slice(notice.from.address.lastIndexOf('@') + 1);
  const { dkim: signing } = notice;
  const dkim = signing === null ? null : openDkimKey(resolve(folder, signing.key), signing.domain, signing.selector);
  return {
    incident: incident.incident,
    sender: { from: notice.from, replyTo: notice.reply },
    toKey: (own, contact, purpose) => toDeliveryKey(incident.incident, own, contact, purpose),
    compose: async ({ key, contact, facts, composed, at }) => {
      const messageId = `<${toMark(createHash('sha256').update(secret).update(`Message-ID ${key}`).digest())}@${domain}>`;
      const token = toMark(createHash('sha256').update(secret).update(key).digest());
      const bytes = composeMail(
        {
          ...composed,
          language: facts.language,
          from: notice.from,
          replyTo: notice.reply,
          to: contact.address,
          date: at,
          messageId,
        },
        dkim,
        runtime,
      );
      return { token, messageId, bytes, sha256: runtime.sha256Hex(bytes) };
    },
  };
}
