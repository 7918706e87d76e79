import type { AuditRecord } from '@candor/core/evidence/record';
import { listParameter } from '../attribution/mailbox-index.ts';
import type { Author, Start } from './forwarding-start.ts';
import { readRuleActions } from './rule-actions.ts';
import type { RuleEnds } from './rule-ends.ts';
import { INBOX_NOUN } from './rule-family.ts';

/** `UpdateInboxRules`: what a mail program did to the rules of a mailbox (docs/formats/rules.md, F1). */
export class ProgramRules {
  readonly #ends: RuleEnds;

  constructor(ends: RuleEnds) {
    this.#ends = ends;
  }

  /** The forwarding that it begins; null for none. An end is noted. */
  read(record: AuditRecord, custodian: string, by: Author | null): Start | null {
    const name = listParameter(record, 'RuleName')[0]?.trim().toLowerCase() ?? '';
    const ids = listParameter(record, 'RuleId').map((id) => `${custodian}\nid ${id}`);
    const keys = name === '' ? ids : [`${custodian}\n${INBOX_NOUN} ${name}`, ...ids];
    const operation = toProgramOperation(record);
    if (operation === 'remove') for (const key of keys) this.#ends.add(key, record.time);
    if (operation !== 'begin' || by === null) return null;
    const { isForwarding, isReadable, texts } = readRuleActions(record);
    // Its conditions are the program's own and cannot be evaluated.
    const start = { by, custodian, conditions: [], group: null, keys };
    if (isForwarding) return { ...start, sends: { to: 'texts', targets: texts } };
    return by.isIntruders && !isReadable ? { ...start, sends: { to: 'unknown' } } : null;
  }
}

/** The effect of an `UpdateInboxRules` by its `RuleOperation`; null if unknown to these rules. */
export function toProgramOperation(record: AuditRecord): 'begin' | 'remove' | null {
  switch (listParameter(record, 'RuleOperation')[0]?.trim().toLowerCase()) {
    case 'addmailboxrule':
    case 'modifymailboxrule':
      return 'begin';
    case 'removemailboxrule':
      return 'remove';
    default:
      return null;
  }
}
