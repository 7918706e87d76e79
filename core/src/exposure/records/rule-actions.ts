import type { AuditRecord } from '@candor/core/evidence/record';
import { listValues } from '../attribution/mailbox-index.ts';

/** What a mail program's rule does, as far as the log shows (docs/formats/rules.md, F1). */
export interface RuleActions {
  /** At least one action is readable. */
  readonly isReadable: boolean;
  readonly isForwarding: boolean;
  readonly texts: readonly string[];
}

/** `Forward`, `ForwardAsAttachment`, `Redirect`. */
const FORWARDING = /forward|redirect/i;
/** PowerShell's placeholder for a truncated list. */
const CUT_OFF = 'System.Object[]';

const UNREADABLE: RuleActions = { isReadable: false, isForwarding: false, texts: [] };

/** `RuleActions` of an `UpdateInboxRules`; for several values the union. */
export function readRuleActions(record: AuditRecord): RuleActions {
  const read = listValues(record, 'RuleActions').map(readActions);
  return {
    isReadable: read.some(({ isReadable }) => isReadable),
    isForwarding: read.some(({ isForwarding }) => isForwarding),
    texts: read.flatMap(({ texts }) => texts),
  };
}

function readActions(text: string): RuleActions {
  if (text.trim() === '') return UNREADABLE;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const isForwarding = FORWARDING.test(text);
    return { isReadable: isForwarding || !text.includes(CUT_OFF), isForwarding, texts: isForwarding ? [text] : [] };
  }
  const actions = (Array.isArray(value) ? value : [value]).filter((action) => typeOf(action) !== null);
  const forwarding = actions.filter((action) => FORWARDING.test(typeOf(action) ?? ''));
  return { isReadable: actions.length > 0, isForwarding: forwarding.length > 0, texts: forwarding.flatMap(listTexts) };
}

/** Its `ActionType`; null when unreadable. */
function typeOf(action: unknown): string | null {
  if (typeof action !== 'object' || action === null || Array.isArray(action)) return null;
  const type = Object.entries(action).find(([name]) => name.toLowerCase() === 'actiontype')?.[1];
  return typeof type === 'string' && type.trim() !== '' ? type : null;
}

/** Every nested text; a record's JSON is never deep enough to matter. */
function listTexts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listTexts) : [];
}
