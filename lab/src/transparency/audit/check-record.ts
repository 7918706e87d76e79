import { type Json, type JsonObject, type Runtime, toList, toObject, toText } from '@candor/core/base';
import { findPrintedCodes } from '@candor/core/notice/code';
import type { AuditNotice, AuditSubject } from '@candor/core/transparency/audit';
import { listRecipients } from '../../notice/recipients/index.ts';

interface RecordFault {
  readonly is: AuditSubject;
  readonly text: string;
}

/** What of an exported notice is not what its record says, which two people signed. */
export async function findRecordFaults(
  hashing: Pick<Runtime, 'sha256Hex'>,
  { record, subject, text, html, facts, messages }: AuditNotice,
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
  return faults.flatMap(([isSame, is, what]) =>
    isSame ? [] : [{ is, text: `its ${what} are not those of its record, which two people signed` }],
  );
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
