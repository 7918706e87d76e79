import { type Json, toObject, toText } from '@candor/core/base';
import type { AuditDifference } from './difference.ts';
import { describeJsonDifference } from './difference.ts';

/** Compares two exposure.jsonl line by line: copies are in the same order in both (docs/formats/exposure-jsonl.md). */
export function compareVerdicts(exported: readonly string[], replayed: readonly string[]): readonly AuditDifference[] {
  if (exported.length === replayed.length && exported.every((line, at) => line === replayed[at])) return [];
  const [then, now] = [toCopies(exported), toCopies(replayed)];
  const differences: AuditDifference[] = [];
  const find = (place: string, text: string) => differences.push({ is: 'verdict', place, text });
  for (const [place, lines] of then) {
    const found = now.get(place) ?? [];
    lines.forEach((line, at) => {
      const other = found[at];
      if (other === undefined) find(place, `the evidence has no such copy; the export says ${toVerdict(line)}`);
      else if (other !== line) find(place, describeCopy(line, other));
    });
  }
  for (const [place, lines] of now)
    for (const line of lines.slice(then.get(place)?.length ?? 0))
      find(place, `the export has no such copy; the evidence gives ${toVerdict(line)}`);
  return differences;
}

/** Groups by custodian and location; a damaged store may have several of one. */
function toCopies(lines: readonly string[]): ReadonlyMap<string, readonly string[]> {
  return Map.groupBy(lines, (line) => {
    const copy = readLine(line);
    return `${toText(copy?.['custodian']) ?? '?'} ${toText(copy?.['location']) ?? '?'}`;
  });
}

function readLine(line: string) {
  try {
    const value: Json = JSON.parse(line);
    return toObject(value);
  } catch {
    return null;
  }
}

function toVerdict(line: string): string {
  return toText(readLine(line)?.['verdict']) ?? 'no verdict';
}

function describeCopy(exported: string, replayed: string): string {
  const [then, now] = [readLine(exported), readLine(replayed)];
  if (then === null || now === null) return 'the line of the export cannot be read';
  return describeJsonDifference(then, now).join('; ');
}
