import type { AuditRecord } from '@candor/core/evidence/record';

const OPERATIONS: ReadonlySet<string> = new Set(['new-mailcontact', 'set-mailcontact', 'new-mailuser', 'set-mailuser']);

/**
 * Mail contacts and mail users that anyone made or changed: their mail lies outside of the organization, whatever their
 * addresses look like (docs/formats/rules.md, F1, wholly internal).
 */
export class OutsideContacts {
  /** Values of their parameters, in lower case. */
  readonly #values = new Set<string>();
  readonly #answers = new Map<string, boolean>();

  gather({ operation, parameters }: AuditRecord): void {
    if (!OPERATIONS.has(operation.toLowerCase())) return;
    this.#answers.clear();
    for (const { value } of parameters) if (value.includes('@')) this.#values.add(value.toLowerCase());
  }

  /** Whether one of them has this address, in lower case. Call after every record was gathered. */
  has(address: string): boolean {
    let answer = this.#answers.get(address);
    if (answer === undefined) {
      answer = [...this.#values].some((value) => value.includes(address));
      this.#answers.set(address, answer);
    }
    return answer;
  }
}
