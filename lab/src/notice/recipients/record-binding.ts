import { compareUtf8, type Runtime } from '@candor/core/base';
import { readNoticeCode } from '@candor/core/notice/code';
import { openRecipientMark, openRecipients } from '@candor/core/notice/recipients';
import { listBoundDomains, type NotifiedParty } from '@candor/core/notice/text';
import type { NoticeRecord, RecordBinding, RecordedNotice } from '@candor/core/notice/wave';
import { nodeCryptography } from '../../adapters/keys/cryptography.ts';
import type { StoredNotice } from '../store/wave-store.ts';

/**
 * Whom the record of a notice names (docs/formats/wave.md, Record). An organization's has its domains; a person's has
 * none, since a mail provider's domain says nothing of who reads.
 */
export async function bindRecord(
  runtime: Pick<Runtime, 'sha256Hex'>,
  { id, code, facts: { party } }: Pick<StoredNotice, 'id' | 'code' | 'facts'>,
  contacts: readonly string[],
): Promise<Pick<RecordedNotice, 'domains' | 'to'>> {
  const to = await listRecipients(runtime, code, party, contacts);
  if (to === null) throw new Error(`notice ${id} has no code`);
  return { domains: party.kind === 'person' ? [] : listBoundDomains(party), to };
}

/**
 * The addresses of all deliveries, as the record names them; of a person the person's own address, too, which the
 * reader of a letter gives. Null for a code that cannot be read.
 */
export async function listRecipients(
  runtime: Pick<Runtime, 'sha256Hex'>,
  code: string,
  party: Pick<NotifiedParty, 'kind' | 'id'>,
  contacts: readonly string[],
): Promise<readonly string[] | null> {
  const reading = readNoticeCode(code);
  if (reading.state !== 'code') return null;
  const mark = await openRecipientMark(nodeCryptography, runtime, reading.bytes);
  const addresses = party.kind === 'person' ? [...contacts, party.id] : contacts;
  return [...new Set(addresses.flatMap((address) => mark(address) ?? []))].sort(compareUtf8);
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
