import { compareUtf8, type Instant } from '@candor/core/base';
import type { AuditRecord } from '@candor/core/evidence/record';

type Parameters = AuditRecord['parameters'];

interface Statement {
  readonly id: string;
  readonly time: Instant;
  readonly parameters: Parameters;
}

/**
 * What `New-` and `Set-` records by anyone say about each rule, since an `Enable-` says nothing itself
 * (docs/formats/rules.md, F1).
 */
export class RuleHistory {
  readonly #statements = new Map<string, Statement[]>();

  add(rule: string, { id, time, parameters }: AuditRecord): void {
    const statements = this.#statements.get(rule);
    if (statements === undefined) this.#statements.set(rule, [{ id, time, parameters }]);
    else statements.push({ id, time, parameters });
  }

  /** The parameters of a rule at a time: of records that are not later, later ones overriding earlier ones. */
  at(rule: string, time: Instant): Parameters {
    const statements = (this.#statements.get(rule) ?? []).filter((each) => each.time <= time);
    statements.sort((a, b) => a.time - b.time || compareUtf8(a.id, b.id));
    const laid = new Map<string, Parameters>();
    for (const { parameters } of statements) {
      for (const [name, values] of group(parameters)) laid.set(name, values);
    }
    return [...laid.values()].flat();
  }
}

function group(parameters: Parameters): Map<string, Parameters[number][]> {
  const groups = new Map<string, Parameters[number][]>();
  for (const parameter of parameters) {
    const name = parameter.name.toLowerCase();
    groups.set(name, [...(groups.get(name) ?? []), parameter]);
  }
  return groups;
}
