import type { Confidence, FindingKind } from '@candor/core/impact/detectors';
import type { FindingLine } from '@candor/core/impact/exchange';
import type { Store } from '../../adapters/store.ts';
import { type ExposedScope, selectExposed } from './exposed-copies.ts';

const BATCH_ROWS = 2_000;

/**
 * The lines of findings.jsonl: for each exposed copy what was found in its message, sorted by custodian, location,
 * part, offset and kind. Values are numbered anew in this order, so that the same evidence gives the same bytes.
 */
export async function* streamFindingLines(store: Store, scope: ExposedScope): AsyncIterable<readonly FindingLine[]> {
  const query = selectExposed(store, scope)
    .innerJoin('impact_finding', 'impact_finding.fingerprint', 'evidence_copy.fingerprint')
    .select(['custodian', 'location', 'part', 'impact_finding.position', 'impact_finding.length', 'kind', 'detector'])
    .select(['confidence', 'value_id', 'mask'])
    .orderBy('custodian')
    .orderBy('location')
    .orderBy('part')
    .orderBy('impact_finding.position')
    .orderBy('kind');
  const numbers = new Map<number, string>();
  for await (const rows of store.stream(query, BATCH_ROWS)) {
    yield rows.map((row): FindingLine => {
      const value = numbers.get(row.value_id) ?? `v${numbers.size + 1}`;
      numbers.set(row.value_id, value);
      const { custodian, location, part, position: offset, length, detector, mask } = row;
      const kind = row.kind as FindingKind;
      const confidence = row.confidence as Confidence;
      return { custodian, location, part, offset, length, kind, detector, confidence, value, mask };
    });
  }
}
