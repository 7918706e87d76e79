import { type Json, type JsonObject, type Runtime, toList, toObject, toText } from '@candor/core/base';
import type { AffectedAddress, AffectedAddresses, SecretMessage } from '@candor/core/notice/affected';
import { findPrintedCodes } from '@candor/core/notice/code';
import type { SearchedFigures } from '@candor/core/notice/text';
import {
  findListFaults,
  type ListedFacts,
  type NoticeRecord,
  type RecordedAddresses,
  type RecordedFound,
} from '@candor/core/notice/wave';
import type { AuditNotice, AuditSubject } from '@candor/core/transparency/audit';
import { z } from 'zod';
import { guardOf, objectOf, partOf } from '../../adapters/store/schema-guard.ts';
import { readShape } from '../../adapters/store/stored-json.ts';
import { listRecipients } from '../../notice/recipients/index.ts';

interface RecordFault {
  readonly is: AuditSubject;
  readonly text: string;
}

/** What of an exported notice is not what its record says, which two people signed. */
export async function findRecordFaults(
  hashing: Pick<Runtime, 'sha256Hex'>,
  { notice, record, subject, text, html, facts, messages }: AuditNotice,
  waveSalt: Uint8Array | null,
): Promise<readonly RecordFault[]> {
  const said = readRecord(record);
  const isWords =
    said?.['subject'] === subject &&
    said['text'] === hashing.sha256Hex(text) &&
    said['html'] === hashing.sha256Hex(html);
  const digests = messages.map(({ sha256 }) => sha256).sort();
  const [code = ''] = findPrintedCodes(text);
  const contacts = messages.map(({ contact }) => contact);
  // Records of versions 1 and 2 name no recipients.
  const to = said?.['to'] === undefined ? null : await listRecipients(hashing, code, toParty(facts), contacts);
  const faults: (readonly [isSame: boolean, is: AuditSubject, what: string])[] = [
    [isWords, 'text', 'words'],
    [toTexts(said, 'messages') === digests.join(), 'message', 'messages'],
    [to === null || toTexts(said, 'to') === to.join(), 'message', 'recipients'],
  ];
  const lists = readLists(record, facts);
  const listed =
    waveSalt === null || lists === null ? [] : findListFaults(hashing, waveSalt, notice, lists.recorded, lists.facts);
  return [
    ...faults.flatMap(([isSame, is, what]) =>
      isSame ? [] : [{ is, text: `its ${what} are not those of its record, which two people signed` }],
    ),
    ...listed.map((what) => ({ is: 'address' as const, text: `${what}, which two people signed` })),
  ];
}

type RecordedLists = Pick<NoticeRecord, 'addresses' | 'found'>;

const isRecordedLists = guardOf(
  objectOf<RecordedLists>({
    addresses: partOf<RecordedAddresses>({ listed: z.number(), digest: z.string() }).nullable().exactOptional(),
    found: partOf<RecordedFound>({ listed: z.number(), total: z.number(), digest: z.string() }).exactOptional(),
  }),
);

/** A time that a date can have: whoever made the file wrote the number. */
const time = z.number().refine((value) => Math.abs(value) < 8.64e12);

const isListedFacts = guardOf(
  partOf<ListedFacts>({
    isGuessed: z.literal(true).exactOptional(),
    addresses: partOf<AffectedAddresses>({
      listed: z.array(partOf<AffectedAddress>({ address: z.string() })),
      total: z.number(),
    }).exactOptional(),
    secretMessages: z
      .array(
        partOf<SecretMessage>({
          date: time.nullable(),
          address: z.string(),
          messageId: z.string().nullable().exactOptional(),
        }),
      )
      .exactOptional(),
    figures: partOf<ListedFacts['figures']>({
      secrets: z.number().nullable(),
      searched: partOf<SearchedFigures>({ personal: z.record(z.string(), z.number()) }).exactOptional(),
    }),
  }),
);

/** Null where one has another form, which comparing facts and records says by itself. */
function readLists(
  record: string,
  facts: JsonObject,
): { readonly recorded: RecordedLists; readonly facts: ListedFacts } | null {
  const recorded = readShape(isRecordedLists, record);
  const listed = readShape(isListedFacts, JSON.stringify(facts));
  return recorded === null || listed === null ? null : { recorded, facts: listed };
}

function toTexts(record: JsonObject | null, member: string): string {
  return (toList(record?.[member]) ?? []).map((one) => toText(one)).join();
}

function toParty(facts: AuditNotice['facts']): Parameters<typeof listRecipients>[2] {
  const party = toObject(facts['party'] ?? null);
  return { kind: party?.['kind'] === 'person' ? 'person' : 'organization', id: toText(party?.['id']) ?? '' };
}

function readRecord(record: string): JsonObject | null {
  try {
    const value: Json = JSON.parse(record);
    return toObject(value);
  } catch {
    return null;
  }
}
