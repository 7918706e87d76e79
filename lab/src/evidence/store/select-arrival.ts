import type { ExpressionBuilder } from 'kysely';
import type { Schema } from '../../adapters/store/schema.ts';

/** A copy's arrival: as it was settled from outside it, else as it says itself. */
export function selectArrival({ fn, ref }: ExpressionBuilder<Schema, 'evidence_copy' | 'exposure_arrival'>) {
  return [
    fn.coalesce(ref('exposure_arrival.arrived'), ref('evidence_copy.arrived')).as('arrived'),
    fn.coalesce(ref('exposure_arrival.arrived_from'), ref('evidence_copy.arrived_from')).as('arrived_from'),
    fn.coalesce(ref('exposure_arrival.arrival_source'), ref('evidence_copy.arrival_source')).as('arrival_source'),
    fn.coalesce(ref('exposure_arrival.latest'), ref('evidence_copy.latest')).as('latest'),
    ref('exposure_arrival.answered').as('answered'),
  ] as const;
}
