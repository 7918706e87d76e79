import type { AddressUse } from '@candor/core/evidence/message';
import type { AuditRecord } from '@candor/core/evidence/record';
import type { InternalTargets } from './forward-target.ts';
import type { Author, Start } from './forwarding-start.ts';
import { listGroupMembers, nameOfGroup, toGroupChange } from './group-change.ts';
import { isToGroup, toGroupTarget } from './group-target.ts';
import type { RuleEnds } from './rule-ends.ts';

interface Joined {
  readonly by: Author;
  readonly group: ReturnType<typeof toGroupTarget>;
  readonly keys: readonly string[];
  readonly members: readonly string[];
  isFound: boolean;
}

/** F1, groups: mail to a group goes to everyone who was put into it. */
export class GroupMembers {
  readonly #domains: readonly string[];
  readonly #internal: InternalTargets;
  readonly #ends: RuleEnds;
  readonly #joined: Joined[] = [];

  constructor(domains: readonly string[], internal: InternalTargets, ends: RuleEnds) {
    this.#domains = domains;
    this.#internal = internal;
    this.#ends = ends;
  }

  /** Somebody was put into a group: `seek` must see every copy. */
  get isSeeking(): boolean {
    return this.#joined.length > 0;
  }

  gather(record: AuditRecord, by: Author | null): void {
    const change = toGroupChange(record);
    if (change === null) return;
    const name = nameOfGroup(record);
    const keys = name === '' ? [] : [`\ngroup ${name.toLowerCase()}`];
    if (change === 'end') {
      for (const key of keys) this.#ends.add(key, record.time);
      return;
    }
    const members = listGroupMembers(record).flatMap((text) => text.split(/[;,]/));
    if (by !== null && members.length > 0) {
      this.#joined.push({ by, group: toGroupTarget(name, this.#domains), keys, members, isFound: false });
    }
  }

  /** Call once for each copy of each mailbox. */
  seek(addresses: readonly AddressUse[]): void {
    for (const joined of this.#joined) if (!joined.isFound && isToGroup(addresses, joined.group)) joined.isFound = true;
  }

  /** A group that no copy names may be any list: if the intruder changed it, all mail may have gone to it. */
  listStarts(): readonly Start[] {
    return this.#joined.flatMap(({ by, group, keys, members, isFound }): readonly Start[] => {
      const outside = members.filter((member) => this.#internal.isMemberOutside(member));
      if (outside.length === 0) return [];
      const start = { by, custodian: null, conditions: [], keys };
      if (isFound) return [{ ...start, group, sends: { to: 'outside' } }];
      return by.isIntruders ? [{ ...start, group: null, sends: { to: 'unknown' } }] : [];
    });
  }
}
