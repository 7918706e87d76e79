import { advise, compareUtf8, formatInstant, hint, Refusal } from '@candor/core/base';
import type { ArrivalSource, ArrivalWitness } from '@candor/core/evidence/message';
import { toRowPlace } from '@candor/core/evidence/record';
import type { Attributed } from '@candor/core/exposure/attribution';
import { toGapSentence, toLabelSentence, toReasonSentence, toVerdictWords } from '@candor/core/exposure/explain';
import { toMessageId } from '@candor/core/exposure/key';
import { type Reason, toStrength, toVerdict, type Verdict } from '@candor/core/exposure/verdict';
import type { Policy } from '@candor/core/incident';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { Store } from '../../adapters/store/store.ts';
import { type ShownMessage, showMessage } from '../../evidence/original/index.ts';
import { MAILBOX_FORMATS } from '../../evidence/reader/index.ts';
import { readAccessFiles } from '../../evidence/store/audit-file-store.ts';
import { readRecord, readSources } from '../../evidence/store/audit-record-store.ts';
import { findRawPath } from '../../evidence/store/evidence-file-store.ts';
import { readMembers } from '../../evidence/store/label-list.ts';
import type { StoredSource } from '../../evidence/store/stored-record.ts';
import { findLabelled } from '../../exposure/store/record-store.ts';
import { type JudgedCopyRow, listJudgedCopies } from '../../exposure/store/verdict-store.ts';
import { type KeptReason, readReasons } from '../../exposure/store/verdict-writer.ts';
import { toIncidentOf } from '../load-incident.ts';
import { requireLastVersion } from '../open-version.ts';

/** How a copy's members say that a file was unpacked. */
export const UNPACKED: ReadonlyMap<string, string> = new Map(
  MAILBOX_FORMATS.flatMap(({ packing }) => (packing === undefined ? [] : [[packing.member, packing.shown]])),
);

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
  /** These further records are not listed, as in exposure.jsonl. */
  readonly more: number;
  readonly gaps: readonly string[];
  readonly moreGaps: number;
  /** Copies at these locations carry it (C1). */
  readonly carriers: readonly string[];
  readonly moreCarriers: number;
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
  readonly arrivedFrom: ArrivalWitness;
  readonly arrivalSource: ArrivalSource;
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

/**
 * Explains every copy at a location, or with a Message-ID.
 * @throws Refusal when nothing is there.
 */
export async function explainCopies(state: StateFolder, name: string): Promise<ExplainedCopy[]> {
  const last = await requireLastVersion(state);
  const { store } = state;
  const rows = await listJudgedCopies(store, last.version, { location: name, messageId: toMessageId(name) });
  if (rows.length === 0) {
    throw new Refusal('unknown-copy', [
      advise`"${name}" is neither the location nor the Message-ID of a copy; locations are in exposure.jsonl, ${hint('explain', { mailbox: 'CUSTODIAN' })} lists a mailbox`,
    ]);
  }
  const { policy } = toIncidentOf(last);
  return Promise.all(rows.map((row) => toExplained(store, last.version, policy, row)));
}

async function toExplained(store: Store, version: number, policy: Policy, row: JudgedCopyRow): Promise<ExplainedCopy> {
  const reasons = sortByStrength(readReasons(row.reasons, row.location), row.verdict as Verdict, policy);
  const verdict = row.verdict as Verdict;
  return {
    custodian: row.custodian,
    location: row.location,
    folder: row.folder,
    shown: await showOriginal(store, row),
    messageId: row.message_id,
    date: toTime(row.date),
    arrived: toTime(row.arrived),
    arrivedFrom: row.arrived_from as ArrivalWitness,
    arrivalSource: (row.arrival_source ?? 'none') as ArrivalSource,
    fingerprint: toHex(row.fingerprint),
    evidence: {
      file: row.file,
      members: readMembers(row.members, row.location).map((member) => UNPACKED.get(member) ?? member),
      offset: row.position,
      length: row.length,
      sha256: row.sha256 === null ? null : toHex(row.sha256),
    },
    verdict,
    words: toVerdictWords({ verdict, reasons }),
    reasons: await Promise.all(reasons.map((reason) => toExplainedReason(store, version, reason))),
  };
}

/** What decided the verdict comes first. */
function sortByStrength(reasons: readonly KeptReason[], verdict: Verdict, policy: Policy): KeptReason[] {
  const strengthOf = ({ code }: KeptReason): number => {
    if (code === 'after-containment') return Number.POSITIVE_INFINITY;
    // A reason that may give a weaker verdict did so here where its code is stronger than the copy's verdict.
    return Math.min(toStrength(toVerdict(code, policy)), toStrength(verdict));
  };
  return [...reasons].sort((a, b) => strengthOf(b) - strengthOf(a));
}

async function toExplainedReason(store: Store, version: number, reason: KeptReason): Promise<ExplainedReason> {
  const { rule, text } = toReasonSentence({ code: reason.code });
  return {
    rule,
    code: reason.code,
    text,
    records: await Promise.all(reason.records.map((id) => citeRecord(store, version, id))),
    more: reason.more ?? 0,
    moreGaps: reason.moreGaps ?? 0,
    carriers: reason.carriers ?? [],
    moreCarriers: reason.moreCarriers ?? 0,
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
  const labelled = await findLabelled(store, version, id);
  if (labelled === null) throw new Error(`record ${id} is cited but not kept with version ${version}`);
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

async function showOriginal(store: Store, row: JudgedCopyRow): Promise<ShownMessage | null> {
  if (row.sha256 === null) return null;
  const raw = await findRawPath(store, row.file);
  if (raw === null) return null;
  const { position: offset, length } = row;
  return showMessage({
    raw,
    members: readMembers(row.members, row.location),
    offset,
    length,
    sha256: toHex(row.sha256),
  });
}

function toTime(instant: number | null): string | null {
  return instant === null ? null : formatInstant(instant);
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
