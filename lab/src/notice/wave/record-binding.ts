import type { Runtime } from '@candor/core/base';
import { readNoticeCode } from '@candor/core/notice/code';
import { listBoundDomains } from '@candor/core/notice/text';
import type { NoticeRecord, RecordBinding, RecordedNotice } from '@candor/core/notice/wave';
import { openRecipientMark, openRecipients } from '@candor/core/verify';
import { nodeCryptography } from '../../adapters/cryptography.ts';
import type { StoredNotice } from '../store/wave-store.ts';

/**
 * Whom the record of a notice names (docs/formats/wave.md, Record): the address of each of its deliveries. An
 * organization's record has its domains, too; a person's has the person's own address, for the reader of a letter, and
 * no domain, since a mail provider's domain says nothing of who reads.
 */
export async function bindRecord(
  runtime: Pick<Runtime, 'sha256Hex'>,
  { id, code, facts: { party } }: Pick<StoredNotice, 'id' | 'code' | 'facts'>,
  contacts: readonly string[],
): Promise<Pick<RecordedNotice, 'domains' | 'to'>> {
  const reading = readNoticeCode(code);
  if (reading.state !== 'code') throw new Error(`notice ${id} has no code`);
  const mark = await openRecipientMark(nodeCryptography, runtime, reading.bytes);
  const isPerson = party.kind === 'person';
  const addresses = isPerson ? [...contacts, party.id] : contacts;
  return { domains: isPerson ? [] : listBoundDomains(party), to: addresses.flatMap((address) => mark(address) ?? []) };
}

/** Whom an approved record is for, as whoever has its code can test it. A code that cannot be read tests nothing. */
export async function openBinding(
  runtime: Pick<Runtime, 'sha256Hex'>,
  code: string,
  record: NoticeRecord,
): Promise<RecordBinding> {
  const { domains } = record;
  if (record.to === undefined) return { domains, isRecipient: null };
  const reading = readNoticeCode(code);
  if (reading.state !== 'code') return { domains, isRecipient: () => false };
  return {
    domains,
    isRecipient: openRecipients(record, await openRecipientMark(nodeCryptography, runtime, reading.bytes)),
  };
}
