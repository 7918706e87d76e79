import type { AuditEvidence } from './audit-part.ts';
import type { AuditDifference } from './difference.ts';

/** Every file whose digest is not the exported one, that is missing, or that the version did not read. */
export function compareEvidence(
  exported: readonly AuditEvidence[],
  read: readonly AuditEvidence[],
): readonly AuditDifference[] {
  const then = toDigests(exported);
  const now = toDigests(read);
  const find = (place: string, text: string): AuditDifference => ({ is: 'evidence', place, text });
  const gone = [...then].flatMap(([place, digests]) => {
    const found = now.get(place);
    if (found === undefined) return [find(place, 'the version read this file, and it is not in the folder')];
    return found === digests ? [] : [find(place, `its digest is ${found}, the version read ${digests}`)];
  });
  const added = [...now.keys()].filter((place) => !then.has(place));
  return [...gone, ...added.map((place) => find(place, 'the version did not read this file'))];
}

/** One path may stand for several parts, as of a damaged archive. */
function toDigests(files: readonly AuditEvidence[]): ReadonlyMap<string, string> {
  const groups = Map.groupBy(files, ({ path }) => path);
  return new Map(
    [...groups].map(([path, all]) => [
      path,
      all
        .map(({ sha256 }) => sha256)
        .sort()
        .join(' '),
    ]),
  );
}
