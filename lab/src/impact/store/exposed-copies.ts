import type { Store } from '../../adapters/store.ts';

/** Which mail may hold a finding that matters: a version, and whom the intruder reached. */
export interface ExposedScope {
  readonly version: number;
  /** Custodians of mailboxes that the intruder reached. */
  readonly reached: readonly string[];
}

const EXPOSED = ['accessed', 'presumed', 'partial', 'possible'];

/**
 * Copies that the intruder may have read: verdict `possible` or stronger, or `undetermined` in a mailbox that it
 * reached. Drafts are among them: nobody is notified of them, but what stands in them was there to be read.
 */
export function selectExposed(store: Store, { version, reached }: ExposedScope) {
  return store.db
    .selectFrom('exposure_verdict')
    .innerJoin('evidence_copy', 'evidence_copy.id', 'exposure_verdict.copy_id')
    .where('exposure_verdict.version', '=', version)
    .where((where) =>
      where.or([
        where('exposure_verdict.verdict', 'in', EXPOSED),
        ...(reached.length === 0
          ? []
          : [
              where.and([
                where('exposure_verdict.verdict', '=', 'undetermined'),
                where('evidence_copy.custodian', 'in', reached),
              ]),
            ]),
      ]),
    );
}

/** Fingerprint, date and packed addresses of every exposed copy. */
export function streamHeads(store: Store, scope: ExposedScope) {
  return store.stream(
    selectExposed(store, scope).select(['evidence_copy.fingerprint', 'evidence_copy.date', 'evidence_copy.addresses']),
  );
}

/** Copies of a version that the evidence still has. */
export async function countJudgedCopies(store: Store, version: number): Promise<number> {
  const { copies } = await store.db
    .selectFrom('exposure_verdict')
    .innerJoin('evidence_copy', 'evidence_copy.id', 'exposure_verdict.copy_id')
    .select(({ fn }) => fn.countAll<number>().as('copies'))
    .where('exposure_verdict.version', '=', version)
    .executeTakeFirstOrThrow();
  return Number(copies);
}
