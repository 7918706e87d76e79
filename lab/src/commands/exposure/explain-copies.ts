import { compareUtf8, formatInstant, Refusal } from '@candor/core/base';
import type { Policy } from '@candor/core/evidence/incident';
import type { ArrivalSource } from '@candor/core/evidence/message';
import { toRowPlace } from '@candor/core/evidence/record';
import type { Attributed } from '@candor/core/exposure/attribution';
import { toGapSentence, toLabelSentence, toReasonSentence, toVerdictWords } from '@candor/core/exposure/explain';
import { toMessageId } from '@candor/core/exposure/judge';
import { type Reason, type ReasonCode, toStrength, toVerdict, type Verdict } from '@candor/core/exposure/verdict';
import type { Store } from '../../adapters/store.ts';
import { readRecord, readSources } from '../../evidence/access-store.ts';
import { PACKING_MEMBERS } from '../../evidence/reader/layer.ts';
import { type ShownMessage, showMessage } from '../../evidence/show-message.ts';
import type { StoredSource } from '../../evidence/stored-record.ts';
import { readAccessFiles } from '../../exposure/file-findings.ts';
import { toIncidentOf } from '../incident-place.ts';
import { withLastVersion } from '../open-version.ts';

/** How a copy's members say that a file was unpacked. */
export const UNPACKED: ReadonlyMap<string, string> = new Map([
  [PACKING_MEMBERS.gzip, '(gunzip)'],
  [PACKING_MEMBERS.zstd, '(unzstd)'],
  [PACKING_MEMBERS['utf-16le'], '(to UTF-8)'],
  [PACKING_MEMBERS['utf-16be'], '(to UTF-8)'],
]);

/** A cited record, with every row that leads back to the bytes. */
export interface CitedRecord {
  readonly id: string;
  readonly time: string;
  readonly operation: string;
  readonly label: string;
  readonly labelRule: string;
  readonly labelText: string;
  readonly sources: readonly string[];
}

export interface ExplainedReason {
  readonly rule: string;
  readonly code: string;
  readonly text: string;
  readonly records: readonly CitedRecord[];
  /** Further records behind it that are not listed, as in exposure.jsonl. */
  readonly more: number;
  /** Sentences. */
  readonly gaps: readonly string[];
  readonly moreGaps: number;
}

export interface ExplainedCopy {
  readonly custodian: string;
  readonly location: string;
  readonly folder: string | null;
  /** From the original bytes, read again; null where they lie in an archive or have changed. */
  readonly shown: ShownMessage | null;
  readonly messageId: string | null;
  readonly date: string | null;
  readonly arrived: string | null;
  readonly arrivedFrom: ArrivalSource;
  readonly fingerprint: string;
  /** Where the original bytes lie, and their digest, so that anyone can cut them out and check. */
  readonly evidence: {
    readonly file: string;
    readonly members: readonly string[];
    readonly offset: number;
    readonly length: number;
    readonly sha256: string | null;
  };
  readonly verdict: Verdict;
  readonly words: string;
  readonly reasons: readonly ExplainedReason[];
}

/** Copies that are explained at once; a Message-ID stands for few, and a screen holds no more. */
const copiesLimit = 200;

/**
 * Explains every copy at a location, or with a Message-ID.
 * @throws Refusal when nothing is there.
 */
export function explainCopies(statePath: string, name: string): Promise<ExplainedCopy[]> {
  return withLastVersion(statePath, async ({ store }, last) => {
    const rows = await selectCopies(store, last.version)
      .where((where) => where.or([where('location', '=', name), where('message_id', '=', toMessageId(name))]))
      .orderBy('custodian')
      .orderBy('location')
      .limit(copiesLimit)
      .execute();
    if (rows.length === 0) {
      throw new Refusal('unknown-copy', [
        `"${name}" is neither the location nor the Message-ID of a copy; locations are in exposure.jsonl, \`candor explain --mailbox CUSTODIAN\` lists a mailbox`,
      ]);
    }
    const { policy } = toIncidentOf(last);
    return Promise.all(rows.map((row) => toExplained(store, last.version, policy, row)));
  });
}

export function selectCopies(store: Store, version: number) {
  return store.db
    .selectFrom('evidence_copy')
    .innerJoin('exposure_verdict', (join) =>
      join.onRef('exposure_verdict.copy_id', '=', 'evidence_copy.id').on('exposure_verdict.version', '=', version),
    )
    .select([
      'custodian',
      'location',
      'folder',
      'message_id',
      'date',
      'arrived',
      'arrived_from',
      'fingerprint',
      'file',
      'members',
      'position',
      'length',
      'sha256',
      'verdict',
      'reasons',
    ]);
}

export type CopyRow = Awaited<ReturnType<ReturnType<typeof selectCopies>['execute']>>[number];

/** A reason as exposure.jsonl has it: times are texts. */
interface WrittenReason {
  readonly code: string;
  readonly records: readonly string[];
  readonly more?: number;
  readonly gaps: readonly { readonly kind: string; readonly from: string; readonly to: string }[];
  readonly moreGaps?: number;
}

async function toExplained(store: Store, version: number, policy: Policy, row: CopyRow): Promise<ExplainedCopy> {
  const reasons = sortByStrength(JSON.parse(row.reasons) as WrittenReason[], policy);
  const verdict = row.verdict as Verdict;
  return {
    custodian: row.custodian,
    location: row.location,
    folder: row.folder,
    shown: await showOriginal(store, row),
    messageId: row.message_id,
    date: toTime(row.date),
    arrived: toTime(row.arrived),
    arrivedFrom: row.arrived_from as ArrivalSource,
    fingerprint: toHex(row.fingerprint),
    evidence: {
      file: row.file,
      members: toMembers(row.members).map((member) => UNPACKED.get(member) ?? member),
      offset: row.position,
      length: row.length,
      sha256: row.sha256 === null ? null : toHex(row.sha256),
    },
    verdict,
    words: toVerdictWords(verdict),
    reasons: await Promise.all(reasons.map((reason) => toExplainedReason(store, version, reason))),
  };
}

/** What decided the verdict comes first. */
function sortByStrength(reasons: readonly WrittenReason[], policy: Policy): WrittenReason[] {
  const strengthOf = ({ code }: WrittenReason): number => {
    if (code === 'after-containment') return Number.POSITIVE_INFINITY;
    return toStrength(toVerdict(code as ReasonCode, policy));
  };
  return [...reasons].sort((a, b) => strengthOf(b) - strengthOf(a));
}

async function toExplainedReason(store: Store, version: number, reason: WrittenReason): Promise<ExplainedReason> {
  const { rule, text } = toReasonSentence({ code: reason.code as ReasonCode });
  return {
    rule,
    code: reason.code,
    text,
    records: await Promise.all(reason.records.map((id) => citeRecord(store, version, id))),
    more: reason.more ?? 0,
    moreGaps: reason.moreGaps ?? 0,
    gaps: reason.gaps.map(({ kind, from, to }) => {
      return toGapSentence({
        kind,
        from: Date.parse(from) / 1000,
        to: Date.parse(to) / 1000,
      } as Reason['gaps'][number]);
    }),
  };
}

/** A record with its label and its places in the access files. */
export async function citeRecord(store: Store, version: number, id: string): Promise<CitedRecord> {
  const labelled = await store.db
    .selectFrom('exposure_record')
    .select(['row_id', 'label', 'reason'])
    .where('version', '=', version)
    .where('record_id', '=', id)
    .executeTakeFirst();
  if (labelled === undefined) throw new Error(`record ${id} is cited but not kept with version ${version}`);
  const record = await readRecord(store, labelled.row_id);
  const sentence = toLabelSentence(labelled as Attributed);
  return {
    id,
    time: formatInstant(record.time),
    operation: record.operation,
    label: labelled.label,
    labelRule: sentence.rule,
    labelText: sentence.text,
    sources: await toPlaces(store, await readSources(store, record)),
  };
}

async function toPlaces(store: Store, sources: readonly StoredSource[]): Promise<string[]> {
  const files = await readAccessFiles(store);
  const toPlace = ({ fileId, line }: StoredSource): string => {
    const { file, unit } = files.get(fileId) ?? { file: '', unit: 'line' };
    return toRowPlace(file, unit, line);
  };
  return sources.map(toPlace).sort(compareUtf8);
}

function toMembers(written: string | null): string[] {
  return written === null ? [] : (JSON.parse(written) as string[]);
}

async function showOriginal(store: Store, row: CopyRow): Promise<ShownMessage | null> {
  if (row.sha256 === null) return null;
  const file = await store.db
    .selectFrom('evidence_file')
    .select('raw')
    .where('purpose', '=', 'mailbox')
    .where('path', '=', row.file)
    .executeTakeFirst();
  if (file === undefined || file.raw === null) return null;
  const { position: offset, length } = row;
  return showMessage({ raw: file.raw, members: toMembers(row.members), offset, length, sha256: toHex(row.sha256) });
}

function toTime(instant: number | null): string | null {
  return instant === null ? null : formatInstant(instant);
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
