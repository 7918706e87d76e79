import { join } from 'node:path';
import { escapeControlsInJson, type Problem } from '@candor/core/base';
import { toExposureLine } from '@candor/core/exposure/exchange';
import type { ImpactResult, PartyExposure } from '@candor/core/impact';
import {
  PARTIES_CSV_HEADER,
  toCsvLine,
  toFindingLine,
  toPartyLine,
  toUnresolvedLines,
  type UnresolvedEntry,
} from '@candor/core/impact/exchange';
import { type Incident, toMailboxId } from '@candor/core/incident';
import { type ExportDigests, ExportFile } from '../adapters/files/export-file.ts';
import { makeFolder } from '../adapters/files/make-folder.ts';
import type { Store } from '../adapters/store/store.ts';
import { readLabels } from '../evidence/store/label-list.ts';
import { streamExposure } from '../exposure/store/verdict-store.ts';
import { type ExposedScope, streamFindingLines } from '../impact/store/exposed-copies.ts';
import type { CustodyEntry } from './evidence/list-evidence.ts';

/** Where exports go; null: they are only digested. */
export type ExportFolder = string | null;

export const EXPORT_NAMES = [
  'custody.csv',
  'exposure.jsonl',
  'findings.jsonl',
  'parties.csv',
  'problems.jsonl',
  'records.jsonl',
  'summary.json',
  'unresolved.jsonl',
] as const;
export type ExportName = (typeof EXPORT_NAMES)[number];

export function openExport(folder: ExportFolder, name: ExportName): ExportFile {
  if (folder !== null) makeFolder(folder);
  // Texts in them are some sender's, and what shows a file to a person may obey it.
  const toWritten = name.endsWith('.csv') ? undefined : escapeControlsInJson;
  return new ExportFile(folder === null ? null : join(folder, name), toWritten);
}

/** exposure.jsonl of a version: one line a copy, in UTF-8 order of custodian, then location. Gives its digests. */
export async function writeExposure(
  store: Store,
  incident: Incident,
  version: number,
  folder: ExportFolder,
): Promise<ExportDigests> {
  const mailboxIds = new Map(incident.mailboxes.map((mailbox) => [mailbox.custodian, toMailboxId(mailbox)]));
  const file = openExport(folder, 'exposure.jsonl');
  for await (const rows of streamExposure(store, version)) {
    for (const row of rows) {
      file.write(
        toExposureLine({
          custodian: row.custodian,
          mailbox: mailboxIds.get(row.custodian) ?? row.custodian,
          location: row.location,
          folder: row.folder,
          labels: readLabels(row.labels, row.location),
          messageId: row.message_id,
          date: row.date,
          arrived: row.arrived,
          fingerprint: Buffer.from(row.fingerprint).toString('hex'),
          verdict: row.verdict as keyof ImpactResult['copiesPerVerdict'],
          reasonsText: row.reasons,
        }),
      );
    }
  }
  return file.end();
}

export function writeParties(parties: Iterable<PartyExposure>, folder: ExportFolder): void {
  const file = openExport(folder, 'parties.csv');
  file.write(PARTIES_CSV_HEADER);
  for (const party of parties) file.write(toPartyLine(party));
  file.end();
}

/** findings.jsonl: what was found in exposed copies. */
export async function writeFindings(store: Store, scope: ExposedScope, folder: ExportFolder): Promise<void> {
  const file = openExport(folder, 'findings.jsonl');
  for await (const lines of streamFindingLines(store, scope)) for (const line of lines) file.write(toFindingLine(line));
  file.end();
}

export function writeUnresolved(entries: readonly UnresolvedEntry[], folder: ExportFolder): ExportDigests {
  const file = openExport(folder, 'unresolved.jsonl');
  for (const line of toUnresolvedLines(entries)) file.write(line);
  return file.end();
}

/** problems.jsonl: what was odd, in order of place and code. */
export function writeProblems(problems: readonly Problem[], folder: ExportFolder): void {
  const file = openExport(folder, 'problems.jsonl');
  for (const { code, place, text, weight } of problems)
    file.write(`${JSON.stringify({ code, place, text, weight })}\n`);
  file.end();
}

/** custody.csv: every evidence file with its digest and its declared acquisition. */
export function writeCustody(custody: readonly CustodyEntry[], folder: ExportFolder): void {
  const file = openExport(folder, 'custody.csv');
  const columns = ['path', 'purpose', 'custodian', 'format', 'size', 'sha256'];
  const acquisition = ['acquired_by', 'acquired_at', 'acquired_tool', 'acquired_sha256', 'as_acquired'];
  file.write(toCsvLine([...columns, ...acquisition, 'from_lines', 'mbox_messages']));
  for (const entry of custody) {
    const { acquired } = entry;
    file.write(
      toCsvLine([
        entry.path,
        entry.purpose,
        entry.custodian ?? '',
        entry.format,
        String(entry.size),
        entry.sha256 ?? '',
        acquired?.by ?? '',
        acquired?.at ?? '',
        acquired?.tool ?? '',
        acquired?.sha256 ?? '',
        entry.asAcquired === null ? '' : entry.asAcquired ? 'yes' : 'no',
        entry.mbox === null ? '' : String(entry.mbox.fromLines),
        entry.mbox === null ? '' : String(entry.mbox.messages),
      ]),
    );
  }
  file.end();
}

/** summary.json: the figures of the run, as `--json` shows them. */
export function writeSummary(summary: unknown, folder: ExportFolder): void {
  const file = openExport(folder, 'summary.json');
  file.write(`${JSON.stringify(summary, null, 2)}\n`);
  file.end();
}
