import { type AuditRecord, isConsent, isKeyChange } from '@candor/core/evidence/record';
import type { OwnApplication } from '@candor/core/incident';
import { AddressSet, type NetworkAddress } from './address-set.ts';
import type { RecordMailbox } from './mailbox-index.ts';

const ROLE_ASSIGNMENTS: ReadonlySet<string> = new Set(['new-managementroleassignment', 'set-managementroleassignment']);

/** A record that may have given one of the organization's applications to the intruder. */
export interface ApplicationGrant {
  readonly record: AuditRecord;
  readonly mailbox: RecordMailbox;
  readonly ids: readonly string[];
}

export function isApplicationGrant(operation: string): boolean {
  return isConsent(operation) || isKeyChange(operation) || ROLE_ASSIGNMENTS.has(operation.toLowerCase());
}

/** The organization's own applications (docs/formats/rules.md, A9b). */
export class OwnApplications {
  readonly #addresses: ReadonlyMap<string, AddressSet>;
  readonly #grants: ApplicationGrant[] = [];

  constructor(applications: readonly OwnApplication[]) {
    const listed = new Map<string, string[]>();
    for (const { id, addresses } of applications) listed.set(id, [...(listed.get(id) ?? []), ...addresses]);
    this.#addresses = new Map([...listed].map(([id, addresses]) => [id, new AddressSet(addresses)]));
  }

  get isEmpty(): boolean {
    return this.#addresses.size === 0;
  }

  /** Keeps a record that names a listed application, to be labelled later. */
  see(record: AuditRecord, mailbox: RecordMailbox): void {
    if (this.isEmpty || !isApplicationGrant(record.operation)) return;
    const ids = this.#listNamed(record);
    if (ids.length > 0) this.#grants.push({ record, mailbox, ids });
  }

  get grants(): readonly ApplicationGrant[] {
    return this.#grants;
  }

  /** Each of its applications is listed, with this address. */
  isListed({ appId, clientAppId }: AuditRecord, address: NetworkAddress): boolean {
    const ids = [appId, clientAppId].filter((id) => id !== null);
    return ids.length > 0 && ids.every((id) => this.#addresses.get(id)?.has(address) ?? false);
  }

  #listNamed({ objectId, target, modified, parameters }: AuditRecord): readonly string[] {
    const texts = [objectId ?? '', target ?? ''].concat(
      modified.map(({ newValue }) => newValue),
      parameters.map(({ value }) => value),
    );
    const whole = texts.join('\n').toLowerCase();
    return [...this.#addresses.keys()].filter((id) => whole.includes(id));
  }
}
