import type { AuditRecord } from '@candor/core/evidence/record';
import type { Incident } from '@candor/core/incident';
import { findCluesInQuery, type ResponseClues, toResponseClues } from './response-clues.ts';

/** Counts for the first screen, without search terms. */
export interface InterestCounts {
  readonly searches: number;
  readonly searchesOfResponse: number;
  readonly mailboxesSearched: number;
  readonly openingsAtResponse: number;
}

/** Give it the intruder's records as they are labelled. */
export class InterestTally {
  readonly #clues: ResponseClues;
  readonly #response: ReadonlySet<string>;
  readonly #searched = new Set<string>();
  #searches = 0;
  #searchesOfResponse = 0;
  #openingsAtResponse = 0;

  constructor(incident: Pick<Incident, 'interest' | 'intruder' | 'mailboxes'>) {
    this.#clues = toResponseClues(incident);
    this.#response = listResponseCustodians(incident);
  }

  add(record: Pick<AuditRecord, 'kind' | 'query' | 'items'>, custodian: string | null): void {
    const isThere = custodian !== null && this.#response.has(custodian);
    if (record.kind === 'bind' && isThere && record.items.length > 0) this.#openingsAtResponse += 1;
    if (record.kind !== 'search') return;
    this.#searches += 1;
    if (custodian !== null) this.#searched.add(custodian);
    if (isThere || findCluesInQuery(this.#clues, record.query ?? '').length > 0) this.#searchesOfResponse += 1;
  }

  sum(): InterestCounts {
    return {
      searches: this.#searches,
      searchesOfResponse: this.#searchesOfResponse,
      mailboxesSearched: this.#searched.size,
      openingsAtResponse: this.#openingsAtResponse,
    };
  }
}

/** Custodians whose mailbox has an address of the response. */
export function listResponseCustodians({
  interest,
  mailboxes,
}: Pick<Incident, 'interest' | 'mailboxes'>): ReadonlySet<string> {
  const wanted = new Set(interest?.addresses);
  const isOf = (name: string): boolean => wanted.has(name.toLowerCase());
  return new Set(
    mailboxes.filter(({ address, names }) => isOf(address) || names.some(isOf)).map(({ custodian }) => custodian),
  );
}
