import { type Json, Refusal } from '@candor/core/base';
import type { DecisionLink } from '@candor/core/ledger/decision';
import type { ContactHistory } from '@candor/core/notice/contact';
import {
  type AuditEvidence,
  type AuditFigures,
  type AuditHead,
  type AuditNotice,
  type AuditOpening,
  type AuditValue,
  type AuditWave,
  readAuditCounted,
  readAuditDecisions,
  readAuditEvidence,
  readAuditFigures,
  readAuditHead,
  readAuditNotices,
  readAuditOpenings,
  readAuditValues,
  readAuditWave,
} from '@candor/core/transparency/audit';
import { z } from 'zod';
import { type AuditKey, readAuditFile } from '../../adapters/files/audit-file.ts';
import { guardOf, partOf } from '../../adapters/store/schema-guard.ts';
import { isJson, readShape } from '../../adapters/store/stored-json.ts';
import type { ReviewHold } from '../../review/store/hold-store.ts';
import { type EarlierRows, isEarlierRows } from '../store/earlier-store.ts';

type Counted = NonNullable<ReturnType<typeof readAuditCounted>>[number];

type FoundHistory = ContactHistory & { readonly party: string };
type FoundHold = Pick<ReviewHold, 'party' | 'message' | 'reason' | 'state' | 'madeAt'>;

const foundSchema = z.object({
  at: z.number(),
  drafted: z.array(z.string()),
  observed: z.array(
    z.object({
      party: z.string(),
      contact: z.string(),
      role: z.string().nullable(),
      language: z.string().nullable(),
      source: z.string(),
      made_at: z.number(),
    }),
  ),
  history: z.array(
    partOf<FoundHistory>({ party: z.string(), address: z.string(), at: z.number(), answered: z.boolean() }),
  ),
  holds: z.array(
    partOf<FoundHold>({
      party: z.string(),
      message: z.string(),
      madeAt: z.number(),
      state: z.enum(['open', 'released', 'withheld']),
    }),
  ),
});
const isFound = guardOf(foundSchema);

/** What a wave was composed on that neither evidence nor decisions say. */
export type AuditFound = Readonly<z.infer<typeof foundSchema>>;

/** An export that was opened: well-formed, and not yet true. */
export interface OpenedAudit {
  readonly head: AuditHead;
  readonly wave: AuditWave;
  readonly evidence: readonly AuditEvidence[];
  readonly decisions: readonly DecisionLink[];
  readonly values: readonly AuditValue[];
  readonly counted: readonly Counted[];
  readonly notices: readonly AuditNotice[];
  readonly parties: readonly Json[];
  readonly figures: AuditFigures;
  readonly exposure: readonly string[];
  readonly found: AuditFound;
  readonly earlier: EarlierRows;
  readonly openings: readonly AuditOpening[];
  readPart(name: string): Uint8Array | null;
}

/** @throws Refusal for another key, or a file that is no audit export. */
export async function openAudit(path: string, key: AuditKey): Promise<OpenedAudit> {
  const parts = await readAuditFile(path, key);
  const readText = (name: string): string => {
    const bytes = parts.get(name);
    if (bytes === undefined) throw refuse(path, `it has no ${name}`);
    return Buffer.from(bytes).toString('utf8');
  };
  const read = <T>(name: string, reader: (text: string) => T | null): T => {
    const value = reader(readText(name));
    if (value === null) throw refuse(path, `${name} has another form than this program reads`);
    return value;
  };
  const head = read('audit.json', readAuditHead);
  for (const { part } of head.inputs) if (part !== null && !parts.has(part)) throw refuse(path, `it has no ${part}`);
  return {
    head,
    wave: read('wave.json', readAuditWave),
    evidence: read('evidence.jsonl', readAuditEvidence),
    decisions: read('decisions.jsonl', readAuditDecisions),
    values: read('values.jsonl', readAuditValues),
    counted: read('counted.jsonl', readAuditCounted),
    notices: read('notices.jsonl', readAuditNotices),
    parties: read('parties.jsonl', readLines),
    figures: read('figures.json', readAuditFigures),
    exposure: toLines(readText('exposure.jsonl')),
    found: read('found.json', (text) => readShape(isFound, text)),
    earlier: read('earlier.json', (text) => readShape(isEarlierRows, text)),
    openings: read('log.jsonl', readAuditOpenings),
    readPart: (name) => parts.get(name) ?? null,
  };
}

function toLines(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '');
}

function readLines(text: string): readonly Json[] | null {
  const lines = toLines(text);
  const all = lines.flatMap((line) => readShape(isJson, line) ?? []);
  return all.length === lines.length ? all : null;
}

function refuse(path: string, why: string): Refusal {
  return new Refusal('no-audit-file', [`${path}: this is no audit export of Candor: ${why}`]);
}
