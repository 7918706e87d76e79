import { type AuditRecord, isConsent } from '@candor/core/evidence/record';
import { findGrant } from '../records/grant.ts';

/** Grants that are kept; an incident has a few. */
const KEPT = 10_000;

/** Parameters that name who gets a permission, a role or a group, in lower case. */
const GRANTEES: ReadonlySet<string> = new Set(['user', 'trustee', 'member', 'members']);

interface Grant {
  readonly record: string;
  /** Everything that it says, in lower case. */
  readonly text: string;
  /** Grantees in lower case; an owner whose mailbox is opened to somebody is none of them. */
  readonly grantees: readonly string[];
}

/** Grants by records that are the intruder's or undecided, and whom they name. */
export class GrantList {
  readonly #grants: Grant[] = [];

  static isGrant(record: AuditRecord): boolean {
    return isConsent(record.operation) || findGrant(record) !== null;
  }

  add({ id, objectId, parameters, modified }: AuditRecord): void {
    if (this.#grants.length >= KEPT) return;
    const values = [
      objectId ?? '',
      ...parameters.map(({ value }) => value),
      ...modified.map(({ newValue }) => newValue),
    ];
    this.#grants.push({
      record: id,
      text: values.join('\n').toLowerCase(),
      grantees: parameters
        .filter(({ name }) => GRANTEES.has(name.toLowerCase()))
        .flatMap(({ value }) => value.toLowerCase().split(/[;,]/))
        .map((name) => name.trim()),
    });
  }

  /** A grant that names one of these application ids, or gives something to this user; null without one. */
  find(applications: readonly string[], user: string | null): string | null {
    const found = this.#grants.find(
      ({ text, grantees }) =>
        applications.some((id) => id !== '' && text.includes(id)) || (user !== null && grantees.includes(user)),
    );
    return found?.record ?? null;
  }
}
