import type { Removal } from './removal.ts';

const unjudged = 'core/src/exposure/alert/unjudged.ts';

const remove = (rule: string, file: string, find: string, replace: string): Removal => ({ rule, file, find, replace });

/** What a person is asked about, because no verdict follows from it. */
export const alertRemovals: readonly Removal[] = [
  remove(
    'Told operation-without-rule',
    unjudged,
    'if (isWithoutRule(record) && !this',
    'if (record.id === null && !this',
  ),
  remove(
    'Told mailbox-not-named',
    unjudged,
    "mailbox.state === 'unnamed' && needsMailbox(record)",
    'record.id === null',
  ),
  remove(
    'Told mailbox-not-named by-nobody-known',
    unjudged,
    "&& record.kind !== 'handle' && needsMailbox(record)",
    '&& record.id === null',
  ),
  remove(
    'Told message-not-named',
    unjudged,
    "mailbox.state === 'supplied' && lacksMessage(record)) this.note('no-message', record.operation, record);\n    }",
    "record.id === null) this.note('no-message', record.operation, record);\n    }",
  ),
  remove(
    'Told message-not-named by-nobody-known',
    unjudged,
    "record.kind === 'bind' && lacksMessage(record)",
    'record.id === null',
  ),
  remove('Told message-not-named some', unjudged, 'items.some(({ messageId }) => messageId === null)', 'false'),
  remove(
    'Told mailbox-not-supplied',
    unjudged,
    "if (mailbox.state === 'foreign') this",
    'if (record.id === null) this',
  ),
];
